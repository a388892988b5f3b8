// Listed persons and others who bear their names: sons, brothers, actors, and those who wrote it.
#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kNamesakesNames = R"(
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Telegram, kind: platform}
- name: Hassan Rouhani
  kind: person
  country: Iran
  offices: [{title: President, role: president, of: Iran, from: 2013-08-03, to: 2021-08-03}]
- {name: Pavel Durov, kind: person}
- {name: Donald Trump, kind: person}
- {name: Barack Obama, kind: person, gender: m}
- {name: China, kind: place}
- {name: Li Qiang, kind: person, country: China, name-flags: needs-country, surname: Li}
- {name: Li Keqiang, kind: person, country: China, surname: Li}
- name: Ronald Reagan
  kind: person
  offices: [{title: Actor, role: actor, of: Hollywood}]
)";

// In the expected text [R] stands for a mention of Hassan Rouhani by his surname, [H] by his name.
constexpr Case kNamesakesCases[] = {
    // A given name that no list knows, where a sentence begins.
    {"Hassan Rouhani spoke. Firuz Rouhani left.", "[H] spoke. Firuz Rouhani left."},
    {"Hassan Rouhani spoke. Yesterday Rouhani left.", "[H] spoke. Yesterday [R] left."},
    {"Hassan Rouhani spoke. Reportedly Rouhani left.", "[H] spoke. Reportedly [R] left."},
    {"Hassan Rouhani spoke. Quoting Rouhani, he left.", "[H] spoke. Quoting [R], he left."},
    {"Hassan Rouhani spoke. President Rouhani left.", "[H] spoke. President [R] left."},
    // Who is meant after a namesake.
    {"Hassan Rouhani met Ahmad Rouhani. Rouhani left.", "[H] met Ahmad Rouhani. Rouhani left."},
    {"Hassan Rouhani met Ahmad Rouhani. President Rouhani left.",
     "[H] met Ahmad Rouhani. President [R] left."},
    {"Ahmad Rouhani met them.\n\nHassan Rouhani came. Rouhani left.",
     "Ahmad Rouhani met them.\n\n[H] came. [R] left."},
    {"Hassan Rouhani came.\n\nAhmad Rouhani met them. Rouhani left.",
     "[H] came.\n\nAhmad Rouhani met them. Rouhani left."},
    {"Hassan Rouhani came. His brother Hossein Rouhani left.",
     "[H] came. His brother Hossein Rouhani left."},
    {"Barack Obama met Michelle Obama. Mr. Obama left. Mrs. Obama stayed. Obama spoke.",
     "[Barack Obama=Barack Obama@name] met Michelle Obama. Mr. [Obama=Barack Obama@surname] left. "
     "Mrs. Obama stayed. Obama spoke."},
    // Somebody of a listed name, in an article that is not about his country.
    {"Li Qiang came. Li spoke.\n\nLi Keqiang did not.",
     "Li Qiang came. Li spoke.\n\n[Li Keqiang=Li Keqiang@name] did not."},
    // Occupations that are not his.
    {"Hassan Rouhani came. The actor Rouhani left.", "[H] came. The actor Rouhani left."},
    {"Hassan Rouhani came. Rouhani, a film actor, left.", "[H] came. Rouhani, a film actor, left."},
    {"Hassan Rouhani came. Rouhani, a moderate, left.", "[H] came. [R], a moderate, left."},
    {"Ronald Reagan came. The actor Reagan left.",
     "[Ronald Reagan=Ronald Reagan@name] came. The actor [Reagan=Ronald Reagan@surname] left."},
    // Generations.
    {"Donald Trump Jr. came.", "Donald Trump Jr. came."},
    {"Donald Trump, Jr., came.", "Donald Trump, Jr., came."},
    {"Donald Trump came. Trump Jr. left. Trump stayed.",
     "[Donald Trump=Donald Trump@name] came. Trump Jr. left. [Trump=Donald Trump@surname] stayed."},
    {"Donald Trump III came.", "Donald Trump III came."},
    // Initials.
    {"So Hassan X. Rouhani spoke. Rouhani left.", "So Hassan X. [R] spoke. [R] left."},
    {"So Firuz X. Rouhani spoke.", "So Firuz X. Rouhani spoke."},
    {"In Iran H. Rouhani spoke.", "In [Iran=Iran@name] [H. Rouhani=Hassan Rouhani@alias] spoke."},
    {"So H. Rouhani spoke.", "So H. Rouhani spoke."},
    {"Hassan Rouhani came. So H. Rouhani spoke.",
     "[H] came. So [H. Rouhani=Hassan Rouhani@alias] spoke."},
    // Those who made the article.
    {"By Hassan Rouhani\n\nIt was cold.", "By Hassan Rouhani\n\nIt was cold."},
    {"It was cold. (Photo by Pavel Durov/AFP)", "It was cold. (Photo by Pavel Durov/AFP)"},
    {"It was cold.\n\nReporting by Hassan Rouhani; editing by Pavel Durov",
     "It was cold.\n\nReporting by Hassan Rouhani; editing by Pavel Durov"},
    {"Hassan Rouhani wrote by hand.", "[H] wrote by hand."},
    // Names do not run on into the next headline, item or paragraph.
    {"Talks with Hassan\nRouhani Street is closed", "Talks with Hassan\nRouhani Street is closed"},
    // Addresses and handles.
    {"So @Hassan_Rouhani and Hassan Rouhani wrote to @Rouhani, a@Rouhani.ir, t.me/Rouhani.",
     "So @Hassan_Rouhani and [H] wrote to @Rouhani, a@Rouhani.ir, t.me/Rouhani."},
};

