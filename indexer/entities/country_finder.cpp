#include "entities/country_finder.hpp"

#include <string_view>
#include <unordered_map>

#include "entities/form_fit.hpp"

namespace newsdex {
namespace {

constexpr int kTitleWeight = 3;

}  // namespace

// A country is a place that others are in, or after which its people are named.
CountryFinder::CountryFinder(const Gazetteer& gazetteer)
    : country_of_(gazetteer.entities().size(), kNone),
      is_place_(gazetteer.entities().size(), false) {
  const std::span<const Entity> entities = gazetteer.entities();
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    is_place_[i] = entities[i].type == EntityType::place;
    if (is_place_[i]) places.emplace(entities[i].name, i);
  }
  std::vector<bool> is_country(entities.size(), false);
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    if (is_place_[i] && !entities[i].demonyms.empty()) is_country[i] = true;
    const auto country = places.find(entities[i].country);
    if (country == places.end()) continue;
    country_of_[i] = country->second;
    is_country[country->second] = true;
  }
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    if (is_country[i] && country_of_[i] == kNone) country_of_[i] = i;
  }
}

std::optional<std::uint32_t> CountryFinder::country_of(std::uint32_t entity) const {
  const std::uint32_t country = country_of_[entity];
  return country == kNone ? std::nullopt : std::optional(country);
}

// Forms that need evidence are none themselves.
std::optional<std::uint32_t> CountryFinder::country_meant(const TokenAutomaton& automaton,
                                                          const Candidate& candidate,
                                                          const FieldText& text,
                                                          Flagged flagged) const {
  for (const Form& form : first_sharers(automaton.names(candidate.node))) {
    if (!is_place_[form.entity]) continue;
    if (form.needs_evidence() && flagged == Flagged::not_at_all) continue;
    if (fits(automaton, form, text, candidate.first)) return country_of(form.entity);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CountryFinder::place_named(const TokenAutomaton& automaton,
                                                        const Candidate& candidate,
                                                        const FieldText& text) const {
  for (const Form& form : first_sharers(automaton.names(candidate.node))) {
    if (!is_place_[form.entity] || form.kind == FormKind::demonym) continue;
    if (fits(automaton, form, text, candidate.first)) return form.entity;
  }
  return std::nullopt;
}

CountryFinder::Mentions CountryFinder::count_mentions(const TokenAutomaton& automaton,
                                                      const Interpretation& interpretation) const {
  Mentions mentions;
  for (const Candidate& candidate : interpretation.candidates) {
    const FieldText& text = interpretation.field_of(candidate);
    const std::optional<std::uint32_t> country = country_meant(automaton, candidate, text);
    if (country) mentions[*country] += candidate.field == TextField::title ? kTitleWeight : 1;
  }
  return mentions;
}

void MainCountry::look() {
  if (mentions_) return;
  mentions_ = countries_.count_mentions(automaton_, interpretation_);
  int most = 0;
  for (const auto& [country, count] : *mentions_) {
    if (count == most) main_.reset();
    if (count <= most) continue;
    most = count;
    main_ = country;
  }
}

}  // namespace newsdex
