#include "engine/facet_counter.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace newsdex::testing {
namespace {

// One segment's column, in memory.
struct Column {
  std::vector<std::uint32_t> starts = {0};
  std::vector<std::uint32_t> ordinals;
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint64_t> bases = {0};
  std::string bytes;

  explicit Column(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      bytes += value;
      offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
  }
  Column& article(const std::vector<std::uint32_t>& values) {
    ordinals.insert(ordinals.end(), values.begin(), values.end());
    starts.push_back(static_cast<std::uint32_t>(ordinals.size()));
    return *this;
  }
  [[nodiscard]] FacetColumn view() const {
    return {{bases, NarrowColumn(starts)},
            NarrowColumn(ordinals),
            {{bases, NarrowColumn(offsets)}, bytes}};
  }
  [[nodiscard]] std::uint32_t articles() const {
    return static_cast<std::uint32_t>(starts.size() - 1);
  }
};

using Offsets = std::vector<std::uint16_t>;

// Counted from columns, and from what the dictionary makes of them when asked often.
class FacetCounterTest : public ::testing::TestWithParam<int> {
 protected:
  FacetCounterTest() {
    first_.article({0}).article({}).article({0, 1}).article({1});
    second_.article({1, 2}).article({2}).article({0});
    columns_[0] = first_.view();
    columns_[1] = second_.view();
  }

  // Counts all articles of both segments, or those given.
  FacetCounter counted(const Offsets& in_first, const Offsets& in_second) {
    for (int search = 0; search < GetParam(); ++search) dictionary_.note_search();
    EXPECT_EQ(dictionary_.only_numbers(0).empty(), GetParam() < 2);
    FacetCounter counter(dictionary_);
    counter.add(columns_[0], 0, {0, first_.articles()}, in_first);
    FacetCounter other(dictionary_);
    other.add(columns_[1], 1, {0, second_.articles()}, in_second);
    counter.merge(other);
    return counter;
  }

  Column first_{{"b", "d"}};
  Column second_{{"a", "b", "c"}};
  FacetColumn columns_[2] = {first_.view(), second_.view()};
  const FacetColumn* pointers_[2] = {&columns_[0], &columns_[1]};
  FacetDictionary dictionary_{pointers_, GlobalOrdinals(pointers_, {})};
};

// The time limit of a search reaches those that read every value.
TEST(FacetDictionary, StopsAtTheDeadline) {
  constexpr int kValues = 1000;
  std::vector<std::string> names;
  for (int i = 0; i < kValues; ++i) names.push_back(fmt::format("{:05} haddad", i));
  Column column(names);
  column.bases.assign(names.size(), 0);  // more blocks than there are
  const FacetColumn view = column.view();
  const FacetColumn* const pointer = &view;
  const std::span columns(&pointer, 1);
  const FacetDictionary dictionary(columns, GlobalOrdinals(columns, {}));
  Analyzer analyzer;
  EXPECT_EQ(dictionary.ending_with("haddad", analyzer, {}).size(), kValues);
  EXPECT_EQ(dictionary.spellings("00007 haddad", analyzer, {}).size(), 1U);
  const Deadline past(std::chrono::milliseconds(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_THROW((void)dictionary.ending_with("haddad", analyzer, past), TimeIsUp);
  EXPECT_THROW((void)dictionary.spellings("00007 haddad", analyzer, past), TimeIsUp);
  EXPECT_THROW(GlobalOrdinals(columns, {}, [&] { past.check(); }), TimeIsUp);
}

using Values = std::vector<FacetCount>;

TEST_P(FacetCounterTest, CountsOverSegmentsThatNumberValuesDifferently) {
  const FacetCounter all = counted(Offsets({0, 1, 2, 3}), Offsets({0, 1, 2}));
  EXPECT_EQ(all.result(Field::actor, {}, {}).values,
            (Values{{"b", 3, false}, {"c", 2, false}, {"d", 2, false}, {"a", 1, false}}));
}

TEST_P(FacetCounterTest, CountsTheGivenArticlesOnly) {
  const FacetCounter some = counted(Offsets({1, 2}), Offsets({1}));
  EXPECT_EQ(some.result(Field::actor, {}, {}).values,
            (Values{{"b", 1, false}, {"c", 1, false}, {"d", 1, false}}));
}

TEST_P(FacetCounterTest, ShowsSelectedValuesBeyondTheLimit) {
  const FacetCounter all = counted(Offsets({0, 1, 2, 3}), Offsets({0, 1, 2}));
  const FilterPlan filter = {Field::actor, {LabelPlan{Field::actor, {}, {"zz", "a"}, {}}}, false};
  const Facet facet = all.result(Field::actor, {Field::actor, {&filter, 1}}, {1, 0});
  EXPECT_EQ(facet.values, (Values{{"b", 3, false}, {"a", 1, true}, {"zz", 0, true}}));
  EXPECT_EQ(facet.more, 2U);
}

TEST_P(FacetCounterTest, LeavesOutWhatADamagedColumnPointsAt) {
  first_.ordinals = {0, 77};
  columns_[0] = first_.view();  // starts beyond its values, a value that is none
  const FacetCounter all = counted(Offsets({0, 2, 3}), Offsets({}));
  EXPECT_EQ(all.result(Field::actor, {}, {}).values, (Values{{"b", 1, false}}));
}

INSTANTIATE_TEST_SUITE_P(Searches, FacetCounterTest, ::testing::Values(1, 2));

}  // namespace
}  // namespace newsdex::testing
