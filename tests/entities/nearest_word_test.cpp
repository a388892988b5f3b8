#include "entities/nearest_word.hpp"

#include <gtest/gtest.h>

#include <array>

namespace newsdex {
namespace {

constexpr std::array<std::string_view, 4> kWords = {"exact-case", "needs-context", "needs-country",
                                                    "kind"};

TEST(NearestWord, FindsTheWordThatWasMeant) {
  struct {
    std::string_view typed;
    std::string_view nearest;
  } constexpr kCases[] = {{"exact", "exact-case"},
                          {"exact_case", "exact-case"},
                          {"needs-contxt", "needs-context"},
                          {"knid", "kind"},
                          {"kinds", "kind"},
                          {"needs-county", "needs-country"},
                          {"colour", ""},
                          {"", ""},
                          {"k", ""},
                          {"exactly-this-case", ""}};
  for (const auto& [typed, nearest] : kCases) {
    SCOPED_TRACE(typed);
    EXPECT_EQ(nearest_word(typed, kWords), nearest);
  }
}

TEST(NearestWord, IsNotFoundForAVeryLongOne) {
  EXPECT_EQ(nearest_word(std::string(1'000'000, 'k'), kWords), "");
}

TEST(NearestWord, HintListsAllWords) {
  EXPECT_EQ(hint_of_words("knd", kWords),
            "did you mean `kind`? valid: exact-case, needs-context, needs-country, kind");
  EXPECT_EQ(hint_of_words("zzz", kWords), "valid: exact-case, needs-context, needs-country, kind");
}

}  // namespace
}  // namespace newsdex
