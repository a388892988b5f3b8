#include "entities/surname_linker.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "entities/form_fit.hpp"
#include "entities/letters.hpp"
#include "entities/title_words.hpp"

namespace newsdex {
namespace {

// A short or doubtful form names nobody in full: "Hassan" alone may be anyone, and so may a
// doubtful "H. Rouhani".
bool names_in_full(const Reading& reading) {
  return !reading.never_in_full && (reading.form->words > 1 || !reading.form->needs_evidence());
}

// The entity of the accepted readings if there is one only; else nullptr.
const Reading* sole_reading(std::span<const Reading> readings) {
  const Reading* found = nullptr;
  for (const Reading& reading : readings) {
    if (!reading.accepted()) continue;
    if (found != nullptr && found->form->entity != reading.form->entity) return nullptr;
    if (found == nullptr || names_in_full(reading)) found = &reading;
  }
  return found;
}

}  // namespace

void SurnameLinker::link(const Surroundings& surroundings, bool explain) {
  find_named_in_full();
  for (const Candidate& place : interpretation_.candidates) find_by_title(place);
  std::vector<Reading>& readings = interpretation_.readings;
  const std::size_t names_end = readings.size();
  for (std::uint32_t i = 0; i < interpretation_.candidates.size(); ++i)
    read_surname(i, surroundings, explain);
  for (std::size_t i = names_end; i < readings.size(); ++i) {
    if (readings[i].accepted()) surroundings.check(interpretation_, readings[i]);
    if (readings[i].accepted() && readings[i].never_in_full) check_given_name(readings[i]);
    if (readings[i].accepted() && readings[i].never_in_full) bare_.check(readings[i]);
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.candidate < b.candidate; });
  refuse_alike_in_title();
  bare_.require_capital_in_prose();
}

void SurnameLinker::find_named_in_full() {
  for_each_candidate(interpretation_.readings, [&](std::span<const Reading> readings) {
    const Reading* named = sole_reading(readings);
    if (named == nullptr) note_shared_names(readings);
    if (named == nullptr || !names_in_full(*named)) return;
    for (const auto& [person, node] : names_.surnames_of(named->form->entity)) {
      note(persons_, node, person);
    }
  });
  for (const Candidate& place : interpretation_.candidates) find_with_middle_initial(place);
}

// A full name of two: it is nobody's, and so is the surname, even if only one of them bears it.
void SurnameLinker::note_shared_names(std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    if (!reading.accepted() || !names_in_full(reading)) continue;
    for (const auto& [person, node] : names_.surnames_of(reading.form->entity)) {
      note(doubtful_, node, person);
    }
  }
}

// "Ali X. Shamkhani" names Ali Shamkhani in full, and no form of the list stands there.
void SurnameLinker::find_with_middle_initial(const Candidate& place) {
  const FieldText& text = interpretation_.field_of(place);
  if (place.first < 2 || names_.automaton().surnames(place.node).empty()) return;
  if (text.gap_before(place.first) != Gap::dot) return;
  const std::size_t initial = place.first - std::size_t{1};
  if (!text.token(initial).capitalised || !is_one_character(text.written(initial))) return;
  for (const Form* form : bearers(place)) {
    if (!follows_own_given_name(text, names_.name_words(), form->entity, initial)) continue;
    if (!initials_fit(text, names_.name_words(), form->entity, place.first)) continue;
    note(persons_, place.node, form->entity);
  }
}

// "Prime Minister Johnson spoke. Johnson added": the title tells who he is from then on.
void SurnameLinker::find_by_title(const Candidate& place) {
  if (names_.automaton().surnames(place.node).empty() || persons_.contains(place.node)) return;
  const auto title = names_.roles().title_before(interpretation_.field_of(place), place.first);
  const Form* meant = title ? bearer_of_title(place, *title, bearers(place)) : nullptr;
  if (meant != nullptr) note(titled_, place.node, meant->entity);
}

