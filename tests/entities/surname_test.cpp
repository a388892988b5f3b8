// Surnames, back to the persons that the article names in full.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kSurnameNames = R"(
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Twitter, kind: platform}
- name: Hassan Rouhani
  kind: person
  aliases: [Hassan Rohani]
  surname: [Rouhani, Rohani]
  persian: حسن روحانی
  surname-persian: روحانی
- {name: Ali Khamenei, kind: person, aliases: [Sayyid Ali Hosseini Khamenei]}
- {name: Mohammad-Javad Azari-Jahromi, kind: person, surname: [Azari-Jahromi, Jahromi]}
- {name: Emmanuel Macron, kind: person}
- {name: Gholam-Ali Haddad-Adel, kind: person, surname: Haddad-Adel}
- {name: Ferdous Adel, kind: person}
)";

constexpr Case kFollowUps[] = {
    // Only after the full name, but anywhere.
    {"Rouhani spoke.", "Rouhani spoke."},
    {"Hassan Rouhani spoke. Rouhani left.",
     "[Hassan Rouhani=Hassan Rouhani@name] spoke. [Rouhani=Hassan Rouhani@surname] left."},
    {"Rouhani left. Hassan Rohani spoke.",
     "[Rouhani=Hassan Rouhani@surname] left. [Hassan Rohani=Hassan Rouhani@alias] spoke."},
    {"Hassan Rouhani spoke. Rouhani's aide left.",
     "[Hassan Rouhani=Hassan Rouhani@name] spoke. [Rouhani=Hassan Rouhani@surname]'s aide left."},
    {"Hassan Rouhani spoke to a rouhani.",
     "[Hassan Rouhani=Hassan Rouhani@name] spoke to a rouhani."},
    {"Mohammad Javad Azari Jahromi spoke, and Azari-Jahromi left, as Jahromi said.",
     "[Mohammad Javad Azari Jahromi=Mohammad-Javad Azari-Jahromi@name] spoke, and "
     "[Azari-Jahromi=Mohammad-Javad Azari-Jahromi@surname] left, as "
     "[Jahromi=Mohammad-Javad Azari-Jahromi@surname] said."},
    {"حسن روحانی گفت. روحانی رفت.",
     "[حسن روحانی=Hassan Rouhani@alias] گفت. [روحانی=Hassan Rouhani@surname] رفت."},
};

TEST(Surnames, FollowFullNames) {
  Tagger tagger(kSurnameNames);
  for (const auto& [text, expected] : kFollowUps) {
    SCOPED_TRACE(text);
    EXPECT_EQ(tagger.mark(text), expected);
  }
}

struct Neighbour {
  std::string_view words;  // with the surname of someone who is named in full elsewhere
  bool linked;
};

constexpr Neighbour kBefore[] = {
    {"and then President Rouhani left", true},
    {"and then Iran President Rouhani left", true},
    {"and then Iran's Rouhani left", true},
    {"and then Iranian Rouhani left", true},
    {"and the late Grand Ayatollah Rouhani left", true},
    {"and then Hassan Rouhani left", true},
    {"but as Mr. Rouhani left", true},
    {"but as M. Rouhani left", true},
    {"but as H. Rouhani left", true},
    {"on Monday Rouhani left", true},
    {"he said: The Rouhani cabinet", true},
    {"on Twitter Rouhani said", true},
    {"so said CEO Rouhani", true},
    {"in the IRGC Rouhani said", true},
    {"the tie. Yesterday Rouhani said", true},
    {"it was over. Angrily Rouhani left", true},
    {"according to AFP\nRouhani left", true},
    {"the anti-Rouhani camp", true},
    {"it ended. Anti-Rouhani camps", true},
    {"a Macron-Rouhani talk", true},
    {"the man from Qom, Rouhani, left", true},
    {"and then Ahmad Rouhani left", false},
    {"it was over. Ahmad Rouhani left", false},
    {"and then A. Rouhani left", false},
    {"and then Firuz Rouhani left", false},
    {"and then Firuz\u00A0Rouhani left", false},
    {"and then Ahmad\nRouhani left", false},
    {"and then a Zarif-Rouhani talk", false},
    {"and then Yousef bin Rouhani left", false},
    {"and then al-Rouhani left", false},
};

