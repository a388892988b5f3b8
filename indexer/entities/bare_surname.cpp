#include "entities/bare_surname.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "entities/letters.hpp"
#include "entities/title_words.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

// Shorter surnames (Ma, Kim, Lee) are many people's.
constexpr std::size_t kMinDistinctiveBytes = 5;

// How far from a surname its description reaches: "a young man called", ", a retired film actor".
constexpr std::uint32_t kDescriptionReach = 4;

// Folded forms, as in all lists here. "Identified as", "known as".
constexpr std::array<std::string_view, 6> kBecomingKnown = {"identified", "known",    "described",
                                                            "registered", "recorded", "named"};
constexpr std::array<std::string_view, 3> kPersianNamed = {"نام", "بنام", "اسم"};

constexpr std::array<std::string_view, 4> kIndefinite = {"a", "an", "one", "another"};
constexpr std::array<std::string_view, 21> kPeople = {
    "man",     "men",      "woman",     "women",   "boy",      "girl",     "person",
    "someone", "somebody", "youth",     "citizen", "resident", "local",    "villager",
    "suspect", "victim",   "passenger", "guy",     "fellow",   "teenager", "stranger"};

// Behind the surname, what somebody is named: "named Rouhani as the winner".
constexpr std::array<std::string_view, 7> kBeforeWhatIsNamed = {"as",  "the", "a", "an",
                                                                "its", "his", "to"};

// What the persons of a list are in one word, each of them.
constexpr std::array<std::string_view, 9> kOfPolitics = {"moderate",   "reformist",  "conservative",
                                                         "hardliner",  "pragmatist", "centrist",
                                                         "politician", "statesman",  "diplomat"};

// What is called after whoever bears the name, besides eponyms.
constexpr std::array<std::string_view, 16> kOfTheName = {
    "family", "families", "clan", "dynasty", "household", "brothers",   "sisters", "twins",
    "tribe",  "couple",   "shop", "store",   "bakery",    "restaurant", "farm",    "hotel"};

// Titles by which one is told from others of the name. Doctors and gentlemen are too many.
constexpr auto kRanks = std::to_array<std::string_view>(
    {"ayatollah",  "hojatoleslam", "hojjatoleslam", "hojat",    "imam",       "mullah",
     "mawlana",    "sheikh",       "pope",          "cardinal", "bishop",     "archbishop",
     "rabbi",      "reverend",     "king",          "queen",    "prince",     "princess",
     "emir",       "sultan",       "shah",          "governor", "mayor",      "senator",
     "sen",        "congressman",  "rep",           "gov",      "councillor", "judge",
     "justice",    "colonel",      "col",           "captain",  "capt",       "major",
     "lieutenant", "sergeant",     "sgt",           "officer",  "professor",  "prof",
     "general",    "gen",          "brigadier",     "admiral",  "marshal",    "commander",
     "سردار",      "سرلشکر",       "سرتیپ",         "سرهنگ",    "سرگرد",      "شیخ"});

// Of these, those of high officers, and what their posts are called by.
constexpr std::array<std::string_view, 9> kHighRanks = {
    "general", "gen", "brigadier", "admiral", "marshal", "commander", "سردار", "سرلشکر", "سرتیپ"};
constexpr std::array<std::string_view, 11> kHighPosts = {
    "defence", "defense", "security", "commander", "army", "guards",
    "corps",   "forces",  "military", "navy",      "staff"};

}  // namespace

bool is_distinctive_surname(const Lexicon& lexicon, std::string_view form) {
  constexpr std::array kTellNobody = {WordClass::given_name, WordClass::grammar, WordClass::office,
                                      WordClass::common_surname};
  return form.size() >= kMinDistinctiveBytes &&
         std::none_of(kTellNobody.begin(), kTellNobody.end(),
                      [&](WordClass each) { return lexicon.is(form, each); });
}

bool bears_title(const NameIndex& names, std::uint32_t person, const FieldText& text,
                 const RolePlace& title, const PartialDate& date) {
  return names.roles().has_held(person, title.role, date) ||
         has_title_word(names, person, text.token(title.last - std::size_t{1}).form, date);
}

void BareSurname::check(Reading& reading) const {
  const Candidate& place = interpretation_.candidates[reading.candidate];
  const std::uint32_t person = reading.form->entity;
  const auto refuse = [&](Refusal refusal, std::optional<std::uint32_t> evidence) {
    if (!evidence || !reading.accepted()) return;
    reading.refusal = refusal;
    reading.evidence = *evidence;
  };
  refuse(Refusal::other_title, rank_of_others(place, person));
  refuse(Refusal::unknown_bearer, introduction_before(place));
  refuse(Refusal::unknown_bearer, description_behind(place, person));
  refuse(Refusal::longer_name, thing_behind(place));
}

// "A man identified as Rouhani", "a shopkeeper named Rouhani"; but "the court named Rouhani".
std::optional<std::uint32_t> BareSurname::introduction_before(const Candidate& place) const {
  const FieldText& text = interpretation_.field_of(place);
  if (place.first < 2 || text.gap_before(place.first) != Gap::space) return std::nullopt;
  const std::uint32_t before = place.first - 1;
  const std::string_view word = text.token(before).form;
  if (is_one_of(word, kPersianNamed)) return before;
  if (text.gap_before(before) != Gap::space) return std::nullopt;
  const bool is_as = word == "as" && is_one_of(text.token(before - 1).form, kBecomingKnown);
  const bool goes_on = text.gap_before(place.last) == Gap::space &&
                       is_one_of(text.token(place.last).form, kBeforeWhatIsNamed);
  const bool is_named = names_.lexicon().is(word, WordClass::naming) && !goes_on &&
                        describes_somebody(text, before - 1);
  return is_as || is_named ? std::optional(before) : std::nullopt;
}

