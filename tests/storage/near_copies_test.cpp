// Groups of near copies whose numbers do not fit one another are refused: a search would look up
// what is not there.
#include "storage/near_copies.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

using MemberNumbers = std::vector<std::uint32_t>;

// The sections of one group in two segments, as they are written.
struct GroupSections {
  MemberNumbers start = {0, 3};
  MemberNumbers segment = {1, 0, 1};
  MemberNumbers article = {7, 2, 4};
  MemberNumbers first_articles = {2};
  MemberNumbers first_members = {1};
  MemberNumbers second_articles = {4, 7};
  MemberNumbers second_members = {2, 0};

  [[nodiscard]] NearCopies read() const {
    ColumnFileWriter out;
    out.add<std::uint32_t>("start", start);
    out.add<std::uint32_t>("segment", segment);
    out.add<std::uint32_t>("article", article);
    out.add<std::uint32_t>("0.article", first_articles);
    out.add<std::uint32_t>("0.member", first_members);
    out.add<std::uint32_t>("1.article", second_articles);
    out.add<std::uint32_t>("1.member", second_members);
    return {ColumnFile(MappedFile::of_bytes(out.finish()), "near-copies"), 2};
  }
};

TEST(NearCopiesFile, GivesBackWhatWasWritten) {
  const GroupSections sections;
  const NearCopies copies = sections.read();
  ASSERT_EQ(copies.members(), 3U);
  for (std::uint32_t i = 0; i < copies.members(); ++i) EXPECT_EQ(copies.find(copies.member(i)), i);
  EXPECT_FALSE(copies.find({1, 5}));
}

TEST(NearCopiesFile, NumbersThatDoNotFitAreRefused) {
  const auto refused = [](auto change) {
    GroupSections sections;
    change(sections);
    EXPECT_THROW(static_cast<void>(sections.read()), Error);
  };
  refused([](GroupSections& s) { s.segment[1] = 2; });
  refused([](GroupSections& s) { s.segment[1] = 1; });
  refused([](GroupSections& s) { s.article[0] = 9; });
  refused([](GroupSections& s) { s.first_members[0] = 3; });
  refused([](GroupSections& s) { s.second_members = {0, 2}; });
  refused([](GroupSections& s) { s.second_articles = {7, 4}, s.second_members = {0, 2}; });
  refused([](GroupSections& s) { s.first_articles.clear(), s.first_members.clear(); });
  refused([](GroupSections& s) { s.start = {0, 2}; });
}

}  // namespace
}  // namespace newsdex::testing
