#include "engine/spelling.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/terms.hpp"
#include "engine/form_pattern.hpp"
#include "engine/function_words.hpp"
#include "engine/language_names.hpp"
#include "engine/word_expansion.hpp"
#include "query/query_lexer.hpp"

namespace newsdex {
namespace {

// A word that more articles have is no slip of the pen; one that takes its place is in so many
// times as many.
constexpr std::uint64_t kRare = 2;
constexpr std::uint64_t kTimesAsMany = 5;
constexpr std::size_t kShortWord = 5;  // letters; one edit makes another word of most shorter ones
constexpr std::size_t kLeastLetters = 3;

struct Candidate {
  std::uint32_t edits = 0;
  bool is_name = false;
  std::uint64_t articles = 0;
};

// Fewer edits first, then names, then what more articles have.
bool is_likelier(const Candidate& a, const Candidate& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  if (a.is_name != b.is_name) return a.is_name;
  return a.articles > b.articles;
}

}  // namespace

std::optional<Query> Speller::correct(const Query& query) {
  Query corrected = query;
  if (!correct_in_place(corrected)) return std::nullopt;
  return corrected;
}

bool Speller::correct_in_place(Query& query) {
  if (auto* word = std::get_if<WordQuery>(&query.node)) return correct_text(word->word);
  if (auto* phrase = std::get_if<PhraseQuery>(&query.node)) return correct_text(phrase->text);
  if (auto* value = std::get_if<ValueQuery>(&query.node)) return correct_value(*value);
  std::vector<Query>* operands = nullptr;
  if (auto* both = std::get_if<AndQuery>(&query.node)) operands = &both->operands;
  if (auto* either = std::get_if<OrQuery>(&query.node)) operands = &either->operands;
  if (auto* near = std::get_if<NearQuery>(&query.node)) operands = &near->operands;
  bool any = false;
  if (operands == nullptr) return any;
  for (Query& operand : *operands) any |= correct_in_place(operand);
  return any;
}

bool Speller::correct_text(std::string& text) {
  TokenStream tokens;
  analyzer_.analyze(text, {}, tokens);
  std::string corrected;
  std::size_t done = 0;
  bool any = false;
  for (const Token& token : tokens.tokens()) {
    const auto better = likelier(token.form, token.stem);
    if (!better) continue;
    corrected.append(text, done, token.begin - done).append(*better);
    done = token.end;
    any = true;
  }
  if (any) text = corrected.append(text, done);
  return any;
}

// A label that no article has becomes the one that is nearest to it: by edits of the whole, of
// equals the more frequent. Names are refused while the query is planned, with the nearest.
bool Speller::correct_value(ValueQuery& query) {
  if (spec(query.field).kind != FieldKind::label) return false;
  const std::string key = name_key(analyzer_, query.value);
  FacetDictionary& labels = collection_.facet(query.field, deadline_);
  if (key.empty() || !labels.spellings(key, analyzer_, deadline_).empty()) return false;
  const bool is_language = query.field == Field::language;
  // The code of a language that has no articles is no slip of the pen.
  if (is_language && !language_names(key).empty()) return false;
  FuzzyForms near(key, count_letters(key) < kShortWord ? 1 : 2);
  std::optional<Candidate> best;
  std::string better;
  for (std::size_t i = 0; i < labels.values().size(); ++i) {
    const std::string_view label = labels.values()[i];
    deadline_.check();
    std::vector<std::string> names = {std::string(label)};
    if (is_language) {
      for (std::string& name : language_names(label)) names.push_back(std::move(name));
    }
    for (const std::string& name : names) {
      const auto edits = near.edits_to(name_key(analyzer_, name));
      if (!edits) continue;
      const std::string term = label_term(query.field, name_key(analyzer_, label));
      const Candidate candidate = {*edits, false, collection_.frequency(term)};
      if (candidate.articles == 0 || (best && !is_likelier(candidate, *best))) continue;
      best = candidate;
      better = label;
    }
  }
  if (best) query.value = better;
  return best.has_value();
}

std::optional<std::string> Speller::likelier(std::string_view form, std::string_view stem) {
  const std::size_t letters = count_letters(form);
  if (letters < kLeastLetters) return std::nullopt;
  const std::uint64_t known = collection_.frequency(stem);
  if (known > kRare) return std::nullopt;
  const std::uint32_t most = letters < kShortWord ? 1 : 2;
  std::map<std::string, Candidate> candidates;
  const auto add = [&](std::string_view word, const Candidate& candidate) {
    const auto [at, is_new] = candidates.try_emplace(std::string(word), candidate);
    if (is_new) return;
    at->second.articles += candidate.articles;
    at->second.is_name |= candidate.is_name;
  };
  std::set<std::string> terms;  // each once, in however many segments it is
  find_forms_near(collection_, form, most, deadline_, [&](const FoundForm& found) {
    if (!is_function_word(found.form) && terms.emplace(found.term).second) {
      add(found.form, {found.edits, false, collection_.frequency(found.term)});
    }
    return true;
  });
  const NameTable& names = collection_.names();
  FuzzyForms near(form, most);
  DeadlineWatch watch(deadline_);
  for (std::size_t i = 0; i < names.keys(); ++i) {
    watch.count(letters);
    const NameTable::Key key = names.key(i);
    const auto edits = near.edits_to(key.text);
    if (!edits || key.text.find(' ') != std::string_view::npos) continue;
    const std::uint64_t articles =
        collection_.frequency(entity_term(names.type(key.entity), names.id(key.entity)));
    if (articles > 0) add(key.text, {*edits, true, articles});
  }
  const std::string* best = nullptr;
  for (const auto& [word, candidate] : candidates) {
    if (word == form || candidate.articles < std::max<std::uint64_t>(1, kTimesAsMany * known)) {
      continue;
    }
    if (best == nullptr || is_likelier(candidate, candidates.at(*best))) best = &word;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace newsdex
