#include "engine/plan_node.hpp"

#include <algorithm>
#include <array>

#include "engine/spoken_days.hpp"
#include "engine/word_matcher.hpp"
#include "highlight/sentence_names.hpp"
#include "storage/article_store.hpp"

namespace newsdex {
namespace {

std::uint64_t cost_of_all(const std::vector<PlanNodePtr>& operands) {
  std::uint64_t sum = 0;
  for (const PlanNodePtr& operand : operands) sum += operand->cost();
  return sum;
}

class AllNode final : public PlanNode {
 public:
  explicit AllNode(const Slice& slice) : articles_(slice.segment->articles()) {}
  void match(WindowMatch&, const WindowSet& wanted, WindowSet& out) override { out = wanted; }
  [[nodiscard]] std::uint64_t cost() const override { return articles_; }

 private:
  std::uint64_t articles_;
};

class ScoredNode final : public PlanNode {
 public:
  ScoredNode(PostingStream& postings, std::size_t leaf) : postings_(postings), leaf_(leaf) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    LeafWindow& leaf = at.leaves[leaf_];
    leaf.read(postings_, at.window, wanted);
    out = leaf.articles;
    out &= wanted;
  }
  std::uint32_t first_from(std::uint32_t article) override { return postings_.first_from(article); }
  [[nodiscard]] std::uint64_t cost() const override { return postings_.frequency(); }

 private:
  PostingStream& postings_;
  std::size_t leaf_;
};

// Articles in any of several posting lists, how often does not matter.
class PostingsNode final : public PlanNode {
 public:
  explicit PostingsNode(std::vector<PostingStream> lists) : lists_(std::move(lists)) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    out.clear();
    for (PostingStream& list : lists_) {
      list.read(at.window, wanted,
                [&](std::uint32_t offset, std::uint32_t) { out.insert(offset); });
    }
    out &= wanted;
  }
  std::uint32_t first_from(std::uint32_t article) override {
    std::uint32_t first = PostingStream::kNoArticle;
    for (PostingStream& list : lists_) first = std::min(first, list.first_from(article));
    return first;
  }
  [[nodiscard]] std::uint64_t cost() const override {
    std::uint64_t sum = 0;
    for (const PostingStream& list : lists_) sum += list.frequency();
    return sum;
  }

 private:
  std::vector<PostingStream> lists_;
};

class DateNode final : public PlanNode {
 public:
  DateNode(const DatePlan& plan, const Slice& slice)
      : first_days_(slice.columns().first_days()),
        last_days_(slice.columns().last_days()),
        from_(plan.range.first.value_or(INT32_MIN)),
        until_(plan.range.last.value_or(INT32_MAX)),
        undated_(plan.none) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    out = wanted;
    for (std::uint32_t begin = 0; begin < at.window.size(); begin += 64) {
      std::uint64_t& word = out.word(begin / 64);
      if (word != 0) word &= inside(at.window.begin + begin, at.window.end);
    }
  }
  [[nodiscard]] std::uint64_t cost() const override { return first_days_.size(); }

 private:
  // A bit each for the 64 articles from `begin` on.
  [[nodiscard]] std::uint64_t inside(std::uint32_t begin, std::uint32_t end) const {
    std::uint64_t bits = 0;
    const std::uint32_t count = std::min<std::uint32_t>(64, end - begin);
    for (std::uint32_t i = 0; i < count; ++i) {
      const Day first = first_days_[begin + i];
      const bool dated = first != kNoFirstDay;
      const bool in_range = dated && first >= from_ && last_days_[begin + i] <= until_;
      bits |= static_cast<std::uint64_t>(undated_ ? !dated : in_range) << i;
    }
    return bits;
  }

  std::span<const Day> first_days_;
  std::span<const Day> last_days_;
  Day from_;
  Day until_;
  bool undated_;
};

// Articles that were worked out on opening, or all the others.
class SetNode final : public PlanNode {
 public:
  SetNode(ArticleSet set, bool others, std::uint32_t begin)
      : set_(std::move(set)), others_(others), begin_(begin) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    const WindowSet part = set_.within({at.window.begin - begin_, at.window.end - begin_});
    out = wanted;
    if (others_) {
      out -= part;
    } else {
      out &= part;
    }
  }
  [[nodiscard]] std::uint64_t cost() const override { return set_.universe() / 64; }

 private:
  ArticleSet set_;
  bool others_;
  std::uint32_t begin_;  // the article of the segment that the set counts as its first
};

