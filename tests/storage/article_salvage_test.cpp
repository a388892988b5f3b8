#include "storage/article_salvage.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "storage/article_file.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

// Articles of a file with several blocks, and what a salvage finds of damaged forms of it.
class ArticleSalvageTest : public ::testing::Test {
 protected:
  ArticleSalvageTest() {
    ArticleFileWriter writer(path_);
    for (int i = 0; i < 2000; ++i) {
      articles_.push_back(
          i % 500 == 7 ? "" : fmt::format("Service {} would be filtered, it said.", i * 7919));
      writer.add(articles_.back());
    }
    writer.finish();
    whole_ = folder_.read("articles");
    const ArticleFile file(path_);
    for (std::uint32_t block = 0; block < file.blocks(); ++block) {
      begin_.push_back(kColumnFileHeadBytes +
                       static_cast<std::size_t>(file.frame(block).data() - file.frame(0).data()));
      most_ = std::max(most_, file.articles_of(block).size());
    }
    begin_.push_back(begin_.back() + file.frame(file.blocks() - 1).size());
    first_of_last_ = file.articles_of(file.blocks() - 1).begin;
  }

  struct Found {
    std::vector<std::string> articles;
    std::size_t before_gap = 0;  // how many of them
  };

  Found salvage(std::string_view bytes) {
    folder_.write("articles", bytes);
    Found found;
    for (ArticleSalvage blocks(path_); blocks.next();) {
      found.articles.insert(found.articles.end(), blocks.articles().begin(),
                            blocks.articles().end());
      if (!blocks.follows_gap()) found.before_gap = found.articles.size();
    }
    return found;
  }

  // Whether they are some of the articles, in order.
  bool are_some(const std::vector<std::string>& found) const {
    auto next = articles_.begin();
    return std::all_of(found.begin(), found.end(), [&](const std::string& article) {
      next = std::find(next, articles_.end(), article);
      return next != articles_.end() && next++ != articles_.end();
    });
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("articles");
  std::vector<std::string> articles_;
  std::string whole_;
  std::vector<std::size_t> begin_;  // of the blocks, and where the last one ends
  std::uint32_t most_ = 0;          // articles of a block
  std::uint32_t first_of_last_ = 0;
};

TEST_F(ArticleSalvageTest, NeedsNoTable) {
  ASSERT_GT(begin_.size(), 4U);
  for (const std::size_t size : {whole_.size(), whole_.size() - 1, begin_.back()}) {
    const Found found = salvage(whole_.substr(0, size));
    EXPECT_EQ(found.articles, articles_) << size;
    EXPECT_EQ(found.before_gap, articles_.size()) << size;
  }
}

TEST_F(ArticleSalvageTest, NeedsNoHead) {
  EXPECT_EQ(salvage(std::string(kColumnFileHeadBytes, 'x') + whole_.substr(kColumnFileHeadBytes))
                .articles,
            articles_);
}

TEST_F(ArticleSalvageTest, FindsAllBlocksButTheDamagedOne) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const std::size_t at = begin_[0] + random() % (begin_.back() - begin_[0]);
    std::string damaged = whole_;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    const Found found = salvage(damaged);
    EXPECT_GE(found.articles.size() + most_, articles_.size()) << at;
    EXPECT_TRUE(are_some(found.articles)) << at;
    const bool is_last = at >= begin_[begin_.size() - 2];
    if (found.articles.size() == articles_.size()) continue;
    EXPECT_EQ(found.before_gap == found.articles.size(), is_last) << at;
  }
}

TEST_F(ArticleSalvageTest, FindsTheBlocksBeforeACut) {
  const Found found = salvage(whole_.substr(0, begin_.back() - 1));
  EXPECT_EQ(found.articles, std::vector(articles_.begin(), articles_.begin() + first_of_last_));
  EXPECT_TRUE(salvage(whole_.substr(0, begin_[1] - 1)).articles.empty());
  EXPECT_TRUE(salvage("").articles.empty());
  EXPECT_TRUE(salvage("NDX").articles.empty());
}

}  // namespace
}  // namespace newsdex::testing
