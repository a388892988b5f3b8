#include "query/word_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace newsdex {
namespace {

constexpr std::size_t kMaxPatternLetters = 64;  // no word of an index is longer
constexpr std::string_view kQuoteHint = "to search for the text itself, put it in quotes";

ParsedQuery refuse(const QueryToken& token, std::string_view complaint, std::string_view hint) {
  return tl::unexpected(QueryError{fmt::format("{} {}", quote_for_message(token.text), complaint),
                                   std::string(hint), token.column});
}

bool is_too_long(std::string_view word) {
  return count_letters(word) > kMaxPatternLetters;
}

ParsedQuery refuse_length(const QueryToken& token) {
  return refuse(token, fmt::format("is longer than {} letters", kMaxPatternLetters),
                "search for a shorter word");
}

ParsedQuery prefix_leaf(Field scope, const QueryToken& token, std::uint32_t column) {
  const std::string_view prefix = token.value.substr(0, token.value.size() - 1);
  if (prefix.find('*') != std::string_view::npos || token.value.back() != '*') {
    return refuse(token, "has a `*` that is not at its end",
                  fmt::format("write the beginning of a word, as in `filter*`; {}", kQuoteHint));
  }
  if (count_letters(prefix) < kMinPrefixLetters) {
    return refuse(token, fmt::format("has fewer than {} letters before its `*`", kMinPrefixLetters),
                  "write more of the word");
  }
  if (is_too_long(prefix)) return refuse_length(token);
  return Query{PrefixQuery{std::string(prefix), scope}, column};
}

ParsedQuery fuzzy_leaf(Field scope, const QueryToken& token, std::size_t tilde,
                       std::uint32_t column) {
  const std::string_view word = token.value.substr(0, tilde);
  const std::string_view edits = token.value.substr(tilde + 1);
  if (edits != "1" && edits != "2") {
    return refuse(token, "does not say how many letters may differ",
                  fmt::format("write `{0}~1` or `{0}~2`; {1}", cut_for_message(word), kQuoteHint));
  }
  if (is_too_long(word)) return refuse_length(token);
  const auto number = static_cast<std::uint32_t>(edits.front() - '0');
  return Query{FuzzyQuery{std::string(word), number, scope}, column};
}

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<ParsedQuery> pattern_leaf(Field scope, const QueryToken& token,
                                        std::uint32_t column) {
  const std::string_view text = token.value;
  const std::size_t tilde = text.rfind('~');
  const bool has_edits = tilde != std::string_view::npos && is_number(text.substr(tilde + 1));
  if (count_letters(text.substr(0, has_edits ? tilde : text.size())) == 0) return std::nullopt;
  if (text.find('*') != std::string_view::npos) return prefix_leaf(scope, token, column);
  if (has_edits) return fuzzy_leaf(scope, token, tilde, column);
  return std::nullopt;
}

}  // namespace newsdex
