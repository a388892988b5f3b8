#include "entities/surname_choice.hpp"

#include <algorithm>
#include <vector>

#include "entities/forms_of_address.hpp"
#include "entities/title_words.hpp"

namespace newsdex {
namespace {

bool is_surname(const Reading& reading) {
  return reading.form->kind == FormKind::surname;
}

}  // namespace

void SurnameChoice::settle() {
  for_each_candidate(interpretation_.readings, [&](std::span<Reading> readings) {
    note_paragraph(candidate_of(readings.front()));
    refuse_other_gender(readings);
    refuse_successors(readings);
    choose(readings);
    note_full_name(readings);
  });
}

void SurnameChoice::note_paragraph(const Candidate& candidate) {
  const FieldText& text = interpretation_.field_of(candidate);
  const bool goes_on = previous_ != nullptr && previous_->field == candidate.field &&
                       text.is_in_one_block(previous_->first, candidate.first);
  if (!goes_on) in_paragraph_.clear();
  previous_ = &candidate;
}

void SurnameChoice::note_full_name(std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    if (reading.accepted() && !is_surname(reading)) in_paragraph_.insert(reading.form->entity);
  }
}

void SurnameChoice::refuse_other_gender(std::span<Reading> readings) const {
  const Candidate& candidate = candidate_of(readings.front());
  std::string_view gender;
  for (Reading& reading : readings) {
    if (!reading.accepted() || !is_surname(reading)) continue;
    const std::string& own = names_.entity(reading.form->entity).gender;
    if (gender.empty()) {
      gender = gender_by_address(interpretation_.field_of(candidate), candidate.first);
      if (gender.empty()) return;
    }
    if (own.empty() || own == gender) continue;
    reading.refusal = Refusal::other_gender;
    reading.evidence = candidate.first - 1;
  }
}

// "George W. Bush met former President Bush": while he is president, his father is meant.
void SurnameChoice::refuse_successors(std::span<Reading> readings) const {
  const Candidate& candidate = candidate_of(readings.front());
  const FieldText& text = interpretation_.field_of(candidate);
  if (std::none_of(readings.begin(), readings.end(), is_surname)) return;
  const std::optional<RolePlace> title = names_.roles().title_before(text, candidate.first);
  if (!title) return;
  for (Reading& reading : readings) {
    const bool is_successor =
        names_.roles().is_of_predecessor(text, *title, reading.form->entity, published_);
    if (is_successor && reading.accepted() && is_surname(reading))
      reading.refusal = Refusal::other_sharer;
  }
}

void SurnameChoice::choose(std::span<Reading> readings) const {
  const auto accepted = std::count_if(readings.begin(), readings.end(),
                                      [](const Reading& r) { return r.accepted(); });
  const auto surnames = std::count_if(readings.begin(), readings.end(), [](const Reading& r) {
    return r.accepted() && is_surname(r);
  });
  if (accepted < 2 || surnames != accepted) return;
  const Candidate& candidate = candidate_of(readings.front());
  const std::optional<RolePlace> title =
      names_.roles().title_before(interpretation_.field_of(candidate), candidate.first);
  if (title && choose_by_title(readings, *title)) return;
  if (choose_by_title_word(readings, candidate) || title) return;
  keep_only(readings, [&](std::uint32_t person) { return in_paragraph_.contains(person); });
}

bool SurnameChoice::choose_by_title(std::span<Reading> readings, const RolePlace& title) const {
  std::vector<std::uint32_t> persons;
  for (const Reading& reading : readings) {
    if (reading.accepted()) persons.push_back(reading.form->entity);
  }
  const FieldText& text = interpretation_.field_of(candidate_of(readings.front()));
  const auto meant = names_.roles().meant_by(text, title, persons, published_);
  return meant && keep_only(readings, [&](std::uint32_t person) { return person == *meant; });
}

// "Speaker Larijani", "Ayatollah Larijani". Whether the word has said something, though it may be
// of several.
bool SurnameChoice::choose_by_title_word(std::span<Reading> readings,
                                         const Candidate& candidate) const {
  const std::string_view word =
      title_word_before(names_, interpretation_.field_of(candidate), candidate.first);
  if (word.empty()) return false;
  const auto has_it = [&](std::uint32_t person) {
    return has_title_word(names_, person, word, published_);
  };
  const bool any = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.accepted() && has_it(reading.form->entity);
  });
  if (any) keep_only(readings, has_it);
  return any;
}

// Refuses all but the one reading whose person is meant, if there is one.
template <typename IsMeant>
bool SurnameChoice::keep_only(std::span<Reading> readings, IsMeant is_meant) {
  const auto is_so = [&](const Reading& r) { return r.accepted() && is_meant(r.form->entity); };
  if (std::count_if(readings.begin(), readings.end(), is_so) != 1) return false;
  for (Reading& reading : readings) {
    if (reading.accepted() && !is_so(reading)) reading.refusal = Refusal::other_sharer;
  }
  return true;
}

}  // namespace newsdex
