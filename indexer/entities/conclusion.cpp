#include "entities/conclusion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace newsdex {
namespace {

constexpr std::uint8_t kCertain = 100;
constexpr std::uint8_t kOnEvidence = 90;
constexpr std::uint8_t kNeverInFull = 60;
constexpr std::size_t kMaxNamesListed = 5;

MentionRule rule_of(const Reading& reading) {
  if (reading.never_in_full) return MentionRule::unique_surname;
  switch (reading.form->kind) {
    case FormKind::name:
      return MentionRule::name;
    case FormKind::surname:
      return MentionRule::surname;
    default:
      return MentionRule::alias;
  }
}

std::uint8_t confidence_of(const Form& form) {
  return form.kind == FormKind::surname || form.needs_evidence() ? kOnEvidence : kCertain;
}

// Whether the text says who is meant, and not only too little.
bool speaks_of_another(Refusal refusal) {
  switch (refusal) {
    case Refusal::other_given_name:
    case Refusal::unknown_given_name:
    case Refusal::longer_name:
    case Refusal::other_sharer:
    case Refusal::other_gender:
    case Refusal::other_title:
    case Refusal::unknown_bearer:
    case Refusal::only_headline:
    case Refusal::other_occupation:
    case Refusal::namesake:
    case Refusal::month:
    case Refusal::shared_name:
    case Refusal::credit:
      return true;
    default:
      return false;
  }
}

// "A", "A and B", "A, B and C"; a long list is cut.
std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  const std::size_t shown = std::min(names.size(), kMaxNamesListed);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (shown < names.size()) out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

class Conclusion {
 public:
  Conclusion(const NameIndex& names, const Interpretation& interpretation, bool keep_rejected)
      : names_(names), interpretation_(interpretation), keep_rejected_(keep_rejected) {}

  Recognition draw() {
    for_each_candidate(interpretation_.readings,
                       [&](std::span<const Reading> readings) { decide(readings); });
    return std::move(out_);
  }

 private:
  void decide(std::span<const Reading> readings) {
    std::vector<const Reading*>& accepted = accepted_;
    accepted.clear();
    for (const Reading& reading : readings) {
      if (reading.accepted()) take_best(accepted, reading);
    }
    keep_enumerated(accepted);
    if (accepted.size() == 1) {
      out_.mentions.push_back(mention(*accepted.front()));
    } else {
      note_refused(readings, accepted);
    }
    if (keep_rejected_) reject_place(readings, accepted);
  }

  // Persons who are not meant at a place, or perhaps not.
  void note_refused(std::span<const Reading> readings,
                    const std::vector<const Reading*>& accepted) {
    const auto note = [&](const Reading& reading, bool ambiguous) {
      const Mention place = mention(reading);
      if (place.type != EntityType::person) return;
      const bool has_given_name = reading.refusal == Refusal::other_given_name ||
                                  reading.refusal == Refusal::unknown_given_name;
      const bool is_before = reading.evidence < candidate_of(reading).first;
      out_.refused.push_back({place.entity, place.field, ambiguous, has_given_name && is_before,
                              place.begin, place.end});
    };
    for (const Reading* reading : accepted) note(*reading, true);
    for (const Reading& reading : readings) {
      if (!speaks_of_another(reading.refusal)) continue;
      const bool may_be_meant = !reading.never_in_full || reading.title_fits;
      note(reading, reading.refusal == Refusal::namesake && may_be_meant);
    }
  }

  // "Bale, Soroush and Gap" are platforms even where a Mr Soroush is named too.
  static void keep_enumerated(std::vector<const Reading*>& accepted) {
    const auto enumerated = [](const Reading* reading) { return reading->in_enumeration; };
    if (std::none_of(accepted.begin(), accepted.end(), enumerated)) return;
    std::erase_if(accepted,
                  [&](const Reading* reading) { return reading->form->kind == FormKind::surname; });
  }

  void reject_place(std::span<const Reading> readings,
                    const std::vector<const Reading*>& accepted) {
    if (accepted.size() > 1) reject(*accepted.front(), ambiguity(accepted));
    const auto is_accepted = [&](const Reading& reading) {
      return std::any_of(accepted.begin(), accepted.end(), [&](const Reading* other) {
        return other->form->entity == reading.form->entity;
      });
    };
    for (const Reading& reading : readings) {
      if (reading.accepted() || is_accepted(reading) || !is_first_of_entity(readings, reading))
        continue;
      reject(reading, reason(reading));
    }
  }

  // One reason an entity is enough.
  static bool is_first_of_entity(std::span<const Reading> readings, const Reading& reading) {
    const auto first = std::find_if(readings.begin(), readings.end(), [&](const Reading& other) {
      return other.form->entity == reading.form->entity;
    });
    return &*first == &reading;
  }