std::string with_marks(std::string_view expected) {
  std::string out;
  for (std::size_t at = 0; at < expected.size(); ++at) {
    const std::string_view mark = expected.substr(at, 3);
    if (mark == "[H]") {
      out += "[Hassan Rouhani=Hassan Rouhani@name]";
    } else if (mark == "[R]") {
      out += "[Rouhani=Hassan Rouhani@surname]";
    } else {
      out += expected[at];
      continue;
    }
    at += 2;
  }
  return out;
}

TEST(Namesakes, AreNotTheListedPerson) {
  Tagger tagger(kNamesakesNames);
  tagger.publish("2018-05-04");
  for (const auto& [text, expected] : kNamesakesCases) {
    EXPECT_EQ(tagger.mark(text), with_marks(expected)) << tagger.rejections(text);
  }
}

TEST(Namesakes, LeaveASurnameThatNobodyIsNamedByInFullToNobody) {
  Tagger tagger(kNamesakesNames);
  tagger.publish("2018-05-04");
  constexpr std::string_view kText = "Iran was calm. Firuz Rouhani came. Rouhani left Iran.";
  EXPECT_EQ(tagger.mark(kText),
            "[Iran=Iran@name] was calm. Firuz Rouhani came. Rouhani left [Iran=Iran@name].");
  EXPECT_EQ(tagger.rejections(kText),
            "Rouhani: preceded by what may be another given name: Firuz\n"
            "Rouhani: surname of another person in the article too");
}

constexpr std::string_view kParents = R"(
- {name: Ruritania, kind: place}
- name: Justin Trudel
  kind: person
  country: Ruritania
  gender: m
  offices: [{title: Prime Minister, role: prime-minister, of: Ruritania, from: 2015-11-04}]
- name: Bashar al-Ashad
  kind: person
  country: Ruritania
  gender: m
  surname: [Ashad, al-Ashad]
- {name: Omar al-Bakri, kind: person, country: Ruritania, surname: [Bakri]}
- name: George W. Zandt
  kind: person
  country: Ruritania
  gender: m
  offices: [{title: President, role: president, of: Ruritania, from: 2001-01-20, to: 2009-01-20}]
)";

