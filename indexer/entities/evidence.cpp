#include "entities/evidence.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "entities/context_search.hpp"
#include "entities/country_beside.hpp"
#include "entities/initials.hpp"

namespace newsdex {
namespace {

bool any_needs(const Interpretation& interpretation, bool Form::*evidence) {
  return std::any_of(interpretation.readings.begin(), interpretation.readings.end(),
                     [&](const Reading& r) { return r.accepted() && r.form->*evidence; });
}

template <typename Keep>
void refuse_unless(Interpretation& interpretation, bool Form::*evidence, Refusal refusal,
                   Keep keep) {
  for (Reading& reading : interpretation.readings) {
    if (reading.accepted() && reading.form->*evidence && !keep(reading)) reading.refusal = refusal;
  }
}

bool is_platform(const NameIndex& names, const Reading& reading) {
  return names.entity(reading.form->entity).type == EntityType::platform;
}

// "Meta-analysis", but not "Soroush-Gap".
bool begins_compound(const FieldText& text, const Candidate& candidate) {
  return text.gap_before(candidate.last) == Gap::hyphen && !text.token(candidate.last).capitalised;
}

// Lets the platforms of enumerations vouch for their neighbours, first forwards, then backwards.
class Enumerations {
 public:
  Enumerations(const NameIndex& names, Interpretation& interpretation)
      : names_(names),
        interpretation_(interpretation),
        has_platform_(interpretation.candidates.size(), false) {
    for (const Reading& reading : interpretation.readings) note(reading);
  }

  void accept_neighbours() {
    std::vector<Reading>& readings = interpretation_.readings;
    for (Reading& reading : readings) accept_beside(reading, -1);
    std::for_each(readings.rbegin(), readings.rend(),
                  [&](Reading& reading) { accept_beside(reading, +1); });
  }

 private:
  void note(const Reading& reading) {
    if (reading.accepted() && is_platform(names_, reading)) has_platform_[reading.candidate] = true;
  }

  void accept_beside(Reading& reading, int step) {
    const bool is_open = reading.accepted() || reading.refusal == Refusal::no_context;
    if (!is_open || !reading.form->needs_context || !is_platform(names_, reading)) return;
    const std::size_t neighbour = reading.candidate + static_cast<std::size_t>(step);
    if (neighbour >= has_platform_.size() || !has_platform_[neighbour]) return;
    const Candidate& here = interpretation_.candidates[reading.candidate];
    const Candidate& there = interpretation_.candidates[neighbour];
    if (!(step < 0 ? enumerates(there, here) : enumerates(here, there))) return;
    reading.refusal = Refusal::none;
    reading.in_enumeration = true;
    note(reading);
  }

  // Nothing but commas and a conjunction stands between the two.
  [[nodiscard]] bool enumerates(const Candidate& left, const Candidate& right) const {
    if (left.field != right.field || right.first - left.last > 1) return false;
    const FieldText& text = interpretation_.field_of(left);
    const auto joins = [&](std::size_t i) {
      const Gap gap = text.gap_before(i);
      return gap == Gap::space || gap == Gap::comma;
    };
    if (left.last == right.first) return text.gap_before(right.first) == Gap::comma;
    return joins(left.last) && joins(right.first) &&
           names_.lexicon().is(text.token(left.last).form, WordClass::conjunction);
  }