constexpr Neighbour kAfter[] = {
    {"and then Rouhani Zadeh left", false},
    {"and then Rouhani Nejad left", false},
    {"and then Rouhani-Nejad left", false},
    {"and then Rouhani-nejad left", false},
    {"and then Rouhani-Motahari left", false},
    {"and then Rouhani far outdid him", true},
    {"and then Rouhani Monday left", true},
    {"a Rouhani-led cabinet", true},
    {"a Rouhani-Macron talk", true},
    {"so it was Rouhani. Far away", true},
    {"it was Rouhani's Far East", true},
    {"and then Rouhani Keshavarz left", false},
    {"and then the Rouhani Foundation", false},
    {"and then Rouhani Twitter posts", true},
    {"and then Rouhani IRGC talks", true},
    {"and then the Rouhani Government", true},
    {"and then Rouhani Hassan left", true},
    {"and then Rouhani Macron left", false},
    {"on Rouhani street", false},
    {"the Rouhani university speech", true},
    {"the Rouhani International Airport", false},
};

void expect_linked(std::span<const Neighbour> neighbours) {
  Tagger tagger(kSurnameNames);
  for (const auto& [words, linked] : neighbours) {
    SCOPED_TRACE(words);
    const std::string body = "Here is Hassan Rouhani, " + std::string(words);
    const std::string marked = tagger.mark(body);
    const std::size_t second = marked.find("=Hassan Rouhani@", marked.find("@name]") + 1);
    EXPECT_EQ(second != std::string::npos, linked) << marked << '\n' << tagger.rejections(body);
  }
}

TEST(Surnames, AreNotLinkedAfterAnotherGivenName) {
  expect_linked(kBefore);
}

TEST(Surnames, AreNobodysWhereAnUnlistedNamesakeIsNamedToo) {
  Tagger tagger(kSurnameNames);
  EXPECT_EQ(
      tagger.mark("Hassan Rouhani spoke, and then Ahmad Rouhani left. Rouhani smiled."),
      "[Hassan Rouhani=Hassan Rouhani@name] spoke, and then Ahmad Rouhani left. Rouhani smiled.");
}

TEST(Surnames, AreNotLinkedWithinALongerOne) {
  expect_linked(kAfter);
}

constexpr std::string_view kOthers = R"(
- {name: North Korea, kind: place, aliases: [Pyongyang]}
- {name: Kim Jong Un, kind: person, country: North Korea, surname: Kim, offices: [{title: Leader, role: supreme-leader, of: North Korea, from: 2011-12-17}]}
- {name: Salman bin Abdulaziz, kind: person, aliases: [King Salman], surname: [King Salman, Salman]}
- {name: George W. Bush, kind: person, aliases: [George Bush, George W Bush], surname: Bush}
- {name: Mohammed bin Salman, kind: person, surname: [bin Salman, Prince Mohammed], persian: [محمد بن سلمان]}
- {name: John Kerry, kind: person}
- {name: Theresa May, kind: person, gender: f}
)";

