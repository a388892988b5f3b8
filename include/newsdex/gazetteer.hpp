// The name list: who is known by which names, and when a name counts.
//
// Read from YAML files (corpus/names.yaml explains the format to its users); several files are
// merged, entries of one name and type becoming one. From it the EntityRecognizer builds its
// automaton, and the index its table of names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

/// A form under which an entity is known, and when it counts.
struct Alias {
  std::string form;            // as written in the list
  bool exact_case = false;     // letters must stand as written
  bool needs_context = false;  // a cue word of the entity must stand near
  bool needs_country = false;  // the article must be about the entity's country
  bool query_only = false;     // widens a user's filter, never tags text
  bool never_alone = false;    // counts only beside another form of the entity

  bool operator==(const Alias&) const = default;
};

/// An office that a person held, by which articles may name whoever held it on their day.
struct Office {
  std::string title;                // as it stands before a name: "President"
  std::string role;                 // what it is: "president"
  std::string of;                   // of which country or body; empty for any
  std::optional<PartialDate> from;  // first day; nullopt where the list gives none
  std::optional<PartialDate> to;    // last day; nullopt where the list gives none
};

/// Whom or what a name list knows.
struct Entity {
  std::string id;    // made from type and name: "person/hassan-rouhani"
  std::string name;  // canonical: what facets show
  EntityType type = EntityType::person;
  std::string country;
  std::string gender;                 // "m", "f" or empty
  std::vector<Alias> aliases;         // the canonical name first
  std::vector<std::string> surnames;  // persons; any script; the last word of the name unless given
  std::vector<std::string> context;   // cue words for needs_context
  std::vector<std::string> demonyms;
  std::vector<Office> offices;
};

/// What the list has for a mention of the entity: the name or alias, the surname, or the title of
/// the office. Empty if the mention is of another entity, or was discovered.
std::string_view listed_form(const Entity& entity, const Mention& mention);

/// One name-list file: the name it is known by in messages, and its text.
struct NameListFile {
  std::string path;
  std::string text;

  bool operator==(const NameListFile&) const = default;
};

class Gazetteer {
 public:
  /// Reads and merges the files in order. Throws Error{bad_name_list} with file and line for what
  /// is not YAML, an unknown key, flag or kind, a missing name, a date that is none, or a
  /// country that no entry names.
  static Gazetteer parse(std::span<const NameListFile> files);

  /// Ordered by id, which is unique.
  [[nodiscard]] std::span<const Entity> entities() const { return entities_; }

  /// Changes whenever any entry that matters to tagging does: 32 hexadecimal digits.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::vector<Entity> entities_;
  std::string fingerprint_;
};

/// The list that comes with the program, compiled in so that a lone binary works.
NameListFile default_name_list();

}  // namespace newsdex
