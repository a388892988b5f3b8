// Broken lists, broken texts, and sizes nobody would write by hand.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "newsdex/error.hpp"
#include "recognition.hpp"

namespace newsdex::testing {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(HostileInput, NamesOfManyWordsAreRefused) {
  EXPECT_THROW(gazetteer_of("- {name: '" + repeated("x ", 33) + "', kind: person}"), Error);
  Tagger tagger("- {name: '" + repeated("x ", 32) + "', kind: person, surname: []}");
  EXPECT_EQ(tagger.recognize({}, repeated("x ", 64)).mentions.size(), 2U);
}

TEST(HostileInput, TextsThatAlmostMatchEverywhereStayLinear) {
  Tagger tagger("- {name: '" + repeated("a ", 31) + "b', kind: person, surname: []}");
  EXPECT_TRUE(tagger.recognize({}, repeated("a ", 50'000)).mentions.empty());
}

TEST(HostileInput, LongLinesOfNamesStayLinear) {
  Tagger tagger("- {name: Hassan Rouhani, kind: person}");
  const std::string text = repeated("Hassan Rouhani and ", 100'000);
  EXPECT_EQ(tagger.recognize({}, text).mentions.size(), 100'000U);
}

TEST(HostileInput, ManyDoubtfulNamesInOneEndlessSentence) {
  Tagger tagger(
      "- {name: Gap, kind: platform, name-flags: needs-context, context: [zebra]}\n"
      "- {name: Signal, kind: platform, name-flags: needs-context}\n");
  const std::string text = repeated("Gap app Signal, ", 20'000);
  // Each Signal has its cue, and vouches for the Gap after the comma.
  EXPECT_EQ(tagger.recognize({}, text).mentions.size(), 39'999U);
}

TEST(HostileInput, AHundredThousandEntriesThatShareTheirWords) {
  std::string yaml;
  for (int i = 0; i < 100'000; ++i) {
    yaml += fmt::format("- {{name: Ali Reza{} Smith, kind: person}}\n", i);
  }
  Tagger tagger(yaml);
  ASSERT_EQ(tagger.gazetteer().entities().size(), 100'000U);
  EXPECT_EQ(tagger.mark("Ali Reza77777 Smith met Smith."),
            "[Ali Reza77777 Smith=Ali Reza77777 Smith@name] met [Smith=Ali Reza77777 "
            "Smith@surname].");
  const Recognition found = tagger.recognize({}, repeated("Smith. ", 10'000));
  EXPECT_TRUE(found.mentions.empty());
}

TEST(HostileInput, AFormThatThousandsShareIsNobodys) {
  std::string yaml;
  for (int i = 0; i < 5'000; ++i) {
    yaml += fmt::format("- {{name: P{}, kind: person, aliases: [Boss]}}\n", i);
  }
  Tagger tagger(yaml);
  EXPECT_EQ(tagger.mark("Boss left"), "Boss left");
}

TEST(HostileInput, AFullNameThatTwentyShareIsNobodysNorIsTheSurname) {
  std::string yaml = "- {name: Iran, kind: place}\n";
  for (int i = 0; i < 20; ++i) {
    yaml +=
        fmt::format("- {{name: P{} Zand, kind: person, country: Iran, aliases: [Jane Zand]}}\n", i);
  }
  Tagger tagger(yaml);
  EXPECT_EQ(tagger.mark("So Jane Zand left Iran. Zand spoke. J. Zand too."),
            "So Jane Zand left [Iran=Iran@name]. Zand spoke. J. Zand too.");
}

TEST(HostileInput, HeadlinesOfManySurnames) {
  Tagger tagger(
      "- {name: Kim Jong Un, kind: person, country: North Korea, surname: Kim}\n"
      "- {name: North Korea, kind: place}\n");
  const std::string title = repeated("Kim Yo Jong, Kim Visits, ", 30'000);
  EXPECT_EQ(tagger.recognize(title, "Kim Jong Un came. Kim Yo Jong spoke.").mentions.size(), 1U);
}

TEST(HostileInput, TitlesThatAreNone) {
  Tagger tagger("- {name: Ali Khamenei, kind: person}\n- {name: Telegram, kind: platform}\n");
  for (const std::string_view title : {"", " ", "\n\n", "\xFF", "\u200C", "...", "Khamenei", "The",
                                       "(", "The (", "On X", "H.", "Airport"}) {
    EXPECT_EQ(tagger.recognize(title, "So Ali Khamenei left.").mentions.size(),
              title == "Khamenei" ? 2U : 1U)
        << title;
    EXPECT_TRUE(tagger.recognize("Telegram", title).mentions.size() >= 1U) << title;
  }
}

TEST(HostileInput, BrokenUtf8AndControlsInTexts) {
  Tagger tagger("- {name: Telegram, kind: platform}\n- {name: Ali Khamenei, kind: person}\n");
  EXPECT_EQ(tagger.mark("\xFFTelegram\xC3\x28\x00 Telegram"),
            "\xFF[Telegram=Telegram@name]\xC3\x28");
  EXPECT_EQ(tagger.mark("Ali\xFFKhamenei"), "Ali\xFFKhamenei");
  EXPECT_EQ(tagger.mark("Ali\x01Khamenei"), "Ali\x01Khamenei");
  EXPECT_EQ(tagger.mark("Ali\u200F Khamenei"), "[Ali\u200F Khamenei=Ali Khamenei@name]");
}

TEST(HostileInput, TokensBeyondTheirText) {
  const Gazetteer gazetteer = gazetteer_of("- {name: Ali Khamenei, kind: person}");
  const EntityRecognizer recognizer(gazetteer);
  Analyzer analyzer;
  TokenStream tokens;
  analyzer.analyze("by Firuz Ali Khamenei of Iran, Mr. Khamenei's", "en", tokens);
  // Read from the tokens alone: nothing of what stands around them is there.
  EXPECT_THAT(recognizer.recognize({{}, {}, "by", tokens.tokens()}, true).mentions,
              ::testing::SizeIs(2));
}

TEST(HostileInput, AnEmptyArticleAndAnEmptyList) {
  Tagger tagger("");
  EXPECT_TRUE(tagger.recognize({}, {}).mentions.empty());
  EXPECT_EQ(tagger.mark("Ali Khamenei"), "Ali Khamenei");
}

}  // namespace
}  // namespace newsdex::testing
