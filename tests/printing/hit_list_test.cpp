#include "printing/hit_list.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "printing/printed_text.hpp"

namespace newsdex {
namespace {

Hit blocked_messenger() {
  Hit hit = hit_of("Ministry says it cannot block the messenger for good", "corpus/block.md");
  hit.title_highlights = {{24, 29}};
  hit.date = published(2018, 5, 1);
  hit.source = "Gulf Desk";
  hit.line = 1;
  hit.actors = {"Hassan Rouhani", "Pavel Durov"};
  hit.platforms = {"Telegram", "Twitter"};
  hit.snippets = {
      {"the judiciary banned the app,\nand many kept using it through tunnels that nobody could "
       "count",
       {{14, 20}},
       true,
       true}};
  return hit;
}

std::string hits_text(const std::vector<Hit>& hits, const TextStyle& style,
                      std::uint64_t offset = 0) {
  return printed([&](const Page& page) { print_hits(page, hits, offset); }, style);
}

TEST(PrintHits, FitsWidth80) {
  EXPECT_EQ(hits_text({blocked_messenger()}, {false, 80}), R"(
 1  Ministry says it cannot block the messenger for good              2018-05-01
    Gulf Desk · Hassan Rouhani, Pavel Durov · Telegram, Twitter
    … the judiciary banned the app, and many kept using it through tunnels that
    nobody could count …
    corpus/block.md:1
)");
}

TEST(PrintHits, ShowsWhatMatchedHoweverFewColumnsThereAre) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word ";
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += "telegram ban and so on";
  Hit hit = hit_of("Title", "a.txt");
  hit.snippets = {{text, {{begin, begin + 12}}, false, false}};
  for (const int width : {8, 12, 20, 30, 45, 60, 80, 200}) {
    SCOPED_TRACE(width);
    const std::string shown = hits_text({hit}, {true, width});
    EXPECT_NE(shown.find("tele"), std::string::npos) << shown;
    std::size_t lines = 0;
    for (const std::string& line : lines_of(shown)) lines += line.find("word") != std::string::npos;
    EXPECT_LE(lines, 4U);
  }
  EXPECT_NE(hits_text({hit}, {false, 30}).find("\u2026 word word word word word"),
            std::string::npos)
      << "begins between words";
}

TEST(PrintHits, SaysWhereADateIsFromThatIsNotFromMetadata) {
  Hit hit = hit_of("Title", "a.txt");
  hit.date = published(2019);
  hit.date.source = DateSource::text;
  EXPECT_NE(hits_text({hit}, {false, 80}).find("  2019 (text)\n"), std::string::npos);
}

TEST(PrintHits, FitsWidth60) {
  EXPECT_EQ(hits_text({blocked_messenger()}, {false, 60}), R"(
 1  Ministry says it cannot block the messenger   2018-05-01
    for good
    Gulf Desk · Hassan Rouhani, Pavel Durov · Telegram,
    Twitter
    … the judiciary banned the app, and many kept using it
    through tunnels that nobody could count …
    corpus/block.md:1
)");
}

TEST(PrintHits, OnANarrowPageTheDateLeavesTheTitle) {
  EXPECT_EQ(hits_text({blocked_messenger()}, {false, 20}), R"(
 1  Ministry says it
    cannot block…
    2018-05-01 ·
    Gulf Desk ·…
    … the judiciary
    banned the app,
    and many kept
    using it…
    corpus/block.md:
    1
)");
}

TEST(PrintHits, WithoutWidthNothingIsWrapped) {
  EXPECT_EQ(hits_text({blocked_messenger()}, {false, 0}), R"(
 1  Ministry says it cannot block the messenger for good  2018-05-01
    Gulf Desk · Hassan Rouhani, Pavel Durov · Telegram, Twitter
    … the judiciary banned the app, and many kept using it through tunnels that nobody could count …
    corpus/block.md:1
)");
}

TEST(PrintHits, ColoursTitleMarksAndPlace) {
  EXPECT_EQ(hits_text({blocked_messenger()}, {true, 80}),
            "\n"
            " 1  \x1B[1mMinistry says it cannot \x1B[0m\x1B[1;31mblock\x1B[0m\x1B[1m the messenger "
            "for good\x1B[0m              2018-05-01\n"
            "    Gulf Desk\x1B[2m · \x1B[0mHassan Rouhani\x1B[2m, \x1B[0mPavel Durov\x1B[2m · "
            "\x1B[0mTelegram\x1B[2m, \x1B[0mTwitter\n"
            "    … the judiciary \x1B[1;31mbanned\x1B[0m the app, and many kept using it through "
            "tunnels that\n"
            "    nobody could count …\n"
            "    \x1B[2mcorpus/block.md:1\x1B[0m\n");
}

TEST(PrintHits, NumbersGoOnFromTheOffsetAndLineUp) {
  Hit hit = hit_of("T", "f");
  EXPECT_EQ(hits_text({hit, hit}, {false, 40}, 98), R"(
  99  T                          no date
      f

 100  T                          no date
      f
)");
}

TEST(PrintHits, RightToLeftIsIsolatedAndInLogicalOrder) {
  Hit hit;
  hit.title =
      "\u062A\u0644\u06AF\u0631\u0627\u0645 \u0645\u0633\u062F\u0648\u062F "
      "\u0646\u0645\u06CC\u200C\u0634\u0648\u062F";
  hit.date = published(2018, 5, 1);
  hit.path = "f";
  hit.actors = {"Pavel Durov", "\u0631\u0648\u062D\u0627\u0646\u06CC"};
  hit.snippets = {{"\u062A\u0644\u06AF\u0631\u0627\u0645", {}, true, true}};
  EXPECT_EQ(
      hits_text({hit}, {false, 60}),
      "\n"
      " 1  \u2067\u062A\u0644\u06AF\u0631\u0627\u0645 \u0645\u0633\u062F\u0648\u062F "
      "\u0646\u0645\u06CC\u200C\u0634\u0648\u062F\u2069                           2018-05-01\n"
      "    Pavel Durov, \u2067\u0631\u0648\u062D\u0627\u0646\u06CC\u2069\n"
      "    \u2067\u2026 \u062A\u0644\u06AF\u0631\u0627\u0645 \u2026\u2069\n"
      "    f\n");
}

TEST(PrintHits, WideCharactersTakeTwoColumns) {
  Hit hit;
  hit.title = "\u4E2D\u6587\u65B0\u805E\u793E \U0001F600";
  hit.path = "f";
  EXPECT_EQ(hits_text({hit}, {false, 40}),
            "\n"
            " 1  \u4E2D\u6587\u65B0\u805E\u793E \U0001F600                no date\n"
            "    f\n");
}

TEST(PrintHits, ASnippetTakesFourLinesAtMost) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  Hit hit = hit_of("T", "f");
  hit.snippets = {{words, {}, false, false}};
  EXPECT_EQ(hits_text({hit}, {false, 40}), R"(
 1  T                            no date
    word word word word word word word
    word word word word word word word
    word word word word word word word
    word word word word word word word…
    f
)");
}

