#include "query/facet_filters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "query/query_tree.hpp"

namespace newsdex {
namespace {

Query merge_alternatives(const Query& query);

std::vector<Query> merge_each(const std::vector<Query>& operands) {
  std::vector<Query> merged;
  merged.reserve(operands.size());
  std::transform(operands.begin(), operands.end(), std::back_inserter(merged), merge_alternatives);
  return merged;
}

// Gathers the values of each field at the place of the first of them.
std::vector<Query> join_values(std::vector<Query> operands) {
  std::array<std::optional<std::size_t>, kFields.size()> places;
  std::vector<std::vector<Query>> groups;
  for (Query& operand : operands) {
    if (const auto* const value = std::get_if<ValueQuery>(&operand.node)) {
      std::optional<std::size_t>& place = places.at(static_cast<std::size_t>(value->field));
      if (place) {
        groups[*place].push_back(std::move(operand));
        continue;
      }
      place = groups.size();
    }
    groups.emplace_back().push_back(std::move(operand));
  }
  std::vector<Query> joined;
  joined.reserve(groups.size());
  for (std::vector<Query>& group : groups) joined.push_back(disjunction(std::move(group)));
  return joined;
}

struct Merger {
  std::uint32_t column;

  Query operator()(const AndQuery& query) const {
    std::vector<Query> operands = merge_each(query.operands);
    if (query.implied) operands = join_values(std::move(operands));
    return conjunction(std::move(operands), query.implied);
  }
  Query operator()(const OrQuery& query) const { return disjunction(merge_each(query.operands)); }
  Query operator()(const SentenceQuery& query) const {
    return {SentenceQuery{{merge_alternatives(query.operand.front())}}, column};
  }
  Query operator()(const NotQuery& query) const {
    return negation(merge_alternatives(query.operand.front()), column);
  }
  template <typename Leaf>
  Query operator()(const Leaf& leaf) const {
    return {leaf, column};
  }
};

Query merge_alternatives(const Query& query) {
  return std::visit(Merger{query.column}, query.node);
}

// The filter that `query` is, if it is one: a value, or an OR of values of one field.
std::optional<FacetFilter> as_choice(const Query& query) {
  if (const auto* const value = std::get_if<ValueQuery>(&query.node)) {
    return FacetFilter{value->field, {value->value}, {query.column}, false};
  }
  const auto* const either = std::get_if<OrQuery>(&query.node);
  if (either == nullptr) return std::nullopt;
  std::optional<FacetFilter> joined;
  for (const Query& operand : either->operands) {
    std::optional<FacetFilter> part = as_choice(operand);
    if (!part || (joined && joined->field != part->field)) return std::nullopt;
    if (!joined) joined.emplace(FacetFilter{part->field, {}, {}, false});
    std::move(part->values.begin(), part->values.end(), std::back_inserter(joined->values));
    joined->columns.insert(joined->columns.end(), part->columns.begin(), part->columns.end());
  }
  return joined;
}

std::optional<FacetFilter> as_filter(const Query& query) {
  const auto* const no = std::get_if<NotQuery>(&query.node);
  if (no == nullptr) return as_choice(query);
  std::optional<FacetFilter> filter = as_choice(no->operand.front());
  if (filter) filter->excluded = true;
  return filter;
}

// Moves the filters of `query` to `filters`; what is left, if anything is.
std::optional<Query> take_filters(Query query, std::vector<FacetFilter>& filters) {
  if (std::optional<FacetFilter> filter = as_filter(query)) {
    filters.push_back(std::move(*filter));
    return std::nullopt;
  }
  auto* const both = std::get_if<AndQuery>(&query.node);
  if (both == nullptr) return query;
  std::vector<Query> left;
  for (Query& operand : both->operands) {
    std::optional<Query> rest = take_filters(std::move(operand), filters);
    if (rest) left.push_back(std::move(*rest));
  }
  if (left.empty()) return std::nullopt;
  return conjunction(std::move(left), both->implied);
}

}  // namespace

SplitQuery split_filters(const Query& query) {
  SplitQuery split;
  std::optional<Query> rest = take_filters(merge_alternatives(query), split.filters);
  split.rest = rest ? std::move(*rest) : Query{AllQuery{}, query.column};
  return split;
}

}  // namespace newsdex
