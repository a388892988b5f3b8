#include "entities/longer_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "entities/common_words.hpp"
#include "entities/letters.hpp"
#include "entities/newspapers.hpp"
#include "entities/sentences.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// How far the noun stands that says what bears a name: "the last bull, Sudan", "Sudan, the last
// northern white rhino".
constexpr std::uint32_t kNounReach = 6;

// The noun phrase that bears the name goes back to here.
bool is_article(std::string_view form) {
  return form == "a" || form == "an" || form == "the";
}

// Companies that a platform shares its everyday word with have them, in headlines and in capitals,
// too: "Gap Inc".
bool is_legal_form(std::string_view form) {
  constexpr std::array<std::string_view, 9> kForms = {
      "inc", "ltd", "llc", "llp", "plc", "corp", "corporation", "holdings", "gmbh"};
  return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

// Everyday words, too ("Signal stores no data", "a Signal group"): with a capital in prose they are
// a company's.
bool may_be_legal_form(std::string_view form) {
  constexpr std::array<std::string_view, 5> kForms = {"co", "company", "group", "holding",
                                                      "stores"};
  return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

// What else is called by the everyday word that is a platform's name: "the retailer Gap".
constexpr auto kOtherBearers = std::to_array<std::string_view>(
    {"airline",  "album", "automaker",  "band",     "bank",        "brewer",    "carmaker",
     "clothier", "film",  "grocer",     "hotel",    "insurer",     "magazine",  "manufacturer",
     "movie",    "novel", "restaurant", "retailer", "supermarket", "toothpaste"});

bool bears_platform_names(std::string_view form) {
  if (form.ends_with('s')) form.remove_suffix(1);
  return is_one_of(form, kOtherBearers);
}

}  // namespace

struct LongerNames::Place {
  const FieldText& text;
  const Entity& entity;
  const Form& form;
  std::uint32_t first;  // tokens [first, last)
  std::uint32_t last;
  Gap gap_before;
  Gap gap_behind;
  bool follows_other_name;   // a listed form ends right before it
  bool precedes_other_name;  // one begins right after it

  [[nodiscard]] bool is_in_title() const { return text.field() == TextField::title; }
  [[nodiscard]] bool is_place() const { return entity.type == EntityType::place; }
  // A word before it in the same phrase, or nullptr.
  [[nodiscard]] const Token* word_before() const {
    if (first == 0 || gap_before != Gap::space) return nullptr;
    const Token& word = text.token(first - std::size_t{1});
    return word.possessive ? nullptr : &word;
  }
  [[nodiscard]] const Token* word_after() const {
    if (last >= text.tokens().size() || gap_behind != Gap::space) return nullptr;
    return text.token(last - std::size_t{1}).possessive ? nullptr : &text.token(last);
  }
  // Words in capitals throughout tell nothing by their capitals.
  [[nodiscard]] bool is_in_capitals() const {
    return text.token(last - std::size_t{1}).all_caps && !word_is_acronym();
  }
  [[nodiscard]] bool word_is_acronym() const { return form.acronym != 0; }
  [[nodiscard]] bool is_everyday_word() const {
    return entity.type == EntityType::platform && form.needs_context;
  }
};

void LongerNames::refuse() {
  for (Reading& reading : interpretation_.readings) {
    const bool is_person = names_.entity(reading.form->entity).type == EntityType::person;
    if (!is_person && reading.accepted()) check(reading);
  }
  if (!borne_.empty()) refuse_elsewhere();
  if (!title_ends_.empty()) refuse_alike();
  refuse_common_words(names_, interpretation_);
}

LongerNames::Place LongerNames::place_of(const Reading& reading) const {
  const std::vector<Candidate>& all = interpretation_.candidates;
  const Candidate& here = all[reading.candidate];
  const Candidate* previous = reading.candidate > 0 ? &here - 1 : nullptr;
  const Candidate* next = reading.candidate + std::size_t{1} < all.size() ? &here + 1 : nullptr;
  const FieldText& text = interpretation_.field_of(here);
  return {.text = text,
          .entity = names_.entity(reading.form->entity),
          .form = *reading.form,
          .first = here.first,
          .last = here.last,
          .gap_before = text.gap_before(here.first),
          .gap_behind = text.gap_before(here.last),
          .follows_other_name =
              previous != nullptr && previous->field == here.field && previous->last == here.first,
          .precedes_other_name =
              next != nullptr && next->field == here.field && next->first == here.last};
}

void LongerNames::check(Reading& reading) {
  const Place place = place_of(reading);
  const auto turn_down = [&](Refusal refusal, std::size_t evidence, bool everywhere) {
    reading.refusal = refusal;
    reading.evidence = static_cast<std::uint32_t>(evidence);
    if (everywhere) borne_.insert(interpretation_.candidates[reading.candidate].node);
  };
  if (names_a_person(place)) {
    turn_down(Refusal::other_given_name, place.first - std::size_t{1}, true);
  } else if (names_another_kind(place) || is_given_to_something_else(place)) {
    turn_down(Refusal::other_bearer, place.first, true);
  } else if (is_part_of_body(place) || begins_inside(place)) {
    turn_down(Refusal::longer_name, place.first - std::size_t{1}, false);
  } else if (ends_title(place)) {
    turn_down(Refusal::longer_name, place.first - std::size_t{1}, false);
    const Token* before = place.word_before();
    title_ends_.emplace(interpretation_.candidates[reading.candidate].node,
                        before == nullptr ? std::string_view("the") : before->form);
  } else if (goes_on(place)) {
    turn_down(Refusal::longer_name, place.last, false);
  }
}

void LongerNames::refuse_elsewhere() {
  for (Reading& reading : interpretation_.readings) {
    const Candidate& candidate = interpretation_.candidates[reading.candidate];
    const bool is_person = names_.entity(reading.form->entity).type == EntityType::person;
    if (is_person || !reading.accepted() || !borne_.contains(candidate.node)) continue;
    if (!follows_locative(candidate)) reading.refusal = Refusal::other_bearer;
  }
}

// "Zimmermann Telegram" in the headline, "the Telegram" later on; but "the Telegram channel".
void LongerNames::refuse_alike() {
  for (Reading& reading : interpretation_.readings) {
    if (!reading.accepted()) continue;
    const Place place = place_of(reading);
    const Token* before = place.word_before();
    if (before == nullptr || place.entity.type != EntityType::platform) continue;
    const TokenAutomaton::Node node = interpretation_.candidates[reading.candidate].node;
    const auto of_form = title_ends_.lower_bound({node, std::string_view{}});
    if (of_form == title_ends_.end() || of_form->first != node) continue;
    const bool is_alike =
        before->form == "the" ? !precedes_cue(place) : title_ends_.contains({node, before->form});
    if (is_alike) reading.refusal = Refusal::other_bearer;
  }
}

// "Denzel Washington", "Mr Holland", "Malcolm X"; but "Meanwhile in Paris Hassan Rouhani" names
// nobody.
bool LongerNames::names_a_person(const Place& place) const {
  const bool is_letter = is_one_character(place.text.written(place.first));
  if (!is_letter && (!place.is_place() || place.word_is_acronym())) return false;
  const Token* before = place.word_before();
  if (before == nullptr || !before->capitalised || place.follows_other_name) return false;
  if (lexicon_.is(before->form, WordClass::address)) return true;
  return lexicon_.is(before->form, WordClass::given_name) &&
         !lexicon_.is(before->form, WordClass::grammar);
}

// "Bull", and "retailer" of what may be a platform.
bool LongerNames::is_other_kind(const Place& place, const Token& word) const {
  return lexicon_.is(word.form, WordClass::creature) ||
         (place.is_everyday_word() && bears_platform_names(word.form));
}

// "The last bull, Sudan, was put to sleep"; "Sudan, the last male northern white rhino"; "clothing
// retailer Gap".
bool LongerNames::names_another_kind(const Place& place) const {
  if (place.first > 0) {
    const Gap gap = place.gap_before;
    const Token& before = place.text.token(place.first - std::size_t{1});
    if ((gap == Gap::space || gap == Gap::comma) && is_other_kind(place, before)) return true;
  }
  if (place.gap_behind != Gap::comma) return false;
  const std::size_t end =
      std::min<std::size_t>(place.text.tokens().size(), place.last + std::size_t{kNounReach});
  for (std::size_t i = place.last; i < end; ++i) {
    const Token& word = place.text.token(i);
    if (i > place.last && place.text.gap_before(i) != Gap::space) return false;
    if (is_other_kind(place, word)) return true;
    if (i > place.last && lexicon_.is(word.form, WordClass::grammar)) return false;
  }
  return false;
}

// "A deputy who called Telegram an enemy", "lawmakers called Facebook a gangster", "renamed
// Twitter": somebody's words about what has the name already.
bool LongerNames::speaks_of_bearer(const Place& place) {
  if (place.word_before()->form == "renamed") return true;
  const Token* after = place.word_after();
  if (after != nullptr && (is_article(after->form) || after->form == "as")) return true;
  if (place.first < 2) return true;
  const Token& head = place.text.token(place.first - std::size_t{2});
  return head.capitalised || head.form == "who" || head.form == "that" || head.form == "which";
}

// "A perfume called Geneva", but "a town called Geneva"; "a coat named Signal", but "an app named
// Signal", which cue words decide.
bool LongerNames::is_given_to_something_else(const Place& place) const {
  if (place.entity.type == EntityType::organisation) return false;
  const Token* before = place.word_before();
  if (before == nullptr || !lexicon_.is(before->form, WordClass::naming)) return false;
  if (!place.is_place() && speaks_of_bearer(place)) return false;
  bool has_article = false;
  const std::size_t from = place.first - std::min(place.first, kNounReach + 1);
  for (std::size_t i = place.first - std::size_t{1}; i-- > from && !has_article;) {
    const Token& word = place.text.token(i);
    has_article = is_article(word.form);
    if (place.is_place() && (lexicon_.is(word.form, WordClass::place_kind) ||
                             lexicon_.is(word.stem, WordClass::place_kind))) {
      return false;
    }
    if (!place.is_place() && names_.cues().speaks_for_platforms(word)) return false;
  }
  // Things that share a platform's name are told of with an article; "officials named Telegram".
  return place.is_place() || has_article;
}

// "The University of Tehran", "Tour de France".
bool LongerNames::is_part_of_body(const Place& place) const {
  if (!place.is_place() || place.first < 2) return false;
  const std::size_t joint = place.first - std::size_t{1};
  const Token& head = place.text.token(joint - 1);
  if (!head.capitalised || place.text.token(joint).capitalised) return false;
  const bool joined = place.text.gap_before(joint) == Gap::space &&
                      (place.gap_before == Gap::space || place.gap_before == Gap::hyphen);
  constexpr std::array<std::string_view, 7> kJoints = {"of", "for", "de", "du", "d", "von", "di"};
  const std::string_view form = place.text.token(joint).form;
  return joined && lexicon_.is(head.form, WordClass::body_head) &&
         std::find(kJoints.begin(), kJoints.end(), form) != kJoints.end();
}

// "Western Australia", "Real Madrid".
bool LongerNames::begins_inside(const Place& place) const {
  const Token* before = place.word_before();
  if (!place.is_place() || place.is_in_title() || place.follows_other_name) return false;
  if (before == nullptr || !before->capitalised || before->all_caps) return false;
  if (place.is_in_capitals() || place.word_is_acronym()) return false;
  const std::size_t at = place.first - std::size_t{1};
  if (sentence_begins_at(place.text, at, lexicon_)) return false;
  return !lexicon_.is(before->form, WordClass::grammar) &&
         !lexicon_.is(before->form, WordClass::office);
}

// "The Daily Telegram", "the Zimmermann Telegram"; but "BBC Persian Telegram channels", "Yesterday
// Telegram said".
bool LongerNames::ends_title(const Place& place) const {
  if (place.entity.type != EntityType::platform || place.form.words != 1 || place.form.host)
    return false;
  const bool may_be_newspaper =
      !place.is_in_title() && !place.is_in_capitals() && !precedes_cue(place);
  if (may_be_newspaper &&
      ends_newspaper(names_, interpretation_, {place.text, place.first, place.last}))
    return true;
  const Token* before = place.word_before();
  if (before == nullptr || !before->capitalised || before->all_caps) return false;
  if (place.is_in_title() || place.follows_other_name || place.is_in_capitals()) return false;
  if (precedes_cue(place) || names_.cues().speaks_for_platforms(*before)) return false;
  if (sentence_begins_at(place.text, place.first - std::size_t{1}, lexicon_))
    return lexicon_.is(before->form, WordClass::company);
  return !lexicon_.is(before->form, WordClass::grammar) &&
         !lexicon_.is(before->form, WordClass::office) &&
         !lexicon_.is(before->form, WordClass::opener);
}

bool LongerNames::precedes_cue(const Place& place) const {
  const Token* after = place.word_after();
  return after != nullptr && names_.cues().speaks_for_platforms(*after);
}

// "Qatar Airways", "Duma Boko", "the Guardian Council".
bool LongerNames::goes_on(const Place& place) const {
  const Token* after = place.word_after();
  if (after == nullptr) return false;
  if (place.form.needs_context && is_legal_form(after->form)) return true;
  if (!after->capitalised || after->all_caps) return false;
  if (place.is_in_title() || place.is_in_capitals() || place.precedes_other_name) return false;
  return !may_follow(place, *after);
}

// What may stand after a name in capitals and is no part of it. Names of one word that are no
// acronyms are the doubtful ones, those of places always: so many bodies begin with them.
bool LongerNames::may_follow(const Place& place, const Token& word) const {
  if (lexicon_.is(word.form, WordClass::office) || lexicon_.is(word.form, WordClass::grammar)) {
    return true;
  }
  if (place.is_place()) return lexicon_.is(word.form, WordClass::place_kind);
  if (place.form.needs_context && may_be_legal_form(word.form)) return false;
  if (lexicon_.is(word.form, WordClass::company)) return true;
  if (place.entity.type == EntityType::platform) {
    return !place.form.needs_context || names_.cues().speaks_for_platforms(word);
  }
  const bool has_article =
      place.form.words == 2 && lexicon_.is(place.text.token(place.first).form, WordClass::grammar);
  const bool is_one_word = place.form.words == 1 || has_article;
  return !is_one_word || place.text.token(place.last - std::size_t{1}).all_caps;
}

bool LongerNames::follows_locative(const Candidate& candidate) const {
  const FieldText& text = interpretation_.field_of(candidate);
  if (candidate.first == 0 || text.gap_before(candidate.first) != Gap::space) return false;
  return lexicon_.is(text.token(candidate.first - std::size_t{1}).form, WordClass::locative);
}

}  // namespace newsdex
