#include "discovery/refused_names.hpp"

#include <algorithm>
#include <tuple>

namespace newsdex::discovery {
namespace {

bool covers(const RefusedPlace& place, const FoundName& name) {
  return place.begin <= name.begin && place.end >= name.end;
}

}  // namespace

std::span<const RefusedPlace> RefusedNames::touching(const FoundName& name) const {
  const auto first =
      std::partition_point(places_.begin(), places_.end(), [&](const RefusedPlace& place) {
        return std::tie(place.field, place.end) <= std::tie(name.field, name.begin);
      });
  const auto last = std::find_if(first, places_.end(), [&](const RefusedPlace& place) {
    return place.field != name.field || place.begin >= name.end;
  });
  return {first, last};
}

std::optional<Standing> RefusedNames::standing_of(const FoundName& name,
                                                  std::optional<std::uint32_t> entity) const {
  for (const RefusedPlace& place : touching(name)) {
    if (place.ambiguous && covers(place, name)) return Standing::ambiguous;
    // Of "Jeb Bush" only "Bush" was found: whoever it is, it is none of the others.
    if (place.other_given_name && covers(place, name)) return Standing::unlinked;
    if (entity == place.entity) return Standing::unlinked;
  }
  return std::nullopt;
}

bool RefusedNames::begin_with(const FoundName& name) const {
  const std::span<const RefusedPlace> places = touching(name);
  return !places.empty() && places.front().begin == name.begin;
}

bool RefusedNames::lack_given_name(const FoundName& name) const {
  const std::span<const RefusedPlace> places = touching(name);
  return std::any_of(places.begin(), places.end(), [&](const RefusedPlace& place) {
    return place.other_given_name && place.begin == name.begin && place.end == name.end;
  });
}

void RefusedNames::add_given_name(const FieldText& text, std::size_t first, const Lexicon& lexicon,
                                  FoundPart& part) const {
  if (part.words.tokens.size() != 1 || !lack_given_name(part.found)) return;
  if (!text.is_space_before(first)) return;
  const Token& before = text.token(first - 1);
  if (!before.capitalised || !lexicon.is(before.form, WordClass::given_name)) return;
  part.found.begin = before.begin;
  part.words.tokens = text.tokens().subspan(first - 1, 2);
}

std::vector<std::uint32_t> RefusedNames::sharers_of(const FoundName& name) const {
  std::vector<std::uint32_t> out;
  for (const RefusedPlace& place : touching(name)) {
    if (place.ambiguous && covers(place, name)) out.push_back(place.entity);
  }
  return out;
}

}  // namespace newsdex::discovery
