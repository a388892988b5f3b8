// From a name as a user types it to the entity that is meant.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"

namespace newsdex {

struct ResolvedName {
  EntityType type = EntityType::person;
  std::vector<std::string> ids;  // of its own, and of the values that it stands for
  std::string name;
  std::vector<std::string> other_spellings = {};  // other values of facets that mean it
  std::string note = {};  // who else may be meant, in a sentence for the user; mostly empty
};

class NameResolver {
 public:
  /// All must outlive the resolver.
  NameResolver(Collection& collection, Analyzer& analyzer, const Deadline& deadline)
      : collection_(collection), analyzer_(analyzer), deadline_(deadline) {}

  /// The entity of `field` that `value` names. What a facet shows is chosen by that very text,
  /// whether a list has the name or it was found. Else it may be, of the index and in this order, a
  /// listed form; a surname of one listed person; the words of a found name; a spelling of listed
  /// forms that is made by rule; the surname of one found person; and at last a listed name of
  /// which no article speaks. The note tells of found persons of a listed one's surname, and of
  /// listed persons who are called as a found one is. The error lists the candidates, or the
  /// nearest names. Throws TimeIsUp.
  [[nodiscard]] tl::expected<ResolvedName, QueryError> resolve(Field field,
                                                               const std::string& value);

 private:
  using Resolution = tl::expected<ResolvedName, QueryError>;

  // The entities of the lists that a value may name.
  struct Listed {
    std::vector<std::uint32_t> entities = {};
    NameTable::KeyKind kind = NameTable::KeyKind::form;
    bool is_canonical = false;  // it is the name of the only one, to the letter
    bool is_in_index = false;
  };

  [[nodiscard]] static bool is_made_by_rule(NameTable::KeyKind kind);
  [[nodiscard]] static bool is_surname(NameTable::KeyKind kind);
  [[nodiscard]] Listed listed_as(Field field, const std::string& value, const std::string& key);
  [[nodiscard]] Resolution entity_of(Field field, const std::string& value, const Listed& listed);
  // Of found names: the first stands for all of them.
  [[nodiscard]] Resolution value_of(Field field, const std::string& value,
                                    const std::vector<std::string>& names,
                                    const std::vector<std::string>& others);
  [[nodiscard]] bool has_value(Field field, std::string_view value);
  // The found persons of a surname.
  [[nodiscard]] std::vector<std::string> namesakes(Field field, const std::string& key);
  // What some values are shown as, without those of the lists and those of deleted articles alone.
  [[nodiscard]] std::vector<std::string> found(Field field, std::vector<std::string> names);
  [[nodiscard]] std::string id_of(std::string_view name);
  void add_merged(Field field, ResolvedName& resolved);
  [[nodiscard]] bool is_in_index(const std::string& term);
  [[nodiscard]] std::vector<std::string> names_of(const Listed& listed) const;
  [[nodiscard]] static std::string note_of(const std::string& value, const std::string& name,
                                           std::vector<std::string> others);
  [[nodiscard]] QueryError unknown(Field field, const std::string& value, const std::string& key);
  [[nodiscard]] static QueryError several(Field field, const std::string& value,
                                          std::vector<std::string> names);

  Collection& collection_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
};

}  // namespace newsdex
