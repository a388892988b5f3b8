// The values of a facet field over several segments, numbered: "global ordinals", as the field
// calls them. Each segment numbers its own values; to count over segments by number instead of by
// text, all values are numbered once, in their order, and for each segment it is kept what its
// numbers are there.
//
// To bring the values of a million articles together takes longer than a search, so a generation
// has them for all its fields in a file, made when it is published.
//
// Layout: a column file. For each field that has a facet column "FIELD.values" (strings, ascending
// by bytes) and for each segment, as the manifest numbers them, "FIELD.N" (u32): for each of its
// values the number of the one that it is shown and counted as.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/generation.hpp"
#include "storage/segment_columns.hpp"
#include "storage/value_merges.hpp"

namespace newsdex {

/// A file of a generation. Shards have none, nor have generations of before there were any.
inline constexpr std::string_view kOrdinalsFile = "ordinals";

/// A value, and the one that it is shown and counted as.
using ShownValue = std::pair<std::string_view, std::string_view>;

/// The file's content for a generation of these segments. Throws Error{bad_index} when a column is
/// damaged.
std::string encode_global_ordinals(std::span<const SegmentColumns> segments,
                                   const ValueMerges& merges);

class GlobalOrdinals {
 public:
  /// Works them out from the columns of a field, by segment. Values that others stand for keep
  /// their numbers, but none of a segment's has them. `step` is called now and then, and may throw
  /// to give up.
  GlobalOrdinals(std::span<const FacetColumn* const> columns, std::span<const ShownValue> shown,
                 const std::function<void()>& step = {});

  /// Those that a generation was published with; `columns` are the field's, by segment. Throws
  /// Error{bad_index} when they are damaged or not of these columns.
  static std::optional<GlobalOrdinals> of(const GenerationHandle& handle, const FieldSpec& field,
                                          std::span<const FacetColumn* const> columns);

  /// All values, ascending by bytes.
  [[nodiscard]] const StringColumn& values() const { return values_; }
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view value) const;

  /// By a segment's number of a value, the number here, less than values().size().
  [[nodiscard]] std::span<const std::uint32_t> of_segment(std::size_t segment) const {
    return by_segment_[segment];
  }

 private:
  GlobalOrdinals(ColumnFile file, std::string_view field, std::size_t segments);
  [[nodiscard]] bool are_of(std::span<const FacetColumn* const> columns) const;

  ColumnFile file_;
  StringColumn values_;
  std::vector<std::span<const std::uint32_t>> by_segment_;
};

}  // namespace newsdex