void SurnameLinker::note(PersonsBySurname& known, Node surname, std::uint32_t person) {
  std::vector<std::uint32_t>& persons = known[surname];
  if (persons.size() >= kMaxSharers) return;
  const bool is_new = std::find(persons.begin(), persons.end(), person) == persons.end();
  if (is_new) persons.push_back(person);
}

void SurnameLinker::read_surname(std::uint32_t candidate, const Surroundings& surroundings,
                                 bool explain) {
  if (read_other_by_title(candidate)) return;
  if (read_persons(persons_, candidate, Refusal::none)) return;
  if (read_persons(doubtful_, candidate, Refusal::shared_name)) return;
  read_unnamed(candidate, surroundings, explain);
}

// "Ayatollah Khatami", where the article names Mohammad Khatami in full, who is none.
bool SurnameLinker::read_other_by_title(std::uint32_t candidate) {
  const Candidate& place = interpretation_.candidates[candidate];
  const auto named = persons_.find(place.node);
  if (named == persons_.end()) return false;
  const Form* other = other_by_title(place, named->second);
  if (other == nullptr) return false;
  read_persons(persons_, candidate, Refusal::other_sharer);
  interpretation_.readings.push_back(
      {.candidate = candidate, .form = other, .never_in_full = true});
  return true;
}

// Who bears the surname and a title that none of `named` has.
const Form* SurnameLinker::other_by_title(const Candidate& place,
                                          const std::vector<std::uint32_t>& named) {
  const FieldText& text = interpretation_.field_of(place);
  const std::optional<RolePlace> title = names_.roles().title_before(text, place.first);
  const std::string_view word =
      title ? std::string_view{} : title_word_before(names_, text, place.first);
  if (!title && word.empty()) return nullptr;
  const auto has_it = [&](std::uint32_t person) {
    return title ? names_.roles().has_held(person, title->role, published_)
                 : names_.name_words().belong_to(person, word);
  };
  if (std::any_of(named.begin(), named.end(), has_it)) return nullptr;
  const std::vector<const Form*> bearing = bearers(place);
  const Form* other = title ? bearer_of_title(place, *title, bearing)
                            : if_at_home(bearer_of_title_word(place, bearing));
  return other != nullptr && has_it(other->entity) ? other : nullptr;
}

bool SurnameLinker::read_persons(const PersonsBySurname& known, std::uint32_t candidate,
                                 Refusal refusal) {
  const Candidate& place = interpretation_.candidates[candidate];
  const auto named = known.find(place.node);
  if (named == known.end()) return false;
  for (const std::uint32_t person : named->second) {
    const Form* form = fitting_form(place, person);
    if (form != nullptr) interpretation_.readings.push_back({candidate, form, refusal});
  }
  return true;
}

void SurnameLinker::read_unnamed(std::uint32_t candidate, const Surroundings& surroundings,
                                 bool explain) {
  const Candidate& place = interpretation_.candidates[candidate];
  const std::vector<const Form*> bearing = bearers(place);
  if (bearing.empty()) return;
  const FieldText& text = interpretation_.field_of(place);
  const std::optional<RolePlace> title = names_.roles().title_before(text, place.first);
  const Form* meant =
      title ? bearer_of_title(place, *title, bearing) : untitled_bearer(place, bearing);
  for (const Form* form : bearing) {
    Reading reading{.candidate = candidate, .form = form, .never_in_full = true};
    if (form != meant) reading = read_unmeant(reading, surroundings, title, meant != nullptr);
    if (explain || reading.refusal != Refusal::no_full_name)
      interpretation_.readings.push_back(reading);
  }
}

// Why a bearer is not meant. What shows that another is, a title or a given name, is to be known
// when the surname stands alone.
Reading SurnameLinker::read_unmeant(const Reading& reading, const Surroundings& surroundings,
                                    const std::optional<RolePlace>& title, bool is_titled) const {
  const FieldText& text = interpretation_.field_of(interpretation_.candidates[reading.candidate]);
  const std::uint32_t person = reading.form->entity;
  Reading out = reading;
  if (title && names_.roles().is_of_predecessor(text, *title, person, published_)) {
    out.refusal = Refusal::other_sharer;
  } else if (title && !is_titled && !bears_title(names_, person, text, *title, published_)) {
    out.refusal = Refusal::other_title;
    out.evidence = title->first;
  } else if (!title) {
    surroundings.check(interpretation_, out);
    const bool is_named =
        out.refusal == Refusal::other_given_name || out.refusal == Refusal::unknown_given_name;
    if (!is_named) out = reading;
  }
  if (out.accepted()) out.refusal = Refusal::no_full_name;
  return out;
}

