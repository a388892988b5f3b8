#include "storage/name_table.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "storage/damage.hpp"

namespace newsdex {

std::string encode_names(std::span<const NameEntry> entries) {
  std::vector<std::string> ids;
  std::vector<std::string> names;
  std::vector<std::uint8_t> types;
  std::set<std::tuple<std::string, std::uint32_t, std::uint8_t>> keys;
  for (const NameEntry& entry : entries) {
    const auto number = static_cast<std::uint32_t>(ids.size());
    ids.push_back(entry.id);
    names.push_back(entry.name);
    types.push_back(static_cast<std::uint8_t>(entry.type));
    const auto add = [&](const std::vector<std::string>& texts, NameTable::KeyKind kind) {
      for (const std::string& text : texts) {
        keys.emplace(text, number, static_cast<std::uint8_t>(kind));
      }
    };
    add(entry.forms, NameTable::KeyKind::form);
    add(entry.surnames, NameTable::KeyKind::surname);
    add(entry.generated_forms, NameTable::KeyKind::generated_form);
    add(entry.generated_surnames, NameTable::KeyKind::generated_surname);
  }
  std::vector<std::string> key_texts;
  std::vector<std::uint32_t> key_entities;
  std::vector<std::uint8_t> key_kinds;
  for (const auto& [text, entity, kind] : keys) {
    key_texts.push_back(text);
    key_entities.push_back(entity);
    key_kinds.push_back(kind);
  }
  std::vector<std::uint32_t> by_name(names.size());
  std::iota(by_name.begin(), by_name.end(), 0U);
  std::sort(by_name.begin(), by_name.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  ColumnFileWriter out;
  out.add_strings("id", ids);
  out.add<std::uint32_t>("by_name", by_name);
  out.add_strings("name", names);
  out.add<std::uint8_t>("type", types);
  out.add_strings("key", key_texts);
  out.add<std::uint32_t>("key_entity", key_entities);
  out.add<std::uint8_t>("key_kind", key_kinds);
  return out.finish();
}

NameTable::NameTable(const FilePlace& place)
    : file_(place),
      ids_(file_.strings("id")),
      names_(file_.strings("name")),
      by_name_(file_.section<std::uint32_t>("by_name")),
      types_(file_.section<std::uint8_t>("type")),
      key_texts_(file_.strings("key")),
      key_entities_(file_.section<std::uint32_t>("key_entity")),
      key_kinds_(file_.section<std::uint8_t>("key_kind")) {
  const bool whole = file_.damaged_sections().empty() && names_.size() == ids_.size() &&
                     types_.size() == ids_.size() && by_name_.size() == ids_.size() &&
                     key_entities_.size() == key_texts_.size() &&
                     key_kinds_.size() == key_texts_.size() &&
                     std::all_of(key_kinds_.begin(), key_kinds_.end(),
                                 [](std::uint8_t kind) { return kind < kKeyKinds; });
  if (!whole) throw_damaged(place.path());
}

NameTable::Key NameTable::key(std::size_t number) const {
  return {key_texts_[number], key_entities_[number], static_cast<KeyKind>(key_kinds_[number])};
}

bool NameTable::has_name(std::string_view name) const {
  const auto found = std::lower_bound(
      by_name_.begin(), by_name_.end(), name,
      [&](std::uint32_t entity, std::string_view wanted) { return names_[entity] < wanted; });
  return found != by_name_.end() && names_[*found] == name;
}

std::vector<NameTable::Key> NameTable::find(std::string_view text) const {
  std::vector<Key> found;
  for (std::size_t at = key_texts_.lower_bound(text); at < keys() && key_texts_[at] == text; ++at)
    found.push_back(key(at));
  return found;
}

}  // namespace newsdex
