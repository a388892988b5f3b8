// The names an index knows: what a filter typed by a user is looked up in.
//
// A column file, so that a search that looks up one name does not read two thousand.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/entity.hpp"
#include "storage/column_file.hpp"

namespace newsdex {

/// An entity of the table, to be written.
struct NameEntry {
  std::string id;
  std::string name;
  EntityType type = EntityType::person;
  std::vector<std::string> forms;     // all full forms, as keys (analysis/terms.hpp, name_key)
  std::vector<std::string> surnames;  // as keys
  // Other spellings and orders of the same that are made by rule, as keys.
  std::vector<std::string> generated_forms = {};
  std::vector<std::string> generated_surnames = {};
};

/// The file's content.
std::string encode_names(std::span<const NameEntry> entries);

class NameTable {
 public:
  /// In the order in which they are to be believed.
  enum class KeyKind : std::uint8_t { form, surname, generated_form, generated_surname };
  static constexpr std::size_t kKeyKinds = 4;

  /// A key and one entity that it may stand for.
  struct Key {
    std::string_view text;
    std::uint32_t entity = 0;
    KeyKind kind = KeyKind::form;
  };

  NameTable() = default;
  /// Throws Error{bad_index} when the file is damaged.
  explicit NameTable(const FilePlace& place);

  [[nodiscard]] std::string_view id(std::uint32_t entity) const { return ids_[entity]; }
  [[nodiscard]] std::string_view name(std::uint32_t entity) const { return names_[entity]; }
  [[nodiscard]] EntityType type(std::uint32_t entity) const {
    return static_cast<EntityType>(types_[entity]);
  }

  /// Whether an entity has this canonical name, to the byte.
  [[nodiscard]] bool has_name(std::string_view name) const;

  /// All keys, ascending by their text.
  [[nodiscard]] std::size_t keys() const { return key_texts_.size(); }
  [[nodiscard]] Key key(std::size_t number) const;

  /// The keys with this text.
  [[nodiscard]] std::vector<Key> find(std::string_view text) const;

 private:
  ColumnFile file_;
  StringColumn ids_;
  StringColumn names_;
  std::span<const std::uint32_t> by_name_;  // entities, ascending by name
  std::span<const std::uint8_t> types_;
  StringColumn key_texts_;
  std::span<const std::uint32_t> key_entities_;
  std::span<const std::uint8_t> key_kinds_;
};

}  // namespace newsdex
