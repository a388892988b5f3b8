#include "query/query_refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "query/field_names.hpp"
#include "query/query_leaf.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;
constexpr std::size_t kMaxListedNames = 12;

struct Fault {
  TokenKind kind;
  std::string_view complaint;  // follows the token
  std::string_view hint;
};

constexpr Fault kFaults[] = {
    {TokenKind::lone_minus, "has nothing after it",
     "write `-word`, without a space, to leave a word out"},
    {TokenKind::minuses, "begins with more than one `-`",
     "write one `-` to leave a word out, or put the text in quotes"},
    {TokenKind::unclosed_quote, "has no closing quote",
     "add the closing quote or remove the opening one"},
    {TokenKind::stray_quote, "closes no quote", "add the opening quote or remove this one"},
    {TokenKind::phrase_slop, "does not belong here",
     "for words near one another write `a NEAR/5 b`"},
    {TokenKind::close, "closes no parenthesis", "remove it, or put it in quotes"},
};

// The names that are nearest to `name`, or the first of all.
std::string list_near(std::string_view name, const SavedQueries& saved) {
  constexpr std::size_t kMostSlips = 2;
  const auto list = [&](bool near_only) {
    std::string out;
    std::size_t listed = 0;
    for (const auto& [known, text] : saved) {
      if (near_only && edit_distance(name, known, kMostSlips) > kMostSlips) continue;
      if (++listed > kMaxListedNames) break;
      out += fmt::format("{}{}", out.empty() ? "" : ", ", quote_for_message(known));
    }
    return out;
  };
  if (const std::string near = list(true); !near.empty()) return "did you mean " + near + "?";
  return saved.empty() ? "--save-query NAME saves a query" : "saved queries: " + list(false);
}

}  // namespace

Refusal refuse(const QueryToken& token, std::string_view complaint, std::string_view hint) {
  return tl::unexpected(QueryError{fmt::format("{} {}", quote_for_message(token.text), complaint),
                                   std::string(hint), token.column});
}

bool is_fault(TokenKind kind) {
  return std::any_of(std::begin(kFaults), std::end(kFaults),
                     [kind](const Fault& fault) { return fault.kind == kind; });
}

Refusal refuse_fault(const QueryToken& token) {
  const auto* const fault =
      std::find_if(std::begin(kFaults), std::end(kFaults),
                   [&token](const Fault& candidate) { return candidate.kind == token.kind; });
  return refuse(token, fault->complaint, fault->hint);
}

Refusal refuse_depth(std::uint32_t column) {
  return tl::unexpected(
      QueryError{fmt::format("the query is nested more than {} levels deep here", kMaxQueryDepth),
                 "remove some parentheses or NOTs", column});
}

Refusal refuse_field(const QueryToken& token) {
  const std::string_view near = nearest_field_name(token.value);
  const std::string guess = near.empty() ? "" : fmt::format("did you mean `{}`? ", near);
  return tl::unexpected(
      QueryError{fmt::format("unknown field {}", quote_for_message(token.value)),
                 fmt::format("{}fields: {}; to search for the text itself, put it in quotes", guess,
                             list_field_names()),
                 token.column});
}

Refusal refuse_saved(const QueryToken& token, const SavedQueries& saved) {
  return tl::unexpected(
      QueryError{fmt::format("no saved query is called {}", quote_for_message(token.value)),
                 list_near(token.value, saved), token.column});
}

Refusal refuse_nothing(std::string_view text, std::uint32_t column) {
  return tl::unexpected(QueryError{
      fmt::format("nothing to search for in {}", quote_for_message(trim_white_space(text))),
      "write at least one word or filter", column});
}

Refusal refuse_leaf(const QueryToken& token) {
  return tl::unexpected(
      QueryError{fmt::format("the query has more than {} words and filters, of which {} is one "
                             "too many",
                             kMaxQueryLeaves, quote_for_message(token.text)),
                 "ask for fewer words at once", token.column});
}

std::optional<QueryError> refuse_input(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return QueryError{fmt::format("the query is longer than {} bytes", kMaxQueryBytes),
                      "ask for fewer words at once", 1};
  }
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < text.size(); ++column) {
    const CodePoint point = decode(text, at);
    if (!point.valid) {
      return QueryError{"the query is not valid UTF-8", "check the terminal's or file's encoding",
                        column};
    }
    at += point.length;
  }
  return std::nullopt;
}

}  // namespace newsdex
