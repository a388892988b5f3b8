// Tokens to the lexemes of time expressions.
//
// Most words of a text belong to no time expression. What is looked at closely is a stretch of
// neighbouring words that all may, one of which is a sign of one: "in the early", no; "in the early
// morning", yes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dates/time_lexicon.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

/// What stands between two tokens: ' ' white space or nothing, '-' a hyphen, '~' a dash or a hyphen
/// with spaces, ',' '/' '.' '\'' these, spaces around them allowed; ':' '+' these without; '?'
/// anything else.
char gap_between(std::string_view text, const Token& before, const Token& after);

/// The lexemes of one stretch, as a range in what `read_stretches` filled.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct LexedText {
  std::vector<Lexeme> lexemes;
  std::vector<Stretch> stretches;
};

/// The stretches of `text` that may hold time expressions. Linear in the number of tokens.
void read_stretches(const TimeLexicon& lexicon, std::string_view text,
                    std::span<const Token> tokens, LexedText& out);

}  // namespace newsdex
