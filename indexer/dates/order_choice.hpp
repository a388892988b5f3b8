// "04/05/2018" in metadata: which of its two days is meant.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dates/written_day.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

/// Chooses the reading that the article's other dates lie near, else the one that the first weekday
/// of its text fits.
class OrderChoice {
 public:
  OrderChoice(const Article& article, const AnalyzedArticle& analyzed,
              std::span<const DateMention> mentions);

  /// nullopt where nothing tells, or both readings are as good.
  [[nodiscard]] std::optional<PartialDate> choose(std::span<const PartialDate> readings) const;

 private:
  std::vector<WrittenDay> days_;
  std::optional<int> weekday_;
};

}  // namespace newsdex
