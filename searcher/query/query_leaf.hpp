// Leaves of the query tree: one word, phrase, value or date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "newsdex/query.hpp"
#include "query/date_expression.hpp"
#include "query/query_lexer.hpp"

namespace newsdex {

/// Nothing where the text is only punctuation, which is not searched for.
using ParsedQuery = tl::expected<std::optional<Query>, QueryError>;

/// What `token`, a word or a phrase, means under `field`; the leaf begins at `column`.
ParsedQuery make_leaf(Field field, const QueryToken& token, std::uint32_t column,
                      DateExpressionReader& dates);

/// `text` cut to what a message can hold, and the same in backquotes.
std::string cut_for_message(std::string_view text);
std::string quote_for_message(std::string_view text);

}  // namespace newsdex
