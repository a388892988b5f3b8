#include "indexing/label_terms.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/terms.hpp"

namespace newsdex::testing {
namespace {

TEST(LabelTerms, AreThoseOfTheAnalyzerHoweverManyCome) {
  Analyzer analyzer;
  LabelTerms terms;
  EXPECT_EQ(terms.of(Field::source, "The Daily News", analyzer), "XSthe daily news");
  EXPECT_EQ(terms.of(Field::date_source, "The Daily News", analyzer),
            label_term(Field::date_source, "the daily news"))
      << "a field has labels of its own";
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 5000; ++i) {
      const std::string label = fmt::format("Paper No. {}", i);
      ASSERT_EQ(terms.of(Field::source, label, analyzer),
                label_term(Field::source, name_key(analyzer, label)));
    }
  }
}

}  // namespace
}  // namespace newsdex::testing
