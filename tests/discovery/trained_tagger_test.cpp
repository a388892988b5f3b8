// The whole way: labelled sentences to a model, a model to names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "discovery/analyzed.hpp"
#include "discovery/small_model.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex {
namespace {

using test::Analyzed;
using testing::ElementsAre;
using testing::IsEmpty;

std::string_view word_for(EntityType type) {
  if (type == EntityType::person) return "person ";
  return type == EntityType::place ? "place " : "organisation ";
}

std::vector<std::string> names_in(const NameTagger& tagger, const Analyzed& article) {
  std::vector<std::string> out;
  for (const FoundName& name : tagger.tag(article.view())) {
    const std::string_view text =
        name.field == TextField::title ? article.view().title : article.view().body;
    out.push_back(std::string(word_for(name.type)) +
                  std::string(text.substr(name.begin, name.end - name.begin)));
  }
  return out;
}

class TrainedTagger : public testing::Test {
 protected:
  static void SetUpTestSuite() { model_ = new training::ModelBytes(test::small_model()); }
  static void TearDownTestSuite() { delete model_; }

  static training::ModelBytes* model_;
  NameTagger tagger_{model_->view()};
};
training::ModelBytes* TrainedTagger::model_ = nullptr;

TEST_F(TrainedTagger, FindsNamesItHasNeverSeen) {
  const Analyzed article(
      "Minister Nadia Haddad told reporters in Tartu that shares of the company Zephyra fell.");
  EXPECT_THAT(names_in(tagger_, article),
              ElementsAre("person Nadia Haddad", "place Tartu", "organisation Zephyra"));
}

TEST_F(TrainedTagger, FindsNothingWhereNothingIs) {
  EXPECT_THAT(names_in(tagger_, Analyzed("The man in the street slept in peace.")), IsEmpty());
  EXPECT_THAT(names_in(tagger_, Analyzed("")), IsEmpty());
}

TEST_F(TrainedTagger, SurnamesAreThePersonsNamedInFull) {
  const Analyzed article(
      "Minister Nadia Haddad told reporters in Tartu that shares of the company Zephyra fell. "
      "It was a surprise to many people. They know Haddad.");
  EXPECT_THAT(names_in(tagger_, article), testing::Contains("person Haddad"));
}

TEST_F(TrainedTagger, SaysWhereNamesStandAndHowSureItIs) {
  const Analyzed article(
      "Minister Nadia Haddad told reporters in Tartu that shares of the company Zephyra fell.");
  const auto names = tagger_.tag(article.view());
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].begin, 9U);
  EXPECT_EQ(names[0].end, 21U);
  EXPECT_EQ(names[0].field, TextField::body);
  for (const FoundName& name : names) {
    EXPECT_GT(name.confidence, 50);
    EXPECT_LE(name.confidence, 99);
  }
}

TEST_F(TrainedTagger, ThreadsShareATagger) {
  const Analyzed article(
      "Minister Nadia Haddad told reporters in Tartu that shares of the company Zephyra fell.");
  const auto expected = tagger_.tag(article.view());
  std::vector<std::vector<FoundName>> found(4);
  std::vector<std::thread> threads;
  for (auto& names : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) names = tagger_.tag(article.view());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& names : found) EXPECT_EQ(names, expected);
}

TEST_F(TrainedTagger, TrainingAgainGivesTheSameBytes) {
  EXPECT_EQ(test::small_model().view(), model_->view());
  EXPECT_NE(test::small_model(2).view(), model_->view());
}

TEST(DefaultNameModel, FindsPlainNames) {
  const NameTagger tagger(default_name_model());
  const Analyzed article(
      "President Emmanuel Macron met Nadia Haddad in Berlin on Monday, a spokesman for the World "
      "Health Organization said.");
  EXPECT_THAT(names_in(tagger, article),
              ElementsAre("person Emmanuel Macron", "person Nadia Haddad", "place Berlin",
                          "organisation World Health Organization"));
}

}  // namespace
}  // namespace newsdex
