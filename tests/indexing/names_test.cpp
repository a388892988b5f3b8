// What an index tells of its names, and tagging it anew.

#include <gmock/gmock.h>

#include "index_fixture.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/name_uses.hpp"
#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class NamesTest : public IndexFixture {
 protected:
  void SetUp() override {
    folder_.write(
        "articles/1.txt",
        "One\n\nPavel Durov of Telegram met Dr Firuz Zand. Durov left. Firuz Zand stayed.");
    folder_.write("articles/2.txt",
                  "Two\n\nThey met Firuz  Zand and Durov at the Zand Orchestra Company.");
    folder_.write("articles/3.txt", "Three\n\nSo Firuz-Zand asked Telegram. Later Meetings Begin.");
    build_index(options());
  }

  std::vector<NameUse> uses() { return name_uses(GenerationHandle(options().index)); }

  std::vector<UnlistedName> proposed(std::uint64_t articles) {
    const GenerationHandle handle(options().index);
    return unlisted_names(handle, Gazetteer::parse(stored_name_lists(handle)), articles);
  }
};

TEST_F(NamesTest, AreCountedByArticlesWithTheirVariants) {
  const std::vector<NameUse> found = uses();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Telegram");
  EXPECT_EQ(found[0].articles, 2U);
  EXPECT_EQ(found[1].name, "Pavel Durov");
  EXPECT_EQ(found[1].articles, 1U);
  EXPECT_EQ(found[1].mentions, 2U);
  EXPECT_THAT(found[1].by_count(), ElementsAre(Pair("Durov", 1), Pair("Pavel Durov", 1)));
}

TEST_F(NamesTest, ThatNoListHasAreProposed) {
  const auto names = proposed(2);
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].name, "Firuz Zand");
  EXPECT_EQ(names[0].articles, 3U);
  EXPECT_EQ(names[0].type, EntityType::person);
  EXPECT_FALSE(names[0].is_guess);
}

TEST_F(NamesTest, PartsOfLongerNamesAreNotProposed) {
  folder_.write("articles/4.txt", "Four\n\nThey told the Zand Assembly of Firuzia so.");
  folder_.write("articles/5.txt", "Five\n\nThey told the Zand Assembly of Firuzia so.");
  build_index(options());
  for (const UnlistedName& name : proposed(2)) {
    EXPECT_NE(name.name, "Zand Assembly");
  }
}

// One entry a person, counted as the facet counts.
TEST_F(NamesTest, OfOnePersonAreProposedTogether) {
  const auto write = [&](std::string_view number, std::string_view name) {
    folder_.write("articles/" + std::string(number) + ".txt",
                  "Talks\n\nThe foreign minister met " + std::string(name) +
                      " in the capital on Monday, and they spoke for two hours. " +
                      std::string(name) + " said that it was good day " + std::string(number) +
                      ".");
  };
  write("1", "Mohammad Sadeghi");
  write("2", "Mohammad Sadeghi");
  write("3", "Muhammad Sadeqi");
  write("4", "M. Sadeghi");
  write("5", "Pavel Durov");
  write("6", "P. Durov");
  BuildOptions found = options();
  found.discovery = true;
  build_index(found);
  const auto names = proposed(1);
  std::string persons;
  for (const UnlistedName& name : names) {
    if (name.type != EntityType::person) continue;
    persons += name.name + " in " + std::to_string(name.articles) + ", also";
    for (const std::string& spelling : name.spellings) persons += " " + spelling;
    persons += "; ";
  }
  EXPECT_EQ(persons, "Mohammad Sadeghi in 4, also M. Sadeghi Muhammad Sadeqi; ");
  EXPECT_EQ(facet(Field::actor), "Mohammad Sadeghi:4 Pavel Durov:2");
}

// What a line of boilerplate names counts neither where the list finds it nor where the recogniser
// does that needs none, and then the list has the name.
TEST_F(NamesTest, InBoilerplateCountNothing) {
  constexpr std::string_view kLines[] = {
      "Read more: Barack Obama on Twitter", "Watch: Barack Obama video",
      "(Reporting by Jane Bell in Tehran; Editing by Ann Poe)", "(Editing by Ann Poe in Moscow)"};
  std::filesystem::remove_all(folder_.path("articles"));
  folder_.write("places.yaml", "- {name: Tehran, kind: place}\n- {name: Moscow, kind: place}\n");
  int number = 0;
  for (const std::string_view line : kLines) {
    folder_.write("articles/" + std::to_string(++number) + ".txt",
                  "Orders\n\nThe ministry ordered providers to block the app in the whole of the "
                  "country on Monday, and they did so within a day, the agency reported.\n\n" +
                      std::string(line) + "\n");
  }
  BuildOptions found = options();
  found.discovery = true;
  found.name_lists.push_back(folder_.path("places.yaml"));
  EXPECT_EQ(build_index(found).articles, std::size(kLines));
  for (const Field field : {Field::actor, Field::platform, Field::place, Field::tagged_by})
    EXPECT_EQ(facet(field), "") << static_cast<int>(field);
}

TEST_F(NamesTest, ClaimedBySeveralEntriesAreReported) {
  const NameListFile list{
      "l.yaml",
      "- {name: A, kind: platform, aliases: [Same Name]}\n"
      "- {name: B, kind: person, aliases: [same-name]}\n"
      "- {name: C, kind: person, aliases: [{form: A, flags: needs-context}]}\n"};
  const std::vector<NameClash> clashes = name_clashes(Gazetteer::parse({&list, 1}));
  ASSERT_EQ(clashes.size(), 1U);
  EXPECT_THAT(clashes[0].names, ElementsAre("B", "A"));
}

TEST_F(NamesTest, OfAChangedListAreTaggedWithoutTheSources) {
  std::filesystem::remove_all(folder_.path("articles"));
  folder_.write("more.yaml", "- {name: Firuz Zand, kind: person}\n");
  BuildOptions more;
  more.index = options().index;
  more.name_lists = {folder_.path("more.yaml")};
  BuildReport report = retag_index(more);
  EXPECT_TRUE(report.retagged);
  EXPECT_EQ(report.articles, 3U);
  EXPECT_EQ(found("actor:\"Firuz Zand\"").size(), found("zand").size());
  more.name_lists.clear();
  report = retag_index(more);
  EXPECT_FALSE(report.retagged) << "the list is one of the index now, and has not changed";
  folder_.write("more.yaml", "- {name: Firuz Zand of Zand, kind: person}\n");
  EXPECT_TRUE(retag_index(more).retagged);
}

TEST_F(NamesTest, AreNotTaggedAnewWithoutAnIndex) {
  BuildOptions nowhere;
  nowhere.index = folder_.path("nowhere");
  EXPECT_THROW(retag_index(nowhere), Error);
}

}  // namespace
}  // namespace newsdex::testing