class AndNode final : public PlanNode {
 public:
  /// Where articles may match without this conjunction, as below an OR, all operands must be read
  /// for all wanted articles, since their leaves count for the score of any article that matches:
  /// then it does not narrow.
  AndNode(std::vector<PlanNodePtr> operands, bool narrows)
      : operands_(std::move(operands)), narrows_(narrows) {
    std::stable_sort(
        operands_.begin(), operands_.end(),
        [](const PlanNodePtr& a, const PlanNodePtr& b) { return a->cost() < b->cost(); });
  }

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    out = wanted;
    for (const PlanNodePtr& operand : operands_) {
      if (narrows_ && !out.any()) return;
      WindowSet matched;
      operand->match(at, narrows_ ? out : wanted, matched);
      out &= matched;
    }
  }
  std::uint32_t first_from(std::uint32_t article) override {
    return narrows_ && !operands_.empty() ? operands_.front()->first_from(article) : article;
  }
  [[nodiscard]] std::uint64_t cost() const override {
    return operands_.empty() ? 0 : operands_.front()->cost() * operands_.size();
  }

 private:
  std::vector<PlanNodePtr> operands_;
  bool narrows_;
};

class OrNode final : public PlanNode {
 public:
  explicit OrNode(std::vector<PlanNodePtr> operands) : operands_(std::move(operands)) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    out.clear();
    for (const PlanNodePtr& operand : operands_) {
      WindowSet matched;
      operand->match(at, wanted, matched);
      out |= matched;
    }
  }
  std::uint32_t first_from(std::uint32_t article) override {
    std::uint32_t first = PostingStream::kNoArticle;
    for (const PlanNodePtr& operand : operands_) {
      first = std::min(first, operand->first_from(article));
    }
    return first;
  }
  [[nodiscard]] std::uint64_t cost() const override { return cost_of_all(operands_); }

 private:
  std::vector<PlanNodePtr> operands_;
};

// Articles that match at least so many of the operands.
class AtLeastNode final : public PlanNode {
 public:
  /// `except` is an article that is left out.
  AtLeastNode(std::vector<PlanNodePtr> operands, std::uint32_t at_least, std::uint32_t except)
      : operands_(std::move(operands)), at_least_(at_least), except_(except) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    std::array<std::uint32_t, kWindowArticles> counts = {};
    for (const PlanNodePtr& operand : operands_) {
      WindowSet matched;
      operand->match(at, wanted, matched);
      matched.for_each([&](std::uint32_t offset) { ++counts[offset]; });
    }
    out.clear();
    wanted.for_each([&](std::uint32_t offset) {
      if (counts[offset] >= at_least_ && at.window.begin + offset != except_) out.insert(offset);
    });
  }
  [[nodiscard]] std::uint64_t cost() const override { return cost_of_all(operands_); }

 private:
  std::vector<PlanNodePtr> operands_;
  std::uint32_t at_least_;
  std::uint32_t except_;
};

class NotNode final : public PlanNode {
 public:
  NotNode(PlanNodePtr operand, const Slice& slice)
      : operand_(std::move(operand)), articles_(slice.segment->articles()) {}

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    WindowSet matched;
    operand_->match(at, wanted, matched);
    out = wanted;
    out -= matched;
  }
  [[nodiscard]] std::uint64_t cost() const override { return articles_ + operand_->cost(); }

 private:
  PlanNodePtr operand_;
  std::uint64_t articles_;
};

// Articles one sentence of which names all: those that have the names are read and looked through.
class SentenceNode final : public PlanNode {
 public:
  SentenceNode(PlanNodePtr names, const SentencePlan& plan, const Slice& slice)
      : names_(std::move(names)),
        groups_(plan.names.size()),
        slice_(slice),
        store_(slice.segment->segment.articles) {
    for (std::uint32_t group = 0; group < plan.names.size(); ++group) {
      for (const LabelPlan& labels : plan.names[group]) sentences_.add(labels, group);
    }
  }

