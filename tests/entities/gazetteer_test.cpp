#include "newsdex/gazetteer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <vector>

#include "entities/gazetteer_fingerprint.hpp"
#include "recognition.hpp"

namespace newsdex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(const Gazetteer& gazetteer) {
  std::vector<std::string> out;
  for (const Entity& entity : gazetteer.entities()) out.push_back(entity.id);
  return out;
}

std::vector<std::string> forms(const Entity& entity) {
  std::vector<std::string> out;
  for (const Alias& alias : entity.aliases) out.push_back(alias.form);
  return out;
}

constexpr std::string_view kIran = "- {name: Iran, kind: place, demonyms: [Iranian]}\n";

TEST(Gazetteer, ReadsEveryKey) {
  const Gazetteer gazetteer = gazetteer_of(std::string(kIran) + R"(
- name: Hassan Rouhani
  kind: person
  country: iran
  gender: m
  name-flags: exact-case
  aliases: [Hassan Rohani, {form: Rouhani, flags: [needs-context, never-alone]}]
  surname: [Rouhani, Rohani]
  persian: حسن روحانی
  surname-persian: روحانی
  context: [president]
  offices: [{title: President, role: president, of: Iran, from: 2013-08-03, to: 2021-08}]
)");
  ASSERT_THAT(ids(gazetteer), ElementsAre("person/hassan-rouhani", "place/iran"));
  const Entity& rouhani = gazetteer.entities()[0];
  EXPECT_EQ(rouhani.name, "Hassan Rouhani");
  EXPECT_EQ(rouhani.country, "Iran");
  EXPECT_EQ(rouhani.gender, "m");
  EXPECT_THAT(forms(rouhani),
              ElementsAre("Hassan Rouhani", "Hassan Rohani", "Rouhani", "حسن روحانی"));
  EXPECT_EQ(rouhani.aliases[0], (Alias{.form = "Hassan Rouhani", .exact_case = true}));
  EXPECT_EQ(rouhani.aliases[2],
            (Alias{.form = "Rouhani", .needs_context = true, .never_alone = true}));
  EXPECT_THAT(rouhani.surnames, ElementsAre("Rouhani", "Rohani", "روحانی"));
  EXPECT_THAT(rouhani.context, ElementsAre("president"));
  ASSERT_EQ(rouhani.offices.size(), 1U);
  EXPECT_EQ(rouhani.offices[0].title, "President");
  EXPECT_EQ(rouhani.offices[0].of, "Iran");
  EXPECT_EQ(to_string(*rouhani.offices[0].from), "2013-08-03");
  EXPECT_EQ(to_string(*rouhani.offices[0].to), "2021-08");
  EXPECT_THAT(gazetteer.entities()[1].demonyms, ElementsAre("Iranian"));
}

TEST(Gazetteer, TakesTheLastWordForThePersonsSurname) {
  struct {
    std::string_view entry;
    std::string_view surnames;
  } constexpr kCases[] = {
      {"{name: Hassan Rouhani, kind: person}", "Rouhani"},
      {"{name: Mohammad-Javad Azari-Jahromi, kind: person}", "Azari-Jahromi"},
      {"{name: Hassan Rouhani, kind: person, surname-persian: روحانی}", "Rouhani,روحانی"},
      {"{name: Khomeini, kind: person}", ""},
      {"{name: Abu Ali, kind: person, surname: []}", ""},
      {"{name: Gap Messenger, kind: platform}", ""},
      {"{name: Ban Ki-moon, kind: person, surname: Ban}", "Ban"}};
  for (const auto& [entry, surnames] : kCases) {
    SCOPED_TRACE(entry);
    const Gazetteer gazetteer = gazetteer_of(fmt::format("- {}\n", entry));
    EXPECT_EQ(fmt::format("{}", fmt::join(gazetteer.entities()[0].surnames, ",")), surnames);
  }
}

TEST(Gazetteer, MakesIdsOfFoldedNames) {
  struct {
    std::string_view entry;
    std::string_view id;
  } constexpr kCases[] = {
      {"{name: Mohammad-Javad Azari-Jahromi, kind: person}", "person/mohammad-javad-azari-jahromi"},
      {"{name: José Ángel O'Hara, kind: person}", "person/jose-angel-ohara"},
      {"{name: J. D. Vance, kind: person}", "person/j-d-vance"},
      {"{name: حسن روحانی, kind: person}", "person/حسن-روحانی"},
      {"{name: No, kind: place}", "place/no"},
      {"{name: 4chan, kind: platform}", "platform/4chan"}};
  for (const auto& [entry, id] : kCases) {
    SCOPED_TRACE(entry);
    EXPECT_THAT(ids(gazetteer_of(fmt::format("- {}\n", entry))), ElementsAre(id));
  }
}

TEST(Gazetteer, NumbersIdsOfNamesThatDifferInSignsOnly) {
  const Gazetteer gazetteer = gazetteer_of(
      "- {name: Google+, kind: platform}\n- {name: Google 2, kind: platform}\n"
      "- {name: Google, kind: platform}\n- {name: 'Google!', kind: platform}\n");
  EXPECT_THAT(ids(gazetteer), ElementsAre("platform/google", "platform/google-2",
                                          "platform/google-3", "platform/google-4"));
}

