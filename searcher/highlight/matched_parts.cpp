#include "highlight/matched_parts.hpp"

#include <algorithm>

#include "storage/date_terms.hpp"

namespace newsdex {
namespace {

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool has_label(const LabelPlan& labels, const StoredArticle& stored) {
  switch (labels.field) {
    case Field::source:
      return holds(labels.values, stored.article.source);
    case Field::language:
      return holds(labels.values, stored.article.language);
    case Field::date_source:
      return holds(labels.values, to_string(stored.date.source));
    case Field::tagged_by:
      return std::any_of(stored.mentions.begin(), stored.mentions.end(),
                         [&](const StoredMention& mention) {
                           return holds(labels.values, to_string(mention.rule));
                         });
    default:
      return std::any_of(
          stored.mentions.begin(), stored.mentions.end(), [&](const StoredMention& mention) {
            return field_of(mention.type) == labels.field && holds(labels.values, mention.name);
          });
  }
}

bool has_date(const DatePlan& plan, const StoredArticle& stored) {
  if (plan.field == Field::mentions) {
    const bool any = std::any_of(
        stored.dates.begin(), stored.dates.end(),
        [&](const StoredDate& date) { return plan.none || speaks_of(date.days, plan.range); });
    return any != plan.none;
  }
  const PartialDate& date = stored.date.value;
  if (plan.none || date.precision == DatePrecision::none) {
    return plan.none == (date.precision == DatePrecision::none);
  }
  return lies_within({first_day(date), last_day(date)}, plan.range);
}

SentenceNames names_of(const SentencePlan& plan) {
  SentenceNames names;
  for (std::uint32_t group = 0; group < plan.names.size(); ++group) {
    for (const LabelPlan& labels : plan.names[group]) names.add(labels, group);
  }
  return names;
}

// The plan evaluated on one article.
class BranchWalk {
 public:
  BranchWalk(const StoredArticle& stored, const std::vector<bool>& present,
             const std::map<const Plan*, std::size_t>& negated, MatchedParts& parts)
      : stored_(stored), present_(present), negated_(negated), parts_(parts) {}

  // Of a plan that matches: drops what does not belong to it.
  void prune(const Plan& plan) {
    if (const auto* both = std::get_if<AndPlan>(&plan.node)) {
      for (const Plan& operand : both->operands) prune(operand);
    }
    if (const auto* either = std::get_if<OrPlan>(&plan.node)) prune_branches(either->operands);
  }

 private:
  void prune_branches(const std::vector<Plan>& branches) {
    std::vector<const Plan*> others;
    for (const Plan& branch : branches) {
      if (matches(branch)) {
        prune(branch);
      } else {
        others.push_back(&branch);
      }
    }
    // Where none seems to match, what is stored and what was indexed tell different things.
    if (others.size() == branches.size()) return;
    for (const Plan* branch : others) drop(*branch);
  }

  [[nodiscard]] bool matches(const Plan& plan) const {
    return std::visit([&](const auto& node) { return matches(node, plan); }, plan.node);
  }
  [[nodiscard]] static bool matches(const AllPlan&, const Plan&) { return true; }
  template <typename Leaf>
  requires std::is_same_v<Leaf, WordsPlan> || std::is_same_v<Leaf, NearPlan>
  [[nodiscard]] bool matches(const Leaf& leaf, const Plan& plan) const {
    if (!leaf.negated) return present_[leaf.leaf];
    const auto number = negated_.find(&plan);
    return number != negated_.end() && present_[number->second];
  }
  [[nodiscard]] bool matches(const LabelPlan& labels, const Plan&) const {
    return has_label(labels, stored_);
  }
  [[nodiscard]] bool matches(const DatePlan& dates, const Plan&) const {
    return has_date(dates, stored_);
  }
  [[nodiscard]] bool matches(const SentencePlan& sentence, const Plan&) const {
    return names_of(sentence).any_names_all(stored_, sentence.names.size());
  }
  // Below a NOT its words have no numbers; nothing is marked there, and little hangs on it.
  [[nodiscard]] bool matches(const SimilarPlan& similar, const Plan&) const {
    const auto together = std::count_if(
        similar.words.begin(), similar.words.end(),
        [&](const WordsPlan& words) { return !words.negated && present_[words.leaf]; });
    return static_cast<std::size_t>(together) >= similar.at_least;
  }
  [[nodiscard]] bool matches(const AndPlan& both, const Plan&) const {
    return std::all_of(both.operands.begin(), both.operands.end(),
                       [&](const Plan& operand) { return matches(operand); });
  }
  [[nodiscard]] bool matches(const OrPlan& either, const Plan&) const {
    return std::any_of(either.operands.begin(), either.operands.end(),
                       [&](const Plan& operand) { return matches(operand); });
  }
  [[nodiscard]] bool matches(const NotPlan& no, const Plan&) const {
    return !matches(no.operand.front());
  }

