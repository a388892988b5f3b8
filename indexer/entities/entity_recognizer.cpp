// The steps of recognition, in order. Each looks at the whole article, because a name near the end
// can settle what a surname in the title means.

#include "newsdex/entity_recognizer.hpp"

#include <algorithm>
#include <utility>

#include "entities/candidate_finder.hpp"
#include "entities/conclusion.hpp"
#include "entities/credits.hpp"
#include "entities/evidence.hpp"
#include "entities/form_fit.hpp"
#include "entities/longer_names.hpp"
#include "entities/name_index.hpp"
#include "entities/namesakes.hpp"
#include "entities/reading.hpp"
#include "entities/role_linker.hpp"
#include "entities/surname_choice.hpp"
#include "entities/surname_linker.hpp"
#include "entities/surroundings.hpp"

namespace newsdex {
namespace {

Interpretation find_forms(const NameIndex& names, const AnalyzedArticle& article) {
  Interpretation out{.title = {TextField::title, article.title, article.title_tokens},
                     .body = {TextField::body, article.body, article.body_tokens},
                     .candidates = {},
                     .readings = {}};
  find_candidates(names.automaton(), names.lexicon(), out.title, out.candidates);
  find_candidates(names.automaton(), names.lexicon(), out.body, out.candidates);
  return out;
}

// Every name and alias that stands at a candidate is a way to read it.
void read_names(const NameIndex& names, Interpretation& interpretation) {
  for (std::uint32_t i = 0; i < interpretation.candidates.size(); ++i) {
    const Candidate& candidate = interpretation.candidates[i];
    const FieldText& text = interpretation.field_of(candidate);
    for (const Form& form : first_sharers(names.automaton().names(candidate.node))) {
      if (form.kind == FormKind::demonym) continue;
      if (!fits(names.automaton(), form, text, candidate.first)) continue;
      interpretation.readings.push_back({i, &form});
    }
  }
}

void refuse_parts_of_other_names(const NameIndex& names, const Surroundings& surroundings,
                                 Interpretation& interpretation) {
  for (Reading& reading : interpretation.readings) {
    const bool is_person = names.entity(reading.form->entity).type == EntityType::person;
    if (is_person && reading.accepted()) surroundings.check(interpretation, reading);
  }
}

// Who made the article acts in none of it.
void refuse_credited(const NameIndex& names, const std::vector<CreditSpan>& credits,
                     Interpretation& interpretation) {
  if (credits.empty()) return;
  for (Reading& reading : interpretation.readings) {
    const Candidate& place = interpretation.candidates[reading.candidate];
    if (place.field == TextField::title || !reading.accepted()) continue;
    if (names.entity(reading.form->entity).type != EntityType::person) continue;
    const std::span<const Token> words =
        interpretation.body.tokens().subspan(place.first, place.last - place.first);
    if (is_credited(credits, words.front().begin, words.back().end))
      reading.refusal = Refusal::credit;
  }
}

// Adds mentions where they overlap none; both are in order.
void add_apart(std::vector<Mention>& mentions, const std::vector<Mention>& further) {
  const auto place = [](const Mention& m) { return std::pair(m.field, m.begin); };
  const auto by_place = [&](const Mention& a, const Mention& b) { return place(a) < place(b); };
  const std::size_t size = mentions.size();
  for (const Mention& mention : further) {
    const auto end = mentions.begin() + static_cast<std::ptrdiff_t>(size);
    const auto next = std::lower_bound(mentions.begin(), end, mention, by_place);
    const bool meets_next =
        next != end && next->field == mention.field && next->begin < mention.end;
    const bool meets_last = next != mentions.begin() && (next - 1)->field == mention.field &&
                            (next - 1)->end > mention.begin;
    if (!meets_next && !meets_last) mentions.push_back(mention);
  }
  std::inplace_merge(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(size),
                     mentions.end(), by_place);
}

// "Supreme Leader" of "Supreme Leader Khamenei" is part of a name.
void drop_named(const std::vector<Mention>& mentions, std::vector<UnresolvedTitle>& titles) {
  std::erase_if(titles, [&](const UnresolvedTitle& title) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.field == title.field && mention.begin < title.end && title.begin < mention.end;
    });
  });
}

NameIndex compile(const Gazetteer& gazetteer) {
  Analyzer analyzer;
  return {gazetteer, analyzer};
}

}  // namespace

struct EntityRecognizer::Automaton {
  NameIndex names;
};

EntityRecognizer::EntityRecognizer(const Gazetteer& gazetteer)
    : automaton_(std::make_unique<Automaton>(Automaton{compile(gazetteer)})) {}

EntityRecognizer::~EntityRecognizer() = default;

Recognition EntityRecognizer::recognize(const AnalyzedArticle& article, bool keep_rejected,
                                        const PartialDate& published) const {
  const NameIndex& names = automaton_->names;
  const Surroundings surroundings(names);
  Interpretation interpretation = find_forms(names, article);
  read_names(names, interpretation);
  std::vector<CreditSpan> credits = credit_spans(article.body);
  refuse_credited(names, credits, interpretation);
  refuse_parts_of_other_names(names, surroundings, interpretation);
  LongerNames(names, interpretation).refuse();
  MainCountry country(names.countries(), names.automaton(), interpretation);
  require_country(names, country, published, interpretation);
  require_context(names, interpretation);
  require_company(interpretation);
  SurnameLinker(names, interpretation, published, country).link(surroundings, keep_rejected);
  refuse_credited(names, credits, interpretation);
  Namesakes(names, interpretation, published).refuse();
  SurnameChoice(names, interpretation, published).settle();
  Recognition out = conclude(names, interpretation, keep_rejected);
  out.credits = std::move(credits);
  RoleMentions roles = RoleLinker(names, interpretation, published, country).link(keep_rejected);
  add_apart(out.mentions, roles.mentions);
  if (keep_rejected) {
    out.rejected.insert(out.rejected.end(), roles.rejected.begin(), roles.rejected.end());
    out.titles = std::move(roles.unresolved);
    drop_named(out.mentions, out.titles);
  }
  return out;
}

}  // namespace newsdex
