#include "entities/initials.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "entities/bare_surname.hpp"
#include "entities/letters.hpp"
#include "entities/surroundings.hpp"

namespace newsdex {
namespace {

const Candidate& candidate_of(const Interpretation& interpretation, const Reading& reading) {
  return interpretation.candidates[reading.candidate];
}

// Given names that stand before surnames of the list, by the surname's node and their first letter.
using GivenNames = std::map<std::pair<TokenAutomaton::Node, char>, std::vector<std::string_view>>;

GivenNames given_names_of(const NameIndex& names, const Interpretation& interpretation) {
  GivenNames out;
  for (const Candidate& place : interpretation.candidates) {
    const FieldText& text = interpretation.field_of(place);
    if (place.first == 0 || text.gap_before(place.first) != Gap::space) continue;
    if (names.automaton().surnames(place.node).empty()) continue;
    const Token& word = text.token(place.first - std::size_t{1});
    const bool may_be_one = word.capitalised && !word.possessive && word.form.size() > 1 &&
                            !names.lexicon().is(word.form, WordClass::office) &&
                            !names.lexicon().is(word.form, WordClass::grammar);
    if (!may_be_one) continue;
    std::vector<std::string_view>& known = out[{place.node, word.form.front()}];
    const bool is_new = std::find(known.begin(), known.end(), word.form) == known.end();
    if (is_new && known.size() < kMaxSharers) known.push_back(word.form);
  }
  return out;
}

// Whether the article gives his surname to somebody with another given name of this initial.
bool has_namesake(const NameIndex& names, const GivenNames& given, std::uint32_t person,
                  char initial) {
  const auto surnames = names.surnames_of(person);
  return std::any_of(surnames.begin(), surnames.end(), [&](const auto& surname) {
    const auto known = given.find({surname.second, initial});
    return known != given.end() &&
           std::any_of(known->second.begin(), known->second.end(), [&](std::string_view word) {
             return !names.name_words().belong_to(person, word);
           });
  });
}

void refuse_of_namesakes(const NameIndex& names, Interpretation& interpretation) {
  const auto is_open = [&](const Reading& reading) {
    return reading.accepted() && is_by_initial(interpretation, reading);
  };
  std::vector<Reading>& readings = interpretation.readings;
  if (std::none_of(readings.begin(), readings.end(), is_open)) return;
  const GivenNames given = given_names_of(names, interpretation);
  if (given.empty()) return;
  for (Reading& reading : readings) {
    if (!is_open(reading)) continue;
    const Candidate& place = candidate_of(interpretation, reading);
    const char initial = interpretation.field_of(place).token(place.first).form.front();
    if (has_namesake(names, given, reading.form->entity, initial))
      reading.refusal = Refusal::other_sharer;
  }
}

}  // namespace

bool is_by_initial(const Interpretation& interpretation, const Reading& reading) {
  if (!reading.form->generated || !reading.form->needs_country) return false;
  const Candidate& place = candidate_of(interpretation, reading);
  return is_one_character(interpretation.field_of(place).written(place.first));
}

InitialSupport support_of_initial(const NameIndex& names, MainCountry& country,
                                  const Interpretation& interpretation, const Reading& reading,
                                  const PartialDate& published) {
  const Candidate& place = candidate_of(interpretation, reading);
  const FieldText& text = interpretation.field_of(place);
  if (follows_own_given_name(text, names.name_words(), reading.form->entity, place.first))
    return InitialSupport::full_name;
  const std::optional<RolePlace> title = names.roles().title_before(text, place.first);
  if (title) {
    const bool has_held = names.roles().has_held(reading.form->entity, title->role, published);
    return has_held ? InitialSupport::title : InitialSupport::none;
  }
  const Token& surname = text.token(place.last - std::size_t{1});
  const auto own = names.countries().country_of(reading.form->entity);
  const bool is_named = own && country.is_named(*own);
  return is_named && is_distinctive_surname(names.lexicon(), surname.form)
             ? InitialSupport::country_named
             : InitialSupport::none;
}

void settle_initials(const NameIndex& names, Interpretation& interpretation) {
  std::unordered_set<std::uint32_t> named;
  for (const Reading& reading : interpretation.readings) {
    if (reading.accepted() && !reading.form->needs_country) named.insert(reading.form->entity);
  }
  for_each_candidate(interpretation.readings, [&](std::span<Reading> readings) {
    const auto is_named = [&](const Reading& reading) {
      const bool is_open = reading.accepted() || reading.refusal == Refusal::other_country;
      return is_open && reading.form->generated && named.contains(reading.form->entity);
    };
    if (std::none_of(readings.begin(), readings.end(), is_named)) return;
    for (Reading& reading : readings) {
      if (is_named(reading)) {
        reading.refusal = Refusal::none;
        reading.never_in_full = false;
      } else if (reading.accepted() && reading.form->generated) {
        reading.refusal = Refusal::other_sharer;
      }
    }
  });
  refuse_of_namesakes(names, interpretation);
}

}  // namespace newsdex
