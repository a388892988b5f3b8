#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "newsdex/error.hpp"
#include "recognition.hpp"

namespace newsdex::testing {
namespace {

struct BrokenList {
  std::string_view yaml;
  std::string_view message;
  std::string_view hint;  // a part of it
};

constexpr BrokenList kBrokenLists[] = {
    {"- name: [a, b\n", "list.yaml:2: not YAML: did not find expected", "quotes"},
    {"name: Iran\nkind: place\n", "list.yaml:1: a name list is a list of entries", "- name"},
    {"just words\n", "list.yaml:1: a name list is a list of entries", "- name"},
    {"- Iran\n", "list.yaml:1: an entry must be a map of keys to values", ""},
    {"- name: Iran\n  kind: place\n- kind: person\n", "list.yaml:3: entry without a name", "name"},
    {"- name:\n  kind: person\n", "list.yaml:1: `name` must be a text", ""},
    {"- name: ''\n  kind: person\n", "list.yaml:1: `name` is empty", ""},
    {"- name: '?!'\n  kind: person\n", "list.yaml:1: name `?!` has no letter or digit", ""},
    {"- name: '1984'\n  kind: person\n", "list.yaml:1: name `1984` has no letter", "write a name"},
    {"- name: '#X'\n  kind: platform\n", "list.yaml:1: name `#X` is one letter behind signs",
     "more letters"},
    {"- name: Ann Lee\n  kind: person\n  aliases: ['']\n", "list.yaml:3: `alias` is empty",
     "remove this"},
    {"- name: Ann Lee\n  kind: person\n  aliases:\n    - Anny\n    - '...'\n",
     "list.yaml:5: alias `...` has no letter or digit", "write a name"},
    {"- name: Ann Lee\n  kind: person\n- name: ANN-LEE\n  kind: person\n",
     "list.yaml:3: `ANN-LEE` is the name of the entry in line 1 already, of the same kind",
     "into one entry"},
    {"- name: [Ann, Bob]\n  kind: person\n", "list.yaml:1: `name` must be a text", ""},
    {"- name: Ann Lee\n", "list.yaml:1: `Ann Lee` has no kind", "person, platform"},
    {"- name: Ann Lee\n  kind: persn\n", "list.yaml:2: unknown kind `persn`",
     "did you mean `person`?"},
    {"- name: Ann Lee\n  kind: person\n  kind: place\n", "list.yaml:3: `kind` is given twice", ""},
    {"- name: Ann Lee\n  kind: person\n  alias: Ann\n", "list.yaml:3: unknown key `alias`",
     "did you mean `aliases`?"},
    {"- name: Ann Lee\n  kind: person\n  ? [a]\n  : b\n",
     "list.yaml:3: a key of an entry must be a text", ""},
    {"- name: Gap\n  kind: platform\n  name-flags: [exact]\n", "list.yaml:3: unknown flag `exact`",
     "did you mean `exact-case`?"},
    {"- name: Gap\n  kind: platform\n  aliases:\n    - {form: Gaps, flags: never}\n",
     "list.yaml:4: unknown flag `never`", "never-alone"},
    {"- name: Gap\n  kind: platform\n  aliases:\n    - {flags: exact-case}\n",
     "list.yaml:4: alias without a form", "form"},
    {"- name: Gap\n  kind: platform\n  aliases:\n    - {from: Gaps}\n",
     "list.yaml:4: unknown key `from`", "did you mean `form`?"},
    {"- name: Ann Lee\n  kind: person\n  gender: x\n", "list.yaml:3: unknown gender `x`", "m, f"},
    {"- name: Ann Lee\n  kind: person\n  country: Atlantis\n",
     "list.yaml:3: no entry of kind place is named `Atlantis`", "add one"},
    {"- name: Ann Lee\n  kind: person\n  offices:\n    - {title: Mayor, from: 2018-02-30}\n",
     "list.yaml:4: `from`: `2018-02-30` is not a date", "2018-04-30"},
    {"- name: Ann Lee\n  kind: person\n  offices:\n    - {title: Mayor, from: 2018, to: 2017}\n",
     "list.yaml:4: the office ends (2017) before it begins (2018)", "exchange"},
    {"- name: Ann Lee\n  kind: person\n  offices:\n    - {tilte: Mayor}\n",
     "list.yaml:4: unknown key `tilte`", "did you mean `title`?"},
    {"- name: Ann Lee\n  kind: person\n  offices: Mayor\n",
     "list.yaml:3: an office must be a map of keys to values", ""},
    {"- name: a\x01z\n", "list.yaml:1: control character U+0001", "remove"},
    {"# fine\n- name: a\xFFz\n", "list.yaml:2: not UTF-8", "UTF-8"},
    {"- name: *nobody\n  kind: person\n", "list.yaml:1: not YAML: an alias of an anchor", ""},
};

TEST(NameListErrors, NameFileLineAndRemedy) {
  for (const BrokenList& broken : kBrokenLists) {
    SCOPED_TRACE(broken.yaml);
    try {
      gazetteer_of(broken.yaml);
      FAIL() << "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_name_list);
      EXPECT_EQ(std::string_view(error.what()).substr(0, broken.message.size()), broken.message);
      EXPECT_NE(error.hint().find(broken.hint), std::string::npos) << error.hint();
    }
  }
}

TEST(NameListErrors, NameTheFileOfALaterList) {
  const NameListFile files[] = {{"a.yaml", "- {name: Iran, kind: place}"},
                                {"b.yaml", "\n\n- {name: X1, kind: person, country: Irak}"}};
  try {
    Gazetteer::parse(files);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "b.yaml:3: no entry of kind place is named `Irak`");
  }
}

TEST(NameListErrors, QuoteLongTextsInPart) {
  try {
    gazetteer_of("- {name: " + std::string(10'000, 'x') + ", kind: person}");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(std::string_view(error.what()),
              "list.yaml:1: name `" + std::string(60, 'x') + "…` is longer than 400 bytes");
  }
}

TEST(NameListErrors, EndDeepNestingOrCyclesWithoutACrash) {
  const std::string deep(100'000, '[');
  EXPECT_THROW(gazetteer_of(deep), Error);
  EXPECT_THROW(gazetteer_of("- &a [*a]\n"), Error);
  try {
    gazetteer_of(fmt::format("- name: {}Ann{}\n", std::string(100, '['), std::string(100, ']')));
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "list.yaml:1: not YAML: nested deeper than 64");
  }
  EXPECT_THROW(gazetteer_of("- {name: Ann Lee, kind: person, aliases: &a [*a]}\n"), Error);
}

}  // namespace
}  // namespace newsdex::testing
