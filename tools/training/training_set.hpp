// Articles as the trainer works on them: rows of items with their features numbered.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "discovery/article_context.hpp"
#include "discovery/name_label.hpp"
#include "labelled_article.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex::training {

/// An article with the tokens of both fields.
class AnalyzedLabels {
 public:
  AnalyzedLabels(const LabelledArticle& article, Analyzer& analyzer);
  [[nodiscard]] AnalyzedArticle view() const;

 private:
  const LabelledArticle& article_;
  TokenStream title_;
  TokenStream body_;
};

/// The label of each item of `context`, the context of `article`.
std::vector<discovery::Label> labels_of(const LabelledArticle& article,
                                        const discovery::ArticleContext& context);

/// A row of items that is labelled together.
struct TrainingRow {
  std::uint32_t begin = 0;  // items of the set
  std::uint32_t end = 0;
  float weight = 1;
};

class TrainingSet {
 public:
  explicit TrainingSet(const discovery::WordLexicon& lexicon) : lexicon_(lexicon) {}

  /// Errors in `article` count `weight` times.
  void add(const LabelledArticle& article, float weight);

  /// Numbers the features that occur in at least `fewest` items and drops the others. Call once,
  /// when all articles are added.
  void number_features(std::uint32_t fewest);

  [[nodiscard]] std::span<const TrainingRow> rows() const { return rows_; }
  [[nodiscard]] discovery::Label label(std::uint32_t item) const { return labels_[item]; }
  [[nodiscard]] std::span<const std::uint32_t> features(std::uint32_t item) const {
    return {numbers_.data() + begins_[item], numbers_.data() + begins_[item + 1]};
  }

  /// The key of each feature, by its number.
  [[nodiscard]] std::span<const std::uint64_t> feature_keys() const { return feature_keys_; }

 private:
  discovery::WordLexicon lexicon_;
  Analyzer analyzer_;
  std::vector<TrainingRow> rows_;
  std::vector<discovery::Label> labels_;
  std::vector<std::uint64_t> keys_;     // of all items, one after the other
  std::vector<std::uint32_t> numbers_;  // the same, once numbered
  std::vector<std::uint32_t> begins_{0};
  std::vector<std::uint64_t> feature_keys_;
};

}  // namespace newsdex::training