constexpr Case kOfOthers[] = {
    {"Kim Jong Un came. Kim Yo Jong spoke.",
     "[Kim Jong Un=Kim Jong Un@name] came. Kim Yo Jong spoke."},
    {"Kim Jong Un came. Kim Jong Il died.",
     "[Kim Jong Un=Kim Jong Un@name] came. Kim Jong Il died."},
    {"Kim Jong Un came.\n\nKim Yo-jong spoke. Kim left.",
     "[Kim Jong Un=Kim Jong Un@name] came.\n\nKim Yo-jong spoke. Kim left."},
    {"Kim Jong Un came.\n\nKim left for Pyongyang.",
     "[Kim Jong Un=Kim Jong Un@name] came.\n\n[Kim=Kim Jong Un@surname] left for "
     "[Pyongyang=North Korea@alias]."},
    {"King Salman met Salman Rushdie. Salman left.",
     "[King Salman=Salman bin Abdulaziz@alias] met Salman Rushdie. "
     "[Salman=Salman bin Abdulaziz@surname] left."},
    {"Mohammed bin Salman deposed Prince Mohammed bin Nayef. Prince Mohammed al-Faisal left.",
     "[Mohammed bin Salman=Mohammed bin Salman@name] deposed Prince Mohammed bin Nayef. Prince "
     "Mohammed al-Faisal left."},
    {"Mohammed bin Salman came, and Prince Mohammed left.",
     "[Mohammed bin Salman=Mohammed bin Salman@name] came, and [Prince Mohammed=Mohammed bin "
     "Salman@surname] left."},
    {"So Prince Mohammed bin Salman bin Faisal al-Saud and King Salman bin Abdulaziz al-Saud "
     "spoke.",
     "So Prince [Mohammed bin Salman=Mohammed bin Salman@name] bin Faisal al-Saud and King [Salman "
     "bin Abdulaziz=Salman bin Abdulaziz@name] al-Saud spoke."},
    {"George W. Bush followed George H. W. Bush.",
     "[George W. Bush=George W. Bush@name] followed George H. W. Bush."},
    {"George W. Bush followed George H.W. Bush.",
     "[George W. Bush=George W. Bush@name] followed George H.W. Bush."},
    {"George W. Bush followed George H. Bush.",
     "[George W. Bush=George W. Bush@name] followed George H. Bush."},
    {"John F. Kerry spoke. Kerry left.",
     "John F. [Kerry=John Kerry@surname] spoke. "
     "[Kerry=John Kerry@surname] left."},
    {"John Kerry spoke. J. F. Kerry left.",
     "[John Kerry=John Kerry@name] spoke. J. F. Kerry left."},
    // Months.
    {"Theresa May spoke in May.", "[Theresa May=Theresa May@name] spoke in May."},
    {"Theresa May spoke on May 5.", "[Theresa May=Theresa May@name] spoke on May 5."},
    {"Theresa May spoke on 5 May.", "[Theresa May=Theresa May@name] spoke on 5 May."},
    {"Theresa May spoke at the end of May.",
     "[Theresa May=Theresa May@name] spoke at the end of May."},
    {"Theresa May spoke. May he hear.", "[Theresa May=Theresa May@name] spoke. May he hear."},
    {"Theresa May spoke. It was the plan of May.",
     "[Theresa May=Theresa May@name] spoke. It was the plan of [May=Theresa May@surname]."},
    {"Theresa May spoke. May said so.",
     "[Theresa May=Theresa May@name] spoke. [May=Theresa May@surname] said so."},
};

TEST(Surnames, AreNotLinkedWhereTheyBeginOrEndTheNameOfAnother) {
  Tagger tagger(kOthers);
  for (const auto& [text, expected] : kOfOthers) EXPECT_EQ(tagger.mark(text), expected) << text;
  EXPECT_EQ(tagger.mark_title("Kim Yo Jong Visits", "Kim Jong Un came. Kim Yo Jong spoke."),
            "Kim Yo Jong Visits");
  EXPECT_EQ(tagger.mark_title("Kim Visits Seoul", "Kim Jong Un came."),
            "[Kim=Kim Jong Un@surname] Visits Seoul");
  EXPECT_EQ(tagger.rejections("Kim Jong Un came. Kim Yo Jong spoke."),
            "Kim: followed by another given name: Yo");
}

TEST(Surnames, OfWhoSharesAFullNameAreNobodys) {
  Tagger tagger(R"(
- {name: Iran, kind: place}
- {name: Jane Firuz, kind: person, country: Iran}
- {name: Janet Roe, kind: person, country: Iran, aliases: [Jane Firuz], surname: Roe}
)");
  EXPECT_EQ(tagger.mark("Jane Firuz spoke in Iran. Firuz left."),
            "Jane Firuz spoke in [Iran=Iran@name]. Firuz left.");
}