TEST(Gazetteer, MergesEntriesOfOneNameAndKind) {
  const NameListFile files[] = {
      {"a.yaml",
       "- {name: Iran, kind: place}\n- {name: Iraq, kind: place}\n"
       "- {name: Ali Al-Sadr, kind: person, country: Iran, aliases: [{form: Sadr, flags: "
       "needs-context}, Al Sadr], offices: [{title: Mayor, from: 2018}]}\n"},
      {"b.yaml",
       "- {name: ali al sadr, kind: person, country: Iraq, gender: m, surname: Sadr, aliases: "
       "[Sadr, Said Sadr], offices: [{title: Mayor, from: 2018, to: 2020}]}\n"
       "- {name: Ali al-Sadr, kind: organisation}\n"}};
  const Gazetteer gazetteer = Gazetteer::parse(files);
  ASSERT_THAT(ids(gazetteer), ElementsAre("organisation/ali-al-sadr", "person/ali-al-sadr",
                                          "place/iran", "place/iraq"));
  const Entity& sadr = gazetteer.entities()[1];
  EXPECT_EQ(sadr.name, "ali al sadr");
  EXPECT_EQ(sadr.country, "Iraq");
  EXPECT_EQ(sadr.gender, "m");
  EXPECT_THAT(forms(sadr),
              ElementsAre("ali al sadr", "Sadr", "Al Sadr", "Ali Al-Sadr", "Said Sadr"));
  EXPECT_FALSE(sadr.aliases[1].needs_context);
  EXPECT_THAT(sadr.surnames, ElementsAre("Sadr"));
  ASSERT_EQ(sadr.offices.size(), 1U);
  EXPECT_EQ(to_string(*sadr.offices[0].to), "2020");
}

TEST(Gazetteer, KeepsWhatALaterEntryDoesNotSay) {
  const NameListFile files[] = {
      {"a.yaml", "- {name: Gap, kind: platform, name-flags: exact-case, context: [app]}\n"},
      {"b.yaml", "- {name: Gap, kind: platform, aliases: Gap Messenger}\n"}};
  const Entity gap = Gazetteer::parse(files).entities()[0];
  EXPECT_TRUE(gap.aliases[0].exact_case);
  EXPECT_THAT(gap.context, ElementsAre("app"));
  EXPECT_THAT(forms(gap), ElementsAre("Gap", "Gap Messenger"));
}

TEST(Gazetteer, OfAnEmptyListHasNoEntities) {
  EXPECT_THAT(Gazetteer::parse({}).entities(), IsEmpty());
  EXPECT_THAT(gazetteer_of("").entities(), IsEmpty());
  EXPECT_THAT(gazetteer_of("# nothing\n---\n...\n").entities(), IsEmpty());
  EXPECT_THAT(gazetteer_of("[]").entities(), IsEmpty());
}

TEST(Gazetteer, ReadsWindowsLineEndingsAndAByteOrderMark) {
  EXPECT_THAT(ids(gazetteer_of("\xEF\xBB\xBF- name: Gap\r\n  kind: platform\r\n")),
              ElementsAre("platform/gap"));
}

TEST(GazetteerFingerprint, ChangesWithEverythingThatTagsText) {
  const std::string_view base = "name: Gap, kind: platform";
  const std::string first = gazetteer_of(fmt::format("- {{{}}}", base)).fingerprint();
  EXPECT_EQ(first.size(), 32U);
  EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
  std::vector<std::string> seen{first};
  for (const std::string_view more :
       {"aliases: [Gaps]", "aliases: [{form: Gaps, flags: exact-case}]", "name-flags: exact-case",
        "name-flags: needs-context", "context: [app]", "context: [ap, p]", "context: [app, p]",
        "demonyms: [app]", "gender: f", "offices: [{title: X}]", "offices: [{role: X}]",
        "offices: [{title: X, to: 2018}]", "offices: [{title: X, from: 2018}]"}) {
    SCOPED_TRACE(more);
    const std::string other = gazetteer_of(fmt::format("- {{{}, {}}}", base, more)).fingerprint();
    EXPECT_THAT(seen, ::testing::Not(::testing::Contains(other)));
    seen.push_back(other);
  }
}

TEST(GazetteerFingerprint, IgnoresCommentsLayoutAndTheOrderOfEntries) {
  EXPECT_EQ(
      gazetteer_of("- {name: Gap, kind: platform}\n- {name: Iran, kind: place}").fingerprint(),
      gazetteer_of("# x\n- name: Iran\n  kind: place\n\n- name: Gap\n  kind: platform\n")
          .fingerprint());
}

TEST(GazetteerFingerprint, ChangesWithTheRulesOfSpelling) {
  const Gazetteer gazetteer = gazetteer_of("- {name: Hassan Rouhani, kind: person}");
  const std::span<const Entity> entities = gazetteer.entities();
  EXPECT_EQ(gazetteer_fingerprint(entities, "same: Hassan Hasan"),
            gazetteer_fingerprint(entities, "same: Hassan Hasan"));
  EXPECT_NE(gazetteer_fingerprint(entities, "same: Hassan Hasan"),
            gazetteer_fingerprint(entities, "same: Hassan Hassane"));
}

}  // namespace
}  // namespace newsdex::testing
