#include "engine/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/terms.hpp"
#include "engine/name_resolver.hpp"
#include "engine/similar_articles.hpp"
#include "engine/word_planner.hpp"
#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

// Of so many telling words an article has one in eight or more: with one or two of them it is about
// something else.
std::uint32_t least_in_common(std::size_t words) {
  return std::max(1U, static_cast<std::uint32_t>((words + 7) / 8));
}

class Planner {
 public:
  Planner(Collection& collection, Analyzer& analyzer, const Deadline& deadline)
      : collection_(collection),
        analyzer_(analyzer),
        deadline_(deadline),
        names_(collection, analyzer, deadline),
        words_(collection, analyzer, deadline) {}

  tl::expected<SearchPlan, QueryError> run(const Query& query) {
    const SplitQuery split = split_filters(query);
    plan_.rest = plan(split.rest);
    for (const FacetFilter& filter : split.filters) plan_.filters.push_back(plan(filter));
    if (error_) return tl::unexpected(*error_);
    return std::move(plan_);
  }

 private:
  Plan plan(const Query& query) {
    deadline_.check();
    column_ = query.column == 0 ? column_ : query.column;
    return std::visit([&](const auto& node) { return Plan{plan(node)}; }, query.node);
  }

  static AllPlan plan(const AllQuery&) { return {}; }

  template <typename Words>
  using PlanOf = decltype(std::declval<WordPlanner&>().plan(std::declval<const Words&>()));

  template <typename Words>
  PlanOf<Words> plan(const Words& query) {
    PlanOf<Words> leaf = words_.plan(query);
    if (words_.error()) refuse(*words_.error());
    add_leaf(leaf);
    return leaf;
  }

  SimilarPlan plan(const SimilarQuery& query) {
    const auto place = find_article(collection_, query.id);
    if (!place) {
      refuse({fmt::format("no article has the id `{}`", query.id),
              "the ids of articles are in what --format json prints", 0});
      return {};
    }
    SimilarPlan similar;
    similar.segment = place->segment;
    similar.article = place->article;
    for (const std::string& stem : telling_stems(collection_, *place, kSimilarTerms, analyzer_)) {
      WordsPlan words = words_with_stem(stem);
      add_leaf(words);
      similar.words.push_back(std::move(words));
    }
    similar.at_least = least_in_common(similar.words.size());
    return similar;
  }

  LabelPlan plan(const ValueQuery& query) {
    LabelPlan labels;
    labels.field = query.field;
    add_value(query.value, labels);
    if (negations_ == 0) mark(labels);
    return labels;
  }

  void mark(LabelPlan& labels) {
    labels.mark = plan_.marked.size();
    plan_.marked.push_back(labels);
  }

  // In a conjunction each operand must be named, of an OR one.
  SentencePlan plan(const SentenceQuery& query) {
    SentencePlan sentence;
    add_names(query.operand.front(), sentence);
    return sentence;
  }

  void add_names(const Query& query, SentencePlan& sentence) {
    if (const auto* both = std::get_if<AndQuery>(&query.node)) {
      for (const Query& operand : both->operands) add_names(operand, sentence);
    } else {
      add_alternatives(query, sentence.names.emplace_back());
    }
  }

  void add_alternatives(const Query& query, std::vector<LabelPlan>& labels) {
    column_ = query.column == 0 ? column_ : query.column;
    if (const auto* either = std::get_if<OrQuery>(&query.node)) {
      for (const Query& operand : either->operands) add_alternatives(operand, labels);
    } else {
      labels.push_back(plan(std::get<ValueQuery>(query.node)));
    }
  }

  DatePlan plan(const DateQuery& query) {
    DatePlan dates = {query.range, query.none, query.field, std::nullopt};
    if (query.field == Field::mentions && !query.none && negations_ == 0) {
      dates.spoken = plan_.spoken.size();
      plan_.spoken.push_back(query.range);
    }
    return dates;
  }

  AndPlan plan(const AndQuery& query) { return {plans(query.operands)}; }

  OrPlan plan(const OrQuery& query) { return {plans(query.operands)}; }

  NotPlan plan(const NotQuery& query) {
    ++negations_;
    NotPlan out = {plans(query.operand)};
    --negations_;
    return out;
  }

  FilterPlan plan(const FacetFilter& filter) {
    if (filter.excluded) ++negations_;
    FilterPlan out = {filter.field, plan_choices(filter), filter.excluded};
    if (filter.excluded) --negations_;
    return out;
  }

  Plan plan_choices(const FacetFilter& filter) {
    if (std::holds_alternative<DateQuery>(filter.choices.front().node)) {
      return {OrPlan{plans(filter.choices)}};
    }
    LabelPlan labels;
    labels.field = filter.field;
    for (const Query& choice : filter.choices) {
      column_ = choice.column;
      add_value(std::get<ValueQuery>(choice.node).value, labels);
    }
    if (!filter.excluded) mark(labels);
    return {std::move(labels)};
  }

  std::vector<Plan> plans(const std::vector<Query>& queries) {
    std::vector<Plan> out;
    out.reserve(queries.size());
    for (const Query& query : queries) out.push_back(plan(query));
    return out;
  }

  // Gives a leaf its number.
  template <typename Leaf>
  void add_leaf(Leaf& leaf) {
    leaf.negated = negations_ > 0;
    leaf.leaf = plan_.scored.size();
    if (!leaf.negated) plan_.scored.push_back(leaf);
  }

  void refuse(QueryError error) {
    if (error_) return;
    if (error.column == 0) error.column = column_;
    error_ = std::move(error);
  }

  void add_value(const std::string& value, LabelPlan& labels) {
    if (error_) return;
    if (spec(labels.field).kind != FieldKind::name) {
      add_label(value, labels);
      return;
    }
    auto name = names_.resolve(labels.field, value);
    if (name) {
      for (const std::string& id : name->ids) labels.terms.push_back(entity_term(name->type, id));
      add_note(std::move(name->note));
      labels.values.push_back(std::move(name->name));
      labels.values.insert(labels.values.end(), name->other_spellings.begin(),
                           name->other_spellings.end());
    } else {
      refuse(std::move(name.error()));
    }
  }

  // A query may say a name more than once.
  void add_note(std::string note) {
    const bool known = std::find(plan_.notes.begin(), plan_.notes.end(), note) != plan_.notes.end();
    if (!note.empty() && !known) plan_.notes.push_back(std::move(note));
  }

  // A label is found by its key; in facets it stands in every spelling that articles give it.
  void add_label(const std::string& value, LabelPlan& labels) {
    const std::string key = name_key(analyzer_, value);
    if (key.empty())
      refuse({fmt::format("`{}` names no {}", value, spec(labels.field).name), "", 0});
    labels.terms.push_back(label_term(labels.field, key));
    std::vector<std::string> spellings =
        collection_.facet(labels.field, deadline_).spellings(key, analyzer_, deadline_);
    if (spellings.empty()) spellings.push_back(value);
    labels.values.insert(labels.values.end(), spellings.begin(), spellings.end());
  }

  Collection& collection_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
  NameResolver names_;
  WordPlanner words_;
  SearchPlan plan_;
  std::optional<QueryError> error_;
  std::uint32_t column_ = 0;
  int negations_ = 0;
};

}  // namespace

tl::expected<SearchPlan, QueryError> plan_search(const Query& query, Collection& collection,
                                                 Analyzer& analyzer, const Deadline& deadline) {
  return Planner(collection, analyzer, deadline).run(query);
}

}  // namespace newsdex