// A form for each person who bears the surname.
std::vector<const Form*> SurnameLinker::bearers(const Candidate& place) const {
  std::vector<const Form*> out;
  for (const Form& form : first_sharers(names_.automaton().surnames(place.node))) {
    if (!out.empty() && out.back()->entity == form.entity) continue;
    if (fits(names_.automaton(), form, interpretation_.field_of(place), place.first)) {
      out.push_back(&form);
    }
  }
  return out;
}

// Whom a surname without an office means that the article never gives in full; nullptr if that
// cannot be told.
const Form* SurnameLinker::untitled_bearer(const Candidate& place,
                                           const std::vector<const Form*>& bearing) {
  if (!stands_free(place)) return nullptr;
  if (const Form* met = met_by_title(place, bearing)) return met;
  if (bearing.size() > 1) return if_at_home(bearer_of_title_word(place, bearing));
  return if_at_home(is_distinctive(place, *bearing.front()) ? bearing.front() : nullptr);
}

const Form* SurnameLinker::met_by_title(const Candidate& place,
                                        const std::vector<const Form*>& bearing) const {
  const auto met = titled_.find(place.node);
  if (met == titled_.end() || met->second.size() != 1) return nullptr;
  if (!title_word_before(names_, interpretation_.field_of(place), place.first).empty())
    return nullptr;
  const auto found = std::find_if(bearing.begin(), bearing.end(), [&](const Form* form) {
    return form->entity == met->second.front();
  });
  return found == bearing.end() ? nullptr : *found;
}

// The form if the article is about its bearer's country; else nullptr.
const Form* SurnameLinker::if_at_home(const Form* form) {
  const std::optional<std::uint32_t> country = main_country_.get();
  const bool is_so = form != nullptr && country &&
                     country == names_.countries().country_of(form->entity) &&
                     is_known_by_then(form->entity);
  return is_so ? form : nullptr;
}

// Not before the first of his offices, if the list dates them: his father may be meant.
bool SurnameLinker::is_known_by_then(std::uint32_t person) const {
  const std::vector<Office>& offices = names_.entity(person).offices;
  if (offices.empty() || published_.precision == DatePrecision::none) return true;
  return std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    return !office.from || first_day(*office.from) <= last_day(published_);
  });
}

// "President Rajapaksa"
const Form* SurnameLinker::bearer_of_title(const Candidate& place, const RolePlace& title,
                                           const std::vector<const Form*>& bearing) const {
  std::vector<std::uint32_t> persons;
  for (const Form* form : bearing) persons.push_back(form->entity);
  const std::optional<std::uint32_t> meant =
      names_.roles().meant_by(interpretation_.field_of(place), title, persons, published_);
  const auto is_meant = [&](const Form* form) { return meant == form->entity; };
  const auto found = std::find_if(bearing.begin(), bearing.end(), is_meant);
  return found == bearing.end() ? nullptr : *found;
}

// "Speaker Larijani": the only one of them whom the list has with this word.
const Form* SurnameLinker::bearer_of_title_word(const Candidate& place,
                                                const std::vector<const Form*>& bearing) const {
  const std::string_view word =
      title_word_before(names_, interpretation_.field_of(place), place.first);
  if (word.empty()) return nullptr;
  const Form* meant = nullptr;
  for (const Form* form : bearing) {
    if (!has_title_word(names_, form->entity, word, published_)) continue;
    if (meant != nullptr) return nullptr;
    meant = form;
  }
  return meant;
}

