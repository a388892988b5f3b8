// Which country an article is about.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "entities/reading.hpp"
#include "entities/token_automaton.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

class CountryFinder {
 public:
  explicit CountryFinder(const Gazetteer& gazetteer);

  /// The country mentioned most often by its names, demonyms and listed places, the title counting
  /// three times. None if no country is mentioned, or two equally often.
  [[nodiscard]] std::optional<std::uint32_t> main_country(
      const TokenAutomaton& automaton, const Interpretation& interpretation) const;

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

/// The main country of one article, looked for when first asked for. What it is given must outlive
/// it; the candidates must not change any more.
class MainCountry {
 public:
  MainCountry(const CountryFinder& countries, const TokenAutomaton& automaton,
              const Interpretation& interpretation)
      : countries_(countries), automaton_(automaton), interpretation_(interpretation) {}

  [[nodiscard]] std::optional<std::uint32_t> get() {
    if (!found_) found_ = countries_.main_country(automaton_, interpretation_);
    return *found_;
  }

 private:
  const CountryFinder& countries_;
  const TokenAutomaton& automaton_;
  const Interpretation& interpretation_;
  std::optional<std::optional<std::uint32_t>> found_;
};

}  // namespace newsdex
