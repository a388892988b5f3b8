// The values of one facet field in a whole collection, and what numbers segments have for them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "query/deadline.hpp"
#include "storage/global_ordinals.hpp"
#include "storage/segment.hpp"

namespace newsdex {

class FacetDictionary {
 public:
  /// `columns` are the field's, by segment, and must outlive the dictionary; `ordinals` are theirs.
  FacetDictionary(std::span<const FacetColumn* const> columns, GlobalOrdinals ordinals);

  /// All values, ascending by bytes. Those that others stand for are among them, but no article has
  /// them.
  [[nodiscard]] const StringColumn& values() const { return ordinals_.values(); }
  [[nodiscard]] bool has_value(std::string_view value) const {
    return ordinals_.number_of(value).has_value();
  }

  /// By a segment's number of a value, the collection's.
  [[nodiscard]] std::span<const std::uint32_t> numbers_of(std::size_t segment) const {
    return ordinals_.of_segment(segment);
  }

  /// By article of a segment, the number of its only value, or what stands for none or for several
  /// of them: half as much to look at as a FacetColumn, and at one place instead of two. Empty
  /// until it pays to have it, and where there are too many values.
  using Only = std::uint16_t;
  [[nodiscard]] std::span<const Only> only_numbers(std::size_t segment) const {
    return only_.empty() ? std::span<const Only>() : std::span<const Only>(only_[segment]);
  }
  [[nodiscard]] Only no_value() const { return static_cast<Only>(values().size()); }
  [[nodiscard]] Only several_values() const { return static_cast<Only>(values().size() + 1); }

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
  // The values whose keys end with a word and are such as `accept` takes.
  template <typename Accept>
  [[nodiscard]] std::vector<std::string> with_keys(std::string_view last_word, Analyzer& analyzer,
                                                   const Deadline& deadline, Accept accept) const;

  std::vector<const FacetColumn*> columns_;  // by segment
  GlobalOrdinals ordinals_;
  std::uint64_t searches_ = 0;
  std::vector<std::vector<Only>> only_;  // by segment
};

}  // namespace newsdex
