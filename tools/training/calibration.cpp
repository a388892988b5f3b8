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

}  // namespace

discovery::Calibration fit_calibration(std::span<const Judgement> judgements) {
  const auto right = static_cast<double>(std::count_if(judgements.begin(), judgements.end(),
                                                       [](const Judgement& j) { return j.right; }));
  const double wrong = static_cast<double>(judgements.size()) - right;
  const double high = (right + 1) / (right + 2);
  const double low = 1 / (wrong + 2);
  double slope = 1;
  double offset = 0;
  for (int step = 0; step < kSteps; ++step) {
    // Gradient and second derivatives of the negative log likelihood.
    double gs = kRidge * (slope - 1);
    double go = kRidge * offset;
    double ss = kRidge;
    double so = 0;
    double oo = kRidge;
    for (const Judgement& judgement : judgements) {
      const double p = 1 / (1 + std::exp(-(slope * judgement.logit + offset)));
      const double error = p - (judgement.right ? high : low);
      const double curve = p * (1 - p);
      gs += error * judgement.logit;
      go += error;
      ss += curve * judgement.logit * judgement.logit;
      so += curve * judgement.logit;
      oo += curve;
    }
    const double determinant = ss * oo - so * so;
    if (determinant <= 0) break;
    slope -= (oo * gs - so * go) / determinant;
    offset -= (ss * go - so * gs) / determinant;
  }
  if (!std::isfinite(slope) || !std::isfinite(offset) || slope <= 0) return {};
  return {static_cast<float>(slope), static_cast<float>(offset)};
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