  void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) override {
    WindowSet named;
    names_->match(at, wanted, named);
    out.clear();
    named.for_each([&](std::uint32_t offset) {
      slice_.check_time();
      const StoredArticle stored = store_.read(at.window.begin + offset);
      if (sentences_.any_names_all(stored, groups_)) out.insert(offset);
    });
  }
  std::uint32_t first_from(std::uint32_t article) override { return names_->first_from(article); }
  [[nodiscard]] std::uint64_t cost() const override {
    constexpr std::uint64_t kCostOfReading = 1000;  // an article, in postings
    return names_->cost() * kCostOfReading;
  }

 private:
  PlanNodePtr names_;
  std::size_t groups_;
  const Slice& slice_;
  ArticleStore store_;
  SentenceNames sentences_;
};

class Opener {
 public:
  Opener(const Slice& slice, std::span<PostingStream> scored) : slice_(slice), scored_(scored) {}

  // `narrows`: whether what does not match here does not matter.
  PlanNodePtr open(const Plan& plan, bool narrows) {
    return std::visit([&](const auto& node) { return open(node, narrows); }, plan.node);
  }

 private:
  PlanNodePtr open(const AllPlan&, bool) { return std::make_unique<AllNode>(slice_); }

  PlanNodePtr open(const WordsPlan& words, bool) { return open_leaf_node(words); }

  PlanNodePtr open(const NearPlan& near, bool) { return open_leaf_node(near); }

  template <typename Leaf>
  PlanNodePtr open_leaf_node(const Leaf& leaf) {
    if (!leaf.negated) return std::make_unique<ScoredNode>(scored_[leaf.leaf], leaf.leaf);
    std::vector<PostingStream> lists;
    lists.push_back(open_leaf(leaf, slice_).postings);
    return std::make_unique<PostingsNode>(std::move(lists));
  }

  PlanNodePtr open(const SimilarPlan& similar, bool) {
    std::vector<PlanNodePtr> words;
    for (const WordsPlan& each : similar.words) words.push_back(open_leaf_node(each));
    const bool holds_it = similar.segment == slice_.number;
    return std::make_unique<AtLeastNode>(std::move(words), similar.at_least,
                                         holds_it ? similar.article : PostingStream::kNoArticle);
  }

  PlanNodePtr open(const SentencePlan& sentence, bool) {
    std::vector<PlanNodePtr> names;
    for (const auto& alternatives : sentence.names) {
      std::vector<PlanNodePtr> nodes;
      for (const LabelPlan& labels : alternatives) nodes.push_back(open_labels(labels, slice_));
      names.push_back(std::make_unique<OrNode>(std::move(nodes)));
    }
    return std::make_unique<SentenceNode>(conjunction(std::move(names)), sentence, slice_);
  }

  PlanNodePtr open(const LabelPlan& labels, bool) { return open_labels(labels, slice_); }

  PlanNodePtr open(const DatePlan& dates, bool) {
    if (dates.field == Field::mentions) {
      return std::make_unique<SetNode>(articles_speaking_of(dates.range, slice_), dates.none,
                                       slice_.begin);
    }
    return std::make_unique<DateNode>(dates, slice_);
  }

  PlanNodePtr open(const AndPlan& plan, bool narrows) {
    return std::make_unique<AndNode>(open(plan.operands, narrows), narrows);
  }

  PlanNodePtr open(const OrPlan& plan, bool) {
    return std::make_unique<OrNode>(open(plan.operands, false));
  }

  PlanNodePtr open(const NotPlan& plan, bool) {
    return std::make_unique<NotNode>(open(plan.operand.front(), true), slice_);
  }

  std::vector<PlanNodePtr> open(const std::vector<Plan>& plans, bool narrows) {
    std::vector<PlanNodePtr> nodes;
    for (const Plan& plan : plans) nodes.push_back(open(plan, narrows));
    return nodes;
  }

  const Slice& slice_;
  std::span<PostingStream> scored_;
};

}  // namespace

PlanNodePtr open_plan(const Plan& plan, const Slice& slice, std::span<PostingStream> scored) {
  return Opener(slice, scored).open(plan, true);
}

PlanNodePtr open_labels(const LabelPlan& labels, const Slice& slice) {
  std::vector<PostingStream> lists;
  for (const std::string& term : labels.terms) {
    lists.emplace_back(slice.postings().postings(term));
  }
  return std::make_unique<PostingsNode>(std::move(lists));
}

PlanNodePtr negation(PlanNodePtr node, const Slice& slice) {
  return std::make_unique<NotNode>(std::move(node), slice);
}

PlanNodePtr conjunction(std::vector<PlanNodePtr> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  return std::make_unique<AndNode>(std::move(operands), true);
}

}  // namespace newsdex