// Whoever is named in full is meant, or nobody: not his listed son, whom the article never names.
constexpr Case kOfParents[] = {
    {"So Pierre Trudel sent them. Prime Minister Trudel left Ruritania.",
     "So Pierre Trudel sent them. Prime Minister Trudel left [Ruritania=Ruritania@name]."},
    {"Pierre Trudel sent them. Prime Minister Trudel left Ruritania.",
     "Pierre Trudel sent them. Prime Minister Trudel left [Ruritania=Ruritania@name]."},
    {"So Margaret Trudel sent them. Prime Minister Trudel left.",
     "So Margaret Trudel sent them. Prime Minister [Trudel=Justin Trudel@unique-surname] left."},
    {"Margaret Trudel sent them. Prime Minister Trudel left.",
     "Margaret Trudel sent them. Prime Minister [Trudel=Justin Trudel@unique-surname] left."},
    {"So his son, Pierre Trudel, sent them. Prime Minister Trudel left. Trudel stayed.",
     "So his son, Pierre Trudel, sent them. Prime Minister [Trudel=Justin Trudel@unique-surname] "
     "left. Trudel stayed."},
    {"So his father, Pierre Trudel, sent them. Prime Minister Trudel left.",
     "So his father, Pierre Trudel, sent them. Prime Minister Trudel left."},
    {"Justin Trudel met Pierre Trudel. Prime Minister Trudel left.",
     "[Justin Trudel=Justin Trudel@name] met Pierre Trudel. Prime Minister "
     "[Trudel=Justin Trudel@surname] left."},
    {"George H.W. Zandt died. Former President Zandt was ill. President Zandt signed it.",
     "George H.W. Zandt died. Former President Zandt was ill. President Zandt signed it."},
    {"Hafez al-Ashad ruled Ruritania. Ashad died.",
     "Hafez al-Ashad ruled [Ruritania=Ruritania@name]. Ashad died."},
    {"Bashar al-Ashad succeeded Hafez al-Ashad. Ashad died.",
     "[Bashar al-Ashad=Bashar al-Ashad@name] succeeded Hafez al-Ashad. Ashad died."},
    {"Omar al-Bakri met Ahmed al-Bakri. Al-Bakri left.",
     "[Omar al-Bakri=Omar al-Bakri@name] met Ahmed al-Bakri. Al-Bakri left."},
    {"Ruritania mourns. So Ashad left Ruritania.",
     "[Ruritania=Ruritania@name] mourns. So [Ashad=Bashar al-Ashad@unique-surname] left "
     "[Ruritania=Ruritania@name]."},
};

TEST(Namesakes, NamedInFullAreNotTheListedPersonWhoIsNot) {
  Tagger tagger(kParents);
  tagger.publish("2018-12-01");
  for (const auto& [text, expected] : kOfParents) {
    EXPECT_EQ(tagger.mark(text), expected) << tagger.rejections(text);
  }
}

TEST(Namesakes, AreRefusedForAReason) {
  Tagger tagger(kNamesakesNames);
  tagger.publish("2018-05-04");
  EXPECT_EQ(tagger.rejections("Hassan Rouhani came. The actor Rouhani left."),
            "Rouhani: of another occupation");
  EXPECT_EQ(tagger.rejections("By Hassan Rouhani\n\nIt was cold."),
            "Hassan Rouhani: in a byline or credit");
  EXPECT_EQ(tagger.rejections("Donald Trump Jr. came."), "Donald Trump: part of a longer name: Jr");
}

TEST(Namesakes, AreKnownToLaterSteps) {
  Tagger tagger(kNamesakesNames);
  const Recognition found = tagger.recognize({}, "Hassan Rouhani met Ahmad Rouhani. Rouhani left.");
  ASSERT_EQ(found.refused.size(), 2U);
  EXPECT_FALSE(found.refused[0].ambiguous);
  EXPECT_TRUE(found.refused[1].ambiguous);
  EXPECT_EQ(found.refused[1].begin, 34U);
}

}  // namespace
}  // namespace newsdex::testing
