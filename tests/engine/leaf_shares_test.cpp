#include "engine/leaf_shares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/function_words.hpp"

namespace newsdex {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;

LeafPlan word(const std::string& form, const std::string& stem, bool in_capitals = false) {
  WordsPlan plan;
  plan.sequences = {{WordSlot{form, {stem}, nullptr, in_capitals}}};
  return plan;
}

LeafPlan phrase(const std::string& form) {
  WordsPlan plan = std::get<WordsPlan>(word(form, form));
  plan.exact = true;
  return plan;
}

TEST(LeafShares, FunctionWordsDoNotRankBesideOthers) {
  EXPECT_THAT(leaf_shares(std::vector{word("the", "the"), word("ban", "ban")}), ElementsAre(0, 1));
}

TEST(LeafShares, FunctionWordsRankAmongThemselves) {
  EXPECT_THAT(leaf_shares(std::vector{word("who", "who"), word("is", "is")}), ElementsAre(1, 1));
}

TEST(LeafShares, InCapitalsTheyAreNames) {
  EXPECT_THAT(leaf_shares(std::vector{word("who", "who", true), word("ban", "ban")}),
              ElementsAre(1, 1));
}

TEST(LeafShares, AQuotedWordIsMeant) {
  EXPECT_THAT(leaf_shares(std::vector{phrase("the"), word("ban", "ban")}), ElementsAre(1, 1));
}

TEST(LeafShares, ARepeatedWordCountsOnceAndForMore) {
  const auto shares = [](std::size_t bans) {
    std::vector<LeafPlan> leaves(bans, word("banned", "ban"));
    leaves.push_back(word("telegram", "telegram"));
    return leaf_shares(leaves);
  };
  EXPECT_THAT(shares(2), ElementsAre(DoubleEq(4.0 / 3), 0, 1));
  EXPECT_THAT(shares(3), ElementsAre(DoubleEq(1.5), 0, 0, 1));
  EXPECT_LT(shares(200).front(), 2) << "and never for two";
}

TEST(LeafShares, RepeatedFunctionWordsDoNotRankEither) {
  EXPECT_THAT(leaf_shares(std::vector{word("the", "the"), word("ban", "ban"), word("the", "the")}),
              ElementsAre(0, 1, 0));
}

TEST(FunctionWords, AreEnglishAndPersian) {
  EXPECT_TRUE(is_function_word("the"));
  EXPECT_TRUE(is_function_word("از"));
  EXPECT_FALSE(is_function_word("die"));
  EXPECT_FALSE(is_function_word("telegram"));
}

}  // namespace
}  // namespace newsdex
