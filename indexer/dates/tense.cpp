// No parser, only the words that news use about what is to come, and the forms of the past. Verbs
// that announce ("expected", "scheduled") are in the past themselves but speak of the future, and
// so do verbs of the timetable in the present ("Talks resume Thursday").
#include "dates/tense.hpp"

#include <array>

#include "dates/word_set.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kTokensBefore = 14;
constexpr std::size_t kTokensAfter = 10;

constexpr auto kFutureWords = sorted(std::to_array<std::string_view>({
    "ahead",    "aim",      "aims",      "can",    "cannot", "could",   "deadline", "due",
    "expect",   "expected", "expects",   "going",  "hope",   "hopes",   "intend",   "intends",
    "likely",   "may",      "might",     "must",   "plan",   "planned", "planning", "plans",
    "promises", "proposed", "scheduled", "seeks",  "set",    "shall",   "should",   "slated",
    "till",     "until",    "upcoming",  "want",   "wants",  "will",    "wont",     "would",
    "باید",     "خواهد",    "خواهند",    "خواهیم", "قرار",
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

// Verbs by which the present tense tells what is on the timetable, in the plural. Most are nouns,
// too, so that only what stands before them shows that they are verbs.
constexpr auto kTimetableVerbs = sorted(std::to_array<std::string_view>({
    "arrive", "begin",  "come", "compete", "conclude", "convene",   "debate", "depart",
    "end",    "expire", "face", "gather",  "head",     "hold",      "host",   "launch",
    "leave",  "meet",   "open", "play",    "premiere", "reconvene", "reopen", "resume",
    "return", "start",  "tour", "travel",  "visit",    "vote",
}));

// What has its day set before it comes, so that "the vote is on Thursday" speaks of one to come.
constexpr auto kScheduledEvents = sorted(std::to_array<std::string_view>(
    {"anniversary", "auction",   "ballot",  "by-election", "ceremony",     "concert",
     "conference",  "congress",  "debate",  "derby",       "election",     "elections",
     "final",       "funeral",   "game",    "hearing",     "inauguration", "interview",
     "launch",      "match",     "meeting", "plebiscite",  "poll",         "polls",
     "premiere",    "primaries", "primary", "race",        "rally",        "referendum",
     "release",     "round",     "ruling",  "runoff",      "semifinal",    "sentencing",
     "session",     "summit",    "talks",   "trial",       "verdict",      "vote",
     "voting",      "wedding"}));

// "is leaving on Saturday": verbs whose present progressive tells what is planned.
constexpr auto kPlannedVerbs = sorted(std::to_array<std::string_view>(
    {"arriving",  "closing",  "coming",   "departing",  "flying",    "hosting",   "launching",
     "leaving",   "meeting",  "moving",   "opening",    "playing",   "reopening", "resuming",
     "returning", "retiring", "starting", "travelling", "traveling", "visiting"}));

// Of what stands before nouns, what an object begins with.
constexpr auto kOwners = sorted(
    std::to_array<std::string_view>({"a", "an", "her", "his", "its", "new", "the", "their"}));

// Ends the object of a verb, besides what stands before nouns.
constexpr auto kEndsObject = sorted(std::to_array<std::string_view>(
    {"about", "after", "against", "amid", "around", "because", "before", "despite", "following",
     "over", "since", "under", "when", "where", "which", "while", "who", "whose"}));

// Before a verb in the plural, besides plurals in s.
constexpr auto kPluralSubjects = sorted(std::to_array<std::string_view>(
    {"also", "both", "children", "men", "people", "police", "they", "we", "who", "women", "you"}));

// What stands before a noun and never between a subject and its verb.
constexpr auto kBeforeNouns = sorted(std::to_array<std::string_view>(
    {"a",     "an",    "and",   "any",   "as",   "at",    "between", "by",    "during",  "each",
     "every", "final", "first", "for",   "from", "her",   "his",     "in",    "into",    "its",
     "last",  "new",   "next",  "no",    "of",   "on",    "or",      "our",   "several", "some",
     "that",  "the",   "their", "these", "this", "those", "two",     "three", "with"}));

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

bool ends_in_plural_s(const Token& token) {
  constexpr auto kNoPlurals = sorted(std::to_array<std::string_view>(
      {"does", "has", "his", "its", "this", "thus", "was"}));  // "was open", "has come"
  const std::string_view form = token.form;
  return form.size() > 2 && form.ends_with('s') && !form.ends_with("ss") && !token.possessive &&
         !contains(kNoPlurals, form);
}

// Of the word before a verb: "talks", "they", "Iran and China", "Iran, China".
bool is_plural_subject_at(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  if (ends_in_plural_s(tokens[at]) || contains(kPluralSubjects, tokens[at].form)) return true;
  if (at == 0) return false;
  const std::string_view gap =
      text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end);
  const bool listed = gap == ", " && tokens[at - 1].capitalised;
  return (listed || tokens[at - 1].form == "and") && tokens[at].capitalised;
}

// "a human rights debate".
bool follows_article(std::span<const Token> tokens, std::size_t at) {
  constexpr std::size_t kNear = 3;
  for (std::size_t i = at; i > 0 && at - i < kNear; --i) {
    if (tokens[i - 1].form == "a" || tokens[i - 1].form == "an") return true;
  }
  return false;
}

// "Talks resume", "The court meets".
bool is_timetable_verb(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  std::string_view form = tokens[at].form;
  const bool singular = form.ends_with('s');
  if (singular) form.remove_suffix(form.ends_with("ches") ? 2 : 1);
  if (at == 0 || !contains(kTimetableVerbs, form)) return false;
  const Token& before = tokens[at - 1];
  if (sentence_ends_between(text, before, tokens[at])) return false;
  if (!singular) {
    return is_plural_subject_at(text, tokens, at - 1) && !follows_article(tokens, at);
  }
  const bool number = before.form.front() >= '0' && before.form.front() <= '9';
  return !number && !before.possessive && !contains(kBeforeNouns, before.form) &&
         !ends_in_plural_s(before);
}

bool is_copula(std::string_view form) {
  return form == "is" || form == "are";
}

// The token `back` places before `at`; an empty form where there is none in the sentence.
std::string_view form_before(std::string_view text, std::span<const Token> tokens, std::size_t at,
                             std::size_t back) {
  if (back > at) return {};
  for (std::size_t i = at; i > at - back; --i) {
    if (sentence_ends_between(text, tokens[i - 1], tokens[i])) return {};
  }
  return tokens[at - back].form;
}

// "The court is to rule", and not "the answer is to the left".
bool is_to_do(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  if (tokens[at].form != "to" || at + 1 >= tokens.size()) return false;
  return is_copula(form_before(text, tokens, at, 1)) && !tokens[at + 1].capitalised &&
         !contains(kBeforeNouns, tokens[at + 1].form);
}

// "takes effect", "comes into force".
bool takes_effect(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  constexpr auto kVerbs = sorted(std::to_array<std::string_view>(
      {"come", "comes", "enter", "enters", "go", "goes", "take", "takes"}));
  if (tokens[at].form != "effect" && tokens[at].form != "force") return false;
  const std::string_view before = form_before(text, tokens, at, 1);
  const bool into = before == "into";
  const std::string_view verb = into ? form_before(text, tokens, at, 2) : before;
  return contains(kVerbs, verb) && (into || verb.starts_with("take"));
}

// "the election is" and "the next match of the cup is", of the verb at `at`.
bool is_event_before(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  constexpr std::size_t kLongestSubject = 5;
  for (std::size_t back = 1; back <= kLongestSubject; ++back) {
    const std::string_view form = form_before(text, tokens, at, back);
    if (form.empty()) return false;
    if (form == "next" || (back == 1 && contains(kScheduledEvents, form))) return true;
  }
  return false;
}

// "The hearing is on", "the next vote is", before the date that begins at `first`.
bool is_scheduled_for(std::string_view text, std::span<const Token> tokens, std::size_t first) {
  const std::string_view before = form_before(text, tokens, first, 1);
  const std::size_t away = before == "on" || before == "in" || before == "at" ? 2 : 1;
  return is_copula(form_before(text, tokens, first, away)) &&
         is_event_before(text, tokens, first - away);
}

// "is closing its Tehran office on Saturday". Nothing but an object may stand between: "is visiting
// the scene of the attack on Saturday" tells of the past.
bool is_planned_for(std::string_view text, std::span<const Token> tokens, std::size_t first) {
  constexpr std::size_t kLongestObject = 4;
  const std::size_t on = form_before(text, tokens, first, 1) == "on" ? 2 : 1;
  for (std::size_t back = on; back <= on + kLongestObject; ++back) {
    const std::string_view form = form_before(text, tokens, first, back);
    if (contains(kPlannedVerbs, form)) return is_copula(form_before(text, tokens, first, back + 1));
    const bool object = contains(kOwners, form) || !contains(kBeforeNouns, form);
    if (form.empty() || !object || contains(kEndsObject, form)) return false;
  }
  return false;
}

// "in the run-up to Sunday", "before Sunday's election".
bool leads_up_to(std::string_view text, std::span<const Token> tokens, std::size_t first,
                 std::size_t last) {
  constexpr std::size_t kLongestName = 3;  // "Sunday's presidential election"
  const bool article = form_before(text, tokens, first, 1) == "the";
  const std::size_t back = article ? 2 : 1;
  const std::string_view before = form_before(text, tokens, first, back);
  if (before == "to") {
    const std::string_view up = form_before(text, tokens, first, back + 1);
    return up == "runup" || up == "run-up" ||
           (up == "up" && form_before(text, tokens, first, back + 2) == "run");
  }
  if (before != "before") return false;
  for (std::size_t i = last + 1; i < tokens.size() && i <= last + kLongestName; ++i) {
    if (sentence_ends_between(text, tokens[i - 1], tokens[i])) return false;
    if (contains(kScheduledEvents, tokens[i].form)) return true;
  }
  return false;
}

Tense tense_at(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  const std::string_view form = tokens[at].form;
  if (contains(kFutureWords, form)) {
    const bool name = tokens[at].capitalised && form == "may";
    return name ? Tense::unknown : Tense::future;
  }
  if (is_contracted_will(text, tokens[at])) return Tense::future;
  if (is_timetable_verb(text, tokens, at)) return Tense::future;
  if (is_to_do(text, tokens, at) || takes_effect(text, tokens, at)) return Tense::future;
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
  if (is_scheduled_for(text, tokens, first) || is_planned_for(text, tokens, first) ||
      leads_up_to(text, tokens, first, last)) {
    return Tense::future;
  }
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
