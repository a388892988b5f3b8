// The cue words of one field of one article, and whether one speaks for a name.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

class ContextSearch {
 public:
  /// Both must outlive it.
  ContextSearch(const NameIndex& names, const FieldText& text);

  /// How well the words around a name speak for it.
  enum class Support : std::uint8_t {
    none,
    in_sentence,  // a cue word stands in its sentence, within kReach tokens
    beside,       // and so near that nothing else can be meant: "the Signal app"
  };

  /// What the cue words of the entity say of a candidate. One that speaks of many things counts
  /// right beside the name, or with another.
  [[nodiscard]] Support support(const Candidate& candidate, std::uint32_t entity) const;

  /// Whether something is made known there: "She wrote on X."
  [[nodiscard]] bool is_said_on(const Candidate& candidate) const;

  static constexpr std::uint32_t kReach = 16;

 private:
  class Tally;

  [[nodiscard]] bool is_near(std::uint32_t token, const Candidate& candidate) const;

  const NameIndex& names_;
  const FieldText& text_;
  std::vector<CuePlace> cues_;
  std::vector<std::uint32_t> sentences_;  // by token
};

}  // namespace newsdex
