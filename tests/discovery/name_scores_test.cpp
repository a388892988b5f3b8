#include "name_scores.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calibration.hpp"
#include "discovery/analyzed.hpp"

namespace newsdex::training {
namespace {

using discovery::NameClass;
using newsdex::test::Analyzed;
using testing::ElementsAre;

TEST(NameScores, OnlyTheSameWordsAndClassCount) {
  const std::vector<TokenName> expected = {{TextField::body, 0, 2, NameClass::person},
                                           {TextField::body, 3, 4, NameClass::place},
                                           {TextField::body, 5, 6, NameClass::place}};
  const std::vector<TokenName> found = {{TextField::body, 0, 1, NameClass::person},
                                        {TextField::body, 3, 4, NameClass::organisation},
                                        {TextField::body, 5, 6, NameClass::place}};
  NameScores scores;
  scores.add(expected, found);
  EXPECT_EQ(scores.of(NameClass::person).right, 0U);
  EXPECT_EQ(scores.of(NameClass::person).wrong, 1U);
  EXPECT_EQ(scores.of(NameClass::person).missed, 1U);
  EXPECT_EQ(scores.of(NameClass::organisation).wrong, 1U);
  EXPECT_EQ(scores.of(NameClass::place).right, 1U);
  EXPECT_EQ(scores.of(NameClass::place).missed, 1U);
  EXPECT_NEAR(scores.all().f1(), 1.0 / 3, 1e-9);
}

TEST(NameScores, MarksAroundANameDoNotMatter) {
  const Analyzed article("by Luther King Jr. in");
  const std::vector<LabelledName> with_stop = {{TextField::body, 3, 18, NameClass::person}};
  const std::vector<LabelledName> without = {{TextField::body, 3, 17, NameClass::person}};
  EXPECT_EQ(token_names(with_stop, article.view()), token_names(without, article.view()));
  EXPECT_THAT(token_names(without, article.view()),
              ElementsAre(TokenName{TextField::body, 1, 4, NameClass::person}));
}

TEST(Calibration, GivesTheShareThatIsRight) {
  // Of names said to be 90 % sure, half are right; of those of 50 %, one in ten.
  std::vector<Judgement> judgements;
  for (int i = 0; i < 1000; ++i) {
    judgements.push_back({std::log(9.0), i % 2 == 0});
    judgements.push_back({0.0, i % 10 == 0});
  }
  const discovery::Calibration fitted = fit_calibration(judgements);
  const auto probability = [&](double logit) {
    return 1 / (1 + std::exp(-(static_cast<double>(fitted.slope) * logit +
                               static_cast<double>(fitted.offset))));
  };
  EXPECT_NEAR(probability(std::log(9.0)), 0.5, 0.02);
  EXPECT_NEAR(probability(0), 0.1, 0.02);
}

}  // namespace
}  // namespace newsdex::training
