#include "engine/facet_counter.hpp"

#include <algorithm>

#include "engine/timeline_counter.hpp"

namespace newsdex {

void FacetCounter::add(const SegmentColumns& columns, const ArticleSet& matched) {
  if (spec(field_).kind == FieldKind::period) {
    add_periods(columns, matched);
  } else {
    add_values(columns.facet(field_), matched);
  }
}

void FacetCounter::add_values(const FacetColumn& column, const ArticleSet& matched) {
  std::vector<std::uint64_t> by_ordinal(column.values.size());
  matched.for_each([&](std::uint32_t article) {
    for (const std::uint32_t ordinal : column.of(article)) ++by_ordinal[ordinal];
  });
  for (std::size_t ordinal = 0; ordinal < by_ordinal.size(); ++ordinal) {
    if (by_ordinal[ordinal] > 0)
      counts_[std::string(column.values[ordinal])] += by_ordinal[ordinal];
  }
}

void FacetCounter::add_periods(const SegmentColumns& columns, const ArticleSet& matched) {
  const TimelineUnit unit = field_ == Field::year ? TimelineUnit::year : TimelineUnit::month;
  TimelineCounter periods(unit);
  periods.add(columns, matched);
  for (const TimelineBar& bar : periods.result().bars) {
    if (bar.count > 0) counts_[bar.period] += bar.count;
  }
}

Facet FacetCounter::result(const std::vector<std::string>& selected, std::size_t limit) const {
  const auto is_selected = [&](const std::string& value) {
    return std::find(selected.begin(), selected.end(), value) != selected.end();
  };
  Facet facet;
  facet.field = field_;
  for (const auto& [value, count] : counts_)
    facet.values.push_back({value, count, is_selected(value)});
  for (const std::string& value : selected) {
    if (!counts_.contains(value)) facet.values.push_back({value, 0, true});
  }
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (limit == 0 || facet.values.size() <= limit) return facet;
  const std::size_t all = facet.values.size();
  std::size_t place = 0;
  std::erase_if(facet.values,
                [&](const FacetCount& value) { return ++place > limit && !value.selected; });
  facet.more = all - facet.values.size();
  return facet;
}

}  // namespace newsdex
