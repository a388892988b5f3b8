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

// As a year or a month is written: a range restricts, whatever it happens to span.
Field date_field(const DateQuery& query) {
  if (query.field != Field::date || query.text.find("..") != std::string::npos) return query.field;
  const std::optional<PartialDate> period = whole_period(query.range);
  if (!period) return query.field;
  return period->precision == DatePrecision::year ? Field::year : Field::month;
}

std::optional<Field> choice_field(const Query& query) {
  if (const auto* const value = std::get_if<ValueQuery>(&query.node)) return value->field;
  if (const auto* const date = std::get_if<DateQuery>(&query.node)) return date_field(*date);
  return std::nullopt;
}

bool is_of_publication(Field field) {
  return field == Field::date || spec(field).kind == FieldKind::period;
}

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
    const std::optional<Field> field = choice_field(operand);
    if (field && field != Field::date) {
      std::optional<std::size_t>& place = places.at(static_cast<std::size_t>(*field));
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

// The field of choices among which are both; nothing where they are of different facets.
std::optional<Field> common_field(Field a, Field b) {
  if (a == b) return a;
  return is_of_publication(a) && is_of_publication(b) ? std::optional(Field::date) : std::nullopt;
}

// The filter that `query` is, if it is one: a value, or an OR of values of one field.
std::optional<FacetFilter> as_choice(const Query& query) {
  if (const auto field = choice_field(query)) return FacetFilter{*field, {query}, false};
  const auto* const either = std::get_if<OrQuery>(&query.node);
  if (either == nullptr) return std::nullopt;
  std::optional<FacetFilter> joined;
  for (const Query& operand : either->operands) {
    std::optional<FacetFilter> part = as_choice(operand);
    if (!part) return std::nullopt;
    if (!joined) joined.emplace(FacetFilter{part->field, {}, false});
    const std::optional<Field> field = common_field(joined->field, part->field);
    if (!field) return std::nullopt;
    joined->field = *field;
    std::move(part->choices.begin(), part->choices.end(), std::back_inserter(joined->choices));
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

bool is_own_filter(Field facet, Field filter) {
  return facet == filter || (filter == Field::date && spec(facet).kind == FieldKind::period);
}

Query with_alternatives_joined(const Query& query) {
  Query joined = merge_alternatives(query);
  imply_all(joined);
  return joined;
}

SplitQuery split_filters(const Query& query) {
  SplitQuery split;
  std::optional<Query> rest = take_filters(merge_alternatives(query), split.filters);
  split.rest = rest ? std::move(*rest) : Query{AllQuery{}, query.column};
  return split;
}

}  // namespace newsdex
