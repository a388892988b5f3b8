#include "entities/country_beside.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "entities/letters.hpp"
#include "entities/sentences.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

constexpr std::array<std::string_view, 8> kBelonging = {"of", "de",  "du",  "des",
                                                        "d",  "von", "del", "di"};
constexpr std::array<std::string_view, 6> kBeforeCountries = {"the", "le", "la", "l", "les", "der"};

// Adjectives between a possessive and what it owns: "Ukraine's newly elected parliament"; after an
// adjective of country one at most: "the Iraqi interim parliament".
constexpr std::size_t kMostAdjectives = 3;
constexpr std::size_t kMostAfterDemonym = 1;

// How far back "its" looks for an owner.
constexpr std::uint32_t kSentenceReach = 40;

// "urged" of "Lebanese lawmakers urged parliament".
bool may_be_verb(std::string_view form) {
  return form.ends_with("ed") || form.ends_with("s");
}

}  // namespace

std::optional<std::uint32_t> CountryBeside::of_body(const Span& body, std::uint32_t own) const {
  if (const auto country = right_before(body)) return country;
  if (follows_unlisted_name(body, own)) return kElsewhere;
  // "The Guards in Syria" are Iran's: what has a proper name takes it along. But a "Ministry of
  // Education in Turkey" is a ministry.
  const bool is_proper = body.text.token(body.first).capitalised;
  if (const auto country = after(body, !is_proper || is_state_body(body))) return country;
  if (const auto country = further_before(body)) return country;
  if (const auto country = owner(body)) return country;
  return is_proper ? std::nullopt : opening(body);
}

bool CountryBeside::is_state_body(const Span& body) const {
  const auto words = body.text.tokens().subspan(body.first, body.last - body.first);
  return std::any_of(words.begin(), words.end(), [&](const Token& word) {
    return names_.lexicon().is(word.form, WordClass::state_body);
  });
}

std::optional<std::uint32_t> CountryBeside::right_before(const Span& name) const {
  if (!name.text.phrase_goes_on_at(name.first)) return std::nullopt;
  return country_of(interpretation_.ending_at(name.text.field(), name.first));
}

std::optional<std::uint32_t> CountryBeside::further_before(const Span& name) const {
  std::uint32_t at = name.first;
  for (std::size_t words = 0; words <= kMostAdjectives && at > 0; ++words, --at) {
    if (name.text.gap_before(at) != Gap::space) return std::nullopt;
    const Candidate* candidate = interpretation_.ending_at(name.text.field(), at);
    const Token& word = name.text.token(at - std::size_t{1});
    if (candidate != nullptr) {
      const bool close = words <= kMostAfterDemonym && !may_be_verb(name.text.token(at).form);
      return word.possessive || close ? country_of(candidate) : std::nullopt;
    }
    if (word.possessive)
      return is_unlisted_name(name.text, at - 1) ? std::optional(kElsewhere) : std::nullopt;
    if (word.capitalised || names_.lexicon().is(word.form, WordClass::grammar)) return std::nullopt;
  }
  return std::nullopt;
}

// "The Scottish parliament", "Vanuatu's parliament". A name of the country itself is none of
// others: "the Islamic Revolutionary Court" is one of the Islamic Republic.
bool CountryBeside::follows_unlisted_name(const Span& name, std::uint32_t own) const {
  if (name.first == 0 || name.text.field() == TextField::title) return false;
  const Gap gap = name.text.gap_before(name.first);
  if (gap != Gap::space && gap != Gap::hyphen) return false;
  if (interpretation_.ending_at(name.text.field(), name.first) != nullptr) return false;
  const std::size_t before = name.first - std::size_t{1};
  const Token& word = name.text.token(before);
  if (names_.name_words().belong_to(own, word.form)) return false;
  const bool is_office = !word.possessive && names_.lexicon().is(word.form, WordClass::office);
  return !is_office && is_unlisted_name(name.text, before);
}

