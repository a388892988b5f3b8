#include "engine/form_pattern.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    letters += point.value;
    at += point.length;
  }
  return letters;
}

// The least text after all that begin with `beginning`; no byte of UTF-8 is the highest.
std::string after_all(std::string_view beginning) {
  std::string next(beginning);
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

}  // namespace

FuzzyForms::FuzzyForms(std::string_view word, std::uint32_t edits)
    : word_(letters_of(word)), most_(edits) {
  Row& first = rows_.emplace_back(word_.size() + 1);
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = static_cast<std::uint8_t>(std::min<std::size_t>(i, most_ + 1));
  }
}

std::optional<std::uint32_t> FuzzyForms::edits_to(std::string_view form) {
  resume_.clear();
  keep_common_beginning(form);
  while (last_.size() < form.size()) {
    const std::size_t at = last_.size();
    const CodePoint letter = decode(form, at);
    last_.append(form.substr(at, letter.length));
    ends_.push_back(last_.size());
    if (!push(letter.value)) {
      resume_ = after_all(last_);
      return std::nullopt;
    }
  }
  const std::uint32_t edits = rows_.back().back();
  return edits <= most_ ? std::optional(edits) : std::nullopt;
}

void FuzzyForms::keep_common_beginning(std::string_view form) {
  const std::size_t shortest = std::min(form.size(), last_.size());
  const auto differs = std::mismatch(
      form.begin(), form.begin() + static_cast<std::ptrdiff_t>(shortest), last_.begin());
  const auto common = static_cast<std::size_t>(differs.first - form.begin());
  while (!ends_.empty() && ends_.back() > common) {
    ends_.pop_back();
    letters_.pop_back();
    rows_.pop_back();
  }
  last_.resize(ends_.empty() ? 0 : ends_.back());
}

// Adds the row of one more letter; false if no longer form is near enough. Distances beyond what
// matters are cut off, so that they fit a byte.
bool FuzzyForms::push(char32_t letter) {
  const std::size_t depth = rows_.size();
  letters_ += letter;
  rows_.emplace_back(word_.size() + 1);
  Row& row = rows_.back();
  const Row& above = rows_[depth - 1];
  const auto cut = [this](std::uint32_t edits) {
    return static_cast<std::uint8_t>(std::min(edits, most_ + 1));
  };
  row[0] = cut(static_cast<std::uint32_t>(depth));
  std::uint8_t least = row[0];
  for (std::size_t i = 1; i < row.size(); ++i) {
    const std::uint32_t changed = above[i - 1] + (word_[i - 1] == letter ? 0U : 1U);
    std::uint32_t edits = std::min({above[i] + 1U, row[i - 1] + 1U, changed});
    const bool swapped =
        depth > 1 && i > 1 && word_[i - 1] == letters_[depth - 2] && word_[i - 2] == letter;
    if (swapped) edits = std::min(edits, rows_[depth - 2][i - 2] + 1U);
    row[i] = cut(edits);
    least = std::min(least, row[i]);
  }
  return least <= most_;
}

}  // namespace newsdex
