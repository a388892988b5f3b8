// Counts the values of one facet field over sets of articles.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/facet_dictionary.hpp"
#include "engine/period_counts.hpp"
#include "engine/window.hpp"
#include "newsdex/search_result.hpp"

namespace newsdex {

class FacetCounter {
 public:
  /// The dictionary must outlive the counter.
  explicit FacetCounter(const FacetDictionary& dictionary)
      : dictionary_(&dictionary), counts_(dictionary.values().size()) {}

  /// Adds the articles of a window of a segment; `column` is the field's there and `numbers` are
  /// what its numbers are in the dictionary.
  void add(const FacetColumn& column, std::span<const std::uint32_t> numbers, const Window& window,
           const WindowSet& articles);

  void merge(const FacetCounter& other);

  /// At most `limit` values (0: all), highest count first, then by value; the `selected` ones are
  /// always there.
  [[nodiscard]] Facet result(Field field, const std::vector<std::string>& selected,
                             std::size_t limit) const;

 private:
  const FacetDictionary* dictionary_;
  std::vector<std::uint32_t> counts_;  // by the dictionary's numbers
};

/// A facet of the field year or month.
Facet period_facet(Field field, const DayCounter& days, std::size_t limit);

}  // namespace newsdex
