#include "engine/form_pattern.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace newsdex {
namespace {

struct Case {
  std::string_view word;
  std::string_view form;
  int edits;  // -1: more than two
};

constexpr Case kCases[] = {
    {"ban", "ban", 0},          {"ban", "bans", 1},     {"ban", "an", 1},
    {"ban", "bna", 1},          {"ban", "", -1},        {"ban", "b", 2},
    {"rouhni", "rouhani", 1},   {"روحانی", "روحنی", 1}, {"روحانی", "روحایی", 1},
    {"روحانی", "رحوانی", 1},    {"café", "cafe", 1},    {"telegram", "instagram", -1},
    {"telegram", "telgarm", 2}, {"ab", "abcd", 2},      {"ab", "abcde", -1},
};

TEST(FuzzyForms, CountEditsByCodePoint) {
  for (const Case& each : kCases) {
    SCOPED_TRACE(each.form);
    const auto edits = FuzzyForms(each.word, 2).edits_to(each.form);
    EXPECT_EQ(edits ? static_cast<int>(*edits) : -1, each.edits);
  }
}

// All words of few letters in order: what is passed over must hold no match, and what was asked
// before must not matter.
TEST(FuzzyForms, PassOverOnlyWhatCannotMatch) {
  std::vector<std::string> words = {""};
  for (std::size_t begin = 0, length = 0; length < 5; ++length) {
    const std::size_t end = words.size();
    for (; begin < end; ++begin) {
      for (const char* letter : {"a", "b", "c", "پ"}) words.push_back(words[begin] + letter);
    }
  }
  std::sort(words.begin(), words.end());
  for (const std::string_view word : {"abc", "acپb", "b"}) {
    FuzzyForms walked(word, 1);
    std::string resume;
    for (const std::string& form : words) {
      const bool matches = FuzzyForms(word, 1).edits_to(form).has_value();
      if (form < resume) {
        EXPECT_FALSE(matches) << form << " was passed over";
        continue;
      }
      EXPECT_EQ(walked.edits_to(form).has_value(), matches) << form;
      resume = walked.resume();
    }
  }
}

}  // namespace
}  // namespace newsdex
