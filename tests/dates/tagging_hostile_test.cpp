// Texts that nobody writes: nothing may crash, hang or tag outside the text.
#include <random>

#include "dates/time_lexicon.hpp"
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

void expect_sound(std::string_view text, const std::vector<DateMention>& mentions) {
  std::uint32_t end = 0;
  for (const DateMention& mention : mentions) {
    ASSERT_GE(mention.begin, end);
    ASSERT_LT(mention.begin, mention.end);
    ASSERT_LE(mention.end, text.size());
    ASSERT_FALSE(mention.value.empty());
    ASSERT_FALSE(mention.rule.empty());
    ASSERT_EQ(mention.first.has_value(), mention.last.has_value());
    ASSERT_LE(mention.first.value_or(0), mention.last.value_or(0)) << mention.value;
    end = mention.end;
  }
}

TEST(DateTagger, SurvivesRandomRowsOfItsOwnWords) {
  const TimeLexicon lexicon;
  std::vector<std::string> words = lexicon.forms();
  for (std::string& word : words) std::replace(word.begin(), word.end(), '_', ' ');
  for (const char* word :
       {"the", "a", "of", "1", "31", "2018", "999999999", "1990s", "12.5", "10pm", "3rd",
        "30.04.2018", "99.99.9999", "30T18", "bc", "1397", "0", "00"}) {
    for (int i = 0; i < 20; ++i) words.emplace_back(word);
  }
  constexpr std::string_view kGaps[] = {" ", " ", " ",  ", ", "-",   " - ",
                                        "/", ":", ". ", "\n", "\n\n"};
  constexpr std::string_view kDates[] = {"", "2018", "2018-04", "2018-04-30", "1000", "2999-12-31"};
  std::mt19937 random(1);
  DateTagging tagging;
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      std::string word = words[random() % words.size()];
      if (random() % 3 == 0 && word[0] >= 'a' && word[0] <= 'z') {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
      }
      text += word;
      text += kGaps[random() % std::size(kGaps)];
    }
    const std::string_view language = round % 2 == 0 ? "en" : "fa";
    const auto mentions = tagging.tag(text, kDates[random() % std::size(kDates)], language);
    expect_sound(text, mentions);
    if (::testing::Test::HasFatalFailure()) FAIL() << text;
  }
}

TEST(DateTagger, TakesLongRowsInLinearTime) {
  constexpr std::size_t kBytes = 100'000;
  for (const std::string_view piece :
       {"one hundred ", "the first of the early ", "1/", "Monday, ", "2018-", "the end of ", "a ",
        "9 ", "every other ", "New Year's Day ", "- - ", "10:", "twenty-"}) {
    std::string text = "year ";
    while (text.size() < kBytes) text += piece;
    text += " years ago";
    DateTagging tagging;
    expect_sound(text, tagging.tag(text, "2018-05-01"));
  }
  std::string clocks = "April 2018: ";
  while (clocks.size() < kBytes) clocks += "at 10 p.m. and ";
  DateTagging tagging;
  expect_sound(clocks, tagging.tag(clocks, ""));
}

TEST(DateTagger, RefusesWhatLiesOutsideTheCalendar) {
  DateTagging tagging;
  for (const std::string_view text :
       {"999999999 years ago", "100000 centuries later", "900,000 weeks ago", "9999 BC",
        "in 99.99.9999", "the 30th century", "April 31", "on 31/31/2018", "2018-13-45",
        "99999999999999999999 years", "the 999th century BC"}) {
    expect_sound(text, tagging.tag(text, "2018-05-01"));
  }
}

TEST(DateTagger, AnEmptyArticleHasNoDates) {
  DateTagging tagging;
  EXPECT_TRUE(tagging.tag("", "2018-05-01").empty());
  EXPECT_TRUE(tagging.tag("Nothing of interest.", "").empty());
}

TEST(DateTagger, TagsTheTitleBeforeTheBody) {
  Analyzer analyzer;
  TokenStream title;
  TokenStream body;
  analyzer.analyze("News of Monday", "en", title);
  analyzer.analyze("He left on Tuesday.", "en", body);
  const DateTagger tagger;
  const auto found =
      tagger.tag({"News of Monday", title.tokens(), "He left on Tuesday.", body.tokens()},
                 *parse_date("2018-05-02"), "en");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].field, TextField::title);
  EXPECT_EQ(found[0].value, "2018-04-30");
  EXPECT_EQ(found[1].field, TextField::body);
  EXPECT_EQ(found[1].value, "2018-05-01");
}

}  // namespace
}  // namespace newsdex::testing
