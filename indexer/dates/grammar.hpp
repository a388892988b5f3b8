// The rules made ready to be tried: patterns compiled, and sorted by what they begin with.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dates/pattern.hpp"
#include "dates/rules.hpp"
#include "dates/time_lexicon.hpp"

namespace newsdex {

struct GrammarMatch {
  const Rule* rule = nullptr;
  Modifier modifier;             // of a prefix
  Match match;                   // without the prefix
  std::size_t first_lexeme = 0;  // with the prefix
};

/// Immutable after construction.
class Grammar {
 public:
  /// Adds the literal words of the rules to `lexicon`.
  explicit Grammar(TimeLexicon& lexicon);

  /// What a caller keeps between calls, so that they allocate nothing.
  struct Scratch {
    std::vector<GrammarMatch> matches;
    std::vector<std::uint16_t> rules;
    std::vector<std::uint16_t> prefixes;
  };

  /// Leaves in `scratch.matches` all that begin with `lexemes[at]`, the longest first and the
  /// earlier rule first of two that are as long.
  void match(std::span<const Lexeme> lexemes, std::size_t at, Scratch& scratch) const;

 private:
  struct CompiledRule {
    const Rule* rule;
    Pattern pattern;
    bool measured;  // takes the prefixes of durations
  };
  struct CompiledPrefix {
    Prefix prefix;
    Pattern pattern;
  };
  // Rules that may begin with a kind, or with a literal word.
  struct Beginnings {
    std::vector<std::vector<std::uint16_t>> by_kind;
    std::vector<std::vector<std::uint16_t>> by_literal;
    void add(const Pattern& pattern, std::uint16_t index);
    // Ascending; in `merged` where several lists had to be put together.
    std::span<const std::uint16_t> of(const Lexeme& lexeme,
                                      std::vector<std::uint16_t>& merged) const;
  };

  void plain_matches(std::span<const Lexeme> lexemes, std::size_t at, const Prefix* prefix,
                     std::size_t first, Scratch& scratch) const;

  std::vector<CompiledRule> rules_;
  std::vector<CompiledPrefix> prefixes_;
  Beginnings rule_beginnings_;
  Beginnings prefix_beginnings_;
  std::vector<std::uint16_t> determiners_;
};

}  // namespace newsdex
