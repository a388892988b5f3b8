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

bool is_among(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

FacetCount chosen_count(const ChosenValues& chosen, std::string_view value, std::uint64_t count) {
  FacetCount row = {std::string(value), count};
  row.selected = is_among(chosen.selected, value);
  row.excluded = is_among(chosen.excluded, value);
  return row;
}

// The chosen values that no article has.
void add_missing(const ChosenValues& chosen, Facet& facet) {
  std::vector<std::string> missing = chosen.selected;
  missing.insert(missing.end(), chosen.excluded.begin(), chosen.excluded.end());
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  std::erase_if(missing, [&](const std::string& value) {
    return std::any_of(facet.values.begin(), facet.values.end(),
                       [&](const FacetCount& shown) { return shown.value == value; });
  });
  for (const std::string& value : missing) facet.values.push_back(chosen_count(chosen, value, 0));
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
  const std::size_t before = std::min(page.offset, counts.size());
  const std::size_t room = counts.size() - before;
  const std::size_t shown = page.limit == 0 ? room : std::min(page.limit, room);
  sort_first(counts, before + shown);
  const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(before);
  const auto rest = begin + static_cast<std::ptrdiff_t>(shown);
  auto end = rest;
  if (before == 0) {
    end = std::partition(rest, counts.end(), [&](const NumberedCount& c) {
      const std::string_view value = dictionary_->values()[c.number];
      return is_among(chosen.selected, value) || is_among(chosen.excluded, value);
    });
    std::sort(rest, end, comes_before);
  }
  Facet facet;
  facet.field = field;
  facet.before = before;
  facet.more = static_cast<std::uint64_t>(counts.end() - end);
  for (auto at = begin; at != end; ++at) {
    facet.values.push_back(chosen_count(chosen, dictionary_->values()[at->number], at->count));
  }
  if (before == 0) add_missing(chosen, facet);
  return facet;
}

Facet period_facet(Field field, const DayCounter& days, const FacetPage& page) {
  const TimelineUnit unit = field == Field::year ? TimelineUnit::year : TimelineUnit::month;
  const PeriodCounts periods(days, unit);
  Facet facet;
  facet.field = field;
  for (const auto& [period, count] : periods.counts()) {
    facet.values.push_back({period_name(period, unit), count, false});
  }
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  const std::size_t before = std::min(page.offset, facet.values.size());
  facet.before = before;
  facet.values.erase(facet.values.begin(),
                     facet.values.begin() + static_cast<std::ptrdiff_t>(before));
  if (page.limit != 0 && facet.values.size() > page.limit) {
    facet.more = facet.values.size() - page.limit;
    facet.values.resize(page.limit);
  }
  return facet;
}

}  // namespace newsdex
