// An article as a row of items: its words and the marks between them that matter for names.
//
// Words are the analyzer's tokens. White space, a hyphen within a word and the full stop of an
// abbreviation are no items; any other gap between two words is one mark, by the strongest sign in
// it. Sentences are told apart here too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "discovery/word_traits.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/entity.hpp"

namespace newsdex::discovery {

/// What stands between two words. What comes later in this list is stronger.
enum class Mark : std::uint8_t {
  none,  // white space
  glue,  // a hyphen without white space, or nothing at all
  dot,   // of an abbreviation or initial
  possessive,
  ampersand,
  slash,
  comma,
  quote,
  dash,
  opening,  // of brackets
  closing,
  colon,  // or a semicolon
  other,
  stop,       // the end of a sentence
  paragraph,  // its end without a sign
};

/// A word with its traits, or a mark.
struct TextItem : WordTraits {
  std::string_view form;    // empty for a mark
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  TextField field = TextField::body;
  Mark mark = Mark::none;  // of a mark itself
  bool glued = false;      // to the word before, by a hyphen
};
static_assert(sizeof(TextItem) <= 48);

/// How a sentence is written. In the latter two, capitals say nothing of a word.
enum class LetterCase : std::uint8_t { normal, all_caps, title_case };

/// Items [begin, end).
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  LetterCase letter_case = LetterCase::normal;
};

struct ItemizedText {
  std::vector<TextItem> items;
  std::vector<Sentence> sentences;           // all items, in order
  std::vector<std::uint32_t> with_capitals;  // items that may be words of names, in order
};

/// Looks at the first `most_tokens` of each field, and replaces what `out` holds. `words` must have
/// served no other analyzer.
void itemize(const AnalyzedArticle& article, std::size_t most_tokens, WordTraitsTable& words,
             ItemizedText& out);

}  // namespace newsdex::discovery
