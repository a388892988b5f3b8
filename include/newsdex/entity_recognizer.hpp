// Finds the gazetteer's names in an article.
//
// One pass of a token automaton finds the longest listed form at each place; flags, context and
// country decide whether it counts; then surnames are linked back to the persons that the article
// names in full. A surname two of them share is nobody's unless a title, a form of address or the
// nearest full name decides. Titles alone are resolved by country and date of publication.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// A place where a person's name stands and somebody else is meant, or may be: it counts for nobody
/// of the list, and no later step may give it to `entity`.
struct RefusedPlace {
  std::uint32_t entity = 0;
  TextField field = TextField::body;
  bool ambiguous = false;         // it is the surname of several persons, `entity` among them
  bool other_given_name = false;  // another given name stands before it: "Jeb Bush"
  std::uint32_t begin = 0;        // bytes into the field's text
  std::uint32_t end = 0;
};

/// Bytes [begin, end) of a body that say who made the article: a byline, a photo credit, an agency.
struct CreditSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const CreditSpan&) const = default;
};

struct Recognition {
  std::vector<Mention> mentions;          // by field, then begin; never overlapping
  std::vector<RejectedMention> rejected;  // only filled when asked for
  std::vector<UnresolvedTitle> titles;    // of nobody; only filled when asked for
  std::vector<RefusedPlace> refused;      // by field, then begin
  std::vector<CreditSpan> credits;        // ascending
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
  std::unique_ptr<Automaton> automaton_;
};

}  // namespace newsdex
