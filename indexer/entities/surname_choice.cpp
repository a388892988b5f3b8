#include "entities/surname_choice.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsdex {
namespace {

// Folded forms of address that tell the gender.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kAddresses = {
    {{"mr", "m"},
     {"sir", "m"},
     {"lord", "m"},
     {"herr", "m"},
     {"monsieur", "m"},
     {"senor", "m"},
     {"signor", "m"},
     {"آقای", "m"},
     {"mrs", "f"},
     {"ms", "f"},
     {"miss", "f"},
     {"mme", "f"},
     {"madame", "f"},
     {"frau", "f"},
     {"senora", "f"},
     {"signora", "f"},
     {"خانم", "f"}}};

std::string_view gender_before(const FieldText& text, std::uint32_t token) {
  if (token == 0) return {};
  const Gap gap = text.gap_before(token);
  if (gap != Gap::space && gap != Gap::dot) return {};
  const std::string_view word = text.token(token - 1).form;
  const auto* const found = std::find_if(kAddresses.begin(), kAddresses.end(),
                                         [&](const auto& row) { return row.first == word; });
  return found == kAddresses.end() ? std::string_view{} : found->second;
}

bool is_surname(const Reading& reading) {
  return reading.form->kind == FormKind::surname;
}

}  // namespace

void SurnameChoice::settle() {
  for_each_candidate(interpretation_.readings, [&](std::span<Reading> readings) {
    note_paragraph(candidate_of(readings.front()));
    refuse_other_gender(readings);
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
      gender = gender_before(interpretation_.field_of(candidate), candidate.first);
      if (gender.empty()) return;
    }
    if (own.empty() || own == gender) continue;
    reading.refusal = Refusal::other_gender;
    reading.evidence = candidate.first - 1;
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
  const std::optional<RoleId> title =
      names_.roles().title_before(interpretation_.field_of(candidate), candidate.first);
  const auto keep_only = [&](auto is_meant) {
    const auto is_so = [&](const Reading& r) { return r.accepted() && is_meant(r.form->entity); };
    if (std::count_if(readings.begin(), readings.end(), is_so) != 1) return false;
    for (Reading& reading : readings) {
      if (reading.accepted() && !is_so(reading)) reading.refusal = Refusal::other_sharer;
    }
    return true;
  };
  const bool by_title = title && keep_only([&](std::uint32_t person) {
                          return names_.roles().has_held(person, *title, published_);
                        });
  if (!by_title && !title) {
    keep_only([&](std::uint32_t person) { return in_paragraph_.contains(person); });
  }
}

}  // namespace newsdex
