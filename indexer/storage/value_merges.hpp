// Values of facets that are spellings of one: what articles call the same person, found by
// themselves, each in its own way. Which these are is only known of a collection as a whole, so a
// generation keeps them beside its segments.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "newsdex/schema.hpp"
#include "storage/column_file.hpp"

namespace newsdex {

/// A value as articles have it, and the one that stands for it.
struct ValueMerge {
  Field field = Field::actor;
  std::string value;
  std::string shown;

  auto operator<=>(const ValueMerge&) const = default;
};

class GenerationHandle;

/// The file's content; `merges` in their order.
std::string encode_merges(std::span<const ValueMerge> merges);

/// Ones read from a file, which is looked at where it lies.
class ValueMerges {
 public:
  /// None.
  ValueMerges() = default;
  /// Throws Error{bad_index} when the file is damaged.
  explicit ValueMerges(const FilePlace& place);
  /// Ones put together in memory.
  explicit ValueMerges(ColumnFile file, const std::string& path = "merges");
  /// Those of a generation; none if it was made before there were any.
  static ValueMerges of(const GenerationHandle& handle);
  /// Those of several. Shards of one collection have all the same; where indexes made on their own
  /// contradict one another, the first is believed.
  static ValueMerges joined(std::span<const ValueMerges> parts);

  [[nodiscard]] std::size_t size() const { return values_.size(); }

  /// What stands for a value: most stand for themselves.
  [[nodiscard]] std::string_view shown(Field field, std::string_view value) const;

  /// All of a field: the values, each with what stands for it.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> of_field(
      Field field) const;

  /// The other values that `shown` stands for.
  [[nodiscard]] std::vector<std::string_view> others(Field field, std::string_view shown) const;

 private:
  ColumnFile file_;
  std::span<const std::uint8_t> fields_;
  StringColumn values_;
  StringColumn shown_;
};

}  // namespace newsdex
