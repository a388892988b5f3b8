#include "calibration.hpp"

#include <algorithm>
#include <cmath>

#include "name_scores.hpp"
#include "training_set.hpp"

namespace newsdex::training {
namespace {

constexpr std::size_t kFewestJudgements = 30;
constexpr int kSteps = 50;
constexpr double kRidge = 1e-3;
constexpr double kShortestStep = 1e-6;

struct Point {
  double slope = 1;
  double offset = 0;
};

double logistic(const Point& at, double logit) {
  return 1 / (1 + std::exp(-(at.slope * logit + at.offset)));
}

// The negative log likelihood of the judgements, with a ridge that keeps it from running away.
class Loss {
 public:
  explicit Loss(std::span<const Judgement> judgements) : judgements_(judgements) {
    const auto right = static_cast<double>(std::count_if(
        judgements.begin(), judgements.end(), [](const Judgement& j) { return j.right; }));
    high_ = (right + 1) / (right + 2);
    low_ = 1 / (static_cast<double>(judgements.size()) - right + 2);
  }

  [[nodiscard]] double at(const Point& point) const {
    double sum = kRidge / 2 * (square(point.slope - 1) + square(point.offset));
    for (const Judgement& judgement : judgements_) {
      const double x = point.slope * judgement.logit + point.offset;
      // log(1 + e^x) - target * x, without overflow
      sum += std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))) - target(judgement) * x;
    }
    return sum;
  }

  // Newton's step from `point`.
  [[nodiscard]] Point step(const Point& point) const {
    double slope_gradient = kRidge * (point.slope - 1);
    double offset_gradient = kRidge * point.offset;
    double slopes = kRidge;
    double both = 0;
    double offsets = kRidge;
    for (const Judgement& judgement : judgements_) {
      const double p = logistic(point, judgement.logit);
      const double error = p - target(judgement);
      const double curve = p * (1 - p);
      slope_gradient += error * judgement.logit;
      offset_gradient += error;
      slopes += curve * judgement.logit * judgement.logit;
      both += curve * judgement.logit;
      offsets += curve;
    }
    const double determinant = slopes * offsets - both * both;
    return {-(offsets * slope_gradient - both * offset_gradient) / determinant,
            -(slopes * offset_gradient - both * slope_gradient) / determinant};
  }

 private:
  static double square(double x) { return x * x; }
  [[nodiscard]] double target(const Judgement& judgement) const {
    return judgement.right ? high_ : low_;
  }

  std::span<const Judgement> judgements_;
  double high_ = 1;
  double low_ = 0;
};

}  // namespace

discovery::Calibration fit_calibration(std::span<const Judgement> judgements) {
  const Loss loss(judgements);
  Point best;
  double least = loss.at(best);
  for (int step = 0; step < kSteps; ++step) {
    const Point way = loss.step(best);
    // Halved until it leads down: far from the least loss, Newton's steps are too long.
    for (double length = 1; length > kShortestStep; length /= 2) {
      const Point next{best.slope + length * way.slope, best.offset + length * way.offset};
      const double there = loss.at(next);
      if (!(there < least)) continue;
      best = next;
      least = there;
      break;
    }
  }
  if (best.slope <= 0) return {};
  return {static_cast<float>(best.slope), static_cast<float>(best.offset)};
}

std::array<discovery::Calibration, discovery::kNameClasses> calibrate(
    std::string_view model, std::span<const LabelledArticle* const> articles) {
  const NameTagger tagger(model);
  Analyzer analyzer;
  std::array<std::vector<Judgement>, discovery::kNameClasses> judgements;
  for (const LabelledArticle* article : articles) {
    const AnalyzedLabels analyzed(*article, analyzer);
    const std::vector<TokenName> expected = token_names(article->names, analyzed.view());
    for (const FoundName& found : tagger.tag(analyzed.view())) {
      const std::vector<LabelledName> one = labelled(std::span(&found, 1));
      const std::vector<TokenName> name = token_names(one, analyzed.view());
      if (name.empty()) continue;
      const double p = found.confidence / 100.0;
      judgements[static_cast<std::size_t>(one.front().name_class)].push_back(
          {std::log(p / (1 - p)),
           std::binary_search(expected.begin(), expected.end(), name.front())});
    }
  }
  std::array<discovery::Calibration, discovery::kNameClasses> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (judgements[i].size() >= kFewestJudgements) out[i] = fit_calibration(judgements[i]);
  }
  return out;
}

}  // namespace newsdex::training
