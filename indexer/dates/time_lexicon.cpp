#include "dates/time_lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dates/holidays.hpp"

namespace newsdex {
namespace {

// Kinds of which a word is no sign of a time expression unless one of the others is near.
constexpr KindSet kWeak =
    kinds(Kind::number, Kind::ordinal, Kind::early_late, Kind::deictic, Kind::anaphoric,
          Kind::apart, Kind::vague, Kind::every, Kind::meridiem, Kind::zone, Kind::iso_week);

constexpr int kMostWeeks = 53;  // of a year of ISO 8601

template <typename Visit>
void for_each_form(std::string_view forms, Visit visit) {
  while (!forms.empty()) {
    const std::size_t end = std::min(forms.find(' '), forms.size());
    if (end > 0) visit(forms.substr(0, end));
    forms.remove_prefix(std::min(end + 1, forms.size()));
  }
}

}  // namespace

TimeLexicon::TimeLexicon() : heads_(kTraces), entries_(1) {
  for (const LexiconRow& row : english_words()) add(row);
  for (const LexiconRow& row : persian_words()) add(row);
  for (int week = 1; week <= kMostWeeks; ++week) {
    add({Kind::iso_week, week, fmt::format("w{:02}", week)});
  }
  std::int32_t index = 0;
  for (const Holiday& holiday : holidays()) add({Kind::holiday, index++, holiday.names});
  for_each_form(abbreviations(), [this](auto form) { word(form).lexeme.abbreviated = true; });
  for_each_form(signs(), [this](auto form) { word(form).begins_expression = true; });
  for_each_form(capitalised_only(), [this](auto form) { word(form).capitalised_only = true; });
}

void TimeLexicon::add(const LexiconRow& row) {
  for_each_form(row.forms, [&](std::string_view form) {
    Word& added = word(form);
    added.lexeme.add(row.kind, row.value);
    if ((kinds(row.kind) & kWeak) != 0) return;
    // The last word of a phrase stands for it in telling a stretch worth a look.
    added.begins_expression = true;
    word(form.substr(form.rfind('_') + 1)).begins_expression = true;
  });
}

Word& TimeLexicon::word(std::string_view form) {
  const auto [at, is_new] = words_.try_emplace(std::string(form));
  Word& added = at->second;  // stays where it is when the table grows
  if (!is_new) return added;
  if (form.find('_') == std::string_view::npos) {
    std::uint16_t& head = heads_[trace(form)];
    entries_.push_back({at->first, &added, head});
    head = static_cast<std::uint16_t>(entries_.size() - 1);
  } else {
    add_parts(form);
  }
  return added;
}

// All tokens of a phrase must be known, or no stretch of known words would hold it.
void TimeLexicon::add_parts(std::string_view phrase) {
  std::uint8_t tokens = 0;
  std::string_view first;
  for (std::string_view rest = phrase; !rest.empty();) {
    const std::size_t end = std::min(rest.find('_'), rest.size());
    word(rest.substr(0, end));
    if (tokens++ == 0) first = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Word& start = word(first);
  start.phrase_tokens = std::max(start.phrase_tokens, tokens);
}

std::uint16_t TimeLexicon::literal(std::string_view form) {
  Word& found = word(form);
  if (found.lexeme.literal == 0) found.lexeme.literal = ++literals_;
  return found.lexeme.literal;
}

const Word* TimeLexicon::find_phrase(const std::string& joined) const {
  const auto found = words_.find(joined);
  return found == words_.end() ? nullptr : &found->second;
}

std::vector<std::string> TimeLexicon::forms() const {
  std::vector<std::string> out;
  for (const auto& [form, word] : words_) out.push_back(form);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace newsdex
