// Counts the values of one facet field over sets of articles.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/chosen_values.hpp"
#include "engine/facet_dictionary.hpp"
#include "engine/period_counts.hpp"
#include "engine/window.hpp"
#include "newsdex/search_result.hpp"

namespace newsdex {

/// Which of a facet's values to tell of.
struct FacetPage {
  std::size_t limit = 0;   // values at most; 0: all
  std::size_t offset = 0;  // values to pass over
};

class FacetCounter {
 public:
  /// The dictionary must outlive the counter.
  explicit FacetCounter(const FacetDictionary& dictionary)
      : dictionary_(&dictionary), counts_(dictionary.values().size() + 1) {}

  /// Adds articles of a window of a segment, by their offsets; `column` is the field's there.
  void add(const FacetColumn& column, std::size_t segment, const Window& window,
           std::span<const std::uint16_t> offsets);

  void merge(const FacetCounter& other);

  /// The values of the page, highest count first, then by value; the first page has all chosen ones
  /// besides, wherever they stand.
  [[nodiscard]] Facet result(Field field, const ChosenValues& chosen, const FacetPage& page) const;

 private:
  void add_all(const FacetColumn& column, std::size_t segment, std::uint64_t begin,
               std::uint64_t end);
  void add_by_column(const FacetColumn& column, std::size_t segment, const Window& window,
                     std::span<const std::uint16_t> offsets);

  const FacetDictionary* dictionary_;
  std::vector<std::uint32_t> counts_;  // by the dictionary's numbers; the last is of no value
};

/// A facet of the field year or month, with the same values as FacetCounter::result().
Facet period_facet(Field field, const DayCounter& days, const ChosenValues& chosen,
                   const FacetPage& page);

}  // namespace newsdex
