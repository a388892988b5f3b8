// Entries of one name and type become one entity.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "entities/name_list_entry.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// Takes entries in the order of the files. A later entry wins where there is one value (the
/// spelling of the name, country, gender, the surnames as a whole, the flags of a form); lists are
/// united.
class EntityMerger {
 public:
  explicit EntityMerger(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// The entries that follow are those of the next file.
  void begin_file() { ++files_; }

  /// Throws Error{bad_name_list} for a second entry of one name and kind in a file: of two lists
  /// the later one adds to the earlier one, within one list it is a slip.
  void add(NameListEntry entry);

  /// The entities ordered by id. Throws Error{bad_name_list} for a country that is no place of the
  /// list. The merger is empty afterwards.
  std::vector<Entity> take();

 private:
  // Where an entity's country was named, for the complaint that must wait for the last entry.
  struct Merged {
    Entity entity;
    Alias name_flags;
    std::vector<Alias> further_forms;
    bool surnames_given = false;
    std::vector<std::string> further_surnames;
    std::string country_file;
    int country_line = 0;
    int file = 0;  // the number of the file that had it last
    int line = 0;  // and where
  };

  [[nodiscard]] std::string name_key(std::string_view name) const;
  [[nodiscard]] std::string slug(std::string_view name);
  [[nodiscard]] Entity finish(Merged merged);
  void resolve_countries();

  Analyzer& analyzer_;
  TokenStream words_;
  int files_ = 0;
  std::vector<Merged> merged_;
  std::map<std::pair<EntityType, std::string>, std::size_t> by_name_;
};

}  // namespace newsdex
