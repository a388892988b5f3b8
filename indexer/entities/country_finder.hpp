// Which country an article is about.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "entities/reading.hpp"
#include "entities/token_automaton.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

class CountryFinder {
 public:
  explicit CountryFinder(const Gazetteer& gazetteer);

  /// How often each country is mentioned by its names, demonyms and listed places, the title
  /// counting three times.
  using Mentions = std::unordered_map<std::uint32_t, int>;
  [[nodiscard]] Mentions count_mentions(const TokenAutomaton& automaton,
                                        const Interpretation& interpretation) const;

  /// Whether forms that count only on evidence are taken into account.
  enum class Flagged : bool { not_at_all, too };

  /// The country that a candidate of `text` stands for by a name, a demonym or a listed place.
  [[nodiscard]] std::optional<std::uint32_t> country_meant(
      const TokenAutomaton& automaton, const Candidate& candidate, const FieldText& text,
      Flagged flagged = Flagged::not_at_all) const;

  /// The place that a candidate of `text` names, if it is one by a name and no demonym.
  [[nodiscard]] std::optional<std::uint32_t> place_named(const TokenAutomaton& automaton,
                                                         const Candidate& candidate,
                                                         const FieldText& text) const;

  /// The country of an entity; a country that lies in no other is its own.
  [[nodiscard]] std::optional<std::uint32_t> country_of(std::uint32_t entity) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> country_of_;  // by entity
  std::vector<bool> is_place_;             // by entity
};

/// The main country of one article, and whether others are named, looked for when first asked for.
/// What it is given must outlive it; the candidates must not change any more.
class MainCountry {
 public:
  MainCountry(const CountryFinder& countries, const TokenAutomaton& automaton,
              const Interpretation& interpretation)
      : countries_(countries), automaton_(automaton), interpretation_(interpretation) {}

  /// The country mentioned most often; none if no country is, or two equally often.
  [[nodiscard]] std::optional<std::uint32_t> get() {
    look();
    return main_;
  }

  [[nodiscard]] bool is_named(std::uint32_t country) {
    look();
    return mentions_->contains(country);
  }

 private:
  void look();

  const CountryFinder& countries_;
  const TokenAutomaton& automaton_;
  const Interpretation& interpretation_;
  std::optional<CountryFinder::Mentions> mentions_;
  std::optional<std::uint32_t> main_;
};

}  // namespace newsdex
