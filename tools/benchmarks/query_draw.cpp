#include "query_draw.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace newsdex::benchmarks {
namespace {

constexpr int kTries = 200;

// Shares of articles that hold a word of the band, from and below.
constexpr std::pair<double, double> kBands[] = {{0.05, 0.35}, {0.005, 0.05}, {0.0002, 0.005}};

// What Lucene's English analyzer leaves out by default: a query for it would compare nothing.
constexpr std::string_view kStopWords[] = {
    "an",    "and",  "are",   "as",    "at",   "be",   "but", "by",  "for",  "if",   "in",
    "into",  "is",   "it",    "no",    "not",  "of",   "on",  "or",  "such", "that", "the",
    "their", "then", "there", "these", "they", "this", "to",  "was", "will", "with"};

bool is_stop_word(std::string_view word) {
  return std::find(std::begin(kStopWords), std::end(kStopWords), word) != std::end(kStopWords);
}

bool is_day(const std::string& date) {
  return date.size() >= 10 && date[4] == '-';
}

}  // namespace

QueryDraw::QueryDraw(const SampledCorpus& corpus, std::uint64_t seed)
    : corpus_(corpus), random_(seed, 0) {
  for (const SampledArticle& article : corpus.sample) {
    std::set<std::string_view> words;
    for (const auto& run : article.runs) words.insert(run.begin(), run.end());
    for (const std::string_view word : words) ++frequencies_[std::string(word)];
  }
}

bool QueryDraw::is_in(Band band, const std::string& word) const {
  if (is_stop_word(word)) return false;
  const auto [from, below] = kBands[static_cast<std::size_t>(band)];
  const double share =
      static_cast<double>(frequencies_.at(word)) / static_cast<double>(corpus_.sample.size());
  return share >= from && share < below;
}

const SampledArticle& QueryDraw::article() {
  return random_.pick(std::span<const SampledArticle>(corpus_.sample));
}

std::string QueryDraw::word(const SampledArticle& article, Band band, const std::string& other) {
  for (int tries = 0; tries < kTries && !article.runs.empty(); ++tries) {
    const auto& run = random_.pick(std::span<const std::vector<std::string>>(article.runs));
    const std::string& word = random_.pick(std::span<const std::string>(run));
    if (word != other && is_in(band, word)) return word;
  }
  return {};
}

NeutralQuery QueryDraw::term(Band band) {
  return {.kind = "term", .must = {word(article(), band)}};
}

NeutralQuery QueryDraw::conjunction(Band band) {
  const SampledArticle& source = article();
  const std::string first = word(source, band);
  // Users put a frequent word beside a rarer one more often than two rare ones.
  const Band second = random_.chance(0.5) ? Band::common : band;
  return {.kind = "and", .must = {first, word(source, second, first)}};
}

NeutralQuery QueryDraw::disjunction(Band band) {
  const std::string first = word(article(), band);
  return {.kind = "or", .should = {first, word(article(), band, first)}};
}

NeutralQuery QueryDraw::phrase(Band band) {
  const SampledArticle& source = article();
  for (int tries = 0; tries < kTries && !source.runs.empty(); ++tries) {
    const auto& run = random_.pick(std::span<const std::vector<std::string>>(source.runs));
    if (run.size() < 2) continue;
    const std::size_t at = random_.below(static_cast<std::uint32_t>(run.size() - 1));
    if (!is_in(band, run[at]) || is_stop_word(run[at + 1])) continue;
    return {.kind = "phrase", .must = {run[at] + " " + run[at + 1]}};
  }
  return {.kind = "phrase", .must = {""}};
}

NeutralQuery QueryDraw::filtered(Band band) {
  const SampledArticle& source = article();
  NeutralQuery query = {.kind = "filter", .must = {word(source, band)}};
  const std::size_t which = next_filter_++ % 3;
  if (which == 0 && !source.actors.empty()) query.actor = source.actors.front();
  if (which == 1 && !source.platforms.empty()) query.platform = source.platforms.front();
  if (which == 2 && is_day(source.date)) {
    query.since = source.date.substr(0, 4) + "-01-01";
    query.until = source.date.substr(0, 4) + "-12-31";
  }
  const bool has_filter = !query.actor.empty() || !query.platform.empty() || !query.since.empty();
  if (!has_filter) query.must = {""};
  return query;
}

std::vector<NeutralQuery> QueryDraw::draw(std::size_t count) {
  using Draw = NeutralQuery (QueryDraw::*)(Band);
  constexpr Draw kDraws[] = {&QueryDraw::term, &QueryDraw::conjunction, &QueryDraw::disjunction,
                             &QueryDraw::phrase, &QueryDraw::filtered};
  std::vector<NeutralQuery> queries;
  if (corpus_.sample.empty()) return queries;
  for (const Draw draw_one : kDraws) {
    std::size_t drawn = 0;
    for (std::size_t tries = 0; drawn < count && tries < 20 * count; ++tries) {
      NeutralQuery query = (this->*draw_one)(static_cast<Band>(tries % std::size(kBands)));
      const auto is_whole = [](const std::vector<std::string>& words) {
        return std::find(words.begin(), words.end(), "") == words.end();
      };
      if (!is_whole(query.must) || !is_whole(query.should)) continue;
      queries.push_back(std::move(query));
      ++drawn;
    }
  }
  return queries;
}

}  // namespace newsdex::benchmarks