  static void take_best(std::vector<const Reading*>& accepted, const Reading& reading) {
    for (const Reading*& known : accepted) {
      if (known->form->entity != reading.form->entity) continue;
      const auto rank = [](const Form& form) { return std::pair(-confidence_of(form), form.kind); };
      if (rank(*reading.form) < rank(*known->form)) known = &reading;
      return;
    }
    accepted.push_back(&reading);
  }

  [[nodiscard]] const Candidate& candidate_of(const Reading& reading) const {
    return interpretation_.candidates[reading.candidate];
  }

  [[nodiscard]] Mention mention(const Reading& reading) const {
    const Candidate& candidate = candidate_of(reading);
    const FieldText& text = interpretation_.field_of(candidate);
    Mention out;
    out.entity = reading.form->entity;
    out.type = names_.entity(out.entity).type;
    out.field = candidate.field;
    out.rule = rule_of(reading);
    out.confidence = reading.never_in_full ? kNeverInFull : confidence_of(*reading.form);
    out.form = reading.form->listed;
    out.begin = text.token(candidate.first).begin;
    out.end = text.token(candidate.last - std::size_t{1}).end;
    return out;
  }

  void reject(const Reading& reading, std::string reason) {
    const Mention place = mention(reading);
    out_.rejected.push_back({place.entity, place.field, place.begin, place.end, std::move(reason)});
  }

  // "surname of Ali Larijani and Sadegh Larijani", "name of Soroush, surname of Abdolkarim
  // Soroush".
  [[nodiscard]] std::string ambiguity(const std::vector<const Reading*>& accepted) const {
    const bool has_surname = std::any_of(accepted.begin(), accepted.end(), [](const Reading* r) {
      return r->form->kind == FormKind::surname;
    });
    std::vector<std::string_view> named;
    std::vector<std::string_view> surnamed;
    for (const Reading* reading : accepted) {
      const Entity& entity = names_.entity(reading->form->entity);
      const bool is_surname = has_surname && entity.type == EntityType::person;
      (is_surname ? surnamed : named).emplace_back(entity.name);
    }
    if (named.empty()) return "surname of " + listed(surnamed);
    if (surnamed.empty()) return "name of " + listed(named);
    return fmt::format("name of {}, surname of {}", listed(named), listed(surnamed));
  }

  [[nodiscard]] std::string reason(const Reading& reading) const {
    const Entity& entity = names_.entity(reading.form->entity);
    const FieldText& text = interpretation_.field_of(candidate_of(reading));
    const auto evidence = [&] { return text.written(reading.evidence); };
    switch (reading.refusal) {
      case Refusal::no_context:
        return "no cue word near";
      case Refusal::compound:
        return "part of a compound word";
      case Refusal::other_country:
        if (reading.country_beside) return "of another country, by the words beside it";
        return entity.country.empty() ? "needs a country, and the list gives none"
                                      : "the article is not about " + entity.country;
      case Refusal::alone:
        return "counts only beside another form of the name";
      case Refusal::no_full_name:
        return fmt::format("surname of {}, who is not named in full", entity.name);
      case Refusal::other_given_name:
        return fmt::format("{} by another given name: {}",
                           reading.evidence < candidate_of(reading).first ? "preceded" : "followed",
                           evidence());
      case Refusal::unknown_given_name:
        return fmt::format("preceded by what may be another given name: {}", evidence());
      case Refusal::longer_name:
        return fmt::format("part of a longer name: {}", evidence());
      case Refusal::other_bearer:
        return "the name of something else in the article";
      case Refusal::other_sharer:
        return "another person of that surname is meant";
      case Refusal::other_gender:
        return fmt::format("not so addressed: {}", evidence());
      case Refusal::other_title:
        return fmt::format("behind a title that is not known of {}: {}", entity.name, evidence());
      case Refusal::unknown_bearer:
        return fmt::format("introduced as somebody unknown: {}", evidence());
      case Refusal::only_headline:
        return "only in a headline or in capitals, and never in full";
      case Refusal::other_occupation:
        return "of another occupation";
      case Refusal::credit:
        return "in a byline or credit";
      case Refusal::common_word:
        return "a common word in the article";
      case Refusal::month:
        return "the name of a month";
      case Refusal::shared_name:
        return "surname of a person whose full name in the article is another entry's too";
      case Refusal::namesake:
        return "surname of another person in the article too";
      case Refusal::none:
        break;
    }
    return {};
  }

  const NameIndex& names_;
  const Interpretation& interpretation_;
  bool keep_rejected_;
  std::vector<const Reading*> accepted_;  // of one place: the best of each entity
  Recognition out_;
};

}  // namespace

Recognition conclude(const NameIndex& names, const Interpretation& interpretation,
                     bool keep_rejected) {
  return Conclusion(names, interpretation, keep_rejected).draw();
}

}  // namespace newsdex
