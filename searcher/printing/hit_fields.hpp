// What can be told of a hit, by name: the keys of JSON's hits, the columns of CSV, `--fields`.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"

namespace newsdex {

using Json = nlohmann::ordered_json;

struct HitField {
  std::string_view name;
  std::string_view help;
  Json (*value)(const Hit& hit);
  bool in_tables;  // whether tables have it where no fields are chosen
};

/// In the order of JSON's keys; scripts rely on these names.
std::span<const HitField> hit_fields();

/// Null if there is none of this name. The pointer stays valid.
const HitField* find_hit_field(std::string_view name);

/// Names separated by commas.
std::string list_hit_fields();

/// Chosen fields in the order to print them in; empty for all.
using HitFields = std::vector<const HitField*>;

/// One hit as an object of its fields. Text is valid UTF-8, but not yet safe to look at.
Json hit_json(const Hit& hit, const HitFields& fields);

}  // namespace newsdex
