// Several persons of one surname; and surnames of persons whom an article never names in full.

#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kSurnameChoiceNames = R"(
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Iraq, kind: place, demonyms: [Iraqi]}
- name: Ali Larijani
  kind: person
  country: Iran
  gender: m
  offices: [{title: Speaker of Parliament, role: parliament-speaker, of: Iran, from: 2008-05-28, to: 2020-05-28}]
- name: Sadegh Larijani
  kind: person
  country: Iran
  gender: m
  aliases: [Ayatollah Sadegh Larijani]
  offices: [{title: Head of the Judiciary, role: judiciary-chief, of: Iran, from: 2009-08-14, to: 2019-03-07}]
- {name: Fatemeh Larijani, kind: person, country: Iran, gender: f}
- name: Abdolreza Rahmani Fazli
  kind: person
  country: Iran
  gender: m
  surname: [Rahmani Fazli, Fazli]
  surname-persian: [رحمانی فضلی]
  offices: [{title: Interior Minister, role: interior-minister, of: Iran, from: 2013-08-15, to: 2021-08-25}]
- {name: Jack Kim, kind: person, country: Iran}
- {name: Ahmad Jannati, kind: person, country: Iran, aliases: [Ayatollah Ahmad Jannati], surname-persian: [جنتی]}
- {name: Ali Zand, kind: person, country: Iran, surname: [], surname-persian: [زندیان]}
- {name: Sadegh Zand, kind: person, country: Iran, aliases: [Ayatollah Zand], surname: [], surname-persian: [زندیان]}
- name: Old Rajapaksa
  kind: person
  country: Iraq
  offices: [{title: President, role: president, of: Iraq, from: 2005-11-19, to: 2015-01-09}]
- name: New Rajapaksa
  kind: person
  country: Iraq
  offices: [{title: President, role: president, of: Iraq, from: 2019-11-18, to: 2022-07-14}]
)";

// Whom the last word of a text names, or "-".
std::string last_named(Tagger& tagger, std::string_view text) {
  const Recognition found = tagger.recognize({}, text);
  if (found.mentions.empty() || found.mentions.back().end + 1 < text.size()) return "-";
  const Mention& last = found.mentions.back();
  return tagger.gazetteer().entities()[last.entity].name + ", " + std::string(to_string(last.rule));
}

struct Choice {
  std::string_view text;
  std::string_view expected;
};

constexpr Choice kChoices[] = {
    {"Ali Larijani and Sadegh Larijani met Larijani.", "-"},
    {"Sadegh Larijani spoke.\n\nAli Larijani listened, and so did Larijani.",
     "Ali Larijani, surname"},
    {"Sadegh Larijani spoke. Ali Larijani came.\n\nIt was up to Larijani.", "-"},
    {"Ali Larijani and Sadegh Larijani met Speaker of Parliament Larijani.",
     "Ali Larijani, surname"},
    {"Ali Larijani and Sadegh Larijani met judiciary chief Larijani.", "Sadegh Larijani, surname"},
    {"Ali Larijani and Sadegh Larijani met Speaker Larijani.", "Ali Larijani, surname"},
    {"Ali Larijani and Sadegh Larijani met Ayatollah Larijani.", "Sadegh Larijani, surname"},
    {"Ali Larijani and Sadegh Larijani met General Larijani.", "-"},
    {"Ali Larijani and Fatemeh Larijani met Mrs Larijani.", "Fatemeh Larijani, surname"},
    {"Ali Larijani and Fatemeh Larijani met Mr. Larijani.", "Ali Larijani, surname"},
    {"Ali Larijani met Mrs Larijani.", "-"},
    // Of the others, whom the article never names in full, one has the title.
    {"Ali Larijani of Iran met Ayatollah Larijani.", "Sadegh Larijani, unique-surname"},
    {"Ali Larijani of Iraq met Ayatollah Larijani.", "Ali Larijani, surname"},
    {"Sadegh Larijani met Speaker of Parliament Larijani.", "Ali Larijani, unique-surname"},
    {"Fatemeh Larijani of Iran met General Larijani.", "Fatemeh Larijani, surname"},
};

TEST(Surnames, OfSeveralGoToTheOneTheTextDecidesFor) {
  Tagger tagger(kSurnameChoiceNames);
  for (const auto& [text, expected] : kChoices) {
    EXPECT_EQ(last_named(tagger, text), expected) << text << '\n' << tagger.rejections(text);
  }
}

