#include "printing/facet_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "printing/printed_text.hpp"

namespace newsdex {
namespace {

std::string facets_text(const std::vector<Facet>& facets, const TextStyle& style) {
  return printed([&](const Page& page) { print_facets(page, facets); }, style);
}

const std::vector<Facet> kTwoFacets = {
    {Field::actor, {{"Hassan Rouhani", 9, true}, {"Pavel Durov", 4, false}}},
    {Field::platform, {{"Telegram", 120, false}, {"Twitter", 3, false}, {"Signal", 1, false}}}};

TEST(PrintFacets, BelowOneAnotherWithOneColumnOfCounts) {
  EXPECT_EQ(facets_text(kTwoFacets, {false, 80}), R"(
actor
* Hassan Rouhani    9
  Pavel Durov       4

platform
  Telegram        120
  Twitter           3
  Signal            1
)");
}

TEST(PrintFacets, SideBySideOnAWidePage) {
  EXPECT_EQ(facets_text(kTwoFacets, {false, 100}), R"(
actor                  platform
* Hassan Rouhani  9      Telegram  120
  Pavel Durov     4      Twitter     3
                         Signal      1
)");
}

TEST(PrintFacets, SelectedIsBoldInColour) {
  EXPECT_EQ(facets_text({kTwoFacets[0]}, {true, 80}),
            "\n\x1B[1;36mactor\x1B[0m\n"
            "\x1B[1m* \x1B[0m\x1B[1mHassan Rouhani\x1B[0m  \x1B[1m9\x1B[0m\n"
            "  Pavel Durov     4\n");
}

TEST(PrintFacets, TablesThatDoNotFitStartANewRow) {
  const Facet wide{Field::place, {{std::string(40, 'x'), 1, false}}};
  EXPECT_EQ(facets_text({wide, wide, wide}, {false, 100}),
            "\n"
            "place                                            place\n"
            "  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  1      "
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  1\n"
            "\n"
            "place\n"
            "  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  1\n");
}

TEST(PrintFacets, LongValuesAreCutByColumns) {
  const Facet facet{Field::source,
                    {{"A newspaper with a long name", 10, false},
                     {"\u4E2D\u6587\u65B0\u805E\u793E\u4E2D\u6587\u65B0\u805E\u793E", 2, false}}};
  EXPECT_EQ(facets_text({facet}, {false, 20}), R"(
source
  A newspaper w…  10
  中文新聞社中…    2
)");
}

TEST(PrintFacets, WithoutWidthNothingIsCut) {
  const Facet facet{Field::source, {{std::string(60, 'x'), 1, false}}};
  EXPECT_EQ(facets_text({facet}, {false, 0}), "\nsource\n  " + std::string(60, 'x') + "  1\n");
}

TEST(PrintFacets, RightToLeftValuesDoNotReorderTheirCount) {
  const Facet facet{Field::actor, {{"\u0631\u0648\u062D\u0627\u0646\u06CC", 12, false}}};
  EXPECT_EQ(facets_text({facet}, {false, 40}),
            "\nactor\n  \u2067\u0631\u0648\u062D\u0627\u0646\u06CC\u2069  12\n");
}

TEST(PrintFacets, HostileValuesAreEscaped) {
  const Facet facet{Field::source, {{"\x1B[2J\u202E", 1, false}}};
  EXPECT_EQ(facets_text({facet}, {false, 40}), "\nsource\n  \\x1B[2J\\u{202E}  1\n");
}

TEST(PrintFacets, ValuesLeftOutAreCounted) {
  EXPECT_EQ(facets_text({{Field::source, {{"Gulf Desk", 7, false}}, 12}}, {false, 80}),
            "\nsource\n  Gulf Desk  7\n  12 more\n");
}

TEST(PrintFacets, AFacetWithoutValuesSaysSo) {
  EXPECT_EQ(facets_text({{Field::organisation, {}}}, {false, 80}), "\norg\n  none\n");
}

TEST(PrintFacets, NoFacetsPrintNothing) {
  EXPECT_EQ(facets_text({}, {false, 80}), "");
  EXPECT_EQ(facets_text({}, {false, 120}), "");
}

}  // namespace
}  // namespace newsdex
