#include "entities/namesakes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "entities/forms_of_address.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

// How far behind a surname an occupation stands: "Rouhani, a young film actor,".
constexpr std::size_t kAppositionReach = 4;

bool reads_surname(const Reading& reading) {
  return reading.form->kind == FormKind::surname;
}

bool is_of_another(Refusal refusal) {
  return refusal == Refusal::other_given_name || refusal == Refusal::other_occupation ||
         refusal == Refusal::other_title || refusal == Refusal::unknown_bearer;
}

bool begins_apposition(std::string_view form) {
  return form == "a" || form == "an" || form == "the";
}

// Whether a word stands in a text of the name list, whatever its letter case.
bool contains_word(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const auto* const found = std::search(text.begin(), text.end(), word.begin(), word.end(), same);
  return found != text.end() && !word.empty();
}

}  // namespace

void Namesakes::refuse() {
  refuse_other_occupations();
  find_shared();
  if (shared_.empty() && perhaps_.empty() && things_.empty()) return;
  for_each_candidate(interpretation_.readings,
                     [&](std::span<Reading> readings) { follow(readings); });
}

void Namesakes::refuse_other_occupations() {
  for (Reading& reading : interpretation_.readings) {
    if (reads_surname(reading) && reading.accepted() && has_other_occupation(reading))
      reading.refusal = Refusal::other_occupation;
  }
}

// Only the body shows who is spoken of: a headline leaves too much out.
void Namesakes::find_shared() {
  for (const Reading& reading : interpretation_.readings) {
    const Candidate& candidate = candidate_of(reading);
    note_unproven(reading);
    if (!reads_surname(reading) || candidate.field != TextField::body) continue;
    if (is_of_another(reading.refusal)) note_namesake(reading);
    if (reading.refusal == Refusal::unknown_given_name) {
      insert_surnames(reading, perhaps_);
      note_rival(reading, gender_before(reading));
    }
    const bool is_thing = reading.refusal == Refusal::longer_name && reading.never_in_full;
    if (is_thing) things_.insert(candidate.node);
  }
}

void Namesakes::note_namesake(const Reading& reading) {
  const std::string_view gender =
      reading.refusal == Refusal::other_given_name ? gender_before(reading) : std::string_view{};
  note_rival(reading, gender);
  for (const auto& [person, node] : names_.surnames_of(reading.form->entity)) {
    const auto [known, is_new] = shared_.emplace(node, gender);
    if (!is_new && known->second != gender) known->second = {};
  }
}

std::string_view Namesakes::gender_before(const Reading& reading) const {
  return gender_of_given_name(names_.lexicon(), interpretation_.body.token(reading.evidence).form);
}

// Whoever bears the surname may have held the office, too, unless it is a woman where the listed
// person is a man, or "his son".
void Namesakes::note_rival(const Reading& reading, std::string_view gender) {
  constexpr std::array<std::string_view, 9> kJuniors = {
      "son", "daughter", "wife", "husband", "brother", "sister", "nephew", "niece", "grandson"};
  const FieldText& text = interpretation_.body;
  const std::size_t name = std::min<std::size_t>(reading.evidence, candidate_of(reading).first);
  const Gap gap = text.gap_before(name);
  const bool is_junior =
      (gap == Gap::space || gap == Gap::comma) && is_one_of(text.token(name - 1).form, kJuniors);
  const std::string_view own = names_.entity(reading.form->entity).gender;
  const bool differ = !own.empty() && !gender.empty() && own != gender;
  if (!is_junior && !differ) rivals_.insert(reading.form->entity);
}

// All ways to write it: "Hafez al-Assad" is an Assad.
void Namesakes::insert_surnames(const Reading& reading, std::unordered_set<Node>& into) const {
  for (const auto& [person, node] : names_.surnames_of(reading.form->entity)) into.insert(node);
}

// Somebody of a listed name for whom nothing speaks bears the surname as well as the listed.
void Namesakes::note_unproven(const Reading& reading) {
  const bool is_full_name = !reads_surname(reading) && reading.form->words > 1;
  if (reading.refusal != Refusal::other_country || !is_full_name) return;
  for (const auto& [person, node] : names_.surnames_of(reading.form->entity)) {
    shared_.emplace(node, std::string_view{});
  }
}

