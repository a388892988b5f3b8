#include "storage/value_merges.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "storage/damage.hpp"
#include "storage/generation.hpp"

namespace newsdex {

std::string encode_merges(std::span<const ValueMerge> merges) {
  std::vector<std::uint8_t> fields;
  std::vector<std::string> values;
  std::vector<std::string> shown;
  for (const ValueMerge& merge : merges) {
    fields.push_back(static_cast<std::uint8_t>(merge.field));
    values.push_back(merge.value);
    shown.push_back(merge.shown);
  }
  ColumnFileWriter out;
  out.add<std::uint8_t>("field", fields);
  out.add_strings("value", values);
  out.add_strings("shown", shown);
  return out.finish();
}

ValueMerges::ValueMerges(const FilePlace& place) : ValueMerges(ColumnFile(place), place.path()) {}

ValueMerges::ValueMerges(ColumnFile file, const std::string& path)
    : file_(std::move(file)),
      fields_(file_.section<std::uint8_t>("field")),
      values_(file_.strings("value")),
      shown_(file_.strings("shown")) {
  const bool whole = file_.damaged_sections().empty() && values_.size() == fields_.size() &&
                     shown_.size() == fields_.size();
  if (!whole) throw_damaged(path);
}

ValueMerges ValueMerges::of(const GenerationHandle& handle) {
  const Generation& generation = handle.generation();
  if (!generation.checksums.contains(std::string(kMergesFile))) return {};
  return ValueMerges(handle.file(kMergesFile));
}

ValueMerges ValueMerges::joined(std::span<const ValueMerges> parts) {
  using Value = std::pair<Field, std::string>;
  std::map<Value, std::string> shown_for;
  std::set<Value> shown;
  for (const ValueMerges& part : parts) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto field = static_cast<Field>(part.fields_[i]);
      const Value value(field, part.values_[i]);
      const Value target(field, part.shown_[i]);
      if (shown.contains(value) || shown_for.contains(target)) continue;
      if (shown_for.try_emplace(value, target.second).second) shown.insert(target);
    }
  }
  std::vector<ValueMerge> merges;
  for (const auto& [value, target] : shown_for)
    merges.push_back({value.first, value.second, target});
  return ValueMerges(ColumnFile(MappedFile::of_bytes(encode_merges(merges)), "merges"));
}

// Merges ascend by field and value.
std::string_view ValueMerges::shown(Field field, std::string_view value) const {
  const auto wanted = std::pair(static_cast<std::uint8_t>(field), value);
  std::size_t low = 0;
  std::size_t high = values_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (std::pair(fields_[middle], values_[middle]) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool known = low < values_.size() && std::pair(fields_[low], values_[low]) == wanted;
  return known ? shown_[low] : value;
}

std::vector<std::pair<std::string_view, std::string_view>> ValueMerges::of_field(
    Field field) const {
  std::vector<std::pair<std::string_view, std::string_view>> out;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (fields_[i] == static_cast<std::uint8_t>(field)) out.emplace_back(values_[i], shown_[i]);
  }
  return out;
}

std::vector<std::string_view> ValueMerges::others(Field field, std::string_view shown) const {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (fields_[i] == static_cast<std::uint8_t>(field) && shown_[i] == shown)
      out.push_back(values_[i]);
  }
  return out;
}

}  // namespace newsdex