// Not where the word may be anything else: another name, one that many bear, an everyday word, or a
// word of a script without capitals that no title stands before.
bool SurnameLinker::is_distinctive(const Candidate& place, const Form& form) const {
  const FieldText& text = interpretation_.field_of(place);
  const Token& word = text.token(place.first);
  if (form.generated || !names_.automaton().names(place.node).empty()) return false;
  if (form.words > 1) return true;
  const bool may_be_any_word = is_caseless(text.written(place.first)) &&
                               title_word_before(names_, text, place.first).empty();
  return !may_be_any_word && is_distinctive_surname(names_.lexicon(), word.form);
}

// "Will Smith": for persons named in full a sentence may begin so, for others that is not enough.
void SurnameLinker::check_given_name(Reading& reading) const {
  const Candidate& place = interpretation_.candidates[reading.candidate];
  const FieldText& text = interpretation_.field_of(place);
  if (text.gap_before(place.first) != Gap::space) return;
  const Token& before = text.token(place.first - std::size_t{1});
  if (!before.capitalised || !names_.lexicon().is(before.form, WordClass::given_name)) return;
  if (names_.name_words().belong_to(reading.form->entity, before.form)) return;
  reading.refusal = Refusal::other_given_name;
  reading.evidence = place.first - 1;
}

// Not as part of anything longer: "Al Maktoum International Airport".
bool SurnameLinker::stands_free(const Candidate& place) const {
  const FieldText& text = interpretation_.field_of(place);
  const Lexicon& lexicon = names_.lexicon();
  const auto joins = [&](std::size_t token) {
    const Gap gap = text.gap_before(token);
    return gap == Gap::space || gap == Gap::hyphen;
  };
  if (text.token(place.last - std::size_t{1}).possessive || !joins(place.last)) return true;
  const Token& after = text.token(place.last);
  return !after.capitalised || text.field() == TextField::title ||
         lexicon.is(after.form, WordClass::grammar) || lexicon.is(after.form, WordClass::office);
}

const Form* SurnameLinker::fitting_form(const Candidate& candidate, std::uint32_t person) const {
  const std::span<const Form> forms = names_.automaton().surnames(candidate.node);
  const FieldText& text = interpretation_.field_of(candidate);
  auto at = std::lower_bound(forms.begin(), forms.end(), person,
                             [](const Form& form, std::uint32_t e) { return form.entity < e; });
  for (; at != forms.end() && at->entity == person; ++at) {
    if (fits(names_.automaton(), *at, text, candidate.first)) return &*at;
  }
  return nullptr;
}

// "Kim Yo Jong Visits Seoul", "Rouhani Bridge Opens": in a headline any word has a capital, but
// what the body has refused for the word behind it is no other person there. Where the body has
// several reasons, the first in the text is told.
void SurnameLinker::refuse_alike_in_title() {
  const auto place_of = [&](const Reading& reading) -> const Candidate& {
    return interpretation_.candidates[reading.candidate];
  };
  const auto next_word = [&](const Candidate& place) {
    const FieldText& text = interpretation_.field_of(place);
    return text.gap_before(place.last) == Gap::space ? text.token(place.last).form
                                                     : std::string_view{};
  };
  std::map<std::pair<Node, std::string_view>, Refusal> refused;  // by surname and next word
  for (const Reading& reading : interpretation_.readings) {
    const Candidate& place = place_of(reading);
    if (place.field == TextField::title || reading.accepted()) continue;
    if (reading.evidence == place.last)
      refused.try_emplace({place.node, next_word(place)}, reading.refusal);
  }
  if (refused.empty()) return;
  for (Reading& reading : interpretation_.readings) {
    const Candidate& place = place_of(reading);
    if (place.field != TextField::title || !reading.accepted()) continue;
    const std::string_view next = next_word(place);
    const bool is_person = names_.entity(reading.form->entity).type == EntityType::person;
    if (next.empty() || !is_person) continue;
    const auto alike = refused.find({place.node, next});
    if (alike == refused.end()) continue;
    reading.refusal = alike->second;
    reading.evidence = place.last;
  }
}

}  // namespace newsdex
