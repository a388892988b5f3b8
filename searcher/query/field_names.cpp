#include "query/field_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <vector>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct Alias {
  std::string_view name;
  Field field;
};

constexpr std::array<Alias, 4> kAliases = {{
    {"organisation", Field::organisation},
    {"organization", Field::organisation},
    {"language", Field::language},
    {"date_source", Field::date_source},
}};

// A name longer than all of ours cannot be near one; this also bounds the work below.
constexpr std::size_t kMaxMistypedBytes = 24;

// Slips that a name of `length` letters may hold and still be taken for another.
constexpr std::size_t allowed_slips(std::size_t length) {
  return length < 5 ? 1 : 2;
}

// Edit distance in which swapping two neighbours is one step (optimal string alignment).
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
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

std::optional<Field> nearest_field(std::string_view name) {
  if (name.size() > kMaxMistypedBytes) return std::nullopt;
  const std::string mistyped = ascii_lower(name);
  std::optional<Field> nearest;
  std::size_t least = allowed_slips(mistyped.size()) + 1;
  for_each_name([&](std::string_view candidate, Field field) {
    const std::size_t distance = edit_distance(mistyped, candidate);
    if (distance >= least) return;
    least = distance;
    nearest = field;
  });
  return nearest;
}

std::string list_field_names() {
  std::string out;
  for (const FieldSpec& field : kFields) {
    if (!out.empty()) out += ", ";
    out += field.name;
  }
  return out;
}

}  // namespace newsdex
