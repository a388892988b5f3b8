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
                                      "We use our own and third-party cookies to count visits.",
                                      "Cookies help us deliver our services.",
                                      "By continuing to browse the site you agree to our terms.",
                                      "By continuing to visit, you accept our use of cookies.",
                                      "This website stores cookies on your computer.",
                                      "Nous utilisons des cookies pour mesurer l'audience.",
                                      "Image copyright Getty Images",
                                      "Image caption The minister in Tehran on Monday",
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
        "Copyright holders sued Telegram in Moscow.", "Image copyright holders sued Telegram.",
        "Cookies of third parties will be blocked by Chrome.",
        "By continuing to block Telegram, the court said, Iran hurts itself.",
        "Photo editors at AFP went on strike.",
        "Reporting by the Times found that the ban had failed.", "Telegram was blocked.",
        "Advertisement revenue fell.", "The AFP said so.", "Print runs were halved.", "",
        "Related: a word that linguists love, and of which they have written whole books, one of "
        "which "
        "is this one here, and it goes on for long.",
        "He asked (as ever) to read more."}) {
    EXPECT_THAT(found("First paragraph.\n" + std::string(line)), IsEmpty()) << line;
  }
}

constexpr std::string_view kNotNews[] = {
    "FILE PHOTO: A man holds a phone with the logo of Telegram in Moscow, Russia, April 16, 2018. "
    "REUTERS/Stringer",
    "FILE PHOTO: Iran's president is seen at a news conference. REUTERS/Nazanin Tabatabaee/WANA",
    "A woman walks past a mural in Tehran, Iran. REUTERS/Stringer/File Photo",
    "Protesters in Tehran. AFP PHOTO/Atta Kenare",
    "In this photo of 2018, a man looks at his phone. (AP Photo/Vahid Salemi)",
    "Photo by Jane Roe on Unsplash",
    "Follow us on Telegram",
    "Follow us on Twitter, Facebook and Instagram",
    "Follow Jane Roe on Twitter: @janeroe",
    "Join us on WhatsApp for the latest news",
    "Share on Facebook",
    "Subscribe to our newsletter",
    "Sign up for our daily newsletter and get the news in your inbox.",
    "Click here to read the full report.",
    "Read more about Telegram in Iran",
    "Log in to comment",
    "Editing by John Doe and Jane Roe",
    "Additional reporting by Jane Roe in Moscow",
    "With files from Reuters",
    "With inputs from AFP and PTI",
    "Compiled by Jane Roe",
    "With reporting by Reuters and AFP",
    "Advertisement \u00b7 Scroll to continue",
    "list 1 of 4",
    "\u0627\u0646\u062a\u0647\u0627\u06cc \u067e\u06cc\u0627\u0645",
};

constexpr std::string_view kNews[] = {
    "Follow us on Telegram, the minister told users.",
    "Follow the president on Telegram, state media urged Iranians.",
    "Follow the money on Facebook was his advice to prosecutors.",
    "Join us on Monday in the square, the opposition said.",
    "Share on platforms that are not filtered, he told his followers.",
    "Click here to vote, read the message that users were sent.",
    "Read more on paper than on screens, the study found pupils do.",
    "Subscribe to our channel, the group wrote, or lose touch.",
    "Sign in to Telegram is no longer possible without a number.",
    "Log in to the service was blocked for a day.",
    "Photo by photo, the archive came back.",
    "Editing by machines became common in newsrooms.",
    "Editing by hand takes longer.",
    "Additional reporting by the newspaper showed that he had left.",
    "With files from the ministry, prosecutors built their case.",
    "With inputs from many sides the law changed.",
    "Four in ten would vote for him, a Reuters/Ipsos poll found.",
    "That is the result of the latest Reuters/Ipsos survey",
    "Tehran, April 30, Reuters/AFP - A court ordered providers to block Telegram.",
    "Unsubscribe buttons are to be larger, the court ordered.",
    "Continue reading newspapers, he told them.",
    "List of parties that stood: none of the four of last year.",
    "With reporting by phone barred, he left.",
    "The file photo of the suspect was shown on television.",
};

TEST(Boilerplate, CreditsAndButtonsAreToldFromSentences) {
  for (const std::string_view line : kNotNews) {
    EXPECT_THAT(found("First paragraph.\n" + std::string(line) + "\nLast."), ElementsAre(line));
  }
  for (const std::string_view line : kNews) {
    EXPECT_THAT(found("First paragraph.\n" + std::string(line) + "\nLast."), IsEmpty()) << line;
  }
}

TEST(Boilerplate, WhatAServiceCutOffIsFoundAlone) {
  EXPECT_THAT(found("The ban was lifted on Mon\u2026 [+2345 chars]"), ElementsAre("[+2345 chars]"));
  EXPECT_THAT(found("He said [sic] that [they] came."), IsEmpty());
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
  EXPECT_EQ(kAnalyzerFingerprint, "newsdex-4/icu/snowball");
  EXPECT_EQ(hash, 0xA89FAA92C0510550U)
      << "raise the number in kAnalyzerFingerprint, and put the new hash here";
}

}  // namespace
}  // namespace newsdex
