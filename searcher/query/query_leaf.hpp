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
ParsedQuery make_leaf(Field field, const Token& token, std::uint32_t column,
                      DateExpressionReader& dates);

/// `text` in backquotes, cut to what a message can hold.
std::string quote_for_message(std::string_view text);

}  // namespace newsdex