TEST(Surnames, OfHyphenatedNamesAreNotCutInTwo) {
  Tagger tagger(kSurnameNames);
  EXPECT_EQ(tagger.mark("We met Ferdous Adel and Reza Haddad-Adel."),
            "We met [Ferdous Adel=Ferdous Adel@name] and Reza Haddad-Adel.");
  EXPECT_EQ(tagger.mark("We met Ferdous Adel. Motlagh-Adel left."),
            "We met [Ferdous Adel=Ferdous Adel@name]. Motlagh-Adel left.");
}

TEST(Surnames, DoNotMakeAFullNameOfALongerOne) {
  Tagger tagger(kSurnameNames);
  EXPECT_EQ(tagger.mark("Here is Hassan Rouhani Zadeh."), "Here is Hassan Rouhani Zadeh.");
  EXPECT_EQ(tagger.mark("Here is Mohammad Ali Khamenei."), "Here is Mohammad Ali Khamenei.");
  EXPECT_EQ(tagger.mark("Here is Firuz Ali Khamenei."),
            "Here is Firuz [Ali Khamenei=Ali Khamenei@name].");
}

TEST(Surnames, StandInHeadlinesBeforeTheFullName) {
  struct {
    std::string_view title;
    std::string_view expected;
  } constexpr kCases[] = {
      {"Rouhani Defends Minister", "[Rouhani=Hassan Rouhani@surname] Defends Minister"},
      {"ROUHANI DEFENDS MINISTER", "[ROUHANI=Hassan Rouhani@surname] DEFENDS MINISTER"},
      {"Embattled Rouhani Defends Minister",
       "Embattled [Rouhani=Hassan Rouhani@surname] Defends Minister"},
      {"MINISTER BLASTS ROUHANI", "MINISTER BLASTS [ROUHANI=Hassan Rouhani@surname]"},
      {"Rouhani-Linked Paper Banned", "[Rouhani=Hassan Rouhani@surname]-Linked Paper Banned"},
      {"Iran's Rouhani Quits", "Iran's [Rouhani=Hassan Rouhani@surname] Quits"},
      {"Ahmad Rouhani Quits", "Ahmad Rouhani Quits"},
      {"Gholam Rouhani Quits", "Gholam Rouhani Quits"},
      {"Emmanuel Rouhani Quits", "Emmanuel Rouhani Quits"},
      {"Khamenei Quits", "Khamenei Quits"},
  };
  Tagger tagger(kSurnameNames);
  for (const auto& [title, expected] : kCases) {
    SCOPED_TRACE(title);
    std::string marked = tagger.mark_title(title, "So spoke Hassan Rouhani.");
    const std::string iran = "[Iran=Iran@name]";
    if (marked.starts_with(iran)) marked.replace(0, iran.size(), "Iran");
    EXPECT_EQ(marked, expected);
  }
}

TEST(Surnames, InAHeadlineAreEnoughWithAFullNameThere) {
  Tagger tagger(kSurnameNames);
  const Recognition found = tagger.recognize("Hassan Rouhani Quits", "So Rouhani quits.");
  ASSERT_EQ(found.mentions.size(), 2U);
  EXPECT_EQ(found.mentions[1].rule, MentionRule::surname);
  EXPECT_EQ(found.mentions[1].confidence, 90);
}

TEST(Surnames, SayWhyTheyWereTurnedDown) {
  Tagger tagger(kSurnameNames);
  EXPECT_EQ(tagger.rejections("So Rouhani left."),
            "Rouhani: surname of Hassan Rouhani, who is not named in full");
  EXPECT_EQ(tagger.rejections("Hassan Rouhani met Ahmad Rouhani."),
            "Rouhani: preceded by another given name: Ahmad");
  EXPECT_EQ(tagger.rejections("Hassan Rouhani met Rouhani Nejad."),
            "Rouhani: part of a longer name: Nejad");
}

