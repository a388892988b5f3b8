#include "engine/matcher.hpp"

#include "engine/word_matcher.hpp"

namespace newsdex {
namespace {

ArticleSet to_set(const std::vector<Posting>& postings, std::uint32_t articles) {
  ArticleSet set(articles);
  for (const Posting& posting : postings) set.insert(posting.article);
  return set;
}

class Matcher {
 public:
  Matcher(const LiveSegment& segment, const LeafPostings& leaves)
      : segment_(segment), leaves_(leaves) {}

  ArticleSet match(const Plan& plan) const {
    return std::visit([&](const auto& node) { return match(node); }, plan.node);
  }

 private:
  [[nodiscard]] ArticleSet match(const AllPlan&) const { return segment_.live; }

  [[nodiscard]] ArticleSet match(const WordsPlan& words) const {
    if (!words.negated) return to_set(leaves_[words.leaf], universe());
    return to_set(match_words(words, segment_), universe());
  }

  [[nodiscard]] ArticleSet match(const LabelPlan& labels) const {
    return match_labels(labels, segment_);
  }

  [[nodiscard]] ArticleSet match(const DatePlan& dates) const {
    const SegmentColumns& columns = segment_.segment.columns;
    ArticleSet set(universe());
    segment_.live.for_each([&](std::uint32_t article) {
      const Day first = columns.first_days()[article];
      const Day last = columns.last_days()[article];
      const bool undated = first == kNoFirstDay;
      const bool inside = !undated && (!dates.range.first || first >= *dates.range.first) &&
                          (!dates.range.last || last <= *dates.range.last);
      if (dates.none ? undated : inside) set.insert(article);
    });
    return set;
  }

  [[nodiscard]] ArticleSet match(const AndPlan& plan) const {
    ArticleSet set = segment_.live;
    for (const Plan& operand : plan.operands) set &= match(operand);
    return set;
  }

  [[nodiscard]] ArticleSet match(const OrPlan& plan) const {
    ArticleSet set(universe());
    for (const Plan& operand : plan.operands) set |= match(operand);
    return set;
  }

  [[nodiscard]] ArticleSet match(const NotPlan& plan) const {
    ArticleSet set = segment_.live;
    set -= match(plan.operand.front());
    return set;
  }

  [[nodiscard]] std::uint32_t universe() const { return segment_.live.universe(); }

  const LiveSegment& segment_;
  const LeafPostings& leaves_;
};

}  // namespace

LeafPostings match_leaves(const SearchPlan& plan, const LiveSegment& segment) {
  LeafPostings leaves;
  leaves.reserve(plan.scored.size());
  for (const WordsPlan& words : plan.scored) leaves.push_back(match_words(words, segment));
  return leaves;
}

ArticleSet match_plan(const Plan& plan, const LiveSegment& segment, const LeafPostings& leaves) {
  return Matcher(segment, leaves).match(plan);
}

ArticleSet match_labels(const LabelPlan& labels, const LiveSegment& segment) {
  ArticleSet set(segment.live.universe());
  for (const std::string& term : labels.terms) {
    segment.segment.postings.read(term, [&](std::span<const Posting> batch) {
      for (const Posting& posting : batch) set.insert(posting.article);
    });
  }
  set &= segment.live;
  return set;
}

}  // namespace newsdex
