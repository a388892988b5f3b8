// Persons of the list by one initial and the surname.
#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kInitialsNames = R"(
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Germany, kind: place, demonyms: [German]}
- {name: North Korea, kind: place}
- name: Hassan Rouhani
  kind: person
  country: Iran
  offices: [{title: President, role: president, of: Iran, from: 2013-08-03, to: 2021-08-03}]
- {name: Ali Shamkhani, kind: person, country: Iran}
- {name: Ali Larijani, kind: person, country: Iran}
- {name: Akbar Larijani, kind: person, country: Iran}
- {name: Jong Kim, kind: person, country: North Korea}
)";

// By which rule a name counts; by none if it does not.
struct InitialCase {
  std::string_view text;
  std::string_view rule;
  std::string_view name = "H. Rouhani";
};

constexpr InitialCase kInitialCases[] = {
    // In an article about his country, or one that names it.
    {"In Iran H. Rouhani spoke.", "alias"},
    {"Germany and German talks about Iran. So H. Rouhani said no.", "unique-surname"},
    {"Germany and German talks. So H. Rouhani said no.", ""},
    // Behind his title.
    {"Germany and German talks. So President H. Rouhani said no.", "alias"},
    {"Germany and German talks. So Chancellor H. Rouhani said no, not in Iran.", ""},
    // Behind his own given name.
    {"Germany and German talks. So Hassan H. Rouhani said no. Rouhani left.", "alias"},
    {"Germany and German talks. So Hamid H. Rouhani said no.", ""},
    // With his name elsewhere.
    {"Germany and German talks. So H. Rouhani said no. Hassan Rouhani left.", "alias"},
    // Of another country, by the words beside it; of another person of that initial.
    {"Iran and Germany talked in Germany. Germany's H. Rouhani said no.", ""},
    {"So Hamid Rouhani came to Iran. Later H. Rouhani said no.", ""},
    {"So Ahmad Rouhani came to Iran. Later H. Rouhani said no.", "alias"},
    // Of two listed persons, and of a surname that many bear.
    {"Germany, Germany, Iran. So A. Larijani said no.", "", "A. Larijani"},
    {"Germany, Germany, Iran. So A. Shamkhani said no.", "unique-surname", "A. Shamkhani"},
    {"Germany, Germany, North Korea. So J. Kim said no.", "", "J. Kim"},
};

TEST(Initials, CountOnEvidence) {
  Tagger tagger(kInitialsNames);
  tagger.publish("2018-05-04");
  for (const auto& [text, rule, name] : kInitialCases) {
    std::string found;
    for (const Mention& mention : tagger.recognize({}, text).mentions) {
      const bool is_initial = text.substr(mention.begin).starts_with(name);
      if (is_initial && found.empty()) found = to_string(mention.rule);
    }
    EXPECT_EQ(found, rule) << text << '\n' << tagger.rejections(text);
  }
}

TEST(Initials, ThatAreDoubtfulAreShownSo) {
  Tagger tagger(kInitialsNames);
  const Recognition found = tagger.recognize({}, "Germany, Germany, Iran. So H. Rouhani said no.");
  ASSERT_EQ(found.mentions.size(), 4U);
  EXPECT_EQ(found.mentions[3].confidence, 60);
}

TEST(Initials, ThatAreDoubtfulNameNobodyInFull) {
  Tagger tagger(kInitialsNames);
  const Recognition found =
      tagger.recognize({}, "Germany, Germany, Iran. So H. Rouhani said no. So Rouhani left.");
  for (const Mention& mention : found.mentions) EXPECT_NE(mention.rule, MentionRule::surname);
}

TEST(Initials, OfNamesakesTakeNoTime) {
  Tagger tagger(kInitialsNames);
  std::string text = "Iran. ";
  for (int i = 0; i < 30'000; ++i)
    text += "So Ha" + std::to_string(i) + " Rouhani and H. Rouhani left. ";
  EXPECT_EQ(tagger.recognize({}, text).mentions.size(), 1U);
}

}  // namespace
}  // namespace newsdex::testing
