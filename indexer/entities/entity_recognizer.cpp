// The steps of recognition, in order. Each looks at the whole article, because a name near the end
// can settle what a surname in the title means.

#include "newsdex/entity_recognizer.hpp"

#include <algorithm>
#include <utility>

#include "entities/author_credits.hpp"
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

// The mention that a span touches, of those by place; nullptr if none does.
const Mention* touched_by(std::span<const Mention> mentions, TextField field, std::uint32_t begin,
                          std::uint32_t end) {
  const auto next = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return std::pair(m.field, m.end) <= std::pair(field, begin);
  });
  const bool touches = next != mentions.end() && next->field == field && next->begin < end;
  return touches ? &*next : nullptr;
}

bool touches_person(std::span<const Mention> mentions, TextField field, std::uint32_t begin,
                    std::uint32_t end) {
  const Mention* touched = touched_by(mentions, field, begin, end);
  return touched != nullptr && touched->type == EntityType::person;
}

// Cuts a title to what no other mention has: "foreign ministry spokesman" to "spokesman", where the
// ministry is named, too; "prosecutor of Tehran" to "prosecutor". False where nothing is left, or a
// person is named.
bool cut_to_rest(std::span<const Mention> mentions, const Lexicon& lexicon, const FieldText& text,
                 Mention& title) {
  if (touches_person(mentions, title.field, title.begin, title.end)) return false;
  const std::span<const Token> tokens = text.tokens();
  const auto is_free = [&](const Token& token) {
    return token.begin < title.end &&
           touched_by(mentions, title.field, token.begin, token.end) == nullptr;
  };
  auto first = std::partition_point(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.begin < title.begin; });
  while (first != tokens.end() && first->begin < title.end && !is_free(*first)) ++first;
  auto last = first;
  while (last != tokens.end() && is_free(*last)) ++last;
  while (last != first && lexicon.is((last - 1)->form, WordClass::grammar)) --last;
  if (first == last) return false;
  title.begin = first->begin;
  title.end = (last - 1)->end;
  return true;
}

// Adds titles to mentions, which they overlap nowhere afterwards; both are in order.
void add_titles(const Lexicon& lexicon, const Interpretation& interpretation,
                std::vector<Mention> titles, std::vector<Mention>& mentions) {
  std::erase_if(titles, [&](Mention& title) {
    return !cut_to_rest(mentions, lexicon, interpretation.field(title.field), title);
  });
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  mentions.insert(mentions.end(), titles.begin(), titles.end());
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return std::pair(a.field, a.begin) < std::pair(b.field, b.begin);
                     });
}

// "Supreme Leader" of "Supreme Leader Khamenei" is part of a name.
void drop_named(std::span<const Mention> mentions, std::vector<UnresolvedTitle>& titles) {
  std::erase_if(titles, [&](const UnresolvedTitle& title) {
    return touches_person(mentions, title.field, title.begin, title.end);
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
  add_author_credits(article.body, article.author, credits);
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
  add_titles(names.lexicon(), interpretation, std::move(roles.mentions), out.mentions);
  if (keep_rejected) {
    out.rejected.insert(out.rejected.end(), roles.rejected.begin(), roles.rejected.end());
    out.titles = std::move(roles.unresolved);
    drop_named(out.mentions, out.titles);
  }
  return out;
}

}  // namespace newsdex
