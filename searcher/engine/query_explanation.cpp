#include "engine/query_explanation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/feedback.hpp"
#include "engine/planner.hpp"
#include "engine/search.hpp"
#include "engine/word_planner.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kListedWords = 12;

std::string joined(const std::vector<std::string>& words) {
  const std::size_t shown = std::min(words.size(), kListedWords);
  const std::span<const std::string> first(words.data(), shown);
  std::string list = fmt::format("{}", fmt::join(first, " "));
  if (shown < words.size()) list += fmt::format(" and {} more", words.size() - shown);
  return list;
}

// A word by its stems, of which there is more than one where languages differ.
std::string meaning_of(const WordSlot& slot, bool exact) {
  if (slot.expansion) return joined(slot.expansion->forms);
  return exact ? slot.form : fmt::format("{}", fmt::join(slot.stems, "|"));
}

std::string meaning_of(const WordsPlan& words) {
  std::vector<std::string> sequences;
  for (const WordSequence& sequence : words.sequences) {
    std::string text;
    for (const WordSlot& slot : sequence) {
      text += fmt::format("{}{}", text.empty() ? "" : " ", meaning_of(slot, words.exact));
    }
    sequences.push_back(std::move(text));
  }
  const std::string all = fmt::format("{}", fmt::join(sequences, ", "));
  const bool is_pattern = !words.sequences.empty() && words.sequences.front().front().expansion;
  if (is_pattern) {
    return fmt::format("{} forms: {}", words.sequences.front().front().expansion->forms.size(),
                       all);
  }
  return words.sequences.empty() || words.exact ? "" : fmt::format("stem {}", all);
}

std::uint64_t count_articles(const SearchPlan& plan, const SearchTools& tools) {
  SearchRequest request;
  request.limit = 0;
  Search search(request, plan, tools.collection, tools.deadline);
  search.run(tools.pool, tools.threads);
  return search.result()->total;
}

class Explainer {
 public:
  explicit Explainer(const SearchTools& tools)
      : tools_(tools), words_(tools.collection, tools.analyzer, tools.deadline) {}

  tl::expected<std::vector<ExplainedLeaf>, QueryError> run(const Query& query) {
    add(query, false);
    if (error_) return tl::unexpected(*error_);
    return std::move(leaves_);
  }

 private:
  void add(const Query& query, bool negated) {
    std::visit([&](const auto& node) { add(node, query, negated); }, query.node);
  }
  void add(const AllQuery&, const Query&, bool) {}
  void add(const AndQuery& both, const Query&, bool negated) { add_each(both.operands, negated); }
  void add(const OrQuery& either, const Query&, bool negated) {
    add_each(either.operands, negated);
  }
  void add(const NotQuery& no, const Query&, bool negated) { add_each(no.operand, !negated); }
  // Its words by themselves, then how many articles have them near one another.
  void add(const NearQuery& near, const Query& query, bool negated) {
    add_each(near.operands, negated);
    add_leaf(query, negated, "");
  }
  void add(const SentenceQuery& sentence, const Query& query, bool negated) {
    add_each(sentence.operand, negated);
    add_leaf(query, negated, "");
  }
  template <typename Words>
  requires std::is_same_v<Words, WordQuery> || std::is_same_v<Words, PhraseQuery> ||
      std::is_same_v<Words, PrefixQuery> || std::is_same_v<Words, FuzzyQuery>
  void add(const Words& words, const Query& query, bool negated) {
    add_leaf(query, negated, meaning_of(words_.plan(words)));
  }
  template <typename Leaf>
  requires std::is_same_v<Leaf, ValueQuery> || std::is_same_v<Leaf, DateQuery> ||
      std::is_same_v<Leaf, SimilarQuery>
  void add(const Leaf&, const Query& query, bool negated) { add_leaf(query, negated, ""); }

  void add_each(const std::vector<Query>& operands, bool negated) {
    for (const Query& operand : operands) add(operand, negated);
  }

  void add_leaf(const Query& query, bool negated, std::string meaning) {
    if (error_) return;
    const auto plan = plan_search(query, tools_.collection, tools_.analyzer, tools_.deadline);
    if (!plan) {
      error_ = plan.error();
      return;
    }
    if (meaning.empty()) meaning = meaning_of(*plan);
    leaves_.push_back(
        {to_query_text(query), std::move(meaning), count_articles(*plan, tools_), negated});
  }

  static std::string meaning_of(const WordsPlan& words) { return newsdex::meaning_of(words); }

  // The names that a value stands for, the words that a similar article should have.
  static std::string meaning_of(const SearchPlan& plan) {
    const LabelPlan* const labels = plan.filters.empty() ? nullptr : plan.filters.front().labels();
    if (labels != nullptr) return joined_values(labels->values);
    const auto* const similar = std::get_if<SimilarPlan>(&plan.rest.node);
    if (similar == nullptr) return "";
    std::vector<std::string> stems;
    for (const WordsPlan& words : similar->words) {
      stems.push_back(words.sequences.front().front().form);
    }
    return fmt::format("{} of {} stems: {}", similar->at_least, stems.size(), joined(stems));
  }

  static std::string joined_values(const std::vector<std::string>& values) {
    return fmt::format("{}", fmt::join(values, ", "));
  }

  SearchTools tools_;
  WordPlanner words_;
  std::vector<ExplainedLeaf> leaves_;
  std::optional<QueryError> error_;
};

}  // namespace

tl::expected<std::vector<ExplainedLeaf>, QueryError> explain_leaves(const Query& query,
                                                                    const SearchTools& tools) {
  return Explainer(tools).run(query);
}

tl::expected<std::vector<AddedWord>, QueryError> explain_added_words(const Query& query,
                                                                     const SearchTools& tools) {
  const auto plan = plan_search(query, tools.collection, tools.analyzer, tools.deadline);
  if (!plan) return tl::unexpected(plan.error());
  std::vector<AddedWord> words;
  for (const AddedLeaf& leaf : feedback_leaves(*plan, tools)) {
    SearchPlan alone;
    alone.rest = {leaf.words};
    alone.scored = {leaf.words};
    words.push_back(
        {leaf.words.sequences.front().front().form, leaf.share, count_articles(alone, tools)});
  }
  return words;
}

}  // namespace newsdex
