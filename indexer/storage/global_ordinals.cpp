#include "storage/global_ordinals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "storage/damage.hpp"

namespace newsdex {
namespace {

using Values = std::vector<std::string_view>;
using Numbers = std::vector<std::uint32_t>;

Values values_of(const FacetColumn& column) {
  Values values(column.values.size());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = column.values[i];
  return values;
}

Values either_of(const Values& a, const Values& b) {
  Values both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// Each value once, ascending. Lists are united by twos, so that none is gone through for every
// other.
Values all_of(std::vector<Values> lists, const std::function<void()>& step) {
  for (Values& values : lists) {
    if (!std::is_sorted(values.begin(), values.end())) std::sort(values.begin(), values.end());
  }
  while (lists.size() > 1) {
    if (step) step();
    const std::size_t half = lists.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
      lists[i] = either_of(lists[i], lists.back());
      lists.pop_back();
    }
  }
  return lists.empty() ? Values() : std::move(lists.front());
}

// The place of each of `some` in `all`, which holds them; both ascend, or searching goes on from
// the start where a damaged column does not.
Numbers places(std::span<const std::string_view> some, std::span<const std::string_view> all) {
  Numbers out(some.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < some.size(); ++i) {
    while (at < all.size() && all[at] < some[i]) ++at;
    if (at == all.size() || all[at] != some[i]) {
      const auto found = std::lower_bound(all.begin(), all.end(), some[i]);
      at = static_cast<std::size_t>(found - all.begin());
    }
    out[i] = static_cast<std::uint32_t>(at);
  }
  return out;
}

// By number, the number of the value that stands for it.
Numbers shown_numbers(std::span<const std::string_view> values, std::span<const ShownValue> shown) {
  const auto number_of = [&](std::string_view value) -> std::optional<std::uint32_t> {
    const auto place = std::lower_bound(values.begin(), values.end(), value);
    if (place == values.end() || *place != value) return std::nullopt;
    return static_cast<std::uint32_t>(place - values.begin());
  };
  Numbers shown_as(values.size());
  std::iota(shown_as.begin(), shown_as.end(), 0U);
  for (const auto& [value, other] : shown) {
    const auto number = number_of(value);
    const auto other_number = number_of(other);
    if (number && other_number) shown_as[*number] = *other_number;
  }
  return shown_as;
}

std::string section_of(std::string_view field, std::size_t segment) {
  return fmt::format("{}.{}", field, segment);
}

void add_field(std::string_view field, std::span<const FacetColumn* const> columns,
               std::span<const ShownValue> shown, const std::function<void()>& step,
               ColumnFileWriter& out) {
  std::vector<Values> by_segment;
  for (const FacetColumn* column : columns) by_segment.push_back(values_of(*column));
  const Values values = all_of(by_segment, step);
  const Numbers shown_as = shown_numbers(values, shown);
  out.add_strings(fmt::format("{}.values", field), values);
  for (std::size_t segment = 0; segment < by_segment.size(); ++segment) {
    if (step) step();
    Numbers numbers = places(by_segment[segment], values);
    for (std::uint32_t& number : numbers) number = shown_as[number];
    out.add<std::uint32_t>(section_of(field, segment), numbers);
  }
}

// Of ordinals in memory, which are of one field.
constexpr std::string_view kOnlyField = "field";

ColumnFile in_memory(std::span<const FacetColumn* const> columns, std::span<const ShownValue> shown,
                     const std::function<void()>& step) {
  ColumnFileWriter out;
  add_field(kOnlyField, columns, shown, step, out);
  return {MappedFile::of_bytes(out.finish()), std::string(kOrdinalsFile)};
}

}  // namespace

std::string encode_global_ordinals(std::span<const SegmentColumns> segments,
                                   const ValueMerges& merges) {
  ColumnFileWriter out;
  for (const FieldSpec& field : kFields) {
    if (!has_facet_column(field)) continue;
    std::vector<const FacetColumn*> columns;
    for (const SegmentColumns& segment : segments) columns.push_back(&segment.facet(field.field));
    add_field(field.name, columns, merges.of_field(field.field), {}, out);
  }
  return out.finish();
}

GlobalOrdinals::GlobalOrdinals(std::span<const FacetColumn* const> columns,
                               std::span<const ShownValue> shown, const std::function<void()>& step)
    : GlobalOrdinals(in_memory(columns, shown, step), kOnlyField, columns.size()) {}

GlobalOrdinals::GlobalOrdinals(ColumnFile file, std::string_view field, std::size_t segments)
    : file_(std::move(file)), values_(file_.strings(fmt::format("{}.values", field))) {
  for (std::size_t segment = 0; segment < segments; ++segment)
    by_segment_.push_back(file_.section<std::uint32_t>(section_of(field, segment)));
}

std::optional<GlobalOrdinals> GlobalOrdinals::of(const GenerationHandle& handle,
                                                 const FieldSpec& field,
                                                 std::span<const FacetColumn* const> columns) {
  if (!handle.generation().checksums.contains(std::string(kOrdinalsFile))) return std::nullopt;
  const FilePlace place = handle.file(kOrdinalsFile);
  ColumnFile file(place);
  file.check(field.name);
  GlobalOrdinals ordinals(std::move(file), field.name, columns.size());
  if (!ordinals.are_of(columns))
    throw_damaged(place.path(), "it is not what the segments' values are");
  return ordinals;
}

bool GlobalOrdinals::are_of(std::span<const FacetColumn* const> columns) const {
  for (std::size_t segment = 0; segment < columns.size(); ++segment) {
    const NarrowColumn numbers(by_segment_[segment]);
    if (numbers.size() != columns[segment]->values.size() || !numbers.are_below(values_.size()))
      return false;
  }
  return true;
}

std::optional<std::uint32_t> GlobalOrdinals::number_of(std::string_view value) const {
  const std::size_t number = values_.lower_bound(value);
  if (number == values_.size() || values_[number] != value) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

}  // namespace newsdex
