// Recursive descent over the tokens of a query:
//
//   alternatives := conjunction ("OR" conjunction)*
//   conjunction  := side by side ("AND" side by side)*
//   side by side := unary unary*
//   unary        := ("NOT" | "-") unary | primary
//   primary      := "(" alternatives ")" | phrase | word
//                 | field ":" ( "(" alternatives ")" | phrase | word )
//
// A rule gives nothing where all it read was punctuation, and the rules above it leave that out.
// Only parentheses recurse, and they are counted.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "newsdex/query.hpp"
#include "query/field_names.hpp"
#include "query/query_leaf.hpp"
#include "query/query_lexer.hpp"
#include "query/query_tree.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;

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
    {TokenKind::close, "closes no parenthesis", "remove it, or put it in quotes"},
};

constexpr std::string_view kOperatorHint =
    "operators stand between words; to search for the word, put it in quotes";

tl::unexpected<QueryError> refuse(const Token& token, std::string_view complaint,
                                  std::string_view hint) {
  return tl::unexpected(QueryError{fmt::format("{} {}", quote_for_message(token.text), complaint),
                                   std::string(hint), token.column});
}

bool is_fault(TokenKind kind) {
  return std::any_of(std::begin(kFaults), std::end(kFaults),
                     [kind](const Fault& fault) { return fault.kind == kind; });
}

tl::unexpected<QueryError> refuse_fault(const Token& token) {
  const auto* const fault =
      std::find_if(std::begin(kFaults), std::end(kFaults),
                   [&token](const Fault& candidate) { return candidate.kind == token.kind; });
  return refuse(token, fault->complaint, fault->hint);
}

tl::unexpected<QueryError> refuse_depth(std::uint32_t column) {
  return tl::unexpected(
      QueryError{fmt::format("the query is nested more than {} levels deep here", kMaxQueryDepth),
                 "remove some parentheses or NOTs", column});
}

tl::unexpected<QueryError> refuse_field(const Token& token) {
  const std::optional<Field> near = nearest_field(token.value);
  const std::string guess = near ? fmt::format("did you mean `{}`? ", spec(*near).name) : "";
  return tl::unexpected(
      QueryError{fmt::format("unknown field {}", quote_for_message(token.value)),
                 fmt::format("{}fields: {}; to search for the text itself, put it in quotes", guess,
                             list_field_names()),
                 token.column});
}

bool is_operator(TokenKind kind) {
  return kind == TokenKind::and_operator || kind == TokenKind::or_operator ||
         kind == TokenKind::not_operator;
}

bool ends_operands(TokenKind kind) {
  return kind == TokenKind::end || kind == TokenKind::close || kind == TokenKind::and_operator ||
         kind == TokenKind::or_operator;
}

// Dates side by side within the parentheses of a field, as in `date:(2017 2019)`, are alternatives.
// Values are as well, but those `split_filters` joins: the tree tells them from an OR.
std::vector<Query> join_dates(std::vector<Query> operands) {
  std::vector<Query> dates;
  std::vector<Query> joined;
  for (Query& operand : operands) {
    const bool date = std::holds_alternative<DateQuery>(operand.node);
    (date ? dates : joined).push_back(std::move(operand));
  }
  if (!dates.empty()) joined.insert(joined.begin(), disjunction(std::move(dates)));
  return joined;
}

// Where in the query a rule is applied.
struct Context {
  std::size_t depth = 0;       // of parentheses and NOTs around it
  std::optional<Field> field;  // whose parentheses it is in
};

class Parser {
 public:
  Parser(const std::vector<Token>& tokens, Day today) : tokens_(tokens), dates_(today) {}

  ParsedQuery parse() {
    ParsedQuery query = parse_alternatives({});
    if (query && current().kind == TokenKind::close) return refuse_fault(current());
    return query;
  }

 private:
  using Rule = ParsedQuery (Parser::*)(Context);
  using Operands = tl::expected<std::vector<Query>, QueryError>;

  ParsedQuery parse_alternatives(Context context) {
    Operands operands = parse_list(&Parser::parse_conjunction, TokenKind::or_operator, context);
    if (!operands) return tl::unexpected(std::move(operands.error()));
    if (operands->empty()) return std::nullopt;
    return disjunction(std::move(*operands));
  }

  ParsedQuery parse_conjunction(Context context) {
    Operands operands = parse_list(&Parser::parse_side_by_side, TokenKind::and_operator, context);
    if (!operands) return tl::unexpected(std::move(operands.error()));
    if (operands->empty()) return std::nullopt;
    return conjunction(std::move(*operands), false);
  }

  ParsedQuery parse_side_by_side(Context context) {
    std::vector<Query> operands;
    do {
      ParsedQuery operand = parse_unary(context);
      if (!operand) return operand;
      if (*operand) operands.push_back(std::move(**operand));
    } while (!ends_operands(current().kind));
    if (context.field) operands = join_dates(std::move(operands));
    if (operands.empty()) return std::nullopt;
    return conjunction(std::move(operands), true);
  }

  Operands parse_list(Rule operand, TokenKind separator, Context context) {
    std::vector<Query> operands;
    do {
      ParsedQuery parsed = (this->*operand)(context);
      if (!parsed) return tl::unexpected(std::move(parsed.error()));
      if (*parsed) operands.push_back(std::move(**parsed));
    } while (accept(separator));
    return operands;
  }

