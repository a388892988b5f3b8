#include "discovery/name_label.hpp"

namespace newsdex::discovery {

EntityType entity_type(NameClass name_class) {
  switch (name_class) {
    case NameClass::person:
      return EntityType::person;
    case NameClass::organisation:
      return EntityType::organisation;
    case NameClass::place:
      break;
  }
  return EntityType::place;
}

std::vector<LabelledName> names_of(std::span<const Label> labels, std::uint32_t first) {
  std::vector<LabelledName> out;
  std::optional<std::size_t> begun;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label label = labels[i];
    if (begun && !may_follow(labels[i - 1], label)) begun.reset();
    if (label == kOutside) continue;
    const NamePart part = part_of(label);
    if (part == NamePart::begin || part == NamePart::unit) begun = i;
    if (!begun || is_open(label)) continue;
    out.push_back({first + static_cast<std::uint32_t>(*begun),
                   first + static_cast<std::uint32_t>(i + 1), class_of(label)});
    begun.reset();
  }
  return out;
}

void write_name(const LabelledName& name, std::span<Label> labels) {
  const auto set = [&](std::uint32_t i, NamePart part) {
    labels[i] = label_of(name.name_class, part);
  };
  if (name.end - name.begin == 1) return set(name.begin, NamePart::unit);
  set(name.begin, NamePart::begin);
  for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) set(i, NamePart::inside);
  set(name.end - 1, NamePart::last);
}

}  // namespace newsdex::discovery
