#include "engine/facet_counter.hpp"

#include <algorithm>

namespace newsdex {
namespace {

// Values with their counts, by number; numbers ascend as the values do.
struct NumberedCount {
  std::uint64_t count = 0;
  std::uint32_t number = 0;
};

bool comes_before(const NumberedCount& a, const NumberedCount& b) {
  return a.count != b.count ? a.count > b.count : a.number < b.number;
}

// Sorts the first `limit`, the rest is left in any order.
void sort_first(std::vector<NumberedCount>& counts, std::size_t limit) {
  if (limit >= counts.size()) {
    std::sort(counts.begin(), counts.end(), comes_before);
  } else {
    std::partial_sort(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(limit),
                      counts.end(), comes_before);
  }
}

// The page of a facet; `value_of` tells the value with a number.
template <typename ValueOf>
Facet facet_page(Field field, std::vector<NumberedCount> counts, const ChosenValues& chosen,
                 const FacetPage& page, ValueOf&& value_of) {
  const std::size_t before = std::min(page.offset, counts.size());
  const std::size_t room = counts.size() - before;
  const std::size_t shown = page.limit == 0 ? room : std::min(page.limit, room);
  sort_first(counts, before + shown);
  const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(before);
  const auto rest = begin + static_cast<std::ptrdiff_t>(shown);
  auto end = rest;
  if (before == 0) {
    end = std::partition(rest, counts.end(), [&](const NumberedCount& each) {
      return chosen.names(value_of(each.number));
    });
    std::sort(rest, end, comes_before);
  }
  Facet facet;
  facet.field = field;
  facet.before = before;
  facet.more = static_cast<std::uint64_t>(counts.end() - end);
  for (auto at = begin; at != end; ++at) {
    facet.values.push_back(chosen.marked(value_of(at->number), at->count));
  }
  if (before == 0) chosen.add_missing(facet.values);
  return facet;
}

}  // namespace

void FacetCounter::add(const FacetColumn& column, std::size_t segment, const Window& window,
                       std::span<const std::uint16_t> offsets) {
  if (offsets.size() == window.size()) {
    add_all(column, segment, column.starts[window.begin], column.starts[window.end]);
    return;
  }
  const auto only = dictionary_->only_numbers(segment);
  if (only.empty()) {
    add_by_column(column, segment, window, offsets);
    return;
  }
  const FacetDictionary::Only several = dictionary_->several_values();
  for (const std::uint16_t offset : offsets) {
    const FacetDictionary::Only number = only[window.begin + offset];
    if (number == several) {
      const std::uint32_t article = window.begin + offset;
      add_all(column, segment, column.starts[article], column.starts[article + 1]);
    } else {
      ++counts_[number];
    }
  }
}

void FacetCounter::add_by_column(const FacetColumn& column, std::size_t segment,
                                 const Window& window, std::span<const std::uint16_t> offsets) {
  const std::span<const std::uint32_t> numbers = dictionary_->numbers_of(segment);
  for (const std::uint16_t offset : offsets) {
    const std::uint32_t article = window.begin + offset;
    const std::uint64_t begin = column.starts[article];
    const std::uint64_t values = column.starts[article + 1] - begin;
    if (values > 1 || begin >= column.ordinals.size()) {
      add_all(column, segment, begin, begin + values);
      continue;
    }
    // Whether an article has a value or none is anyone's guess, the processor's too: the value that
    // lies there, be it the next article's, is counted once or not at all without asking.
    const std::uint32_t ordinal = column.ordinals[begin];
    if (ordinal < numbers.size()) counts_[numbers[ordinal]] += static_cast<std::uint32_t>(values);
  }
}

// What a damaged column says of places beyond its end is left out.
void FacetCounter::add_all(const FacetColumn& column, std::size_t segment, std::uint64_t begin,
                           std::uint64_t end) {
  const std::span<const std::uint32_t> numbers = dictionary_->numbers_of(segment);
  for (std::uint64_t i = begin; i < std::min<std::uint64_t>(end, column.ordinals.size()); ++i) {
    const std::uint32_t ordinal = column.ordinals[i];
    if (ordinal < numbers.size()) ++counts_[numbers[ordinal]];
  }
}

void FacetCounter::merge(const FacetCounter& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

Facet FacetCounter::result(Field field, const ChosenValues& chosen, const FacetPage& page) const {
  std::vector<NumberedCount> counts;
  for (std::uint32_t number = 0; number + 1 < counts_.size(); ++number) {
    if (counts_[number] > 0) counts.push_back({counts_[number], number});
  }
  return facet_page(field, std::move(counts), chosen, page,
                    [&](std::uint32_t number) { return dictionary_->values()[number]; });
}

Facet period_facet(Field field, const DayCounter& days, const ChosenValues& chosen,
                   const FacetPage& page) {
  const TimelineUnit unit = field == Field::year ? TimelineUnit::year : TimelineUnit::month;
  const PeriodCounts periods(days, unit);
  std::vector<NumberedCount> counts;
  std::vector<std::string> names;
  for (const auto& [period, count] : periods.counts()) {
    counts.push_back({count, static_cast<std::uint32_t>(names.size())});
    names.push_back(period_name(period, unit));
  }
  return facet_page(field, std::move(counts), chosen, page,
                    [&](std::uint32_t number) { return std::string_view(names[number]); });
}

}  // namespace newsdex