// What is called after a person names nobody.
constexpr Case kThings[] = {
    {"They left Hassan Rouhani International Airport.",
     "They left Hassan Rouhani International Airport."},
    {"They left Hassan Rouhani airport.", "They left Hassan Rouhani airport."},
    {"So the Hassan Rouhani University opened.", "So the Hassan Rouhani University opened."},
    {"A Hassan Rouhani Prize and an Ali Khamenei Street.",
     "A Hassan Rouhani Prize and an Ali Khamenei Street."},
    {"It was Hassan Rouhani's street.", "It was [Hassan Rouhani=Hassan Rouhani@name]'s street."},
    {"So Hassan Rouhani International said.",
     "So [Hassan Rouhani=Hassan Rouhani@name] International said."},
    {"Can Hassan Rouhani bridge it?", "Can [Hassan Rouhani=Hassan Rouhani@name] bridge it?"},
    {"They left Hassan Rouhani hospital.", "They left Hassan Rouhani hospital."},
    {"در خیابان حسن روحانی", "در خیابان حسن روحانی"},
    {"فرودگاه بین‌المللی حسن روحانی",
     "فرودگاه بین‌المللی حسن روحانی"},
    {"حسن روحانی گفت", "[حسن روحانی=Hassan Rouhani@alias] گفت"},
    {"حسن روحانی آمد. در دانشگاه روحانی گفت",
     "[حسن روحانی=Hassan Rouhani@alias] آمد. در دانشگاه [روحانی=Hassan Rouhani@surname] گفت"},
    {"حسن روحانی آمد. در دانشگاه روحانی درس",
     "[حسن روحانی=Hassan Rouhani@alias] آمد. در دانشگاه روحانی درس"},
    {"در فرودگاه حسن روحانی گفت", "در فرودگاه حسن روحانی گفت"},
};

TEST(Surnames, AreNotLinkedInNamesOfThings) {
  Tagger tagger(kSurnameNames);
  for (const auto& [text, expected] : kThings) {
    EXPECT_EQ(tagger.mark(text), expected) << tagger.rejections(text);
  }
  EXPECT_EQ(tagger.mark_title("Can Hassan Rouhani Bridge It?", "So it was."),
            "Can [Hassan Rouhani=Hassan Rouhani@name] Bridge It?");
  EXPECT_EQ(tagger.mark_title("Hassan Rouhani Bridge Opens", "The Hassan Rouhani Bridge is long."),
            "Hassan Rouhani Bridge Opens");
  EXPECT_EQ(tagger.mark_title("Hassan Rouhani Airport Opens", "So it was."),
            "Hassan Rouhani Airport Opens");
  EXPECT_EQ(tagger.mark_title("Rouhani University Speech", "So spoke Hassan Rouhani."),
            "[Rouhani=Hassan Rouhani@surname] University Speech");
  EXPECT_EQ(tagger.rejections("They left Hassan Rouhani International Airport."),
            "Hassan Rouhani: part of a longer name: Airport");
}

// Who shares a name is noted once, however often it is named, so that others find room.
TEST(Surnames, OfSharedNamesAreExplainedForAllWhoShareThem) {
  std::string yaml;
  for (int i = 0; i < 4; ++i)
    yaml += fmt::format(
        "- {{name: P{} Zand, kind: person, aliases: [Jane Zand], surname: Firuz}}\n", i);
  for (int i = 4; i < 6; ++i)
    yaml += fmt::format(
        "- {{name: P{} Zand, kind: person, aliases: [Joan Zand], surname: Firuz}}\n", i);
  Tagger tagger(yaml);
  std::string text;
  for (int i = 0; i < 9; ++i) text += "So Jane Zand spoke. ";
  const std::string rejections = tagger.rejections(text + "So Joan Zand spoke. So Firuz left.");
  std::size_t persons = 0;
  for (std::size_t at = rejections.find("Firuz: "); at != std::string::npos; ++persons)
    at = rejections.find("Firuz: ", at + 1);
  EXPECT_EQ(persons, 6U) << rejections;
}

TEST(Surnames, AreNotExplainedUnlessAsked) {
  const Gazetteer gazetteer = gazetteer_of(kSurnameNames);
  const EntityRecognizer recognizer(gazetteer);
  Analyzer analyzer;
  TokenStream tokens;
  constexpr std::string_view kBody = "So Rouhani met Ahmad Rouhani.";
  analyzer.analyze(kBody, "en", tokens);
  EXPECT_TRUE(recognizer.recognize({{}, {}, kBody, tokens.tokens()}).rejected.empty());
}

}  // namespace
}  // namespace newsdex::testing
