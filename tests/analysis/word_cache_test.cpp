#include "analysis/word_cache.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

namespace newsdex {
namespace {

class WordCacheTest : public testing::Test {
 protected:
  const CachedWord& find(std::string_view word) {
    return cache_.find_or_add(cache_.announce(word), word);
  }

  WordNumbers numbers_;
  WordCache cache_{"en", numbers_};
};

TEST_F(WordCacheTest, NumbersAWordOnce) {
  const std::uint32_t banned = find("banned").number;
  EXPECT_NE(find("Banned").number, banned);
  EXPECT_EQ(find("banned").number, banned);
  EXPECT_EQ(find("banned").stem(), "ban");
}

TEST_F(WordCacheTest, TellsApartWordsThatDifferInTheMiddle) {
  const std::string word = "abcdefgh0123456789ijklmnop";
  std::set<std::uint32_t> numbers;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    std::string other = word;
    if (i < word.size()) other[i] = 'x';
    numbers.insert(find(other).number);
    EXPECT_EQ(find(other).form(), other);
  }
  EXPECT_EQ(numbers.size(), word.size() + 1);
}

TEST_F(WordCacheTest, TellsApartWordsOfAllSizes) {
  std::set<std::uint32_t> numbers;
  for (std::size_t size = 1; size <= 64; ++size)
    numbers.insert(find(std::string(size, 'a')).number);
  EXPECT_EQ(numbers.size(), 64U);
}

TEST_F(WordCacheTest, ServesWordsThatCollide) {
  // The first eight bytes cancel what the hash adds to them, so that the others do not count.
  const std::uint64_t cancelling = 0x9E3779B97F4A7C15 ^ 16;
  std::string word(reinterpret_cast<const char*>(&cancelling), sizeof cancelling);
  for (int i = 0; i < 1000; ++i) {
    const std::string colliding = word + std::to_string(10000000 + i);
    EXPECT_TRUE(find(colliding).form().ends_with(std::to_string(10000000 + i)));
  }
}

TEST_F(WordCacheTest, KeepsBytesForThoseWhoShareThem) {
  const std::shared_ptr<ByteArena> bytes = cache_.bytes();
  const std::string_view form = find("Ministry").form();
  for (std::size_t i = 0; i < WordCache::kMaxWords * 2; ++i) find(fmt::format("w{}", i));
  EXPECT_NE(cache_.bytes(), bytes);
  EXPECT_EQ(form, "ministry");
}

TEST_F(WordCacheTest, StaysSmallHoweverLongTheWordsAre) {
  for (int i = 0; i < 100000; ++i) {
    find(fmt::format("{:a>100}{}", "", i));
    ASSERT_LE(cache_.bytes()->allocated(), 2 * WordCache::kMaxArenaBytes);
  }
}

}  // namespace
}  // namespace newsdex
