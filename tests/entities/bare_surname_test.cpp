// Surnames of listed persons whom the article never names in full, and of others who bear them.

#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kBareNames = R"(
- {name: Iran, kind: place}
- name: Hassan Rouhani
  kind: person
  country: Iran
  aliases: [Hojatoleslam Hassan Rouhani]
  persian: حسن روحانی
  surname-persian: روحانی
  offices: [{title: President, role: president, of: Iran, from: 2013-08-03, to: 2021-08-03}]
- name: Abdolreza Rahmani Fazli
  kind: person
  country: Iran
  surname: [Fazli]
  surname-persian: [رحمانی فضلی]
- name: Ali Jazayeri
  kind: person
  country: Iran
  context: [cleric]
  offices: [{title: Commander of the Guards, role: commander, of: Iran, from: 2010}]
- {name: Ned Price, kind: person, country: Iran}
- {name: Boris Johnson, kind: person, country: Iran, offices: [{title: PM, role: prime-minister, of: Iran, from: 2015}]}
- {name: Jane Flugel, kind: person, country: Iran}
)";

struct Bare {
  std::string_view text;
  bool linked;  // whether the last surname of the text names its listed bearer
};

constexpr Bare kBareCases[] = {
    {"Rouhani said on Monday that Iran would stay.", true},
    {"In Iran so spoke Rouhani.", true},
    {"In Iran so spoke Rouhani, the president.", true},
    {"In Iran so spoke Rouhani, a former president.", true},
    {"In Iran so spoke Jazayeri, a cleric.", true},
    {"In Iran so spoke Mr. Rouhani.", true},
    {"In Iran so spoke Dr. Rouhani.", true},
    {"In Iran so spoke the Rouhani government.", true},
    {"In Iran it was Rouhani's family.", true},
    {"In Iran they named Rouhani.", true},
    {"In Iran a poll named Rouhani the most liked.", true},
    {"In Iran so spoke Rouhani, a moderate.", true},
    {"In Iran so spoke President Rouhani, a man of his word.", true},
    // Introduced as somebody whom nobody knows, and so wherever he is named again.
    {"In Iran a man identified as Rouhani left.", false},
    {"In Iran a man identified as Rouhani left. So Rouhani left.", false},
    {"In Iran a shopkeeper named Rouhani left.", false},
    {"In Iran the man called Rouhani left.", false},
    {"In Iran a retired tea merchant named Rouhani left.", false},
    {"In Iran so spoke Rouhani, a publican.", false},
    {"In Iran so spoke Rouhani, a publican. So Rouhani left.", false},
    {"در Iran مردی به نام رحمانی فضلی", false},
    {"در Iran رحمانی فضلی", true},
    // Families and things.
    {"In Iran the Rouhani family left.", false},
    {"In Iran the Rouhani family left. So Rouhani left.", false},
    {"In Iran the Rouhani family left. President Rouhani left.", true},
    {"In Iran the Rouhani clinic was closed.", false},
    // Titles that are his, and others.
    {"In Iran so died Ayatollah Rouhani.", false},
    {"In Iran so died Ayatollah Rouhani. So Rouhani died.", false},
    {"In Iran so spoke Hojatoleslam Rouhani.", true},
    {"In Iran so spoke Gen. Rouhani.", false},
    {"In Iran so spoke Gen. Jazayeri.", true},
    {"In Iran so spoke Mayor Rouhani.", false},
    {"In Iran so spoke Interior Minister Rouhani. So Rouhani left.", false},
    {"در Iran آیت‌الله روحانی", false},
    {"در Iran حجت‌الاسلام روحانی", true},
    // What many bear, and everyday words.
    {"In Iran so spoke Johnson.", false},
    {"In Iran so spoke Prime Minister Johnson.", true},
    {"So spoke Prime Minister Johnson. So left Johnson.", true},
    {"So spoke Prime Minister Johnson. So left Mayor Johnson.", false},
    {"So spoke Prime Minister Johnson. So left the Johnson family.", false},
    {"So spoke Prime Minister Johnson. So left Ahmad Johnson.", false},
    {"In Iran Price rises.", false},
    {"In Iran so spoke Flugel.", true},
    {"In Iran a flugel was found. Flugel was it.", false},
    // Capitals that tell nothing.
    {"IN IRAN SO SPOKE FLUGEL.", false},
    {"IN IRAN SO SPOKE FLUGEL. So Flugel left.", true},
};

// Whether a person is named at the last place where a surname of the list stands.
bool names_last(Tagger& tagger, std::string_view text) {
  std::size_t place = 0;
  for (const std::string_view surname :
       {"Rouhani", "Jazayeri", "Johnson", "Price", "Flugel", "FLUGEL", "روحانی", "رحمانی فضلی"}) {
    const std::size_t at = text.rfind(surname);
    if (at != std::string_view::npos) place = std::max(place, at);
  }
  const Recognition found = tagger.recognize({}, text);
  return std::any_of(found.mentions.begin(), found.mentions.end(), [&](const Mention& m) {
    return m.type == EntityType::person && m.begin <= place && place < m.end;
  });
}

TEST(BareSurnames, MeanTheListedPersonUnlessTheTextShowsAnother) {
  Tagger tagger(kBareNames);
  tagger.publish("2018-05-04");
  for (const auto& [text, linked] : kBareCases) {
    EXPECT_EQ(names_last(tagger, text), linked) << text << '\n' << tagger.rejections(text);
  }
}

TEST(BareSurnames, InAHeadlineOnlyAreNobodys) {
  Tagger tagger(kBareNames);
  EXPECT_EQ(tagger.mark_title("IRAN FLUGEL RISES", "In Iran it rose."),
            "[IRAN=Iran@name] FLUGEL RISES");
  EXPECT_EQ(tagger.mark_title("Flugel Rises", "In Iran it rose."), "Flugel Rises");
  EXPECT_EQ(tagger.mark_title("Flugel Rises", "In Iran so spoke Flugel."),
            "[Flugel=Jane Flugel@unique-surname] Rises");
  EXPECT_EQ(tagger.mark_title("President Rouhani Rises", "In Iran it rose."),
            "President [Rouhani=Hassan Rouhani@unique-surname] Rises");
}

TEST(BareSurnames, AreNobodysBeforeTheListKnowsThem) {
  Tagger tagger(kBareNames);
  constexpr std::string_view kText = "In Iran so spoke Rouhani.";
  tagger.publish("1998-05-04");
  EXPECT_FALSE(names_last(tagger, kText));
  tagger.publish("2014-05-04");
  EXPECT_TRUE(names_last(tagger, kText));
}

struct Told {
  std::string_view text;
  std::string_view reason;
};

constexpr Told kTold[] = {
    {"In Iran so died Ayatollah Rouhani.",
     "Rouhani: behind a title that is not known of Hassan Rouhani: Ayatollah"},
    {"In Iran a man called Rouhani left.", "Rouhani: introduced as somebody unknown: called"},
    {"In Iran so spoke Rouhani, a publican.", "Rouhani: introduced as somebody unknown: a"},
    {"In Iran the Rouhani family left.", "Rouhani: part of a longer name: family"},
    {"IN IRAN SO SPOKE FLUGEL.", "FLUGEL: only in a headline or in capitals, and never in full"},
    {"In Iran a flugel was found. Flugel was it.", "Flugel: a common word in the article"},
};

TEST(BareSurnames, SayWhyTheyWereTurnedDown) {
  Tagger tagger(kBareNames);
  for (const auto& [text, reason] : kTold) EXPECT_EQ(tagger.rejections(text), reason) << text;
}

}  // namespace
}  // namespace newsdex::testing
