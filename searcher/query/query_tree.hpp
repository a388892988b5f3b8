// How query trees are put together: no conjunction or disjunction of one, no implied conjunction
// directly within another but as a group, no double negation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "newsdex/query.hpp"

namespace newsdex {

/// All of `operands`, of which there is at least one. It begins where the first operand does.
Query conjunction(std::vector<Query> operands, bool implied);

/// What stood in parentheses. Where values stand side by side in it, it stays a whole beside
/// others.
Query group(Query query);

/// Makes every conjunction one of what stands side by side: once alternatives are joined it is all
/// the same how it was written.
void imply_all(Query& query);

/// Any of `operands`, of which there is at least one. It begins where the first operand does.
Query disjunction(std::vector<Query> operands);

Query negation(Query operand, std::uint32_t column);

/// The nodes right under it; none of a leaf.
std::span<const Query> operands_of(const Query& query);

/// Makes `query` and all under it begin at `column`.
void place_at(Query& query, std::uint32_t column);

/// Whether it may be an operand of NEAR: words, phrases and patterns, or an OR of them.
bool may_stand_near(const Query& query);

/// Whether it is a name, or an OR of names.
bool may_name(const Query& query);

/// Whether `sentence:` can look for it: names, ORs of names, and ANDs of both.
bool may_stand_in_sentence(const Query& query);

/// The first node that has `levels` others above it on the way to the root; null if there is none.
/// Recurses as deep as the tree is.
const Query* find_at_depth(const Query& query, std::size_t levels);

}  // namespace newsdex
