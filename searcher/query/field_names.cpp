#include "query/field_names.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct Alias {
  std::string_view name;
  Field field;
};

constexpr std::array<Alias, 5> kAliases = {{
    {"organisation", Field::organisation},
    {"organization", Field::organisation},
    {"language", Field::language},
    {"date_source", Field::date_source},
    {"tagged_by", Field::tagged_by},
}};

struct ReferenceName {
  std::string_view name;
  Reference reference;
};

constexpr std::array<ReferenceName, 3> kReferences = {{
    {"query", Reference::saved_query},
    {"similar", Reference::similar},
    {"sentence", Reference::sentence},
}};

// A name longer than all of ours cannot be near one; this also bounds the work below.
constexpr std::size_t kMaxMistypedBytes = 24;

// Slips that a name of `length` letters may hold and still be taken for another.
constexpr std::size_t allowed_slips(std::size_t length) {
  return length < 5 ? 1 : 2;
}

template <typename Visit>
void for_each_name(Visit visit) {
  for (const FieldSpec& field : kFields) visit(field.name, field.field);
  for (const Alias& alias : kAliases) visit(alias.name, alias.field);
}

}  // namespace

std::optional<Field> find_field(std::string_view name) {
  const std::string wanted = ascii_lower(name);
  std::optional<Field> found;
  for_each_name([&](std::string_view candidate, Field field) {
    if (candidate == wanted) found = field;
  });
  return found;
}

std::optional<Reference> find_reference(std::string_view name) {
  const std::string wanted = ascii_lower(name);
  for (const ReferenceName& candidate : kReferences) {
    if (candidate.name == wanted) return candidate.reference;
  }
  return std::nullopt;
}

std::string_view nearest_field_name(std::string_view name) {
  if (name.size() > kMaxMistypedBytes) return {};
  const std::string mistyped = ascii_lower(name);
  std::string_view nearest;
  std::size_t least = allowed_slips(mistyped.size()) + 1;
  const auto consider = [&](std::string_view candidate, std::string_view meant) {
    const std::size_t distance = edit_distance(mistyped, candidate, least);
    if (distance >= least) return;
    least = distance;
    nearest = meant;
  };
  for_each_name(
      [&](std::string_view candidate, Field field) { consider(candidate, spec(field).name); });
  for (const ReferenceName& reference : kReferences) consider(reference.name, reference.name);
  return nearest;
}

std::string list_field_names() {
  std::string out;
  for (const FieldSpec& field : kFields) {
    if (!out.empty()) out += ", ";
    out += field.name;
  }
  for (const ReferenceName& reference : kReferences) out += fmt::format(", {}", reference.name);
  return out;
}

}  // namespace newsdex
