// By which parts of a plan an article matched.
//
// What stands in a branch that the article does not match is no reason why it was found: of
// `ban OR (durov NOT chanel)` an article with both names has matched by the ban alone.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "highlight/sentence_names.hpp"
#include "query/plan.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// A bit each for the plan's scored leaves, marked labels and days spoken of: whether the article
/// may have matched by it.
struct MatchedParts {
  std::vector<bool> leaves;
  std::vector<bool> marked;
  std::vector<bool> spoken;
  // Of a label that must be named together with others: where it is.
  std::vector<std::optional<SentenceNames::Sentences>> within;  // by marked label
};

class PartMatcher {
 public:
  /// The plan must outlive it.
  explicit PartMatcher(const SearchPlan& plan);

  /// The leaves it must know of: the plan's scored ones, then those under a NOT that decide about a
  /// branch.
  [[nodiscard]] std::span<const LeafPlan> leaves() const { return leaves_; }

  /// `present` says of each of leaves() whether it stands in the article, which matches the plan.
  [[nodiscard]] MatchedParts match(const StoredArticle& stored,
                                   const std::vector<bool>& present) const;

 private:
  void collect(const Plan& plan);

  const SearchPlan& plan_;
  std::vector<LeafPlan> leaves_;
  std::map<const Plan*, std::size_t> negated_;  // numbers of leaves under a NOT
  std::vector<const SentencePlan*> sentences_;
};

}  // namespace newsdex
