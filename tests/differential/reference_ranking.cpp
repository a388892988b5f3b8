// The order of hits in the search without an index.
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "differential/reference_search.hpp"
#include "engine/function_words.hpp"

namespace newsdex::testing {
namespace {

bool is_words(const Query& query) {
  return std::holds_alternative<WordQuery>(query.node) ||
         std::holds_alternative<PhraseQuery>(query.node) ||
         std::holds_alternative<PrefixQuery>(query.node) ||
         std::holds_alternative<FuzzyQuery>(query.node) ||
         std::holds_alternative<NearQuery>(query.node);
}

double saturated(double count, double norm) {
  return count * 3 / (count + norm);
}

// As the engine orders equals: the newest first, then by the hash of the id.
void put_in_order(std::vector<ReferenceHit>& hits) {
  const auto hash = [](const std::string& id) { return XXH3_64bits(id.data(), id.size()); };
  std::sort(hits.begin(), hits.end(), [&](const ReferenceHit& a, const ReferenceHit& b) {
    if (std::abs(a.score - b.score) > 1e-9) return a.score > b.score;
    return a.day != b.day ? a.day > b.day : hash(a.id) < hash(b.id);
  });
}

}  // namespace

// The stems of an article that others have, too, by their number times idf. Each as a
// word that is analysed to that stem and nothing else.
const std::vector<Query>& ReferenceSearch::telling_words(const std::string& id) {
  constexpr std::size_t kMost = 25;
  const auto [known, is_new] = telling_.try_emplace(id);
  if (!is_new) return known->second;
  std::map<std::string, double> counts;
  const Entry& entry = entries_.at(id);
  for (const std::vector<Word>* words : {&entry.title, &entry.body}) {
    for (const Word& word : *words) counts[word.stem] += is_function_word(word.form) ? 0 : 1;
  }
  std::vector<std::pair<double, std::string>> weighed;
  for (const auto& [stem, count] : counts) {
    const double with = articles_with(stem);
    if (count > 0 && with >= 2) weighed.emplace_back(-count * idf(with), stem);
  }
  std::sort(weighed.begin(), weighed.end());
  weighed.resize(std::min(weighed.size(), kMost));
  for (const auto& [weight, stem] : weighed) {
    const std::string name = "\x01" + stem;
    analysed_[name] = {{{stem, stem}}};
    known->second.push_back({WordQuery{name}, 0});
  }
  return known->second;
}

bool ReferenceSearch::is_similar(const SimilarQuery& query, const Entry& entry) {
  if (&entries_.at(query.id) == &entry) return false;
  const std::vector<Query>& words = telling_words(query.id);
  const auto has = [&](const Query& word) { return occurrences(word, entry) > 0; };
  const auto common = std::count_if(words.begin(), words.end(), has);
  return common > 0 && 8 * static_cast<std::size_t>(common) >= words.size();
}

void ReferenceSearch::collect_leaves(const Query& query, std::vector<const Query*>& leaves) {
  if (is_words(query)) leaves.push_back(&query);
  if (const auto* similar = std::get_if<SimilarQuery>(&query.node)) {
    for (const Query& word : telling_words(similar->id)) leaves.push_back(&word);
  }
  if (const auto* both = std::get_if<AndQuery>(&query.node)) {
    for (const Query& operand : both->operands) collect_leaves(operand, leaves);
  }
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    for (const Query& operand : either->operands) collect_leaves(operand, leaves);
  }
}

std::vector<ReferenceSearch::PlainWord> ReferenceSearch::plain_words(
    const std::vector<const Query*>& leaves) {
  std::vector<PlainWord> out(leaves.size());
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto* word = std::get_if<WordQuery>(&leaves[i]->node);
    if (word == nullptr || word->scope != Field::text) continue;
    std::set<std::string> forms;
    bool single = true;
    for (const std::vector<Word>& row : analysed(word->word)) {
      single = single && row.size() == 1;
      if (!single) break;
      forms.insert(row.front().form);
      out[i].stems.insert(row.front().stem);
    }
    if (!single || forms.size() != 1) {
      out[i].stems.clear();
      continue;
    }
    out[i].form = *forms.begin();
    TokenStream typed;
    analyzer_.analyze(word->word, {}, typed);
    out[i].function = is_function_word(out[i].form) && !typed.tokens().front().all_caps;
  }
  return out;
}

bool ReferenceSearch::counts_in_ranking(const std::vector<PlainWord>& words, std::size_t i) {
  const auto is_function = [](const PlainWord& word) { return word.function; };
  if (words[i].function && !std::all_of(words.begin(), words.end(), is_function)) return false;
  if (words[i].stems.empty()) return true;
  return std::none_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const PlainWord& before) { return before.stems == words[i].stems; });
}

// How often the query has the word.
double ReferenceSearch::occurrences_in_query(const std::vector<PlainWord>& words, std::size_t i) {
  if (words[i].stems.empty()) return 1;
  return static_cast<double>(std::count_if(words.begin(), words.end(), [&](const PlainWord& other) {
    return other.stems == words[i].stems;
  }));
}

// Where the words with one of the stems stand, and how many of them have the very form.
std::vector<int> ReferenceSearch::positions(const PlainWord& word, const Entry& entry, int& own) {
  constexpr int kBody = 1000;
  std::vector<int> out;
  for (const std::vector<Word>* words : {&entry.title, &entry.body}) {
    for (std::size_t at = 0; at < words->size(); ++at) {
      if (!word.stems.contains((*words)[at].stem)) continue;
      out.push_back(static_cast<int>(at) + (words == &entry.title ? 1 : kBody));
      own += (*words)[at].form == word.form ? 1 : 0;
    }
  }
  return out;
}

