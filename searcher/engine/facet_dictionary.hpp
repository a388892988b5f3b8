// The values of one facet field in a whole collection.
//
// Each segment numbers its own values. To count over segments by number instead of by text, the
// collection numbers all of them once, in order of the values, and keeps for each segment what its
// numbers are there.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "query/deadline.hpp"
#include "storage/segment.hpp"

namespace newsdex {

/// A value, and the one that it is shown and counted as.
using ShownValue = std::pair<std::string_view, std::string_view>;

class FacetDictionary {
 public:
  /// `columns` are the field's, by segment; they must outlive the dictionary. Values that others
  /// stand for keep their numbers, but no article has them. Throws TimeIsUp.
  explicit FacetDictionary(std::span<const FacetColumn* const> columns,
                           std::span<const ShownValue> shown = {},
                           const Deadline& deadline = Deadline());

  /// All values, ascending by bytes.
  [[nodiscard]] std::span<const std::string_view> values() const { return values_; }

  /// By a segment's number of a value, the collection's.
  [[nodiscard]] std::span<const std::uint32_t> numbers_of(std::size_t segment) const {
    return numbers_[segment];
  }

  /// By article of a segment, the number of its only value, or what stands for none or for several
  /// of them: half as much to look at as a FacetColumn, and at one place instead of two. Empty
  /// until it pays to have it, and where there are too many values.
  using Only = std::uint16_t;
  [[nodiscard]] std::span<const Only> only_numbers(std::size_t segment) const {
    return only_.empty() ? std::span<const Only>() : std::span<const Only>(only_[segment]);
  }
  [[nodiscard]] Only no_value() const { return static_cast<Only>(values_.size()); }
  [[nodiscard]] Only several_values() const { return static_cast<Only>(values_.size() + 1); }

  /// To be told of each search that counts the field: from the second on it pays.
  void note_search();

  /// The values that have this key (analysis/terms.hpp, name_key): the spellings of one label.
  /// Throws TimeIsUp, as it looks at all values.
  [[nodiscard]] std::vector<std::string> spellings(std::string_view key, Analyzer& analyzer,
                                                   const Deadline& deadline) const;
  /// The values of several words whose keys end with the words of this one: those with a surname.
  /// Throws TimeIsUp.
  [[nodiscard]] std::vector<std::string> ending_with(std::string_view key, Analyzer& analyzer,
                                                     const Deadline& deadline) const;

 private:
  [[nodiscard]] std::vector<Only> only_numbers_of(std::size_t segment) const;
  void merge(std::span<const ShownValue> shown);
  // The values whose keys end with a word and are such as `accept` takes.
  template <typename Accept>
  [[nodiscard]] std::vector<std::string> with_keys(std::string_view last_word, Analyzer& analyzer,
                                                   const Deadline& deadline, Accept accept) const;

  std::vector<const FacetColumn*> columns_;  // by segment
  std::uint64_t searches_ = 0;
  std::vector<std::vector<Only>> only_;  // by segment
  std::vector<std::string_view> values_;
  std::vector<std::vector<std::uint32_t>> numbers_;
};

}  // namespace newsdex
