// The tokens of the query language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

enum class TokenKind : std::uint8_t {
  word,
  phrase,
  field,  // the name with its colon
  open,
  close,
  and_operator,
  or_operator,
  not_operator,   // NOT, or the `-` before an operand
  near_operator,  // NEAR or ADJ, with or without a number
  lone_minus,     // faults, which the parser reports when it comes to them
  minuses,        // several before an operand
  unclosed_quote,
  stray_quote,  // closes what was never opened
  phrase_slop,  // `~5` right behind a phrase
  end,
};

/// A token as views into the query; `text` is all of it, as messages quote it.
struct QueryToken {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::string_view value;    // within the quotes; before the colon; elsewhere the same as `text`
  std::uint32_t column = 0;  // 1-based, in characters
  bool after_space = false;  // or at the start
};

/// Splits `text` (valid UTF-8) into tokens, of which the last is `end`. Control characters count as
/// white space.
std::vector<QueryToken> lex_query(std::string_view text);

/// Ends of a range that are quoted, each on its own, touch its dots: `"April 2018".."June 2018"`.
/// Makes `token` all of the range that it begins with those `after` it, and returns how many of
/// them it took; `joined` holds what the token then says, and must outlive it.
std::size_t join_range(QueryToken& token, std::span<const QueryToken> after, std::string& joined);

/// Number of stretches of `text` without white space, as the lexer knows it.
std::size_t count_words(std::string_view text);

/// Number of runs of letters and digits; 0 for punctuation alone, which no article is found by.
std::size_t count_searchable_parts(std::string_view text);

/// Number of letters and digits.
std::size_t count_letters(std::string_view text);

/// `text` without white space, as the lexer knows it, at both ends.
std::string_view trim_white_space(std::string_view text);

}  // namespace newsdex