constexpr Choice kNeverInFull[] = {
    {"In Iran so spoke Fazli.", "Abdolreza Rahmani Fazli, unique-surname"},
    {"In Iran so spoke Speaker Larijani.", "Ali Larijani, unique-surname"},
    {"In Iraq so spoke Speaker Larijani.", "-"},
    {"In Iran so spoke Rahmani Fazli.", "Abdolreza Rahmani Fazli, unique-surname"},
    {"In Iraq so spoke Fazli.", "-"},
    {"So spoke Fazli.", "-"},
    {"In Iran so spoke Reza Fazli.", "-"},
    {"In Iran so spoke Reza Fazli. So it was Fazli.", "-"},
    {"In Iran so spoke A. Fazli.", "Abdolreza Rahmani Fazli, unique-surname"},
    {"In Iran so spoke K. Fazli.", "-"},
    {"In Iran so spoke Mrs Fazli.", "-"},
    {"In Iran so spoke Larijani.", "-"},
    {"So spoke Interior Minister Fazli.", "Abdolreza Rahmani Fazli, unique-surname"},
    {"So spoke judiciary chief Larijani.", "Sadegh Larijani, unique-surname"},
    {"In Iran so spoke judiciary chief Fazli.", "-"},
    {"In Iran so spoke Kim.", "-"},
    {"در Iran رحمانی فضلی.", "Abdolreza Rahmani Fazli, unique-surname"},
    {"در Iran آیت‌الله جنتی.", "Ahmad Jannati, unique-surname"},
    {"در Iran آیت الله جنتی.", "Ahmad Jannati, unique-surname"},
    {"در Iran آیت‌الله العظمی جنتی.", "Ahmad Jannati, unique-surname"},
    {"در Iran حجت‌الاسلام والمسلمین جنتی.", "-"},
    {"در Iraq آیت‌الله جنتی.", "-"},
    {"در Iran حزب الله جنتی.", "-"},
    {"در Iran جنتی.", "-"},
    {"در Iran آیت‌الله زندیان.", "Sadegh Zand, unique-surname"},
    {"در Iran حجت‌الاسلام زندیان.", "-"},
};

TEST(Surnames, OfNobodyNamedInFullNeedATitleOrTheirCountry) {
  Tagger tagger(kSurnameChoiceNames);
  for (const auto& [text, expected] : kNeverInFull) {
    EXPECT_EQ(last_named(tagger, text), expected) << text << '\n' << tagger.rejections(text);
  }
}

struct DatedChoice {
  std::string_view date;  // empty for none
  std::string_view text;
  std::string_view expected;
};

// Who held the office on the day; of those who held it ever, if only one did.
constexpr DatedChoice kOfTheDay[] = {
    {"2021-05-04", "So spoke President Rajapaksa.", "New Rajapaksa, unique-surname"},
    {"2010-05-04", "So spoke President Rajapaksa.", "Old Rajapaksa, unique-surname"},
    {"2017-05-04", "So spoke President Rajapaksa.", "Old Rajapaksa, unique-surname"},
    {"2021-05-04", "So spoke former President Rajapaksa.", "Old Rajapaksa, unique-surname"},
    {"2010-05-04", "So spoke former President Rajapaksa.", "-"},
    {"2010-05-04", "Old Rajapaksa met former President Rajapaksa.", "-"},
    {"2023-05-04", "So spoke President Rajapaksa.", "-"},
    {"2019", "So spoke President Rajapaksa.", "-"},
    {"", "So spoke President Rajapaksa.", "-"},
    {"2021-05-04", "Old Rajapaksa and New Rajapaksa met President Rajapaksa.",
     "New Rajapaksa, surname"},
    {"2021-05-04", "Old Rajapaksa and New Rajapaksa met ex-President Rajapaksa.",
     "Old Rajapaksa, surname"},
    {"2023-05-04", "Old Rajapaksa and New Rajapaksa met President Rajapaksa.", "-"},
    {"", "Old Rajapaksa and New Rajapaksa met President Rajapaksa.", "-"},
};

TEST(Surnames, BehindATitleAreTheHoldersOfTheDay) {
  for (const auto& [date, text, expected] : kOfTheDay) {
    Tagger tagger(kSurnameChoiceNames);
    if (!date.empty()) tagger.publish(date);
    EXPECT_EQ(last_named(tagger, text), expected) << date << ' ' << text;
  }
}

TEST(Surnames, OfNobodyNamedInFullAreFlagged) {
  Tagger tagger(kSurnameChoiceNames);
  const Recognition found = tagger.recognize({}, "Interior Minister Fazli spoke.");
  ASSERT_EQ(found.mentions.size(), 1U);
  EXPECT_EQ(found.mentions[0].rule, MentionRule::unique_surname);
  EXPECT_EQ(found.mentions[0].confidence, 60);
}

TEST(Surnames, SayWhoElseIsMeant) {
  Tagger tagger(kSurnameChoiceNames);
  EXPECT_EQ(tagger.rejections("Ali Larijani met Mrs Larijani."), "Larijani: not so addressed: Mrs");
}

}  // namespace
}  // namespace newsdex::testing