// A capitalised word of which nothing else explains the capital.
bool CountryBeside::is_unlisted_name(const FieldText& text, std::size_t token) const {
  const Token& word = text.token(token);
  if (!word.capitalised || names_.lexicon().is(word.form, WordClass::grammar)) return false;
  return word.possessive || !sentence_begins_at(text, token, names_.lexicon());
}

std::optional<std::uint32_t> CountryBeside::after(const Span& name, bool also_in) const {
  const FieldText& text = name.text;
  const auto size = static_cast<std::uint32_t>(text.tokens().size());
  if (name.last >= size || text.gap_before(name.last) != Gap::space) return std::nullopt;
  if (text.token(name.last - std::size_t{1}).possessive) return std::nullopt;
  if (is_caseless(text.written(name.last)))
    return country_of(interpretation_.beginning_at(text.field(), name.last));
  const std::string_view joint = text.token(name.last).form;
  const bool is_of = is_one_of(joint, kBelonging);
  if (!is_of && !(also_in && joint == "in")) return std::nullopt;
  std::uint32_t named = name.last + 1;
  if (named + 1 < size && is_one_of(text.token(named).form, kBeforeCountries)) ++named;
  if (named >= size || text.gap_before(named) == Gap::barrier) return std::nullopt;
  const Candidate* candidate = interpretation_.beginning_at(text.field(), named);
  if (candidate == nullptr && named > name.last + 1)  // "The Hague" has its article
    candidate = interpretation_.beginning_at(text.field(), named - 1);
  if (candidate != nullptr) return country_of(candidate);
  const bool is_title = text.field() == TextField::title;
  return is_of && !is_title && is_unlisted_name(text, named) ? std::optional(kElsewhere)
                                                             : std::nullopt;
}

std::optional<std::uint32_t> CountryBeside::opening(const Span& name) const {
  const FieldText& text = name.text;
  std::uint32_t at = name.first;
  const auto begins_phrase = [&](std::string_view form) {
    return form == "its" || is_one_of(form, kBeforeCountries);
  };
  if (at > 0 && text.gap_before(at) == Gap::space && begins_phrase(text.token(at - 1).form)) --at;
  const Gap gap = text.gap_before(at);
  if (gap != Gap::comma && gap != Gap::space) return std::nullopt;
  const Candidate* candidate = interpretation_.ending_at(text.field(), at);
  if (candidate == nullptr || candidate->first == 0) return std::nullopt;
  const std::size_t in = candidate->first - std::size_t{1};
  if (text.gap_before(candidate->first) != Gap::space || text.token(in).form != "in")
    return std::nullopt;
  const bool begins = sentence_begins_at(text, in, names_.lexicon()) ||
                      sentence_begins_at(text, in - 1, names_.lexicon());
  return begins ? country_of(candidate) : std::nullopt;
}

std::optional<std::uint32_t> CountryBeside::owner(const Span& name) const {
  const FieldText& text = name.text;
  if (name.first == 0 || text.gap_before(name.first) != Gap::space) return std::nullopt;
  if (text.token(name.first - std::size_t{1}).form != "its") return std::nullopt;
  std::optional<std::uint32_t> only;
  const std::uint32_t farthest = name.first - std::min(name.first, kSentenceReach);
  for (std::uint32_t at = name.first - 1; at > farthest; --at) {
    const Candidate* candidate = interpretation_.ending_at(text.field(), at);
    const auto country = country_of(candidate);
    if (country && only && *only != *country) return kElsewhere;
    if (country) only = country;
    if (sentence_begins_at(text, at - 1, names_.lexicon())) break;
  }
  return only;
}

// Also by forms that elsewhere need evidence: beside a body "Jordan's" is no river's.
std::optional<std::uint32_t> CountryBeside::country_of(const Candidate* candidate) const {
  if (candidate == nullptr) return std::nullopt;
  return names_.countries().country_meant(names_.automaton(), *candidate,
                                          interpretation_.field_of(*candidate),
                                          CountryFinder::Flagged::too);
}

}  // namespace newsdex
