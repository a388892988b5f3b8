// The steps of recognition, in order. Each looks at the whole article, because a name near the end
// can settle what a surname in the title means.

#include "newsdex/entity_recognizer.hpp"

#include "entities/candidate_finder.hpp"
#include "entities/conclusion.hpp"
#include "entities/evidence.hpp"
#include "entities/form_fit.hpp"
#include "entities/longer_names.hpp"
#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "entities/surname_linker.hpp"
#include "entities/surroundings.hpp"

namespace newsdex {
namespace {

Interpretation find_forms(const NameIndex& names, const AnalyzedArticle& article) {
  Interpretation out{.title = {TextField::title, article.title, article.title_tokens},
                     .body = {TextField::body, article.body, article.body_tokens},
                     .candidates = {},
                     .readings = {}};
  find_candidates(names, out.title, out.candidates);
  find_candidates(names, out.body, out.candidates);
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

NameIndex compile(const Gazetteer& gazetteer) {
  Analyzer analyzer;
  return {gazetteer, analyzer};
}

}  // namespace

struct EntityRecognizer::Automaton {
  NameIndex names;
};

EntityRecognizer::EntityRecognizer(const Gazetteer& gazetteer)
    : gazetteer_(gazetteer),
      automaton_(std::make_unique<Automaton>(Automaton{compile(gazetteer)})) {}

EntityRecognizer::~EntityRecognizer() = default;

Recognition EntityRecognizer::recognize(const AnalyzedArticle& article, bool keep_rejected) const {
  const NameIndex& names = automaton_->names;
  const Surroundings surroundings(names.lexicon(), names.name_words());
  Interpretation interpretation = find_forms(names, article);
  read_names(names, interpretation);
  refuse_parts_of_other_names(names, surroundings, interpretation);
  LongerNames(names, interpretation).refuse();
  require_country(names, interpretation);
  require_context(names, interpretation);
  require_company(interpretation);
  SurnameLinker(names, interpretation).link(surroundings, keep_rejected);
  return conclude(names, interpretation, keep_rejected);
}

}  // namespace newsdex
