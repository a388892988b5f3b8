// Text to tokens: the one analyzer that indexing, queries, tagging and highlighting share.
//
// Words are found by the word boundaries of UAX #29 as ICU has them, further split at full stops,
// colons and underscores inside a word unless they belong to a number or an abbreviation of single
// letters.
// Each word is folded (NFKC case folding; accents of Latin and Greek letters dropped; Arabic
// letters brought to one form with Persian; ZWNJ, tatweel, vowel signs and apostrophes removed; a
// possessive 's cut off) to its *form*, and stemmed by the Snowball algorithm of the language to
// its *stem*.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// Folding and stemming, and what of a body is boilerplate, are decided by this name and version:
/// an index made by another is refused.
inline constexpr std::string_view kAnalyzerFingerprint = "newsdex-4/icu/snowball";

/// A term longer than this many bytes is cut at a character boundary before it is indexed; Xapian
/// refuses terms over 245 bytes and loses the batch with them.
inline constexpr std::size_t kMaxTermBytes = 64;

class ByteArena;

struct Token {
  std::string_view form;    // folded, unstemmed
  std::string_view stem;    // never empty
  std::uint32_t begin = 0;  // bytes into the analysed text, without a possessive ending
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // counts tokens, from 0
  std::uint32_t word = 0;      // not 0; equal for no two tokens of one analyzer that differ in form
                               // or stem, and mostly equal where they agree: a key for caches
  std::uint32_t form_hash = 0;  // the same for equal forms
  bool capitalised = false;     // the first letter is upper or title case
  bool all_caps = false;        // two letters or more, none in lower case, some in upper case
  bool possessive = false;      // followed by a possessive ending that was cut off
};

/// The tokens of one text. Shares the bytes behind the tokens' views with the analyzer that filled
/// it: they live until the stream is filled again, cleared or destroyed, whatever becomes of the
/// analyzer. Meant to be reused, so that a run allocates little.
class TokenStream {
 public:
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  void clear();

 private:
  friend class Analyzer;
  void keep_alive(const std::shared_ptr<ByteArena>& bytes);

  std::vector<Token> tokens_;
  std::vector<std::shared_ptr<const ByteArena>> bytes_;
};

/// Holds break iterators, stemmers and caches of words, so it is neither copied nor shared: one a
/// thread. It keeps a few megabytes for each of the languages that it last met, and no more of
/// them than a handful.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Fills `out` with the tokens of `text` (UTF-8; ill-formed bytes separate words). `language` is
  /// a primary subtag ("en"); empty, for a language that is not known, stems as English, which
  /// leaves other scripts alone; one without a stemmer leaves stems equal to forms.
  void analyze(std::string_view text, std::string_view language, TokenStream& out);

  /// The folded form of a whole text without splitting it: for comparing names.
  [[nodiscard]] std::string fold(std::string_view text) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The primary subtag of the language `text` is most likely written in ("en", "fa"), or empty when
/// the text is too short or mixed to tell. Uses CLD2.
std::string detect_language(std::string_view text);

}  // namespace newsdex