double ReferenceSearch::gain(const std::vector<PlainWord>& words,
                             const std::vector<double>& weights, const Entry& entry, double norm) {
  double sum = 0;
  std::optional<std::pair<std::vector<int>, double>> before;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].stems.empty() || weights[i] <= 0) continue;
    int own = 0;
    const std::vector<int> places = positions(words[i], entry, own);
    sum += 0.5 * weights[i] * saturated(own, norm);
    if (before) {
      const auto near = std::count_if(before->first.begin(), before->first.end(), [&](int a) {
        return std::any_of(places.begin(), places.end(),
                           [&](int b) { return std::abs(a - b) <= 8; });
      });
      sum +=
          0.3 * std::min(before->second, weights[i]) * saturated(static_cast<double>(near), norm);
    }
    before = {places, weights[i]};
  }
  return sum;
}

ReferenceSearch::Ranking ReferenceSearch::ranking_of(const Query& query) {
  Ranking ranking;
  collect_leaves(query, ranking.leaves);
  ranking.words = plain_words(ranking.leaves);
  double tokens = 0;
  std::vector<double> with_leaf(ranking.leaves.size());
  for (const auto& [id, entry] : entries_) {
    tokens += static_cast<double>(entry.title.size() + entry.body.size());
    for (std::size_t i = 0; i < ranking.leaves.size(); ++i)
      with_leaf[i] += occurrences(*ranking.leaves[i], entry) > 0 ? 1 : 0;
  }
  ranking.mean_length = tokens / static_cast<double>(entries_.size());
  for (std::size_t i = 0; i < ranking.leaves.size(); ++i) {
    const double times = occurrences_in_query(ranking.words, i);
    const double share = counts_in_ranking(ranking.words, i) ? 2 * times / (1 + times) : 0;
    ranking.shares += share;
    ranking.weights.push_back(share * idf(with_leaf[i]));
  }
  return ranking;
}

double ReferenceSearch::idf(double with) const {
  return std::log(1 + (static_cast<double>(entries_.size()) - with + 0.5) / (with + 0.5));
}

double ReferenceSearch::score(const Ranking& ranking, const Entry& entry) {
  double sum = 0;
  const double norm = length_norm(entry, ranking.mean_length);
  for (std::size_t i = 0; i < ranking.leaves.size(); ++i) {
    sum += ranking.weights[i] * saturated(occurrences(*ranking.leaves[i], entry), norm);
    const auto* word = std::get_if<WordQuery>(&ranking.leaves[i]->node);
    if (word == nullptr || analysed(word->word).front().size() != 1) continue;
    WordQuery in_title = *word;
    in_title.scope = Field::title;
    sum += ranking.weights[i] * saturated(occurrences({in_title}, entry), 2);
  }
  for (const auto& [stem, weight] : ranking.added) {
    const double in_title = count_stem(stem, entry.title);
    sum += weight * saturated(in_title + count_stem(stem, entry.body), norm);
    sum += weight * saturated(in_title, 2);
  }
  return sum;
}

double ReferenceSearch::count_stem(const std::string& stem, const std::vector<Word>& words) {
  return static_cast<double>(std::count_if(words.begin(), words.end(),
                                           [&](const Word& word) { return word.stem == stem; }));
}

double ReferenceSearch::articles_with(const std::string& stem) const {
  double with = 0;
  for (const auto& [id, entry] : entries_) {
    with += count_stem(stem, entry.title) + count_stem(stem, entry.body) > 0 ? 1 : 0;
  }
  return with;
}

std::vector<ReferenceHit> ReferenceSearch::ranked(const Query& query, const Ranking& ranking) {
  std::vector<ReferenceHit> hits;
  for (const auto& [id, entry] : entries_) {
    if (!matches(query, entry)) continue;
    const bool dated = entry.date.precision != DatePrecision::none;
    hits.push_back({id, score(ranking, entry), dated ? first_day(entry.date) : INT32_MIN});
  }
  put_in_order(hits);
  const std::size_t refined = std::min<std::size_t>(hits.size(), 200);
  for (std::size_t i = 0; i < refined; ++i) {
    const Entry& entry = entries_[hits[i].id];
    hits[i].score +=
        gain(ranking.words, ranking.weights, entry, length_norm(entry, ranking.mean_length));
  }
  put_in_order(hits);
  return hits;
}

// RM3 by its formula: ten articles, ten words, and as much weight as the query has.
void ReferenceSearch::add_feedback(const std::vector<ReferenceHit>& hits, Ranking& ranking) const {
  constexpr std::size_t kTen = 10;
  const std::size_t best = std::min(hits.size(), kTen);
  double scores = 0;
  for (std::size_t i = 0; i < best; ++i) scores += hits[i].score;
  if (scores == 0 || ranking.shares == 0) return;
  std::map<std::string, double> model;
  for (std::size_t i = 0; i < best; ++i) {
    const Entry& entry = entries_.at(hits[i].id);
    std::map<std::string, double> counts;
    double length = 0;
    for (const std::vector<Word>* words : {&entry.title, &entry.body}) {
      for (const Word& word : *words) {
        if (is_function_word(word.form)) continue;
        ++counts[word.stem];
        ++length;
      }
    }
    for (const auto& [stem, count] : counts) model[stem] += hits[i].score / scores * count / length;
  }
  std::vector<std::pair<double, std::string>> words;
  for (const auto& [stem, probability] : model) words.emplace_back(-probability, stem);
  std::sort(words.begin(), words.end());
  words.resize(std::min(words.size(), kTen));
  double all = 0;
  for (const auto& [probability, stem] : words) all += probability;
  for (const auto& [probability, stem] : words) {
    ranking.added[stem] = ranking.shares * probability / all * idf(articles_with(stem));
  }
}

}  // namespace newsdex::testing
