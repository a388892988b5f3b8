// The cue words of one field of one article, and whether one speaks for a name.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

class ContextSearch {
 public:
  ContextSearch(const NameIndex& names, const FieldText& text);

  /// Whether a cue word of the entity stands within kReach tokens of the candidate, or in its
  /// sentence.
  [[nodiscard]] bool has_cue_near(const Candidate& candidate, std::uint32_t entity) const;

  static constexpr std::uint32_t kReach = 12;

 private:
  [[nodiscard]] bool is_near(std::uint32_t token, const Candidate& candidate) const;

  const NameIndex& names_;
  std::vector<CuePlace> cues_;
  std::vector<std::uint32_t> sentences_;  // by token
};

}  // namespace newsdex
