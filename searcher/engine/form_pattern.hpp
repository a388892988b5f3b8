// Which forms of words a pattern stands for: `word*` or `word~1`.
//
// Of `word~1` the rows of the table of edit distances are kept by letter, so that a form that
// begins as the one before it costs only what differs, and in ascending order whole ranges of forms
// are passed over: those that begin with letters after which no ending is near enough. This walks
// the Levenshtein automaton of Schulz and Mihov, "Fast String Correction with Levenshtein-Automata"
// (2002), without building it. Distances are those of optimal string alignment, by code point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

class FuzzyForms {
 public:
  FuzzyForms(std::string_view word, std::uint32_t edits);

  /// The number of edits between `form` and the word, if there are not too many.
  [[nodiscard]] std::optional<std::uint32_t> edits_to(std::string_view form);

  /// Of the form asked for last, where it was none: a form after which the next that may be one
  /// stands, in order of bytes. Empty if that may be the very next.
  [[nodiscard]] const std::string& resume() const { return resume_; }

 private:
  using Row = std::vector<std::uint8_t>;
  void keep_common_beginning(std::string_view form);
  [[nodiscard]] bool push(char32_t letter);

  std::u32string word_;
  std::uint32_t most_;
  std::string last_;               // the letters that the rows stand for
  std::vector<std::size_t> ends_;  // of those letters in `last_`
  std::u32string letters_;
  std::vector<Row> rows_;  // one more than letters
  std::string resume_;
};

}  // namespace newsdex
