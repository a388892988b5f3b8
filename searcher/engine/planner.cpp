#include "engine/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/terms.hpp"
#include "engine/name_resolver.hpp"
#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

class Planner {
 public:
  Planner(Collection& collection, Analyzer& analyzer)
      : collection_(collection), analyzer_(analyzer), names_(collection, analyzer) {}

  tl::expected<SearchPlan, QueryError> run(const Query& query) {
    const SplitQuery split = split_filters(query);
    plan_.rest = plan(split.rest);
    for (const FacetFilter& filter : split.filters) plan_.filters.push_back(plan(filter));
    if (error_) return tl::unexpected(*error_);
    return std::move(plan_);
  }

 private:
  Plan plan(const Query& query) {
    column_ = query.column == 0 ? column_ : query.column;
    return std::visit([&](const auto& node) { return Plan{plan(node)}; }, query.node);
  }

  static AllPlan plan(const AllQuery&) { return {}; }

  WordsPlan plan(const WordQuery& query) { return words(query.word, false, query.scope); }

  WordsPlan plan(const PhraseQuery& query) { return words(query.text, true, query.scope); }

  LabelPlan plan(const ValueQuery& query) {
    LabelPlan labels;
    labels.field = query.field;
    add_value(query.value, labels);
    if (negations_ == 0) plan_.marked.push_back(labels);
    return labels;
  }

  DatePlan plan(const DateQuery& query) {
    if (query.field == Field::mentions && !query.none && negations_ == 0) {
      plan_.spoken.push_back(query.range);
    }
    return {query.range, query.none, query.field};
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
    LabelPlan labels;
    labels.field = filter.field;
    for (std::size_t i = 0; i < filter.values.size(); ++i) {
      column_ = filter.columns[i];
      add_value(filter.values[i], labels);
    }
    plan_.marked.push_back(labels);
    return {filter.field, std::move(labels)};
  }

  std::vector<Plan> plans(const std::vector<Query>& queries) {
    std::vector<Plan> out;
    out.reserve(queries.size());
    for (const Query& query : queries) out.push_back(plan(query));
    return out;
  }

  WordsPlan words(const std::string& text, bool exact, Field scope) {
    WordsPlan leaf;
    leaf.exact = exact;
    leaf.scope = scope;
    for (const std::string& language : collection_.languages()) {
      add_sequence(text, language, leaf.sequences);
    }
    leaf.negated = negations_ > 0;
    leaf.leaf = plan_.scored.size();
    if (!leaf.negated) plan_.scored.push_back(leaf);
    return leaf;
  }

  // The words as one language splits and stems them; stems are added to an equal row of forms.
  void add_sequence(const std::string& text, const std::string& language,
                    std::vector<WordSequence>& sequences) {
    analyzer_.analyze(text, language, tokens_);
    WordSequence sequence;
    for (const Token& token : tokens_.tokens()) {
      sequence.push_back({std::string(token.form), {std::string(token.stem)}});
    }
    if (sequence.empty()) return;
    const auto same_forms = [&](const WordSequence& other) {
      return std::equal(other.begin(), other.end(), sequence.begin(), sequence.end(),
                        [](const WordSlot& a, const WordSlot& b) { return a.form == b.form; });
    };
    const auto known = std::find_if(sequences.begin(), sequences.end(), same_forms);
    if (known == sequences.end()) {
      sequences.push_back(std::move(sequence));
      return;
    }
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      auto& stems = (*known)[i].stems;
      std::string& stem = sequence[i].stems.front();
      if (std::find(stems.begin(), stems.end(), stem) == stems.end())
        stems.push_back(std::move(stem));
    }
  }

  void add_value(const std::string& value, LabelPlan& labels) {
    if (spec(labels.field).kind != FieldKind::name) {
      add_label(value, labels);
      return;
    }
    auto name = names_.resolve(labels.field, value);
    if (name) {
      labels.terms.push_back(entity_term(name->type, name->id));
      labels.values.push_back(std::move(name->name));
    } else if (!error_) {
      error_ = std::move(name.error());
      if (error_->column == 0) error_->column = column_;
    }
  }

  // A label is found by its key; in facets it stands in every spelling that articles give it.
  void add_label(const std::string& value, LabelPlan& labels) {
    const std::string key = name_key(analyzer_, value);
    if (key.empty() && !error_)
      error_ =
          QueryError{fmt::format("`{}` names no {}", value, spec(labels.field).name), "", column_};
    labels.terms.push_back(label_term(labels.field, key));
    std::vector<std::string> spellings = collection_.facet(labels.field).spellings(key, analyzer_);
    if (spellings.empty()) spellings.push_back(value);
    labels.values.insert(labels.values.end(), spellings.begin(), spellings.end());
  }

  Collection& collection_;
  Analyzer& analyzer_;
  NameResolver names_;
  TokenStream tokens_;
  SearchPlan plan_;
  std::optional<QueryError> error_;
  std::uint32_t column_ = 0;
  int negations_ = 0;
};

}  // namespace

tl::expected<SearchPlan, QueryError> plan_search(const Query& query, Collection& collection,
                                                 Analyzer& analyzer) {
  return Planner(collection, analyzer).run(query);
}

}  // namespace newsdex
