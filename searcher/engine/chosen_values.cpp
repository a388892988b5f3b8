#include "engine/chosen_values.hpp"

#include <algorithm>

#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

bool is_among(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool any_holds(const std::vector<DateRange>& ranges, DaySpan days) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const DateRange& range) { return lies_within(days, range); });
}

}  // namespace

ChosenValues::ChosenValues(Field facet, std::span<const FilterPlan> filters) {
  for (const FilterPlan& filter : filters) {
    if (!is_own_filter(facet, filter.field)) continue;
    if (const LabelPlan* const labels = filter.labels()) {
      add_labels(*labels, filter.excluded);
    } else {
      add_dates(facet, std::get<OrPlan>(filter.choices.node), filter.excluded);
    }
  }
}

void ChosenValues::add_labels(const LabelPlan& labels, bool excluded) {
  std::vector<std::string>& values = excluded ? excluded_ : selected_;
  values.insert(values.end(), labels.values.begin(), labels.values.end());
}

void ChosenValues::add_dates(Field facet, const OrPlan& dates, bool excluded) {
  const DatePrecision precision = facet == Field::year ? DatePrecision::year : DatePrecision::month;
  std::vector<DateRange> ranges;
  for (const Plan& each : dates.operands) {
    const auto& date = std::get<DatePlan>(each.node);
    if (date.none) continue;
    ranges.push_back(date.range);
    const auto period = whole_period(date.range);
    if (!period || period->precision != precision) continue;
    (excluded ? excluded_ : selected_).push_back(to_string(*period));
  }
  if (excluded) {
    outside_.insert(outside_.end(), ranges.begin(), ranges.end());
  } else {
    within_.push_back(std::move(ranges));
  }
}

bool ChosenValues::names(std::string_view value) const {
  return is_among(selected_, value) || is_among(excluded_, value);
}

FacetCount ChosenValues::marked(std::string_view value, std::uint64_t count) const {
  FacetCount row = {std::string(value), count};
  row.selected = is_among(selected_, value);
  row.excluded = is_among(excluded_, value);
  if (within_.empty() && outside_.empty()) return row;
  const auto range = parse_date_range(value);
  if (!range || !range->first || !range->last) return row;
  const DaySpan days = {*range->first, *range->last};
  row.excluded = row.excluded || any_holds(outside_, days);
  row.selected =
      row.selected ||
      (!within_.empty() && std::all_of(within_.begin(), within_.end(),
                                       [&](const Ranges& each) { return any_holds(each, days); }));
  return row;
}

void ChosenValues::add_missing(std::vector<FacetCount>& listed) const {
  std::vector<std::string> missing = selected_;
  missing.insert(missing.end(), excluded_.begin(), excluded_.end());
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  std::erase_if(missing, [&](const std::string& value) {
    return std::any_of(listed.begin(), listed.end(),
                       [&](const FacetCount& shown) { return shown.value == value; });
  });
  for (const std::string& value : missing) listed.push_back(marked(value, 0));
}

}  // namespace newsdex
