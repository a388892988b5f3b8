// What an index holds, in one table: the only thing indexing and searching must agree on besides
// the files themselves. It feeds term prefixes, facet columns, query fields, options and help.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "newsdex/entity.hpp"

namespace newsdex {

/// Raised whenever an index of the old form can no longer be read rightly.
inline constexpr int kSchemaVersion = 8;

enum class Field : std::uint8_t {
  text,  // title and body
  title,
  actor,
  platform,
  organisation,
  place,
  source,
  language,
  date,
  year,
  month,
  date_source,
  mentions,
  tagged_by,
};

enum class FieldKind : std::uint8_t {
  words,   // analysed text with positions
  name,    // values are entities with a canonical name and aliases
  label,   // values are compared as written, without regard to case
  date,    // days: of publication, or spoken of
  period,  // counted from the publication date; a facet only
};

struct FieldSpec {
  Field field;
  FieldKind kind;
  std::string_view name;       // in queries, `--facet` and JSON facets
  std::string_view json_list;  // key of a hit's list of values; empty if none
  std::string_view prefix;     // of its terms
  std::string_view option;     // command-line option; empty if none
  bool facet;
  std::string_view help;
};

inline constexpr std::array kFields = {
    FieldSpec{Field::text, FieldKind::words, "text", "", "", "", false, "words of title and body"},
    FieldSpec{Field::title, FieldKind::words, "title", "", "S", "", false, "words of the title"},
    FieldSpec{Field::actor, FieldKind::name, "actor", "actors", "XA", "--actor", true,
              "a person named in the article"},
    FieldSpec{Field::platform, FieldKind::name, "platform", "platforms", "XP", "--platform", true,
              "a platform named in the article"},
    FieldSpec{Field::organisation, FieldKind::name, "org", "organisations", "XO", "--org", true,
              "an organisation named in the article"},
    FieldSpec{Field::place, FieldKind::name, "place", "places", "XL", "", true,
              "a place named in the article"},
    FieldSpec{Field::source, FieldKind::label, "source", "", "XS", "--source", true,
              "the outlet or agency"},
    FieldSpec{Field::language, FieldKind::label, "lang", "", "L", "", true,
              "the language, as two letters"},
    FieldSpec{Field::date, FieldKind::date, "date", "", "D", "", false, "day of publication"},
    FieldSpec{Field::year, FieldKind::period, "year", "", "Y", "", true, "year of publication"},
    FieldSpec{Field::month, FieldKind::period, "month", "", "M", "", true, "month of publication"},
    FieldSpec{Field::date_source, FieldKind::label, "date-source", "", "XD", "--date-source", true,
              "a publication date from there: metadata, dateline, url, ..."},
    FieldSpec{Field::mentions, FieldKind::date, "mentions", "", "E", "--mentions", true,
              "words about these days, months or years"},
    FieldSpec{Field::tagged_by, FieldKind::label, "tagged-by", "", "XT", "--tagged-by", true,
              "a name found by that rule: name, alias, surname, role, discovered, ..."},
};

constexpr const FieldSpec& spec(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

/// The field that entities of a type are values of.
constexpr Field field_of(EntityType type) {
  constexpr std::array kFieldOfType = {Field::actor, Field::platform, Field::organisation,
                                       Field::place};
  return kFieldOfType[static_cast<std::size_t>(type)];
}

/// The field of this name in the query language, if there is one.
constexpr std::optional<Field> field_named(std::string_view name) {
  for (const FieldSpec& candidate : kFields) {
    if (candidate.name == name) return candidate.field;
  }
  return std::nullopt;
}

/// Unstemmed forms that differ from their stem are terms of their own, kFormPrefix + stem +
/// kFormSeparator + form. All forms of a stem stand side by side, so that an exact word is found
/// even where it equals its stem: the stem's places less those of its other forms.
inline constexpr std::string_view kFormPrefix = "F";
inline constexpr char kFormSeparator = '/';

/// Prefix of the term that names one article.
inline constexpr std::string_view kIdPrefix = "Q";

/// Title tokens take positions from kTitlePosition, body tokens from kBodyPosition; a title is cut
/// so that the two never meet, and no phrase spans them.
inline constexpr std::uint32_t kTitlePosition = 1;
inline constexpr std::uint32_t kMaxTitleTokens = 500;
inline constexpr std::uint32_t kBodyPosition = 1000;

}  // namespace newsdex
