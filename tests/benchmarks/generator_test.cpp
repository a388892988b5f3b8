#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "generator/inflection.hpp"
#include "generator/weighted_choice.hpp"
#include "generator/word_forge.hpp"

namespace newsdex::benchmarks {
namespace {

struct Inflected {
  std::string_view word, s, ed, ing, ly;
};

TEST(Inflection, GivesTheFormsOfEnglish) {
  constexpr Inflected kWords[] = {{"ban", "bans", "banned", "banning", "banly"},
                                  {"order", "orders", "ordered", "ordering", "orderly"},
                                  {"move", "moves", "moved", "moving", "movely"},
                                  {"deny", "denies", "denied", "denying", "denily"},
                                  {"match", "matches", "matched", "matching", "matchly"},
                                  {"able", "ables", "abled", "abling", "ably"},
                                  {"free", "frees", "freed", "freeing", "freely"},
                                  {"show", "shows", "showed", "showing", "showly"},
                                  {"play", "plays", "played", "playing", "playly"}};
  for (const Inflected& expected : kWords) {
    EXPECT_EQ(with_s(expected.word), expected.s);
    EXPECT_EQ(with_ed(expected.word), expected.ed);
    EXPECT_EQ(with_ing(expected.word), expected.ing);
    EXPECT_EQ(with_ly(expected.word), expected.ly);
  }
}

TEST(Inflection, CapitalisesOnlyAsciiLetters) {
  EXPECT_EQ(capitalised("ban"), "Ban");
  EXPECT_EQ(capitalised("été"), "été");
  EXPECT_EQ(capitalised(""), "");
}

TEST(WeightedChoice, DrawsByWeight) {
  const std::vector<double> weights = {5, 0, 1, 3, 1};
  const WeightedChoice choice(weights);
  Random random(7, 0);
  std::vector<double> drawn(weights.size());
  constexpr int kDraws = 200'000;
  for (int i = 0; i < kDraws; ++i) ++drawn[choice.pick(random)];
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_NEAR(drawn[i] / kDraws, weights[i] / 10, 0.005) << i;
  }
}

TEST(ZipfMandelbrot, IsThePowerOfTheShiftedRank) {
  const std::vector<double> weights = zipf_mandelbrot(1000, 2.7);
  for (const std::size_t rank : {1U, 2U, 10U, 1000U}) {
    EXPECT_NEAR(weights[rank - 1], std::pow(static_cast<double>(rank) + 2.7, -17.0 / 16), 1e-12);
  }
}

TEST(Random, HasNormalNumbersOfMeanZeroAndVarianceOne) {
  Random random(3, 0);
  double sum = 0;
  double squares = 0;
  constexpr int kDraws = 100'000;
  for (int i = 0; i < kDraws; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.02);
  EXPECT_NEAR(squares / kDraws, 1, 0.03);
}

TEST(Random, HasStreamsThatDiffer) {
  EXPECT_NE(Random(1, 0).next(), Random(1, 1).next());
  EXPECT_NE(Random(1, 0).next(), Random(2, 0).next());
}

TEST(WordForge, NeverMakesAWordTwiceNorAReservedOne) {
  WordForge reference(Random(5, 0));
  const std::string first = reference.make(2);
  WordForge forge(Random(5, 0));
  forge.reserve(first);
  std::set<std::string> made = {first};
  for (int i = 0; i < 20'000; ++i) EXPECT_TRUE(made.insert(forge.make(1)).second);
}

}  // namespace
}  // namespace newsdex::benchmarks
