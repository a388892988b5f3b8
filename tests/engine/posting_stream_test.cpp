#include "engine/posting_stream.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace newsdex::testing {
namespace {

using Counts = std::map<std::uint32_t, std::uint32_t>;

std::vector<Posting> random_postings(std::mt19937& random, std::uint32_t articles,
                                     std::uint32_t one_in) {
  std::vector<Posting> postings;
  for (std::uint32_t article = 0; article < articles; ++article) {
    if (random() % one_in == 0) postings.push_back({article, 1 + article % 5});
  }
  return postings;
}

WindowSet random_wanted(std::mt19937& random, const Window& window, std::uint32_t one_in) {
  WindowSet wanted;
  for (std::uint32_t offset = 0; offset < window.size(); ++offset) {
    if (random() % one_in == 0) wanted.insert(offset);
  }
  return wanted;
}

TEST(PostingStream, GivesEveryWantedPostingOfEachWindow) {
  constexpr std::uint32_t kArticles = 3 * kWindowArticles + 100;
  std::mt19937 random(5);
  for (const std::uint32_t density : {1U, 3U, 100U, 5000U}) {
    for (const std::uint32_t wanted_in : {1U, 7U, 1000U, 10'000'000U}) {
      SCOPED_TRACE(::testing::Message() << density << " " << wanted_in);
      const std::vector<Posting> postings = random_postings(random, kArticles, density);
      PostingStream stream(postings);
      Counts found;
      Counts expected;
      for (std::uint32_t begin = 0; begin < kArticles; begin += kWindowArticles) {
        const Window window = {begin, std::min(kArticles, begin + kWindowArticles)};
        const WindowSet wanted = random_wanted(random, window, wanted_in);
        stream.read(window, wanted, [&](std::uint32_t offset, std::uint32_t count) {
          if (wanted.contains(offset)) found[begin + offset] = count;
        });
        for (const Posting& posting : postings) {
          if (posting.article < window.begin || posting.article >= window.end) continue;
          if (wanted.contains(posting.article - begin)) expected[posting.article] = posting.count;
        }
      }
      EXPECT_EQ(found, expected);
    }
  }
}

TEST(PostingStream, TellsTheFirstArticleFromAPlaceOn) {
  PostingStream stream(std::vector<Posting>{{3, 1}, {70, 1}, {9000, 1}});
  EXPECT_EQ(stream.first_from(0), 3U);
  EXPECT_EQ(stream.first_from(4), 70U);
  EXPECT_EQ(stream.first_from(70), 70U);
  EXPECT_EQ(stream.first_from(71), 9000U);
  EXPECT_EQ(stream.first_from(9001), PostingStream::kNoArticle);
  EXPECT_EQ(PostingStream().first_from(0), PostingStream::kNoArticle);
}

TEST(PostingStream, ThatIsDamagedNeverLeavesTheWindow) {
  PostingStream stream(std::vector<Posting>{{5000, 1}, {7, 1}, {9000, 1}, {8000, 1}});
  WindowSet wanted;
  for (std::uint32_t offset = 0; offset < kWindowArticles; ++offset) wanted.insert(offset);
  for (std::uint32_t begin = 0; begin < 4 * kWindowArticles; begin += kWindowArticles) {
    stream.read({begin, begin + kWindowArticles}, wanted,
                [](std::uint32_t offset, std::uint32_t) { EXPECT_LT(offset, kWindowArticles); });
  }
}

}  // namespace
}  // namespace newsdex::testing
