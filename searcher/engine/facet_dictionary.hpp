// The values of one facet field in a whole collection.
//
// Each segment numbers its own values. To count over segments by number instead of by text, the
// collection numbers all of them once, in order of the values, and keeps for each segment what its
// numbers are there.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "storage/segment.hpp"

namespace newsdex {

class FacetDictionary {
 public:
  /// `columns` are the field's, by segment; they must outlive the dictionary.
  explicit FacetDictionary(std::span<const FacetColumn* const> columns);

  /// All values, ascending by bytes.
  [[nodiscard]] std::span<const std::string_view> values() const { return values_; }

  /// By a segment's number of a value, the collection's.
  [[nodiscard]] std::span<const std::uint32_t> numbers_of(std::size_t segment) const {
    return numbers_[segment];
  }

  /// The values that have this key (analysis/terms.hpp, name_key): the spellings of one label.
  [[nodiscard]] std::vector<std::string> spellings(std::string_view key, Analyzer& analyzer);

 private:
  std::vector<std::string_view> values_;
  std::vector<std::vector<std::uint32_t>> numbers_;
  std::multimap<std::string, std::string_view, std::less<>> by_key_;  // made when first needed
};

}  // namespace newsdex