// Whether the words that end with a token are "the man", "a shopkeeper", "a retired officer".
bool BareSurname::describes_somebody(const FieldText& text, std::uint32_t token) const {
  const std::string_view noun = text.token(token).form;
  const Lexicon& lexicon = names_.lexicon();
  if (is_one_of(noun, kPeople) || lexicon.is(noun, WordClass::occupation) ||
      lexicon.is(noun, WordClass::kinship)) {
    return true;
  }
  for (std::uint32_t at = token; at > 0 && token - at < kDescriptionReach; --at) {
    if (text.gap_before(at) != Gap::space) return false;
    if (is_one_of(text.token(at - 1).form, kIndefinite)) return true;
  }
  return false;
}

// "Rouhani, a publican,": whoever is described so is new to the reader.
std::optional<std::uint32_t> BareSurname::description_behind(const Candidate& place,
                                                             std::uint32_t person) const {
  const FieldText& text = interpretation_.field_of(place);
  const std::uint32_t article = place.last;
  if (text.gap_before(article) != Gap::comma) return std::nullopt;
  if (!is_one_of(text.token(article).form, kIndefinite)) return std::nullopt;
  if (names_.roles().title_before(text, place.first)) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(text.tokens().size());
  const std::uint32_t end = std::min(article + 1 + kDescriptionReach, size);
  for (std::uint32_t at = article + 1; at < end && text.gap_before(at) == Gap::space; ++at) {
    const std::string_view word = text.token(at).form;
    if (is_one_of(word, kOfPolitics) || is_own(person, word)) return std::nullopt;
  }
  return article;
}

bool BareSurname::is_own(std::uint32_t person, std::string_view word) const {
  const std::vector<std::string>& context = names_.entity(person).context;
  return std::find(context.begin(), context.end(), word) != context.end() ||
         (!names_.lexicon().is(word, WordClass::grammar) &&
          has_title_word(names_, person, word, published_));
}

// "The Rouhani family", "the Rouhani clinic".
std::optional<std::uint32_t> BareSurname::thing_behind(const Candidate& place) const {
  const FieldText& text = interpretation_.field_of(place);
  if (text.gap_before(place.last) != Gap::space) return std::nullopt;
  if (text.token(place.last - std::size_t{1}).possessive) return std::nullopt;
  const std::string_view noun = text.token(place.last).form;
  const bool is_thing = is_one_of(noun, kOfTheName) || names_.lexicon().is(noun, WordClass::eponym);
  return is_thing ? std::optional(place.last) : std::nullopt;
}

// "Ayatollah Rouhani", who is none.
std::optional<std::uint32_t> BareSurname::rank_of_others(const Candidate& place,
                                                         std::uint32_t person) const {
  const FieldText& text = interpretation_.field_of(place);
  const Gap gap = text.gap_before(place.first);
  if (gap != Gap::space && gap != Gap::dot) return std::nullopt;
  const std::uint32_t before = place.first - 1;
  const Token& word = text.token(before);
  const bool is_caseless_word = is_caseless(text.written(before));
  const std::string_view listed = title_word_before(names_, text, place.first);
  const std::string_view rank = is_caseless_word && !listed.empty() ? listed : word.form;
  const bool is_rank = (word.capitalised || is_caseless_word) && is_one_of(rank, kRanks);
  if (!is_rank || word.possessive || has_title_word(names_, person, rank, published_))
    return std::nullopt;
  const bool is_officer =
      is_one_of(rank, kHighRanks) &&
      std::any_of(kHighPosts.begin(), kHighPosts.end(), [&](std::string_view post) {
        return has_title_word(names_, person, post, published_);
      });
  return is_officer ? std::nullopt : std::optional(before);
}

bool BareSurname::is_bare(const Reading& reading) const {
  if (!reading.accepted() || !reading.never_in_full) return false;
  if (reading.form->kind != FormKind::surname || reading.form->words > 1) return false;
  const Candidate& place = interpretation_.candidates[reading.candidate];
  const FieldText& text = interpretation_.field_of(place);
  return !is_caseless(text.written(place.first)) && !names_.roles().title_before(text, place.first);
}

bool BareSurname::tells_by_capital(const Reading& reading) const {
  const Candidate& place = interpretation_.candidates[reading.candidate];
  return place.field == TextField::body && !interpretation_.body.token(place.first).all_caps;
}

void BareSurname::require_capital_in_prose() {
  std::unordered_set<std::uint32_t> told;  // persons
  std::unordered_set<std::string_view> words;
  for (const Reading& reading : interpretation_.readings) {
    const Candidate& place = interpretation_.candidates[reading.candidate];
    if (reading.accepted() && reading.form->kind == FormKind::surname && tells_by_capital(reading))
      told.insert(reading.form->entity);
    if (is_bare(reading)) words.insert(interpretation_.field_of(place).token(place.first).form);
  }
  if (words.empty()) return;
  std::unordered_set<std::string_view> common;
  for (const Token& token : interpretation_.body.tokens()) {
    if (!token.capitalised && words.contains(token.form)) common.insert(token.form);
  }
  for (Reading& reading : interpretation_.readings) {
    if (!is_bare(reading)) continue;
    const Candidate& place = interpretation_.candidates[reading.candidate];
    if (common.contains(interpretation_.field_of(place).token(place.first).form)) {
      reading.refusal = Refusal::common_word;
    } else if (!told.contains(reading.form->entity)) {
      reading.refusal = Refusal::only_headline;
    }
  }
}

}  // namespace newsdex
