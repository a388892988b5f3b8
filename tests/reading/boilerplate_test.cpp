#include "reading/boilerplate.hpp"

#include <functional>

#include "newsdex/analyzer.hpp"
#include "reading/embedded_patterns.hpp"
#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found(std::string_view body) {
  std::vector<std::string> texts;
  for (const ByteRange range : find_boilerplate(body)) {
    texts.emplace_back(body.substr(range.begin, range.end - range.begin));
  }
  return texts;
}

TEST(Boilerplate, IsFoundAmongParagraphs) {
  for (const std::string_view line : {"Read more",
                                      "READ MORE: Telegram is banned",
                                      "Read also: Another story",
                                      "Advertisement",
                                      "We use cookies to improve your experience.",
                                      "Share on Facebook",
                                      "Photo: AFP",
                                      "Photo Credit: Jane Roe / AFP",
                                      "Sign up for our daily newsletter.",
                                      "Copy link",
                                      "(Reporting by Jane Roe; Editing by John Doe)",
                                      "© 2018 Example",
                                      "Copyright 2018 Example",
                                      "All rights reserved.",
                                      "Atta Kenare / AFP via Getty Images",
                                      "- AFP",
                                      "Читайте также: Что",
                                      "بیشتر بخوانید: تلگرام",
                                      "Jane Roe contributed to this report.",
                                      "Click here to subscribe"}) {
    const std::string body = "First paragraph.\n  " + std::string(line) + "\nLast paragraph.";
    EXPECT_THAT(found(body), ElementsAre(line));
  }
}

TEST(Boilerplate, BracketsWithinALineAreFoundAlone) {
  EXPECT_THAT(found("The ban ended (Reporting by Jane Roe; editing by Joe) on Monday (AFP said)."),
              ElementsAre("(Reporting by Jane Roe; editing by Joe)"));
}

TEST(Boilerplate, RowsOfButtonsAreAndALoneWordIsNot) {
  EXPECT_THAT(found("Text.\nFacebook\nTelegram\nText."), ElementsAre("Facebook", "Telegram"));
  EXPECT_THAT(found("Text.\nTelegram\nText."), IsEmpty());
  EXPECT_THAT(found("Telegram"), IsEmpty());
}

TEST(Boilerplate, WhatAnArticleConsistsOfIsItsText) {
  EXPECT_THAT(found("Read more\nPhoto: AFP\n"), IsEmpty());
}

TEST(Boilerplate, ProseIsNone) {
  for (const std::string_view line :
       {"Read more books, the minister told pupils.", "Shares of Facebook fell by five percent.",
        "Copyright holders sued Telegram in Moscow.", "Photo editors at AFP went on strike.",
        "Reporting by the Times found that the ban had failed.", "Telegram was blocked.",
        "Advertisement revenue fell.", "The AFP said so.", "Print runs were halved.", "",
        "Related: a word that linguists love, and of which they have written whole books, one of "
        "which "
        "is this one here, and it goes on for long.",
        "He asked (as ever) to read more."}) {
    EXPECT_THAT(found("First paragraph.\n" + std::string(line)), IsEmpty()) << line;
  }
}

TEST(Boilerplate, RangesAreAscendingAndApart) {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "Share this\nText (Photo by Jane) and (Photo by (Joe))\n";
  std::uint32_t end = 0;
  for (const ByteRange range : find_boilerplate(body)) {
    EXPECT_GE(range.begin, end);
    EXPECT_GT(range.end, range.begin);
    end = range.end;
  }
  EXPECT_THAT(find_boilerplate(std::string(1'000'000, '(')), IsEmpty());
}

// An index made by other patterns has other terms.
TEST(Boilerplate, PatternsChangeWithTheAnalyzersNumber) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char byte : boilerplate_text()) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  EXPECT_EQ(kAnalyzerFingerprint, "newsdex-2/icu/snowball");
  EXPECT_EQ(hash, 0x483FCF41BD2D12CEU)
      << "raise the number in kAnalyzerFingerprint, and put the new hash here";
}

}  // namespace
}  // namespace newsdex
