// When a listed form and a stretch of text are the same: capitals, spelling, signs between words.

#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

void expect_marked(Tagger& tagger, std::span<const Case> cases) {
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(tagger.mark(text), expected.empty() ? text : expected);
  }
}

TEST(FormMatching, FollowsTheCapitalsOfTheList) {
  Tagger tagger(R"(
- {name: Telegram, kind: platform}
- {name: WhatsApp, kind: platform}
- {name: iMessage, kind: platform}
- {name: Revolutionary Guards, kind: organisation}
- {name: IRNA, kind: organisation}
- {name: United States, kind: place, aliases: [US, U.S.]}
- {name: WHO, kind: organisation}
)");
  constexpr Case kCases[] = {
      {"Use Telegram now", "Use [Telegram=Telegram@name] now"},
      {"BAN ON TELEGRAM", "BAN ON [TELEGRAM=Telegram@name]"},
      {"they sent a telegram in 1915", ""},
      {"Whatsapp and WHATSAPP", "[Whatsapp=WhatsApp@name] and [WHATSAPP=WhatsApp@name]"},
      {"IMessage or imessage", "[IMessage=iMessage@name] or [imessage=iMessage@name]"},
      {"revolutionary guards", ""},
      {"Revolutionary guards", ""},
      {"Irna said", "[Irna=IRNA@name] said"},
      {"Us and them, us and them", ""},
      {"US and U.S. envoys", "[US=United States@alias] and [U.S=United States@alias]. envoys"},
      {"Who is it? WHO said", "Who is it? [WHO=WHO@name] said"},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, ComparesSpellingWhereTheListSaysSo) {
  Tagger tagger(R"(
- {name: Gap, kind: platform, name-flags: exact-case}
- {name: Bale-App, kind: platform, name-flags: exact-case}
)");
  constexpr Case kCases[] = {{"On Gap today", "On [Gap=Gap@name] today"},
                             {"MIND THE GAP", ""},
                             {"the gap widened", ""},
                             {"Gap's users", "[Gap=Gap@name]'s users"},
                             {"Bale App", "[Bale App=Bale-App@name]"},
                             {"Bale-App", "[Bale-App=Bale-App@name]"},
                             {"BALE APP", ""}};
  expect_marked(tagger, kCases);
}

TEST(FormMatching, CrossesOnlyWhatANameMayContain) {
  Tagger tagger(R"(
- {name: Ali Azari-Jahromi, kind: person, surname: []}
- {name: J. D. Vance, kind: person, surname: []}
- {name: T.S. Eliot, kind: person, surname: []}
- {name: U.S. Navy, kind: organisation}
- {name: Dr. Oz, kind: person, surname: []}
- {name: Moody's Investors, kind: organisation}
- {name: Gap Messenger, kind: platform}
- {name: Hashd al-Sha'bi, kind: organisation}
)");
  constexpr Case kCases[] = {
      {"Ali Azari-Jahromi", "[Ali Azari-Jahromi=Ali Azari-Jahromi@name]"},
      {"Ali  Azari\u00A0Jahromi", "[Ali  Azari\u00A0Jahromi=Ali Azari-Jahromi@name]"},
      {"A filled line that ends with the name Ali\nAzari Jahromi",
       "A filled line that ends with the name [Ali\nAzari Jahromi=Ali Azari-Jahromi@name]"},
      {"A filled line that ends with the name Ali\r\nAzari\u2011Jahromi",
       "A filled line that ends with the name [Ali\r\nAzari\u2011Jahromi=Ali "
       "Azari-Jahromi@name]"},
      {"Ali\nAzari Jahromi", ""},
      {"Ali Azari\u2013Jahromi", "[Ali Azari\u2013Jahromi=Ali Azari-Jahromi@name]"},
      {"Ali Azari - Jahromi", ""},
      {"Ali\n\nAzari Jahromi", ""},
      {"Ali\r\n\r\nAzari Jahromi", ""},
      {"Ali, Azari-Jahromi", ""},
      {"Ali (Azari) Jahromi", ""},
      {"Ali. Azari Jahromi", ""},
      {"Ali's Azari-Jahromi", ""},
      {"\"Ali\" Azari-Jahromi", ""},
      {"Ali\u2014Azari-Jahromi", ""},
      {"J.D. Vance", "[J.D. Vance=J. D. Vance@name]"},
      {"J. D. Vance's wife", "[J. D. Vance=J. D. Vance@name]'s wife"},
      {"JD Vance", "[JD Vance=J. D. Vance@name]"},
      {"T.S. Eliot, T. S. Eliot", "[T.S. Eliot=T.S. Eliot@name], [T. S. Eliot=T.S. Eliot@name]"},
      {"J D Vance", "[J D Vance=J. D. Vance@name]"},
      {"the U.S. Navy", "the [U.S. Navy=U.S. Navy@name]"},
      {"the US Navy", "the [US Navy=U.S. Navy@name]"},
      {"Dr Oz and Dr. Oz", "[Dr Oz=Dr. Oz@name] and [Dr. Oz=Dr. Oz@name]"},
      {"Moody's Investors", "[Moody's Investors=Moody's Investors@name]"},
      {"Moody\u2019s Investors", "[Moody\u2019s Investors=Moody's Investors@name]"},
      {"Moody Investors", ""},
      {"a Gap. Messenger apps", ""},
      {"Hashd Al-Shabi", "[Hashd Al-Shabi=Hashd al-Sha'bi@name]"},
      {"Hashd al\u2011Sha\u2019bi", "[Hashd al\u2011Sha\u2019bi=Hashd al-Sha'bi@name]"},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, CrossesTheSignsOfTheListItself) {
  Tagger tagger(R"(
- {name: "Ministry of Science, Research and Technology", kind: organisation}
- {name: Ministry of Science, kind: organisation}
- {name: RFE/RL, kind: organisation}
- {name: Bourse & Bazaar, kind: organisation}
- {name: Yahoo! News, kind: platform, name-flags: exact-case}
)");
  constexpr Case kCases[] = {
      {"Ministry of Science, Research and Technology",
       "[Ministry of Science, Research and Technology=Ministry of Science, Research and "
       "Technology@name]"},
      {"Ministry of Science. Research and Technology",
       "[Ministry of Science=Ministry of Science@name]. Research and Technology"},
      {"RFE/RL, RFE-RL", "[RFE/RL=RFE/RL@name], [RFE-RL=RFE/RL@name]"},
      {"RFE, RL", ""},
      {"Bourse&Bazaar", "[Bourse&Bazaar=Bourse & Bazaar@name]"},
      {"Bourse, Bazaar", ""},
      {"Yahoo! News, Yahoo News", "[Yahoo! News=Yahoo! News@name], [Yahoo News=Yahoo! News@name]"},
      {"YAHOO! News", ""},
      {"Yahoo? News", ""},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, WantsTheSignsBehindASingleLetter) {
  Tagger tagger(R"(
- {name: C++, kind: platform, aliases: [{form: X, flags: [exact-case]}]}
- {name: Yahoo!, kind: platform}
)");
  constexpr Case kCases[] = {
      {"Vitamin C and C+ are not C++.", "Vitamin C and C+ are not [C=C++@name]++."},
      {"C++, C+++ and C", "[C=C++@name]++, C+++ and C"},
      {"On X and Yahoo", "On [X=C++@alias] and [Yahoo=Yahoo!@name]"},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, ReadsHostsWhole) {
  Tagger tagger(R"(
- {name: Telegram, kind: platform, aliases: [{form: t.me, flags: [exact-case]}, telegram.org]}
)");
  constexpr Case kCases[] = {
      {"https://t.me/news", "https://[t.me=Telegram@alias]/news"},
      {"see t.me. So it", "see [t.me=Telegram@alias]. So it"},
      {"www.telegram.org, web.telegram.org",
       "www.[telegram.org=Telegram@alias], web.[telegram.org=Telegram@alias]"},
      {"evil-t.me", ""},
      {"https://t.me.evil.com/x", ""},
      {"t.me-evil.com", ""},
      {"x_t.me", ""},
      {"a@telegram.org", ""},
      {"a@mail.telegram.org", ""},
      {"example.com/t.me", ""},
      {"@Telegram, @Telegram_news, news.com/Telegram", ""},
      {"AFP/Telegram", "AFP/[Telegram=Telegram@name]"},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, PrefersTheLongestForm) {
  Tagger tagger(R"(
- {name: Soroush, kind: platform}
- {name: Soroush Plus, kind: platform}
- {name: Twitter, kind: platform}
- {name: Twitter Inc, kind: organisation}
- {name: Larijani Commission, kind: organisation}
- {name: Ali Larijani, kind: person}
)");
  constexpr Case kCases[] = {
      {"Soroush Plus, Soroush", "[Soroush Plus=Soroush Plus@name], [Soroush=Soroush@name]"},
      {"Twitter Inc. bans Twitter users",
       "[Twitter Inc=Twitter Inc@name]. bans [Twitter=Twitter@name] users"},
      {"Ali Larijani on the Larijani Commission",
       "[Ali Larijani=Ali Larijani@name] on the [Larijani Commission=Larijani Commission@name]"}};
  expect_marked(tagger, kCases);
}

TEST(FormMatching, CutsPossessiveEndings) {
  Tagger tagger("- {name: Telegram, kind: platform}\n");
  constexpr Case kCases[] = {{"Telegram's users", "[Telegram=Telegram@name]'s users"},
                             {"Telegram\u2019s users", "[Telegram=Telegram@name]\u2019s users"},
                             {"TELEGRAM'S USERS", "[TELEGRAM=Telegram@name]'S USERS"},
                             {"pro-Telegram, Telegram-based",
                              "pro-[Telegram=Telegram@name], [Telegram=Telegram@name]-based"}};
  expect_marked(tagger, kCases);
}

TEST(FormMatching, ReadsPersianInAllItsSpellings) {
  Tagger tagger(R"(
- name: Ali-Akbar Salehi
  kind: person
  persian: [علی‌اکبر صالحی]
  surname-persian: صالحی
- {name: Telegram, kind: platform, persian: تلگرام}
)");
  constexpr Case kCases[] = {
      {"علی‌اکبر صالحی گفت",
       "[علی‌اکبر صالحی=Ali-Akbar Salehi@alias] گفت"},
      {"علی اکبر صالحی گفت", "[علی اکبر صالحی=Ali-Akbar Salehi@alias] گفت"},
      {"علي‌اكبر صالحي گفت",
       "[علي‌اكبر صالحي=Ali-Akbar Salehi@alias] گفت"},
      {"در تلگرام، علی‌اکبر صالحی",
       "در [تلگرام=Telegram@alias]، [علی‌اکبر صالحی=Ali-Akbar "
       "Salehi@alias]"},
      {"علی‌اکبر صالحی گفت. صالحی رفت",
       "[علی‌اکبر صالحی=Ali-Akbar Salehi@alias] گفت. [صالحی=Ali-Akbar "
       "Salehi@surname] "
       "رفت"},
      {"علی‌اکبر صالحی گفت. محمود صالحی رفت",
       "[علی‌اکبر صالحی=Ali-Akbar Salehi@alias] گفت. محمود صالحی "
       "رفت"},
      {"علی، اکبر صالحی", ""},
  };
  expect_marked(tagger, kCases);
}

TEST(FormMatching, LeavesOutFormsThatAreForQueriesOnly) {
  Tagger tagger(
      "- {name: Telegram, kind: platform, aliases: [{form: Telgram, flags: query-only}]}\n");
  EXPECT_EQ(tagger.mark("Telgram"), "Telgram");
}

TEST(FormMatching, ReportsBytesRuleAndConfidence) {
  Tagger tagger("- {name: Telegram, kind: platform, aliases: [Telegram Messenger]}\n");
  const Recognition found = tagger.recognize("Telegram", "“Telegram Messenger” and Telegram");
  ASSERT_EQ(found.mentions.size(), 3U);
  EXPECT_EQ(found.mentions[0],
            (Mention{0, EntityType::platform, TextField::title, MentionRule::name, 100, 0, 0, 8}));
  EXPECT_EQ(found.mentions[1],
            (Mention{0, EntityType::platform, TextField::body, MentionRule::alias, 100, 1, 3, 21}));
  EXPECT_EQ(found.mentions[2],
            (Mention{0, EntityType::platform, TextField::body, MentionRule::name, 100, 0, 29, 37}));
}

}  // namespace
}  // namespace newsdex::testing
