#include "entities/surname_linker.hpp"

#include <algorithm>
#include <unordered_set>

#include "entities/form_fit.hpp"

namespace newsdex {
namespace {

// A short or doubtful form names nobody in full: "Hassan" alone may be anyone.
bool names_in_full(const Form& form) {
  return form.words > 1 || !form.needs_evidence();
}

// The entity of the accepted readings if there is one only; else nullptr.
const Reading* sole_reading(std::span<const Reading> readings) {
  const Reading* found = nullptr;
  for (const Reading& reading : readings) {
    if (!reading.accepted()) continue;
    if (found != nullptr && found->form->entity != reading.form->entity) return nullptr;
    if (found == nullptr || names_in_full(*reading.form)) found = &reading;
  }
  return found;
}

}  // namespace

void SurnameLinker::link(const Surroundings& surroundings, bool explain) {
  find_named_in_full();
  if (persons_.empty() && !explain) return;
  std::vector<Reading>& readings = interpretation_.readings;
  const std::size_t names_end = readings.size();
  for (std::uint32_t i = 0; i < interpretation_.candidates.size(); ++i) read_surname(i, explain);
  for (std::size_t i = names_end; i < readings.size(); ++i) {
    if (readings[i].accepted()) surroundings.check(interpretation_, readings[i]);
  }
  refuse_where_namesakes_are(names_end);
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.candidate < b.candidate; });
}

// Where the body gives the surname to somebody who is not listed ("Ahmad Rouhani"), the surname
// alone may be his everywhere, and is nobody's.
void SurnameLinker::refuse_where_namesakes_are(std::size_t first_reading) {
  const std::span<Reading> surnames = std::span(interpretation_.readings).subspan(first_reading);
  const auto node_of = [&](const Reading& reading) {
    return interpretation_.candidates[reading.candidate].node;
  };
  std::unordered_set<Node> shared;
  for (const Reading& reading : surnames) {
    const bool in_body = interpretation_.candidates[reading.candidate].field == TextField::body;
    if (in_body && reading.refusal == Refusal::other_given_name) shared.insert(node_of(reading));
  }
  for (Reading& reading : surnames) {
    if (reading.accepted() && shared.contains(node_of(reading)))
      reading.refusal = Refusal::namesake;
  }
}

void SurnameLinker::find_named_in_full() {
  for_each_candidate(interpretation_.readings, [&](std::span<const Reading> readings) {
    const Reading* named = sole_reading(readings);
    if (named == nullptr || !names_in_full(*named->form)) return;
    for (const auto& [person, node] : names_.surnames_of(named->form->entity)) {
      std::vector<std::uint32_t>& persons = persons_[node];
      if (persons.size() >= kMaxSharers) continue;
      const bool is_new = std::find(persons.begin(), persons.end(), person) == persons.end();
      if (is_new) persons.push_back(person);
    }
  });
}

void SurnameLinker::read_surname(std::uint32_t candidate, bool explain) {
  const Candidate& place = interpretation_.candidates[candidate];
  const auto named = persons_.find(place.node);
  if (named != persons_.end()) {
    for (const std::uint32_t person : named->second) {
      const Form* form = fitting_form(place, person);
      if (form != nullptr) interpretation_.readings.push_back({candidate, form});
    }
    return;
  }
  if (!explain) return;
  for (const Form& form : first_sharers(names_.automaton().surnames(place.node))) {
    if (!fits(names_.automaton(), form, interpretation_.field_of(place), place.first)) continue;
    interpretation_.readings.push_back({candidate, &form, Refusal::no_full_name});
  }
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

}  // namespace newsdex
