#include "storage/article_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <random>
#include <vector>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class ArticleFileTest : public ::testing::Test {
 protected:
  void write(const std::vector<std::string>& articles) {
    ArticleFileWriter writer(path_);
    for (const std::string& article : articles) writer.add(article);
    writer.finish();
  }

  static std::vector<std::string> short_articles(int count) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i)
      out.push_back(fmt::format("Service {} would be filtered, the ministry said.", i * 7919));
    return out;
  }

  std::string bytes() { return folder_.read("articles"); }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("articles");
};

TEST_F(ArticleFileTest, GivesBackEveryArticleInAnyOrder) {
  std::vector<std::string> articles = short_articles(2000);
  articles[0].clear();
  articles[700].clear();
  articles[1000] = std::string(1'000'000, 'y');
  articles.emplace_back();
  write(articles);
  const ArticleFile file(path_);
  ASSERT_EQ(file.articles(), articles.size());
  EXPECT_GT(file.blocks(), 2U);
  ArticleBlockReader reader(file);
  for (std::uint32_t i = 0; i < articles.size(); ++i) EXPECT_EQ(reader.read(i), articles[i]);
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const auto article = static_cast<std::uint32_t>(random() % articles.size());
    EXPECT_EQ(reader.read(article), articles[article]);
  }
}

TEST_F(ArticleFileTest, MayBeEmpty) {
  write({});
  const ArticleFile file(path_);
  EXPECT_EQ(file.articles(), 0U);
  EXPECT_EQ(file.blocks(), 0U);
  ArticleBlockReader reader(file);
  EXPECT_THROW(reader.read(0), Error);
}

TEST_F(ArticleFileTest, TakesAThirdOfShortArticlesBytes) {
  write(short_articles(2000));
  std::size_t size = 0;
  for (const std::string& article : short_articles(2000)) size += article.size();
  EXPECT_LT(bytes().size(), size / 3);
}

TEST_F(ArticleFileTest, TakesBlocksOfAnotherFile) {
  const std::vector<std::string> articles = short_articles(2000);
  write(articles);
  const ArticleFile from(path_);
  ArticleFileWriter writer(folder_.path("copy"));
  EXPECT_TRUE(writer.takes_blocks());
  writer.add("before");
  EXPECT_FALSE(writer.takes_blocks());
  for (std::uint32_t block = 0; block < from.blocks(); ++block) writer.add_block(from, block);
  writer.add("after");
  writer.finish();
  const ArticleFile copy(folder_.path("copy"));
  ASSERT_EQ(copy.articles(), articles.size() + 2);
  EXPECT_EQ(copy.blocks(), from.blocks() + 2);
  ArticleBlockReader reader(copy);
  EXPECT_EQ(reader.read(0), "before");
  for (std::uint32_t i = 0; i < articles.size(); ++i) EXPECT_EQ(reader.read(i + 1), articles[i]);
  EXPECT_EQ(reader.read(copy.articles() - 1), "after");
}

// Whatever a flipped bit does, an article is either right or refused.
TEST_F(ArticleFileTest, NeverGivesAWrongArticle) {
  const std::vector<std::string> articles = short_articles(700);
  write(articles);
  const std::string whole = bytes();
  std::mt19937 random(3);
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string damaged = whole;
    const std::size_t at = random() % whole.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    folder_.write("articles", damaged);
    try {
      const ArticleFile file(path_);
      ArticleBlockReader reader(file);
      for (std::uint32_t i = 0; i < file.articles(); ++i) {
        EXPECT_EQ(reader.read(i), articles.at(i)) << "bit of byte " << at;
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
      ++refused;
    }
  }
  EXPECT_GT(refused, 300);
}

TEST_F(ArticleFileTest, RefusesWhatIsCutShort) {
  write(short_articles(700));
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    folder_.write("articles", whole.substr(0, size));
    EXPECT_THROW(ArticleFile{path_}, Error) << size;
  }
}

}  // namespace
}  // namespace newsdex::testing
