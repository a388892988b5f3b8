// Words that stand for many: `filter*` and `telegran~1`.
#pragma once

#include <optional>

#include "query/query_leaf.hpp"

namespace newsdex {

/// The pattern that a token of kind word is, or why it is none that can be searched for; nothing
/// where it is a plain word. The leaf begins at `column`.
std::optional<ParsedQuery> pattern_leaf(Field scope, const QueryToken& token, std::uint32_t column);

}  // namespace newsdex