  void drop(const Plan& plan) {
    std::visit([&](const auto& node) { drop(node); }, plan.node);
  }
  void drop(const AllPlan&) {}
  void drop(const NotPlan&) {}
  template <typename Leaf>
  requires std::is_same_v<Leaf, WordsPlan> || std::is_same_v<Leaf, NearPlan>
  void drop(const Leaf& leaf) {
    if (!leaf.negated) parts_.leaves[leaf.leaf] = false;
  }
  void drop(const LabelPlan& labels) {
    if (labels.mark) parts_.marked[*labels.mark] = false;
  }
  void drop(const DatePlan& dates) {
    if (dates.spoken) parts_.spoken[*dates.spoken] = false;
  }
  void drop(const SimilarPlan& similar) {
    for (const WordsPlan& words : similar.words) drop(words);
  }
  void drop(const SentencePlan& sentence) {
    for (const auto& alternatives : sentence.names) {
      for (const LabelPlan& labels : alternatives) drop(labels);
    }
  }
  template <typename Branch>
  requires std::is_same_v<Branch, AndPlan> || std::is_same_v<Branch, OrPlan>
  void drop(const Branch& branch) {
    for (const Plan& operand : branch.operands) drop(operand);
  }

  const StoredArticle& stored_;
  const std::vector<bool>& present_;
  const std::map<const Plan*, std::size_t>& negated_;
  MatchedParts& parts_;
};

}  // namespace

PartMatcher::PartMatcher(const SearchPlan& plan)
    : plan_(plan), leaves_(plan.scored.begin(), plan.scored.end()) {
  collect(plan.rest);
}

void PartMatcher::collect(const Plan& plan) {
  const auto add = [&](const auto& leaf) {
    if (!leaf.negated) return;
    negated_.emplace(&plan, leaves_.size());
    leaves_.emplace_back(leaf);
  };
  if (const auto* words = std::get_if<WordsPlan>(&plan.node)) add(*words);
  if (const auto* near = std::get_if<NearPlan>(&plan.node)) add(*near);
  if (const auto* names = std::get_if<SentencePlan>(&plan.node)) sentences_.push_back(names);
  const auto collect_all = [&](const std::vector<Plan>& operands) {
    for (const Plan& operand : operands) collect(operand);
  };
  if (const auto* both = std::get_if<AndPlan>(&plan.node)) collect_all(both->operands);
  if (const auto* either = std::get_if<OrPlan>(&plan.node)) collect_all(either->operands);
  if (const auto* no = std::get_if<NotPlan>(&plan.node)) collect_all(no->operand);
}

MatchedParts PartMatcher::match(const StoredArticle& stored,
                                const std::vector<bool>& present) const {
  MatchedParts parts = {std::vector<bool>(plan_.scored.size(), true),
                        std::vector<bool>(plan_.marked.size(), true),
                        std::vector<bool>(plan_.spoken.size(), true),
                        {}};
  parts.within.resize(plan_.marked.size());
  BranchWalk(stored, present, negated_, parts).prune(plan_.rest);
  for (const SentencePlan* sentence : sentences_) {
    std::optional<SentenceNames::Sentences> where;
    for (const auto& alternatives : sentence->names) {
      for (const LabelPlan& labels : alternatives) {
        if (!labels.mark || !parts.marked[*labels.mark]) continue;
        if (!where) where = names_of(*sentence).naming_all(stored, sentence->names.size());
        parts.within[*labels.mark] = where;
      }
    }
  }
  return parts;
}

}  // namespace newsdex
