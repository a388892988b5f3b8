#include "ranking_measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace newsdex::evaluation {
namespace {

constexpr std::size_t kShown = 10;
constexpr std::size_t kFarShown = 100;

double gain_of(const std::string& document, const Judgments& judgments) {
  const auto found = judgments.find(document);
  return found == judgments.end() ? 0 : std::max(found->second, 0.0);
}

double discounted(std::span<const double> gains) {
  double sum = 0;
  for (std::size_t rank = 0; rank < std::min(gains.size(), kShown); ++rank) {
    sum += gains[rank] / std::log2(static_cast<double>(rank) + 2);
  }
  return sum;
}

std::vector<double> ideal_gains(const Judgments& judgments) {
  std::vector<double> gains;
  for (const auto& [document, gain] : judgments) {
    if (gain > 0) gains.push_back(gain);
  }
  std::sort(gains.begin(), gains.end(), std::greater<>());
  return gains;
}

}  // namespace

RankingMeasures& RankingMeasures::operator+=(const RankingMeasures& other) {
  ndcg10 += other.ndcg10;
  average_precision += other.average_precision;
  precision10 += other.precision10;
  recall100 += other.recall100;
  return *this;
}

RankingMeasures& RankingMeasures::operator/=(double topics) {
  ndcg10 /= topics;
  average_precision /= topics;
  precision10 /= topics;
  recall100 /= topics;
  return *this;
}

RankingMeasures measure(std::span<const std::string> ranking, const Judgments& judgments) {
  RankingMeasures out;
  const std::vector<double> ideal = ideal_gains(judgments);
  if (ideal.empty()) return out;
  const auto relevant = static_cast<double>(ideal.size());
  std::vector<double> gains;
  double found = 0;
  for (const std::string& document : ranking) {
    gains.push_back(gain_of(document, judgments));
    if (gains.back() == 0) continue;
    found += 1;
    out.average_precision += found / static_cast<double>(gains.size()) / relevant;
    if (gains.size() <= kShown) out.precision10 += 1.0 / static_cast<double>(kShown);
    if (gains.size() <= kFarShown) out.recall100 += 1 / relevant;
  }
  out.ndcg10 = discounted(gains) / discounted(ideal);
  return out;
}

}  // namespace newsdex::evaluation
