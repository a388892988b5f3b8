// Which values of a facet the query chooses or leaves out by filters of the facet's own field.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"
#include "query/plan.hpp"

namespace newsdex {

class ChosenValues {
 public:
  /// Nothing is chosen.
  ChosenValues() = default;

  /// What `filters` choose of the values of `facet`.
  ChosenValues(Field facet, std::span<const FilterPlan> filters);

  /// Whether a filter names this very value, so that it is listed whatever its count.
  [[nodiscard]] bool names(std::string_view value) const;

  /// The value as the facet lists it. A month is selected where all ranges of dates that are chosen
  /// hold it, too, and excluded where any that is left out does.
  [[nodiscard]] FacetCount marked(std::string_view value, std::uint64_t count) const;

  /// Adds the named values that are not among `listed`, ascending, with the count 0.
  void add_missing(std::vector<FacetCount>& listed) const;

 private:
  using Ranges = std::vector<DateRange>;  // alternatives

  void add_labels(const LabelPlan& labels, bool excluded);
  void add_dates(Field facet, const OrPlan& dates, bool excluded);

  std::vector<std::string> selected_;
  std::vector<std::string> excluded_;
  std::vector<Ranges> within_;  // one of each
  Ranges outside_;
};

}  // namespace newsdex
