// Finds the gazetteer's names in an article.
//
// One pass of a token automaton finds the longest listed form at each place; flags, context and
// country decide whether it counts; then surnames are linked back to the persons that the article
// names in full. A surname two of them share is nobody's unless a title, a form of address or the
// nearest full name decides. Titles alone are resolved by country and date of publication.
#pragma once

#include <memory>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

struct Recognition {
  std::vector<Mention> mentions;          // by field, then begin; never overlapping
  std::vector<RejectedMention> rejected;  // only filled when asked for
};

/// Immutable after construction: share one among threads.
class EntityRecognizer {
 public:
  /// `gazetteer` must outlive the recogniser.
  explicit EntityRecognizer(const Gazetteer& gazetteer);
  ~EntityRecognizer();
  EntityRecognizer(const EntityRecognizer&) = delete;
  EntityRecognizer& operator=(const EntityRecognizer&) = delete;

  /// `keep_rejected` also collects what was turned down and why. Titles that stand for a person are
  /// resolved only for an article whose date of publication is known.
  [[nodiscard]] Recognition recognize(const AnalyzedArticle& article, bool keep_rejected = false,
                                      const PartialDate& published = {}) const;

 private:
  struct Automaton;
  const Gazetteer& gazetteer_;
  std::unique_ptr<Automaton> automaton_;
};

}  // namespace newsdex
