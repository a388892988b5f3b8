#include "query/query_tree.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

namespace newsdex {
namespace {

bool is_choice(const Query& query) {
  return std::holds_alternative<ValueQuery>(query.node) ||
         std::holds_alternative<DateQuery>(query.node);
}

std::vector<Query> splice_implied(std::vector<Query> operands) {
  std::vector<Query> flat;
  flat.reserve(operands.size());
  for (Query& operand : operands) {
    auto* const inner = std::get_if<AndQuery>(&operand.node);
    if (inner != nullptr && inner->implied && !inner->grouped) {
      std::move(inner->operands.begin(), inner->operands.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(operand));
    }
  }
  return flat;
}

// The operands of a node, as const as it is.
template <typename AnyQuery>
auto children(AnyQuery& query) {
  using Operand = std::conditional_t<std::is_const_v<AnyQuery>, const Query, Query>;
  std::span<Operand> found;
  if (auto* both = std::get_if<AndQuery>(&query.node)) found = both->operands;
  if (auto* either = std::get_if<OrQuery>(&query.node)) found = either->operands;
  if (auto* negated = std::get_if<NotQuery>(&query.node)) found = negated->operand;
  if (auto* near = std::get_if<NearQuery>(&query.node)) found = near->operands;
  if (auto* sentence = std::get_if<SentenceQuery>(&query.node)) found = sentence->operand;
  return found;
}

}  // namespace

Query conjunction(std::vector<Query> operands, bool implied) {
  if (implied) operands = splice_implied(std::move(operands));
  if (operands.size() == 1) return std::move(operands.front());
  const std::uint32_t column = operands.front().column;
  return {AndQuery{std::move(operands), implied}, column};
}

Query group(Query query) {
  auto* const both = std::get_if<AndQuery>(&query.node);
  if (both == nullptr || !both->implied) return query;
  both->grouped = std::any_of(both->operands.begin(), both->operands.end(), is_choice);
  return query;
}

void imply_all(Query& query) {
  if (auto* const both = std::get_if<AndQuery>(&query.node)) both->implied = true;
  for (Query& child : children(query)) imply_all(child);
}

Query disjunction(std::vector<Query> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  const std::uint32_t column = operands.front().column;
  return {OrQuery{std::move(operands)}, column};
}

Query negation(Query operand, std::uint32_t column) {
  if (auto* const negated = std::get_if<NotQuery>(&operand.node)) {
    Query inner = std::move(negated->operand.front());
    return inner;
  }
  NotQuery negated;
  negated.operand.push_back(std::move(operand));
  return {std::move(negated), column};
}

std::span<const Query> operands_of(const Query& query) {
  return children(query);
}

void place_at(Query& query, std::uint32_t column) {
  query.column = column;
  for (Query& child : children(query)) place_at(child, column);
}

bool may_stand_near(const Query& query) {
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    return std::all_of(either->operands.begin(), either->operands.end(), may_stand_near);
  }
  return std::holds_alternative<WordQuery>(query.node) ||
         std::holds_alternative<PhraseQuery>(query.node) ||
         std::holds_alternative<PrefixQuery>(query.node) ||
         std::holds_alternative<FuzzyQuery>(query.node);
}

bool may_name(const Query& query) {
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    return std::all_of(either->operands.begin(), either->operands.end(), may_name);
  }
  const auto* value = std::get_if<ValueQuery>(&query.node);
  return value != nullptr && spec(value->field).kind == FieldKind::name;
}

bool may_stand_in_sentence(const Query& query) {
  const auto* both = std::get_if<AndQuery>(&query.node);
  if (both == nullptr) return may_name(query);
  return std::all_of(both->operands.begin(), both->operands.end(), may_stand_in_sentence);
}

const Query* find_at_depth(const Query& query, std::size_t levels) {
  if (levels == 0) return &query;
  for (const Query& child : children(query)) {
    if (const Query* found = find_at_depth(child, levels - 1)) return found;
  }
  return nullptr;
}

}  // namespace newsdex
