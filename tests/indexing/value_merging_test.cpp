// Found values of a collection that are one person.
#include "indexing/value_merging.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsdex {
namespace {

constexpr std::string_view kNames = R"(
- {name: Hassan Rouhani, kind: person}
- {name: Zoe Quill, kind: person}
)";

struct MergeCase {
  ValueCounts values;
  std::string merges;  // "value > shown", a line each
};

const std::vector<MergeCase>& cases() {
  static const std::vector<MergeCase> all = {
      {{{"Ali Zadeh", 3}, {"Reza Zadeh", 1}}, ""},
      {{{"Jean-Claude Roe", 2}, {"Jean Claude Roe", 1}}, "Jean Claude Roe > Jean-Claude Roe\n"},
      {{{"Mohammad Roe", 1}, {"Muhammad Roe", 2}}, "Mohammad Roe > Muhammad Roe\n"},
      {{{"Mohammad Roe", 1}, {"Muhammad Roe", 1}}, "Muhammad Roe > Mohammad Roe\n"},
      {{{"A. Zadeh", 9}, {"Ali Zadeh", 3}}, "A. Zadeh > Ali Zadeh\n"},
      {{{"A. Zadeh", 9}, {"Ali Zadeh", 3}, {"Amir Zadeh", 1}}, ""},
      {{{"A. Zadeh", 9}, {"Bahram Zadeh", 3}}, ""},
      {{{"Ali X. Zadeh", 1}, {"Ali Zadeh", 1}}, "Ali X. Zadeh > Ali Zadeh\n"},
      {{{"M. J. Zadeh", 1}, {"Mohammad-Javad Zadeh", 1}}, "M. J. Zadeh > Mohammad-Javad Zadeh\n"},
      {{{"M.J. Zadeh", 1}, {"Mohammad-Javad Zadeh", 1}}, "M.J. Zadeh > Mohammad-Javad Zadeh\n"},
      {{{"Ali X. Zadeh", 1}, {"Ali Reza Zadeh", 1}}, ""},
      {{{"George H. W. Roe", 1}, {"George Roe", 5}, {"George W. Roe", 1}}, ""},
      {{{"Robert Roe", 1}, {"Robert Roe Jr", 1}}, ""},
      // Surnames by their sound, behind a given name of their language.
      {{{"Ali Zandieh", 2}, {"Ali Zandiyeh", 1}}, "Ali Zandiyeh > Ali Zandieh\n"},
      {{{"Mohammad Sadeghi", 1}, {"Muhammad Sadeqi", 2}}, "Mohammad Sadeghi > Muhammad Sadeqi\n"},
      {{{"Ali Sadeghi", 2}, {"A. Sadeqi", 1}}, "A. Sadeqi > Ali Sadeghi\n"},
      {{{"Farzaneh Sadeghi", 2}, {"Ali Sadeqi", 1}}, ""},
      {{{"David Lee", 1}, {"David Li", 1}}, ""},
      {{{"John Moore", 1}, {"J. Mure", 1}}, ""},
      {{{"John Moore", 1}, {"J. Moore", 1}}, "J. Moore > John Moore\n"},
      // Initials of the list's persons, too; their spellings are the list's matter.
      {{{"H. Rouhani", 1}, {"Hassan Rouhani", 9}}, "H. Rouhani > Hassan Rouhani\n"},
      {{{"H. Rouhani", 1}, {"Hamid Rouhani", 1}, {"Hassan Rouhani", 9}}, ""},
      {{{"Hasan Rouhani", 1}, {"Hassan Rouhani", 9}}, ""},
      {{{"Z. Quill", 1}, {"Zack Quill", 1}, {"Zoe Quill", 1}}, ""},
      {{{"Roe", 1}}, ""},
  };
  return all;
}

std::string merged(Field field, const ValueCounts& values) {
  const Gazetteer gazetteer =
      Gazetteer::parse(std::vector<NameListFile>{{"names", std::string(kNames)}});
  std::string out;
  for (const ValueMerge& merge : merged_values(field, values, gazetteer))
    out += merge.value + " > " + merge.shown + "\n";
  return out;
}

TEST(ValueMerging, MakesOneValueAPerson) {
  for (const MergeCase& c : cases()) {
    EXPECT_EQ(merged(Field::actor, c.values), c.merges) << c.values.begin()->first;
  }
}

TEST(ValueMerging, OfBodiesLooksAtLettersOnly) {
  EXPECT_EQ(
      merged(Field::organisation, {{"Al-Zand Bank", 1}, {"Al Zand Bank", 2}, {"Zand Bank", 1}}),
      "Al-Zand Bank > Al Zand Bank\n");
}

TEST(ValueMerging, ManyOfASurnameTakeNoTime) {
  ValueCounts values;
  for (int i = 0; i < 5'000; ++i) values["A" + std::to_string(i) + " Roe"] = 1;
  for (char c = 'A'; c <= 'Z'; ++c) values[std::string(1, c) + ". Roe"] = 1;
  EXPECT_EQ(merged(Field::actor, values), "");
}

}  // namespace
}  // namespace newsdex
