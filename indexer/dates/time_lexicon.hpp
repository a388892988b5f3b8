// Which words can belong to a time expression, by their folded form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dates/lexeme.hpp"

namespace newsdex {

/// A row of the word tables: every form of `forms` may be of `kind` with `value`. Forms are
/// separated by spaces; "_" joins the tokens of one.
struct LexiconRow {
  Kind kind;
  std::int32_t value;
  std::string_view forms;
};

std::span<const LexiconRow> english_words();
std::span<const LexiconRow> persian_words();

/// Forms that stand for longer words and may take a full stop ("jan", "mon", "am").
std::string_view abbreviations();

/// Forms that are time words only when capitalised ("may", "march", "sat").
std::string_view capitalised_only();

/// Words that patterns spell out and without which some would never be tried.
std::string_view signs();

/// The TIMEX3 values that Kind::frequency counts: "P1D", "P1W", ...
std::span<const std::string_view> frequency_values();

/// What Kind::early_late counts: "early", "mid", "late", "earlier", "later".
std::span<const Modifier> early_late();

struct Word {
  Lexeme lexeme;                   // without a place
  bool begins_expression = false;  // an expression may consist of it and what is around it
  bool capitalised_only = false;
  std::uint8_t phrase_tokens = 0;  // length of the longest phrase that begins with it; 0: none
};

/// Immutable after the last `literal`.
class TimeLexicon {
 public:
  /// Holds the word tables and the holidays.
  TimeLexicon();

  /// The number by which patterns know the word `form`; makes one when it is new.
  std::uint16_t literal(std::string_view form);

  /// nullptr for a word of no interest, which most are, and which is found out fast.
  [[nodiscard]] const Word* find(std::string_view form) const {
    if (form.empty()) return nullptr;
    for (std::uint16_t n = heads_[trace(form)]; n != 0; n = entries_[n].next) {
      if (entries_[n].form == form) return entries_[n].word;
    }
    return nullptr;
  }

  /// The word that several tokens make, their forms joined by "_".
  [[nodiscard]] const Word* find_phrase(const std::string& joined) const;

  /// All forms, phrases too: for tests.
  [[nodiscard]] std::vector<std::string> forms() const;

 private:
  static constexpr std::size_t kTraces = 1 << 14;

  // Words of one trace form a chain, which for most is empty.
  struct Entry {
    std::string_view form;
    const Word* word = nullptr;
    std::uint16_t next = 0;  // 0: the end
  };

  static std::size_t trace(std::string_view form) {
    const auto first = static_cast<unsigned char>(form.front());
    const auto last = static_cast<unsigned char>(form.back());
    const auto middle = static_cast<unsigned char>(form[form.size() / 2]);
    return (first * 131U + last * 31U + middle * 7U + form.size() * 1031U) % kTraces;
  }

  void add(const LexiconRow& row);
  Word& word(std::string_view form);
  void add_parts(std::string_view phrase);

  std::unordered_map<std::string, Word> words_;
  std::vector<std::uint16_t> heads_;
  std::vector<Entry> entries_;  // the first stands for none
  std::uint16_t literals_ = 0;
};

}  // namespace newsdex
