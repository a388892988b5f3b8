#include "query/query_notes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <span>

#include "query/query_leaf.hpp"
#include "query/query_lexer.hpp"
#include "query/query_tree.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct OperatorWord {
  std::string_view word;
  std::string_view name;
  bool joins;         // stands between words, not before one
  bool takes_number;  // after a slash, without which it is any word
};

constexpr OperatorWord kOperatorWords[] = {
    {"and", "AND", true, false},  {"or", "OR", true, false},  {"not", "NOT", false, false},
    {"near", "NEAR", true, true}, {"adj", "ADJ", true, true},
};

bool is_number_after_slash(std::string_view text) {
  return text.size() > 1 && text.front() == '/' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// What the word would be in capitals, if an operator that may stand at this place.
std::optional<std::string> meant_operator(std::string_view word, bool has_before) {
  for (const OperatorWord& known : kOperatorWords) {
    if (known.joins && !has_before) continue;
    if (ascii_lower(word.substr(0, known.word.size())) != known.word) continue;
    const std::string_view rest = word.substr(known.word.size());
    const bool same = known.takes_number ? is_number_after_slash(rest) : rest.empty();
    if (same && !word.starts_with(known.name)) return fmt::format("{}{}", known.name, rest);
  }
  return std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim_white_space(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

bool is_pattern(std::string_view word) {
  return word.ends_with('*') && count_letters(word) >= kMinPrefixLetters;
}

class Notes {
 public:
  void add(const Query& query) {
    if (const auto* both = std::get_if<AndQuery>(&query.node)) add_words(both->operands);
    if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) add_phrase(phrase->text);
    for (const Query& operand : operands_of(query)) add(operand);
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(notes_); }

 private:
  void add_words(std::span<const Query> operands) {
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
      const auto* word = std::get_if<WordQuery>(&operands[i].node);
      if (word == nullptr) continue;
      if (const auto meant = meant_operator(word->word, i > 0)) {
        note(fmt::format("{} is searched for as a word; the operator is written {}",
                         quote_for_message(word->word), *meant));
      }
    }
  }

  void add_phrase(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    if (std::none_of(words.begin(), words.end(), is_pattern)) return;
    note(fmt::format("within quotes `*` is no pattern; for words that begin so write {}",
                     quote_for_message(fmt::format("{}", fmt::join(words, " ADJ/1 ")))));
  }

  void note(std::string text) {
    if (std::find(notes_.begin(), notes_.end(), text) == notes_.end())
      notes_.push_back(std::move(text));
  }

  std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> notes_on(const Query& query) {
  Notes notes;
  notes.add(query);
  return notes.take();
}

}  // namespace newsdex
