// No parser, only the words that news use about what is to come, and the forms of the past. Verbs
// that announce ("expected", "scheduled") are in the past themselves but speak of the future.
#include "dates/tense.hpp"

#include <array>

#include "dates/word_set.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kTokensBefore = 14;
constexpr std::size_t kTokensAfter = 10;

constexpr auto kFutureWords = sorted(std::to_array<std::string_view>({
    "ahead",    "aim",     "aims",      "begins",   "can",      "cannot",   "could",  "deadline",
    "due",      "ends",    "expect",    "expected", "expects",  "expires",  "going",  "holds",
    "hope",     "hopes",   "intend",    "intends",  "launches", "likely",   "may",    "might",
    "must",     "open",    "opens",     "plan",     "planned",  "planning", "plans",  "promises",
    "proposed", "resumes", "scheduled", "seeks",    "set",      "shall",    "should", "slated",
    "starts",   "till",    "until",     "upcoming", "want",     "wants",    "will",   "wont",
    "would",    "باید",    "خواهد",     "خواهند",   "خواهیم",   "قرار",
}));

constexpr auto kPastWords = sorted(std::to_array<std::string_view>({
    "ago",    "ate",   "became", "been",   "began",    "born",   "bought",  "broke",   "brought",
    "built",  "came",  "caught", "chose",  "cut",      "dealt",  "did",     "drew",    "drove",
    "fell",   "felt",  "flew",   "fought", "found",    "froze",  "gave",    "given",   "got",
    "grew",   "had",   "heard",  "held",   "hit",      "hurt",   "kept",    "knew",    "known",
    "laid",   "led",   "left",   "lent",   "lost",     "made",   "meant",   "met",     "paid",
    "put",    "quit",  "ran",    "rose",   "said",     "sank",   "sat",     "saw",     "seen",
    "sent",   "shot",  "showed", "since",  "sold",     "sought", "spent",   "spoke",   "spread",
    "sprang", "stood", "struck", "swept",  "taken",    "taught", "thought", "threw",   "told",
    "took",   "was",   "went",   "were",   "withdrew", "won",    "wore",    "wounded", "wrote",
    "بود",    "بودند", "داد",    "داشت",   "شد",       "شدند",   "کرد",     "کردند",   "گفت",
}));

// End in "ed" and are no verbs of the past.
constexpr auto kNotPast = sorted(std::to_array<std::string_view>(
    {"advanced", "bed", "exceed", "feed", "fred", "hundred", "indeed", "mohammed", "need",
     "proceed", "red", "sacred", "seed", "shed", "speed", "ted", "united", "wicked"}));

// "to be held", "will be released": what was past form is not past.
constexpr auto kPassiveOfFuture = sorted(std::to_array<std::string_view>({"be", "get", "to"}));

// A full stop after one of these ends no sentence; single letters besides.
constexpr auto kAbbreviations = sorted(std::to_array<std::string_view>(
    {"apr", "aug",  "col", "dec", "dr",  "feb", "fri",   "gen", "gov",  "jan", "jr",  "jul",
     "jun", "lt",   "mar", "mon", "mr",  "mrs", "ms",    "nov", "oct",  "rep", "sat", "sen",
     "sep", "sept", "sgt", "st",  "sun", "thu", "thurs", "tue", "tues", "us",  "wed"}));

// "they'll".
bool is_contracted_will(std::string_view text, const Token& token) {
  if (!token.form.ends_with("ll") || token.end - token.begin <= token.form.size()) return false;
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  return written.find('\'') != std::string_view::npos ||
         written.find("’") != std::string_view::npos;
}

bool has_past_form(std::string_view form) {
  return contains(kPastWords, form) ||
         (form.size() > 3 && form.ends_with("ed") && !contains(kNotPast, form));
}

Tense tense_at(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  const std::string_view form = tokens[at].form;
  if (contains(kFutureWords, form)) {
    const bool name = tokens[at].capitalised && form == "may";
    return name ? Tense::unknown : Tense::future;
  }
  if (is_contracted_will(text, tokens[at])) return Tense::future;
  if (!has_past_form(form)) return Tense::unknown;
  if (at > 0 && contains(kPassiveOfFuture, tokens[at - 1].form)) return Tense::future;
  return Tense::past;
}

}  // namespace

bool sentence_ends_between(std::string_view text, const Token& before, const Token& after) {
  const std::string_view gap = text.substr(before.end, after.begin - before.end);
  if (gap == " ") return false;
  if (gap.find_first_of("!?;") != std::string_view::npos) return true;
  if (gap.find("\n\n") != std::string_view::npos) return true;
  const std::size_t stop = gap.find('.');
  if (stop == std::string_view::npos || stop + 1 >= gap.size()) return false;
  return before.form.size() > 1 && !contains(kAbbreviations, before.form);
}

Tense tense_around(std::string_view text, std::span<const Token> tokens, std::size_t first,
                   std::size_t last) {
  for (std::size_t i = first; i > 0 && first - i < kTokensBefore; --i) {
    if (sentence_ends_between(text, tokens[i - 1], tokens[i])) break;
    const Tense tense = tense_at(text, tokens, i - 1);
    if (tense != Tense::unknown) return tense;
  }
  for (std::size_t i = last + 1; i < tokens.size() && i - last <= kTokensAfter; ++i) {
    if (sentence_ends_between(text, tokens[i - 1], tokens[i])) break;
    const Tense tense = tense_at(text, tokens, i);
    if (tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

}  // namespace newsdex
