// Patterns over lexemes.
//
// A pattern is a row of items: "WEEKDAY? , MONTH DAY , YEAR". A word in capitals is an element of
// the table in pattern.cpp, which accepts lexemes of some kinds and values; one in small letters
// is that very word; "a|b" is either; "?" makes an item optional. Items follow each other after
// white space or a hyphen; one of , / : - + before an item also allows (the comma) or demands
// (the others) that mark.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dates/lexeme.hpp"
#include "dates/time_lexicon.hpp"

namespace newsdex {

inline constexpr std::size_t kMaxItems = 12;

struct PatternItem {
  KindSet kinds = 0;
  std::int32_t min = 0;
  std::int32_t max = 0;
  std::uint8_t min_digits = 0;  // of a number; 0 allows one in words
  std::uint8_t max_digits = 0;
  std::vector<std::uint16_t> literals;
  char link = ' ';
  bool optional = false;

  [[nodiscard]] bool accepts(const Lexeme& lexeme) const;
};

/// What the items of a pattern matched; points into the lexemes it was made from.
class Match {
 public:
  std::size_t begin = 0;  // lexemes, `end` excluded
  std::size_t end = 0;

  /// The value of the `nth` lexeme that an item took as `kind`.
  [[nodiscard]] std::optional<std::int32_t> value(Kind kind, std::size_t nth = 0) const;
  [[nodiscard]] const Lexeme* lexeme(Kind kind, std::size_t nth = 0) const {
    return find(kind, nth);
  }
  [[nodiscard]] bool has(Kind kind) const { return lexeme(kind) != nullptr; }

 private:
  friend class Pattern;
  struct Taken {
    KindSet kinds;
    const Lexeme* lexeme;
  };
  [[nodiscard]] const Lexeme* find(Kind kind, std::size_t nth) const;

  std::array<Taken, kMaxItems> taken_;  // the first count_ of them
  std::size_t count_ = 0;
};

class Pattern {
 public:
  /// Throws std::invalid_argument for a text that is no pattern: those of the rule tables are, as
  /// the tests that construct a DateTagger show.
  Pattern(std::string_view text, TimeLexicon& lexicon);

  /// Whether a match begins with `lexemes[at]`; `out` is it, optional items taken where they can
  /// be.
  bool match(std::span<const Lexeme> lexemes, std::size_t at, Match& out) const;

  /// How many lexemes a match takes at least.
  [[nodiscard]] std::size_t least_length() const { return least_length_; }

  /// Items a match may begin with: the first, and those after it as long as it is optional.
  [[nodiscard]] std::span<const PatternItem> beginnings() const;

 private:
  bool match_from(std::size_t item, std::span<const Lexeme> lexemes, std::size_t at,
                  Match& match) const;

  std::vector<PatternItem> items_;
  std::size_t least_length_ = 0;
};

}  // namespace newsdex
