// Cursors against the postings that were written.
#include "storage/posting_cursor.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "storage/postings_reader.hpp"
#include "storage/postings_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

constexpr std::uint32_t kCursorArticles = 200000;

std::vector<Posting> random_row(std::uint32_t seed, std::uint32_t mean_gap) {
  std::mt19937 random(seed);
  std::vector<Posting> row;
  for (std::uint32_t article = seed;;) {
    article += static_cast<std::uint32_t>(random() % (2 * mean_gap));
    if (article >= kCursorArticles) return row;
    row.push_back({article, static_cast<std::uint32_t>(random() % 3)});
    ++article;
  }
}

class PostingCursorTest : public ::testing::Test {
 protected:
  PostingCursorTest() {
    const auto writer = make_postings_writer(WriterKind::direct, folder_.path("db"));
    for (std::uint32_t i = 0; i < kCursorArticles; ++i) writer->store("");
    for (std::uint32_t i = 0; i < 5; ++i) {
      rows_.push_back(random_row(i, gaps_[i]));
      writer->add_term(fmt::format("t{}", i), rows_[i]);
    }
    writer->finish();
    reader_.emplace(folder_.path("db"));
  }

  [[nodiscard]] PostingCursor cursor(std::size_t row) const {
    return reader_->postings(fmt::format("t{}", row));
  }

  const std::uint32_t gaps_[5] = {1, 2, 100, 3000, 100000};
  TemporaryFolder folder_;
  std::vector<std::vector<Posting>> rows_;
  std::optional<PostingsReader> reader_;
};

TEST_F(PostingCursorTest, GivesAllPostingsInBlocks) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    PostingCursor at = cursor(i);
    EXPECT_EQ(at.frequency(), rows_[i].size());
    std::vector<Posting> read;
    for (auto block = at.next(); !block.empty(); block = at.next()) {
      EXPECT_LE(block.size(), PostingCursor::kBlockPostings);
      read.insert(read.end(), block.begin(), block.end());
    }
    EXPECT_EQ(read, rows_[i]);
    EXPECT_TRUE(at.next().empty());
  }
}

TEST_F(PostingCursorTest, SkipsWithoutLosingAnything) {
  std::mt19937 random(1);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (const std::uint32_t stride : {1u, 100u, 3000u, 50000u, 400000u}) {
      PostingCursor at = cursor(i);
      auto expected = rows_[i].begin();
      for (std::uint32_t target = 0;;) {
        target += static_cast<std::uint32_t>(random() % stride);
        at.skip_to(target);
        const auto block = at.next();
        expected = std::find_if(expected, rows_[i].end(),
                                [&](const Posting& p) { return p.article >= target; });
        if (expected == rows_[i].end()) {
          EXPECT_TRUE(block.empty());
          break;
        }
        ASSERT_FALSE(block.empty());
        ASSERT_GE(block.back().article, target);
        const auto found = std::ranges::lower_bound(block, target, {}, &Posting::article);
        EXPECT_EQ(*found, *expected);
        expected += block.end() - found;
        target = block.back().article + 1;
      }
    }
  }
}

TEST_F(PostingCursorTest, GoesOnAfterASkipToTheVeryEnd) {
  PostingCursor at = cursor(0);
  at.skip_to(rows_[0].back().article);
  const auto block = at.next();
  ASSERT_FALSE(block.empty());
  EXPECT_EQ(block.back(), rows_[0].back());
  at.skip_to(UINT32_MAX);
  EXPECT_TRUE(at.next().empty());
  at.skip_to(0);
  EXPECT_TRUE(at.next().empty());
}

TEST_F(PostingCursorTest, CanBeMovedMidway) {
  PostingCursor at = cursor(1);
  const std::size_t first = at.next().size();
  std::vector<PostingCursor> cursors;
  cursors.push_back(std::move(at));
  cursors.emplace_back();
  EXPECT_EQ(cursors[0].next().front(), rows_[1][first]);
  EXPECT_TRUE(cursors[1].next().empty());
  EXPECT_EQ(cursors[1].frequency(), 0U);
  cursors[1].skip_to(5);
}

TEST_F(PostingCursorTest, AbsentTermsHaveNoPostings) {
  for (const char* term : {"", "t", "t00", "zzz", "\1"}) {
    EXPECT_EQ(reader_->frequency(term), 0U) << term;
    EXPECT_TRUE(reader_->postings(term).next().empty()) << term;
  }
}

TEST_F(PostingCursorTest, TermsAreThoseWithThePrefix) {
  const auto with_prefix = [&](std::string_view prefix) {
    std::vector<std::string> terms;
    for (TermCursor at = reader_->terms(prefix); at.next();) terms.emplace_back(at.term());
    return terms;
  };
  EXPECT_EQ(with_prefix(""), (std::vector<std::string>{"t0", "t1", "t2", "t3", "t4"}));
  EXPECT_EQ(with_prefix("t3"), std::vector<std::string>{"t3"});
  EXPECT_TRUE(with_prefix("s").empty());
  EXPECT_TRUE(with_prefix("u").empty());
  EXPECT_TRUE(with_prefix(std::string(300, 't')).empty());
}

TEST_F(PostingCursorTest, AReaderServesSeveralThreads) {
  std::vector<std::thread> threads;
  std::array<std::size_t, 4> counts = {};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    threads.emplace_back([&, i] {
      PostingCursor at = cursor(0);
      for (auto block = at.next(); !block.empty(); block = at.next()) counts[i] += block.size();
      counts[i] += reader_->stored(static_cast<std::uint32_t>(i)).size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : counts) EXPECT_EQ(count, rows_[0].size());
}

}  // namespace
}  // namespace newsdex::testing