  const NameIndex& names_;
  Interpretation& interpretation_;
  std::vector<bool> has_platform_;  // by candidate: an accepted one
};

// "Signal" is the app wherever it stands in an article that has "the Signal app" once.
void accept_settled(const NameIndex& names, const std::unordered_set<std::uint32_t>& settled,
                    Interpretation& interpretation) {
  for (Reading& reading : interpretation.readings) {
    if (reading.refusal != Refusal::no_context || !settled.contains(reading.form->entity)) continue;
    if (is_platform(names, reading)) reading.refusal = Refusal::none;
  }
}

// The country that the words beside a form give it. Persons and places are where they like to be:
// only what stands before them, or after "of", is theirs.
std::optional<std::uint32_t> country_stated(const NameIndex& names,
                                            const Interpretation& interpretation,
                                            const CountryBeside& beside, const Reading& reading,
                                            std::uint32_t own) {
  const Candidate& place = interpretation.candidates[reading.candidate];
  const CountryBeside::Span span = {interpretation.field_of(place), place.first, place.last};
  switch (names.entity(reading.form->entity).type) {
    case EntityType::organisation:
    case EntityType::platform:
      return beside.of_body(span, own);
    case EntityType::place:
      if (const auto country = beside.after(span, false)) return country;
      [[fallthrough]];
    case EntityType::person:
      return beside.right_before(span);
  }
  return std::nullopt;
}

}  // namespace

void require_country(const NameIndex& names, MainCountry& country, const PartialDate& published,
                     Interpretation& interpretation) {
  if (!any_needs(interpretation, &Form::needs_country)) return;
  const std::optional<std::uint32_t> main = country.get();
  const CountryBeside beside(names, interpretation);
  refuse_unless(
      interpretation, &Form::needs_country, Refusal::other_country, [&](Reading& reading) {
        const auto own = names.countries().country_of(reading.form->entity);
        if (!own) return false;
        const auto stated = country_stated(names, interpretation, beside, reading, *own);
        reading.country_beside = stated && stated != own;
        if ((stated ? stated : main) == own) return true;
        if (stated || !is_by_initial(interpretation, reading)) return false;
        const auto support = support_of_initial(names, country, interpretation, reading, published);
        reading.never_in_full = support == InitialSupport::country_named;
        return support != InitialSupport::none;
      });
  settle_initials(names, interpretation);
}

void require_context(const NameIndex& names, Interpretation& interpretation) {
  if (!any_needs(interpretation, &Form::needs_context)) return;
  const auto candidate_of = [&](const Reading& reading) -> const Candidate& {
    return interpretation.candidates[reading.candidate];
  };
  refuse_unless(interpretation, &Form::needs_context, Refusal::compound,
                [&](const Reading& reading) {
                  const Candidate& candidate = candidate_of(reading);
                  return !begins_compound(interpretation.field_of(candidate), candidate);
                });
  const ContextSearch title(names, interpretation.title);
  const ContextSearch body(names, interpretation.body);
  std::unordered_set<std::uint32_t> settled;  // entities that the article names without doubt
  for (const Reading& reading : interpretation.readings) {
    if (reading.accepted() && !reading.form->needs_evidence()) settled.insert(reading.form->entity);
  }
  refuse_unless(interpretation, &Form::needs_context, Refusal::no_context,
                [&](const Reading& reading) {
                  const Candidate& candidate = candidate_of(reading);
                  const bool in_title = candidate.field == TextField::title;
                  const ContextSearch& search = in_title ? title : body;
                  const auto support = search.support(candidate, reading.form->entity);
                  if (support == ContextSearch::Support::beside)
                    settled.insert(reading.form->entity);
                  if (support != ContextSearch::Support::none) return true;
                  return reading.form->exact_case && is_platform(names, reading) &&
                         search.is_said_on(candidate);
                });
  accept_settled(names, settled, interpretation);
  Enumerations(names, interpretation).accept_neighbours();
}

void require_company(Interpretation& interpretation) {
  if (!any_needs(interpretation, &Form::never_alone)) return;
  std::unordered_set<std::uint32_t> named;
  for (const Reading& reading : interpretation.readings) {
    if (reading.accepted() && !reading.form->never_alone) named.insert(reading.form->entity);
  }
  refuse_unless(interpretation, &Form::never_alone, Refusal::alone,
                [&](const Reading& reading) { return named.contains(reading.form->entity); });
}

}  // namespace newsdex
