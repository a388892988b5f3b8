#include "storage/term_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

namespace newsdex::testing {
namespace {

TEST(TermTable, NumbersTermsAsTheyFirstCome) {
  TermTable terms;
  EXPECT_EQ(terms.number("ban"), 0U);
  EXPECT_EQ(terms.number(""), 1U);
  EXPECT_EQ(terms.number("ban"), 0U);
  EXPECT_EQ(terms.number(std::string_view("a\0b", 3)), 2U);
  EXPECT_EQ(terms.number(std::string_view("a", 1)), 3U);
  EXPECT_EQ(terms.size(), 4U);
  EXPECT_EQ(terms[2], std::string_view("a\0b", 3));
}

TEST(TermTable, AgreesWithAMapAndAStringSortOnManyTerms) {
  std::mt19937 random(1);
  TermTable terms;
  std::map<std::string, std::uint32_t> reference;
  for (int i = 0; i < 60'000; ++i) {
    // Long common beginnings, bytes above 127, zero bytes, and one term larger than a block.
    std::string term(i % 3 == 0 ? "abcdefgh" : "");
    for (auto n = random() % 5; n > 0; --n) term += static_cast<char>(random() % 7 * 40);
    if (i == 500) term.assign(300'000, 'x');
    const auto expected = static_cast<std::uint32_t>(reference.size());
    ASSERT_EQ(terms.number(term), reference.try_emplace(term, expected).first->second);
  }
  std::vector<std::uint32_t> by_bytes;
  for (const auto& [term, number] : reference) by_bytes.push_back(number);
  EXPECT_EQ(terms.in_order(), by_bytes);
}

}  // namespace
}  // namespace newsdex::testing