  ParsedQuery parse_unary(Context context) {
    const std::uint32_t column = current().column;
    bool negated = false;
    for (; current().kind == TokenKind::not_operator; take()) {
      if (++context.depth > kMaxQueryDepth) return refuse_depth(current().column);
      negated = !negated;
    }
    ParsedQuery operand = parse_primary(context);
    if (!operand || !*operand || !negated) return operand;
    return negation(std::move(**operand), column);
  }

  ParsedQuery parse_primary(Context context) {
    switch (current().kind) {
      case TokenKind::word:
      case TokenKind::phrase:
        return parse_leaf(context.field.value_or(Field::text), current().column);
      case TokenKind::field:
        return parse_field(context);
      case TokenKind::open:
        return parse_group(context);
      default:
        return refuse_missing_operand();
    }
  }

  ParsedQuery parse_leaf(Field field, std::uint32_t column) {
    const Token& token = take();
    ParsedQuery leaf = make_leaf(field, token, column, dates_);
    if (!leaf || !*leaf || ++leaves_ <= kMaxQueryLeaves) return leaf;
    return tl::unexpected(
        QueryError{fmt::format("the query has more than {} words and filters, of which {} is one "
                               "too many",
                               kMaxQueryLeaves, quote_for_message(token.text)),
                   "ask for fewer words at once", token.column});
  }

  ParsedQuery parse_group(Context context) {
    const Token& opened = take();
    if (++context.depth > kMaxQueryDepth) return refuse_depth(opened.column);
    ParsedQuery inner = parse_alternatives(context);
    if (!inner || accept(TokenKind::close)) return inner;
    return refuse_unclosed(opened);
  }

  ParsedQuery parse_field(Context context) {
    const Token& name = take();
    const std::optional<Field> field = find_field(name.value);
    if (!field) return refuse_field(name);
    if (context.field) {
      return refuse(name, "stands within the parentheses of another field",
                    "close the parentheses before it");
    }
    ParsedQuery value = parse_field_value(name, {context.depth, field});
    if (value && !*value) return refuse_empty_value(name);
    return value;
  }

  // Nothing where there is no value.
  ParsedQuery parse_field_value(const Token& name, Context context) {
    const Token& value = current();
    if (value.kind == TokenKind::end || value.kind == TokenKind::close) return std::nullopt;
    if (value.after_space) {
      return refuse(
          name, "is followed by a space",
          fmt::format("write {} without the space before its value", quote_for_message(name.text)));
    }
    if (is_fault(value.kind)) return refuse_fault(value);
    if (value.kind == TokenKind::open) return parse_group(context);
    return parse_leaf(*context.field, name.column);
  }

  // Says why no operand begins at the current token.
  [[nodiscard]] tl::unexpected<QueryError> refuse_missing_operand() const {
    const Token& token = current();
    const Token before = at_ == 0 ? Token{} : tokens_[at_ - 1];
    if (is_operator(before.kind)) {
      return refuse(before, "has nothing after it", kOperatorHint);
    }
    if (before.kind == TokenKind::open) {
      if (token.kind == TokenKind::end) return refuse_unclosed(before);
      if (token.kind == TokenKind::close) {
        return refuse(before, "and `)` have nothing between them",
                      "write words between them, or remove them");
      }
    }
    if (is_fault(token.kind)) return refuse_fault(token);
    return refuse(token, "has nothing before it", kOperatorHint);
  }

  static tl::unexpected<QueryError> refuse_unclosed(const Token& opened) {
    return refuse(opened, "is never closed", "add the closing `)`, or put it in quotes");
  }

  static tl::unexpected<QueryError> refuse_empty_value(const Token& name) {
    return refuse(
        name, "has no value",
        fmt::format("write its value right after the colon, as in `{}:\"two words\"`", name.value));
  }

  [[nodiscard]] const Token& current() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_++]; }  // never the end
  bool accept(TokenKind kind) {
    const bool accepted = current().kind == kind;
    if (accepted) take();
    return accepted;
  }

  const std::vector<Token>& tokens_;
  DateExpressionReader dates_;
  std::size_t at_ = 0;
  std::size_t leaves_ = 0;
};

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

}  // namespace

tl::expected<Query, QueryError> parse_query(std::string_view text, Day today) {
  if (std::optional<QueryError> refusal = refuse_input(text)) {
    return tl::unexpected(std::move(*refusal));
  }
  const std::vector<Token> tokens = lex_query(text);
  if (tokens.front().kind == TokenKind::end) return Query{AllQuery{}, 1};
  ParsedQuery query = Parser(tokens, today).parse();
  if (!query) return tl::unexpected(std::move(query.error()));
  if (!*query) {
    return tl::unexpected(QueryError{
        fmt::format("nothing to search for in {}", quote_for_message(trim_white_space(text))),
        "write at least one word or filter", tokens.front().column});
  }
  if (const Query* deep = find_at_depth(**query, kMaxQueryDepth)) return refuse_depth(deep->column);
  return std::move(**query);
}

}  // namespace newsdex
