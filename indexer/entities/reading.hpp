// What the recogniser has on its table while it works on an article: the places where listed forms
// stand, and for each place the ways to read it. Steps add readings or refuse them; at the end a
// place with one entity left is a mention.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "entities/field_text.hpp"
#include "entities/form.hpp"
#include "entities/token_automaton.hpp"

namespace newsdex {

/// A place where a listed form stands, the longest that begins there.
struct Candidate {
  TextField field = TextField::body;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  TokenAutomaton::Node node = TokenAutomaton::kRoot;
};

/// Why a reading does not count.
enum class Refusal : std::uint8_t {
  none,
  no_context,          // needs a cue word and has none near
  compound,            // the first half of a compound: "Meta-analysis"
  other_country,       // needs its country, and the article is about another or none
  alone,               // counts only beside another form, and there is none
  no_full_name,        // a surname of someone the article does not name in full
  other_given_name,    // another first name stands before it, or behind it in "Kim Yo Jong"
  unknown_given_name,  // what may be another first name stands before it
  longer_name,         // the name goes on after it
  other_bearer,        // something else in the article is called so
  other_sharer,        // of those who share the surname, another is meant
  other_gender,        // "Mrs" before a man's surname
  other_title,         // a title stands before it that the person never had
  unknown_bearer,      // introduced as somebody whom nobody knows: "a man named Rouhani"
  only_headline,       // of somebody never named in full, in a headline or in capitals only
  other_occupation,    // an occupation stands beside it that is none of the person's
  namesake,            // a surname that someone else in the article bears, who is not listed
  month,               // the name of a month: "in May"
  shared_name,         // surname of somebody whose full name, in the article, is others' too
  common_word,         // of a headline, where the body has the word in lower case
  credit,              // in a byline, or where a photographer or an agency is named
};

struct Reading {
  std::uint32_t candidate = 0;  // index into Interpretation::candidates
  const Form* form = nullptr;
  Refusal refusal = Refusal::none;
  std::uint32_t evidence = 0;   // the token that the refusal speaks of, for those that do
  bool never_in_full = false;   // a surname, or one with an initial, never seen in full
  bool country_beside = false;  // for other_country: another country stands beside it
  bool title_fits = false;      // for namesake: the person held the title before it, too
  bool in_enumeration = false;  // a platform among platforms: settles it against a surname

  [[nodiscard]] bool accepted() const { return refusal == Refusal::none; }
};

struct Interpretation {
  FieldText title;
  FieldText body;
  std::vector<Candidate> candidates;  // title first, then by place; they never overlap
  std::vector<Reading> readings;      // by candidate

  [[nodiscard]] const FieldText& field(TextField field) const {
    return field == TextField::title ? title : body;
  }
  [[nodiscard]] const FieldText& field_of(const Candidate& candidate) const {
    return field(candidate.field);
  }
  /// The candidate that begins, or ends, at a token; nullptr if none does.
  [[nodiscard]] const Candidate* beginning_at(TextField field, std::uint32_t token) const;
  [[nodiscard]] const Candidate* ending_at(TextField field, std::uint32_t token) const;

  /// The candidate that begins before a token and ends behind it; nullptr if none does.
  [[nodiscard]] const Candidate* reaching_into(TextField field, std::uint32_t token) const;

  /// The readings of one of `candidates`.
  [[nodiscard]] std::span<const Reading> readings_of(const Candidate& candidate) const;
};

/// How many entities that share a form are looked at: past that, nothing could be decided anyway.
/// Those that need no evidence come first.
inline constexpr std::size_t kMaxSharers = 16;

inline std::span<const Form> first_sharers(std::span<const Form> forms) {
  return forms.first(std::min(forms.size(), kMaxSharers));
}

/// Calls `use` with the readings of each candidate that has any, in order.
template <typename Readings, typename Use>
void for_each_candidate(Readings& readings, Use use) {
  const std::span all(readings);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].candidate == all[begin].candidate) ++end;
    use(all.subspan(begin, end - begin));
    begin = end;
  }
}

}  // namespace newsdex