// "The actor Rouhani", "Rouhani, an actor,": unless the list knows the person as one.
bool Namesakes::has_other_occupation(const Reading& reading) const {
  const Candidate& place = candidate_of(reading);
  const FieldText& text = interpretation_.field_of(place);
  const Entity& person = names_.entity(reading.form->entity);
  const auto is_other = [&](const Token& word) {
    return names_.lexicon().is(word.form, WordClass::occupation) && !is_own(person, word);
  };
  if (place.first > 0 && text.gap_before(place.first) == Gap::space) {
    const Token& before = text.token(place.first - std::size_t{1});
    if (!before.possessive && is_other(before)) return true;
  }
  std::size_t at = place.last;
  if (text.gap_before(at) != Gap::comma || !begins_apposition(text.token(at).form)) return false;
  const std::size_t end = std::min(at + kAppositionReach, text.tokens().size());
  for (++at; at < end && text.gap_before(at) == Gap::space; ++at) {
    if (is_other(text.token(at))) return true;
  }
  return false;
}

bool Namesakes::is_own(const Entity& person, const Token& word) const {
  const auto has_it = [&](std::string_view text) { return contains_word(text, word.form); };
  return std::any_of(person.context.begin(), person.context.end(), has_it) ||
         std::any_of(person.offices.begin(), person.offices.end(),
                     [&](const Office& office) { return has_it(office.title); });
}

void Namesakes::note_paragraph(const Candidate& candidate) {
  const FieldText& text = interpretation_.field_of(candidate);
  const bool goes_on = previous_ != nullptr && previous_->field == candidate.field &&
                       text.is_in_one_block(previous_->first, candidate.first);
  if (!goes_on) {
    named_.clear();
    met_.clear();
  }
  previous_ = &candidate;
}

void Namesakes::follow(std::span<Reading> readings) {
  const Candidate& candidate = candidate_of(readings.front());
  note_paragraph(candidate);
  for (Reading& reading : readings) {
    if (!reads_surname(reading)) {
      if (reading.accepted() && !reading.never_in_full) named_.insert(reading.form->entity);
    } else if (is_of_another(reading.refusal) || reading.refusal == Refusal::unknown_given_name) {
      insert_surnames(reading, met_);
    } else if (reading.accepted() && is_doubtful(reading) && !is_settled(reading)) {
      refuse_as_namesake(reading);
    }
  }
}

bool Namesakes::is_doubtful(const Reading& reading) const {
  const Node node = candidate_of(reading).node;
  return shared_.contains(node) ||
         (reading.never_in_full && (perhaps_.contains(node) || things_.contains(node)));
}

// "Mrs" before a man's surname says more: the namesake is meant.
void Namesakes::refuse_as_namesake(Reading& reading) const {
  const Candidate& candidate = candidate_of(reading);
  const std::string_view own = names_.entity(reading.form->entity).gender;
  const std::string_view addressed =
      gender_by_address(interpretation_.field_of(candidate), candidate.first);
  const bool is_other = !own.empty() && !addressed.empty() && own != addressed;
  reading.refusal = is_other ? Refusal::other_gender : Refusal::namesake;
  reading.title_fits = has_held_title_before(reading);
  if (is_other) reading.evidence = candidate.first - 1;
}

// "Mr. Obama", where the namesake is Michelle.
bool Namesakes::is_settled_by_gender(const Reading& reading) const {
  const Candidate& candidate = candidate_of(reading);
  const auto shared = shared_.find(candidate.node);
  const std::string_view own = names_.entity(reading.form->entity).gender;
  if (shared == shared_.end() || shared->second.empty() || own.empty()) return false;
  return shared->second != own &&
         gender_by_address(interpretation_.field_of(candidate), candidate.first) == own;
}

// A title alone does not tell the listed person, who is never named in full, from a namesake who
// is: "Pierre Trudeau ... Prime Minister Trudeau".
bool Namesakes::is_settled(const Reading& reading) const {
  const Candidate& candidate = candidate_of(reading);
  const std::uint32_t person = reading.form->entity;
  if (is_settled_by_gender(reading)) return true;
  if (reading.never_in_full && rivals_.contains(person)) return false;
  if (named_.contains(person) && !met_.contains(candidate.node)) return true;
  return has_held_title_before(reading);
}

bool Namesakes::has_held_title_before(const Reading& reading) const {
  const Candidate& candidate = candidate_of(reading);
  const std::optional<RolePlace> title =
      names_.roles().title_before(interpretation_.field_of(candidate), candidate.first);
  return title && names_.roles().has_held(reading.form->entity, title->role, published_);
}

}  // namespace newsdex
