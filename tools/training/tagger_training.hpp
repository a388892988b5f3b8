// From labelled articles to a model file, with confidences that hold on articles it has not seen.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "crf_trainer.hpp"
#include "labelled_article.hpp"
#include "model_writer.hpp"

namespace newsdex::training {

struct WeightedArticle {
  const LabelledArticle* article = nullptr;
  float weight = 1;              // how often it counts
  bool for_calibration = false;  // of the kind that the tagger is made for
};

struct ModelLists {
  std::vector<discovery::ClusterRow> clusters;
  std::vector<discovery::NameRow> names;

  [[nodiscard]] discovery::WordLexicon lexicon() const { return {clusters, names}; }
};

struct TrainingOptions {
  CrfOptions crf;
  std::uint32_t fewest_items = 2;  // that a feature must occur in
  std::size_t most_rows = 50000;   // features kept
};

/// Trains once with every fifth article for calibration held out, to see how often names of a given
/// probability are right, then with all.
ModelBytes train_model(std::span<const WeightedArticle> articles, const ModelLists& lists,
                       const TrainingOptions& options);

/// Trains once, with the calibration given.
ModelBytes train_uncalibrated(
    std::span<const WeightedArticle> articles, const ModelLists& lists,
    const TrainingOptions& options,
    const std::array<discovery::Calibration, discovery::kNameClasses>& calibration = {});

}  // namespace newsdex::training
