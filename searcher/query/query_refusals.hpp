// Why the parser refuses a query, in words.
#pragma once

#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "newsdex/query.hpp"
#include "query/query_lexer.hpp"

namespace newsdex {

using Refusal = tl::unexpected<QueryError>;

inline constexpr std::string_view kOperatorHint =
    "operators stand between words; to search for the word, put it in quotes";

/// "`token` complaint".
Refusal refuse(const QueryToken& token, std::string_view complaint, std::string_view hint);

/// Whether the lexer found the token at fault, and then why.
bool is_fault(TokenKind kind);
Refusal refuse_fault(const QueryToken& token);

Refusal refuse_depth(std::uint32_t column);

/// Of a name before a colon that is no field's.
Refusal refuse_field(const QueryToken& token);

/// Of `query:name` that names none of `saved`.
Refusal refuse_saved(const QueryToken& token, const SavedQueries& saved);

/// Of a text of punctuation alone, which begins at `column`.
Refusal refuse_nothing(std::string_view text, std::uint32_t column);

/// Of a leaf that is one too many.
Refusal refuse_leaf(const QueryToken& token);

/// What can be said of the text before it is looked at: its length and encoding.
std::optional<QueryError> refuse_input(std::string_view text);

}  // namespace newsdex
