#include "engine/feedback.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "engine/article_stems.hpp"
#include "engine/leaf_shares.hpp"

namespace newsdex {
namespace {

using Model = std::map<std::string, double>;  // stem to probability

double sum_of_scores(std::span<const RankedArticle> articles) {
  return std::accumulate(articles.begin(), articles.end(), 0.0,
                         [](double sum, const RankedArticle& each) { return sum + each.score; });
}

// What the articles speak of, each in proportion to its score.
Model relevance_model(std::span<const RankedArticle> articles, const SearchTools& tools) {
  Model model;
  const double scores = sum_of_scores(articles);
  for (const RankedArticle& each : articles) {
    tools.deadline.check();
    const LiveSegment& segment = tools.collection.segments()[each.segment];
    const auto counts = count_stems(segment.stored(each.article).article, tools.analyzer);
    double length = 0;
    for (const auto& [stem, count] : counts) length += count;
    for (const auto& [stem, count] : counts) model[stem] += each.score / scores * count / length;
  }
  return model;
}

// The likeliest words, by falling probability; of equals the first by bytes.
std::vector<std::pair<double, std::string>> likeliest(const Model& model) {
  std::vector<std::pair<double, std::string>> words;
  for (const auto& [stem, probability] : model) words.emplace_back(-probability, stem);
  const std::size_t kept = std::min(kFeedbackWords, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end());
  words.resize(kept);
  for (auto& [probability, stem] : words) probability = -probability;
  return words;
}

}  // namespace

std::vector<AddedLeaf> feedback_leaves(const SearchPlan& plan, const SearchTools& tools) {
  const std::vector<double> shares = leaf_shares(plan.scored);
  const double query = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (query == 0) return {};
  SearchRequest request;
  request.limit = kFeedbackArticles;
  request.fold = true;
  Search first(request, plan, tools.collection, tools.deadline);
  first.run(tools.pool, tools.threads);
  if (sum_of_scores(first.page()) == 0) return {};
  const auto words = likeliest(relevance_model(first.page(), tools));
  double all = 0;
  for (const auto& [probability, stem] : words) all += probability;
  std::vector<AddedLeaf> leaves;
  for (const auto& [probability, stem] : words) {
    const double share = query * kFeedbackShare / (1 - kFeedbackShare) * probability / all;
    leaves.push_back({words_with_stem(stem), share});
  }
  return leaves;
}

}  // namespace newsdex
