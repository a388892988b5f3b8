// The terms of one article after the other, with how often and where each occurs.
//
// Each token's place is kept once: with its form's term, or, where the form equals the stem, with
// the stem's. The stem counts all of its forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "storage/index_document.hpp"
#include "storage/term_table.hpp"

namespace newsdex {

class TermCollector {
 public:
  TermCollector();

  /// Terms get their numbers from `terms` from now on, which must outlive its use here.
  void begin_segment(TermTable& terms);

  /// The words of a field; the first word of a text has the position `first`.
  void add_words(std::span<const Token> tokens, std::uint32_t first);
  void add_title_word(const Token& token);
  /// A term that neither counts nor stands anywhere.
  void add_label(std::string_view term);

  /// The terms added since the last call. Positions must have come in ascending order.
  DocumentTerms take();

 private:
  // What a word as the analyzer numbers it has become in this segment: most words of a text have
  // been seen shortly before, and their terms need not be put together and looked up again.
  struct Word {
    std::uint32_t number = 0;  // of the analyzer; 0 in an unused entry
    std::uint32_t stem = 0;
    std::uint32_t form = 0;  // the same as `stem` where they are equal
    std::uint32_t title = kNotAsked;
  };
  static constexpr std::uint32_t kNotAsked = UINT32_MAX;
  static constexpr std::size_t kWords = std::size_t{1} << 17;

  // Where a term of the segment stands among those of the article that had it last.
  struct Place {
    std::uint32_t article = 0;
    std::uint32_t index = 0;
  };
  struct Hit {
    std::uint32_t index = 0;
    std::uint32_t position = 0;
  };

  // The words of a batch are looked at by turns: what the next turn needs is asked for ahead, as
  // most of the time would be spent waiting for memory.
  static constexpr std::size_t kBatch = 32;
  struct WordTerms {
    std::uint32_t stem = 0;
    std::uint32_t form = 0;
  };
  [[nodiscard]] Word& entry_of(const Token& token) {
    return token.word == 0 ? unnumbered_ : words_[token.word % kWords];
  }
  void announce(std::span<const Token> batch);
  void look_up(std::span<const Token> batch, std::span<WordTerms> terms);
  Word& word(const Token& token);
  void resolve(const Token& token, Word& word);
  std::uint32_t index_of(std::uint32_t term);
  [[nodiscard]] std::vector<std::uint32_t> sorted_positions() const;

  TermTable* terms_ = nullptr;
  std::vector<Word> words_;  // direct-mapped by the word's number
  Word unnumbered_;
  std::vector<Place> places_;  // by term number
  std::uint32_t article_ = 0;
  std::vector<DocumentTerm> found_;
  std::vector<Hit> hits_;
  std::string name_;
};

}  // namespace newsdex
