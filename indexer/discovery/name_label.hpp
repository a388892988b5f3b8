// The labels that the recogniser gives to the items of a text: BILOU over three classes of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "newsdex/entity.hpp"

namespace newsdex::discovery {

enum class NameClass : std::uint8_t { person, organisation, place };
inline constexpr std::size_t kNameClasses = 3;

/// Where in a name an item stands; `unit` is a name of one item.
enum class NamePart : std::uint8_t { begin, inside, last, unit };

/// 0 for an item that belongs to no name, else 1 + 4 * class + part.
using Label = std::uint8_t;
inline constexpr Label kOutside = 0;
inline constexpr std::size_t kLabels = 1 + 4 * kNameClasses;

/// Stands for what is before the first item of a row and after its last.
inline constexpr std::size_t kEdge = kLabels;

constexpr Label label_of(NameClass name_class, NamePart part) {
  return static_cast<Label>(1 + 4 * static_cast<int>(name_class) + static_cast<int>(part));
}
constexpr NameClass class_of(std::size_t label) {
  return static_cast<NameClass>((label - 1) / 4);
}
constexpr NamePart part_of(std::size_t label) {
  return static_cast<NamePart>((label - 1) % 4);
}

/// Whether a name goes on after an item of this label.
constexpr bool is_open(std::size_t label) {
  return label != kOutside && label != kEdge &&
         (part_of(label) == NamePart::begin || part_of(label) == NamePart::inside);
}

/// Whether `after` may stand behind `before`; both may be kEdge.
constexpr bool may_follow(std::size_t before, std::size_t after) {
  if (is_open(before)) {
    return after != kOutside && after != kEdge && class_of(after) == class_of(before) &&
           (part_of(after) == NamePart::inside || part_of(after) == NamePart::last);
  }
  return after == kOutside || after == kEdge || part_of(after) == NamePart::begin ||
         part_of(after) == NamePart::unit;
}

EntityType entity_type(NameClass name_class);

/// Items [begin, end) of a row make a name.
struct LabelledName {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameClass name_class = NameClass::person;

  auto operator<=>(const LabelledName&) const = default;
};

/// The names that `labels` spell; what is not well formed spells none. Items are counted from
/// `first`.
std::vector<LabelledName> names_of(std::span<const Label> labels, std::uint32_t first = 0);

/// Sets the labels of the items of `name`, counted from the beginning of `labels`.
void write_name(const LabelledName& name, std::span<Label> labels);

}  // namespace newsdex::discovery
