// Cue words: what must stand near an ambiguous name for it to count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/field_text.hpp"
#include "entities/token_automaton.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

using Cue = TokenAutomaton::Node;

/// A cue word or phrase that stands in a text.
struct CuePlace {
  std::uint32_t token = 0;  // its first
  Cue cue = TokenAutomaton::kRoot;
};

class CueFinder {
 public:
  /// Entities without cue words of their own have default ones: platforms those of kPlatformCues,
  /// the others the words of their offices.
  CueFinder(const Gazetteer& gazetteer, Analyzer& analyzer);

  /// The cues of all entities that stand in `text`, in order.
  [[nodiscard]] std::vector<CuePlace> find(const FieldText& text) const;

  /// Whether `cue` is one of `entity`'s.
  [[nodiscard]] bool speaks_for(Cue cue, std::uint32_t entity) const;

  /// Whether a cue says little unless it stands right beside the name, as a "platform" may be a
  /// railway's.
  [[nodiscard]] bool is_weak(Cue cue) const { return cue < weak_.size() && weak_[cue]; }

  /// Whether a word by itself is one of the cues that platforms share.
  [[nodiscard]] bool speaks_for_platforms(const Token& word) const;

 private:
  void add_entity(const Entity& entity, std::uint32_t index, Analyzer& analyzer);
  void note_weak_cues(Analyzer& analyzer);
  void add_each_word(std::string_view words, std::uint32_t entity, Analyzer& analyzer);

  static constexpr std::uint32_t kAnyPlatform = 0xFFFFFFFF;

  TokenAutomaton phrases_;
  std::vector<std::pair<std::uint32_t, Cue>> cues_of_;  // entity or kAnyPlatform; sorted
  std::vector<bool> has_platform_cues_;                 // by entity
  std::vector<bool> weak_;                              // by cue
};

}  // namespace newsdex