TEST(PrintHits, ManyNamesTakeTwoLines) {
  Hit hit = hit_of("T", "f");
  for (int i = 10; i < 60; ++i) hit.actors.push_back("Actor Number " + std::to_string(i));
  EXPECT_EQ(hits_text({hit}, {false, 40}), R"(
 1  T                            no date
    Actor Number 10, Actor Number 11,
    Actor Number 12, Actor Number 13,…
    f
)");
}

TEST(PrintHits, AHitWithoutAnythingIsStillALine) {
  EXPECT_EQ(hits_text({Hit{}}, {false, 40}), R"(
 1  (no title)                   no date
)");
}

struct DateCase {
  PublicationDate date;
  std::string_view shown;
};

TEST(PrintHits, DatesAreShownAsPreciselyAsTheDay) {
  PublicationDate to_the_minute = published(2019, 2, 3);
  to_the_minute.value.precision = DatePrecision::minute;
  to_the_minute.value.minute_of_day = 754;
  to_the_minute.value.offset_minutes = 210;
  const DateCase cases[] = {{{}, "no date"},
                            {published(2019), "2019"},
                            {published(2019, 2), "2019-02"},
                            {published(2019, 2, 3), "2019-02-03"},
                            {to_the_minute, "2019-02-03"}};
  for (const DateCase& c : cases) {
    SCOPED_TRACE(c.shown);
    Hit hit = hit_of("T", "f");
    hit.date = c.date;
    const std::string first = lines_of(hits_text({hit}, {false, 40})).at(1);
    EXPECT_TRUE(first.ends_with("  " + std::string(c.shown))) << first;
    EXPECT_EQ(first.size(), 40U);
  }
}

struct PlaceCase {
  std::string_view path;
  std::uint32_t line;
  std::string_view url;
  std::string_view shown;
};

TEST(PrintHits, SaysWhereToReadOn) {
  constexpr PlaceCase kCases[] = {
      {"a b.md", 12, "https://n.example/", "a b.md:12"},
      {"a.md", 0, "", "a.md"},
      {"-", 12, "https://n.example/", "https://n.example/"},
      {"", 0, "", "the-id"},
      {"-", 1, "", "the-id"},
  };
  for (const PlaceCase& c : kCases) {
    SCOPED_TRACE(c.shown);
    Hit hit;
    hit.id = "the-id";
    hit.title = "T";
    hit.url = std::string(c.url);
    hit.path = std::string(c.path);
    hit.line = c.line;
    EXPECT_EQ(lines_of(hits_text({hit}, {false, 40})).back(), "    " + std::string(c.shown));
  }
}

}  // namespace
}  // namespace newsdex
