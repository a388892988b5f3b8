#include "discovery/back_references.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "discovery/context_of.hpp"

namespace newsdex::discovery {
namespace {

using newsdex::test::Analyzed;

struct BackReferenceCase {
  std::string what;
  std::string text;
  std::vector<ScoredName> names;  // items counted with marks
  std::vector<ScoredName> expected;
};

bool same(const ScoredName& a, const ScoredName& b) {
  return a.name == b.name && a.confidence == b.confidence;
}

TEST(BackReferences, SurnamesThatStandAloneAreThePersonNamedInFull) {
  constexpr auto kPerson = NameClass::person;
  constexpr auto kPlace = NameClass::place;
  const ScoredName full{{1, 3, kPerson}, 90};
  const std::vector<BackReferenceCase> cases = {
      {"found anew", "met Ada Byron and then Byron left", {full}, {full, {{5, 6, kPerson}, 90}}},
      {"class changed",
       "met Ada Byron and then Byron left",
       {full, {{5, 6, kPlace}, 60}},
       {full, {{5, 6, kPerson}, 90}}},
      {"already known",
       "met Ada Byron and then Byron left",
       {full, {{5, 6, kPerson}, 70}},
       {full, {{5, 6, kPerson}, 70}}},
      {"part of a longer run", "met Ada Byron and then Byron Bay left", {full}, {full}},
      {"given name alone", "met Ada Byron and then Ada left", {full}, {full}},
      {"not sure enough",
       "met Ada Byron and then Byron left",
       {{{1, 3, kPerson}, 30}},
       {{{1, 3, kPerson}, 30}}},
      {"before the full name",
       "then Byron left, said Ada Byron there",
       {{{5, 7, kPerson}, 80}},
       {{{1, 2, kPerson}, 80}, {{5, 7, kPerson}, 80}}},
  };
  for (const BackReferenceCase& c : cases) {
    const Analyzed article(c.text);
    const ArticleContext context = context_of(article);
    std::vector<ScoredName> names = c.names;
    apply_back_references(context, names);
    EXPECT_TRUE(std::equal(names.begin(), names.end(), c.expected.begin(), c.expected.end(), same))
        << c.what;
  }
}

}  // namespace
}  // namespace newsdex::discovery
