#include "tagger_training.hpp"

#include "calibration.hpp"
#include "training_set.hpp"

namespace newsdex::training {
namespace {

constexpr std::size_t kFolds = 5;

}  // namespace

ModelBytes train_uncalibrated(
    std::span<const WeightedArticle> articles, const ModelLists& lists,
    const TrainingOptions& options,
    const std::array<discovery::Calibration, discovery::kNameClasses>& calibration) {
  TrainingSet set(lists.lexicon());
  for (const WeightedArticle& article : articles) set.add(*article.article, article.weight);
  set.number_features(options.fewest_items);
  const CrfWeights weights = train_crf(set, options.crf);
  return write_model({set.feature_keys(), weights, lists.clusters, lists.names, calibration},
                     options.most_rows);
}

ModelBytes train_model(std::span<const WeightedArticle> articles, const ModelLists& lists,
                       const TrainingOptions& options) {
  std::vector<WeightedArticle> seen;
  std::vector<const LabelledArticle*> held_out;
  std::size_t counted = 0;
  for (const WeightedArticle& article : articles) {
    if (article.for_calibration && ++counted % kFolds == 0) {
      held_out.push_back(article.article);
    } else {
      seen.push_back(article);
    }
  }
  const ModelBytes first = train_uncalibrated(seen, lists, options);
  return train_uncalibrated(articles, lists, options, calibrate(first.view(), held_out));
}

}  // namespace newsdex::training
