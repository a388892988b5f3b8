// Recursive descent over the tokens of a query:
//
//   alternatives := conjunction ("OR" conjunction)*
//   conjunction  := side by side ("AND" side by side)*
//   side by side := unary unary*
//   unary        := ("NOT" | "-") unary | nearness
//   nearness     := primary (("NEAR" | "ADJ") ["/" number] primary)*
//   primary      := "(" alternatives ")" | phrase | word
//                 | field ":" ( "(" alternatives ")" | phrase | word )
//                 | "similar:" ( phrase | word ) | "query:" ( phrase | word )
//                 | "sentence:" "(" alternatives ")"
//
// A rule gives nothing where all it read was punctuation, and the rules above it leave that out.
// Only parentheses, NOTs and saved queries recurse, and they are counted.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "newsdex/query.hpp"
#include "query/field_names.hpp"
#include "query/query_leaf.hpp"
#include "query/query_lexer.hpp"
#include "query/query_refusals.hpp"
#include "query/query_tree.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool is_operator(TokenKind kind) {
  return kind == TokenKind::and_operator || kind == TokenKind::or_operator ||
         kind == TokenKind::not_operator || kind == TokenKind::near_operator;
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

// What a query shares with the saved queries in it.
struct Reading {
  Reading(Day today, const SavedQueries& queries) : dates(today), saved(queries) {}

  DateExpressionReader dates;
  const SavedQueries& saved;
  std::vector<std::string_view> open;  // names of those that are being read
  std::size_t leaves = 0;
  bool is_error_placed = false;  // the error says in which saved query it is
};

// The number that `NEAR/5` ends in.
std::optional<std::uint32_t> near_distance(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return kNearDistance;
  std::uint32_t distance = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, distance);
  const bool valid = error == std::errc() && stop == end;
  if (!valid || distance == 0 || distance > kMaxNearDistance) return std::nullopt;
  return distance;
}

class Parser {
 public:
  Parser(const std::vector<QueryToken>& tokens, Reading& reading)
      : tokens_(tokens), reading_(reading) {}

  // `depth` of what the text stands in.
  ParsedQuery parse(std::size_t depth) {
    ParsedQuery query = parse_alternatives({depth, std::nullopt});
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
    ParsedQuery operand = parse_nearness(context);
    if (!operand || !*operand || !negated) return operand;
    return negation(std::move(**operand), column);
  }

  ParsedQuery parse_nearness(Context context) {
    ParsedQuery first = parse_primary(context);
    if (!first || current().kind != TokenKind::near_operator) return first;
    const QueryToken& name = current();
    const std::optional<std::uint32_t> distance = near_distance(name.text);
    if (!distance) return refuse_distance(name);
    NearQuery near = {{}, *distance, name.text.starts_with("ADJ")};
    if (auto refusal = add_near(std::move(first), name, near)) return std::move(*refusal);
    while (current().kind == TokenKind::near_operator) {
      if (current().text != name.text) return refuse_mixture(name);
      take();
      if (current().kind == TokenKind::not_operator) return refuse_near_operand(name);
      if (auto refusal = add_near(parse_primary(context), name, near)) return std::move(*refusal);
    }
    if (near.operands.empty()) return std::nullopt;
    if (near.operands.size() == 1) return std::move(near.operands.front());
    const std::uint32_t column = near.operands.front().column;
    return Query{std::move(near), column};
  }

  static std::optional<Refusal> add_near(ParsedQuery operand, const QueryToken& name,
                                         NearQuery& near) {
    if (!operand) return tl::unexpected(std::move(operand.error()));
    if (!*operand) return std::nullopt;
    if (!may_stand_near(**operand)) return refuse_near_operand(name);
    near.operands.push_back(std::move(**operand));
    return std::nullopt;
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
    QueryToken token = take();
    std::string range;
    if (spec(field).kind == FieldKind::date) {
      at_ += join_range(token, std::span(tokens_).subspan(at_), range);
    }
    ParsedQuery leaf = make_leaf(field, token, column, reading_.dates);
    if (!leaf || !*leaf || count_leaves(1)) return leaf;
    return refuse_leaf(token);
  }

  // False beyond the limit.
  bool count_leaves(std::size_t more) {
    reading_.leaves += more;
    return reading_.leaves <= kMaxQueryLeaves;
  }

  ParsedQuery parse_group(Context context) {
    const QueryToken& opened = take();
    if (++context.depth > kMaxQueryDepth) return refuse_depth(opened.column);
    ParsedQuery inner = parse_alternatives(context);
    if (!inner) return inner;
    if (!accept(TokenKind::close)) return refuse_unclosed(opened);
    if (*inner) **inner = group(std::move(**inner));
    return inner;
  }

  ParsedQuery parse_field(Context context) {
    const QueryToken& name = take();
    const std::optional<Field> field = find_field(name.value);
    const std::optional<Reference> reference = find_reference(name.value);
    if (!field && !reference) return refuse_field(name);
    if (context.field) {
      return refuse(name, "stands within the parentheses of another field",
                    "close the parentheses before it");
    }
    ParsedQuery value = reference ? parse_reference(*reference, name, context)
                                  : parse_field_value(name, {context.depth, field});
    if (value && !*value) return refuse_empty_value(name);
    return value;
  }

  ParsedQuery parse_reference(Reference reference, const QueryToken& name, Context context) {
    if (auto refusal = refuse_missing_value(name)) return std::move(*refusal);
    if (reference == Reference::sentence) return parse_sentence(name, context);
    if (current().kind == TokenKind::open) {
      return refuse(name, "takes one name",
                    fmt::format("write `{0}:a OR {0}:b` for several", name.value));
    }
    const QueryToken& value = take();
    const std::string_view text = trim_white_space(value.value);
    if (text.empty()) return std::nullopt;
    if (!count_leaves(reference == Reference::similar ? kSimilarTerms : 1)) {
      return refuse_leaf(value);
    }
    if (reference == Reference::similar) return Query{SimilarQuery{std::string(text)}, name.column};
    return parse_saved(value, text, name.column, context);
  }

  ParsedQuery parse_sentence(const QueryToken& name, Context context) {
    constexpr std::string_view kHint =
        "write names in parentheses, as in `sentence:(actor:durov platform:telegram)`";
    if (current().kind != TokenKind::open) return refuse(name, "takes names", std::string(kHint));
    ParsedQuery names = parse_group(context);
    if (!names || !*names) return names;
    if (!may_stand_in_sentence(**names)) {
      return refuse(name, "holds something that is no name", std::string(kHint));
    }
    return Query{SentenceQuery{{std::move(**names)}}, name.column};
  }

  ParsedQuery parse_saved(const QueryToken& value, std::string_view name, std::uint32_t column,
                          Context context) {
    const auto found = reading_.saved.find(name);
    if (found == reading_.saved.end()) return refuse_saved(value, reading_.saved);
    if (std::find(reading_.open.begin(), reading_.open.end(), name) != reading_.open.end()) {
      return refuse(value, "is a saved query that contains itself", "save it without that part");
    }
    if (++context.depth > kMaxQueryDepth) return refuse_depth(column);
    reading_.open.push_back(found->first);
    ParsedQuery query = read_saved(found->second, context.depth);
    reading_.open.pop_back();
    if (!query) {
      if (!std::exchange(reading_.is_error_placed, true)) {
        query.error().message = fmt::format("in the saved query {}: {}", quote_for_message(name),
                                            query.error().message);
      }
      query.error().column = column;
    } else {
      place_at(**query, column);
      **query = group(std::move(**query));
    }
    return query;
  }

  // Never nothing.
  ParsedQuery read_saved(std::string_view text, std::size_t depth) {
    if (auto refusal = refuse_input(text)) return tl::unexpected(std::move(*refusal));
    const std::vector<QueryToken> tokens = lex_query(text);
    if (tokens.front().kind == TokenKind::end) return refuse_nothing(text, 1);
    ParsedQuery query = Parser(tokens, reading_).parse(depth);
    if (query && !*query) return refuse_nothing(text, 1);
    return query;
  }

  ParsedQuery parse_field_value(const QueryToken& name, Context context) {
    if (auto refusal = refuse_missing_value(name)) return std::move(*refusal);
    if (current().kind == TokenKind::open) return parse_group(context);
    return parse_leaf(*context.field, name.column);
  }

  // Unless a word, a phrase or a parenthesis touches the colon.
  [[nodiscard]] std::optional<Refusal> refuse_missing_value(const QueryToken& name) const {
    const QueryToken& value = current();
    if (value.kind == TokenKind::end || value.kind == TokenKind::close) {
      return refuse_empty_value(name);
    }
    if (value.after_space) {
      return refuse(
          name, "is followed by a space",
          fmt::format("write {} without the space before its value", quote_for_message(name.text)));
    }
    if (is_fault(value.kind)) return refuse_fault(value);
    return std::nullopt;
  }

  // Says why no operand begins at the current token.
  [[nodiscard]] Refusal refuse_missing_operand() const {
    const QueryToken& token = current();
    const QueryToken before = at_ == 0 ? QueryToken{} : tokens_[at_ - 1];
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

  static Refusal refuse_distance(const QueryToken& name) {
    return refuse(name, "does not say how many words apart",
                  fmt::format("write a number from 1 to {} after the slash, as in `a NEAR/5 b`",
                              kMaxNearDistance));
  }

  [[nodiscard]] Refusal refuse_mixture(const QueryToken& before) const {
    return refuse(current(), fmt::format("follows {}", quote_for_message(before.text)),
                  "words in a row take one NEAR or ADJ with one number; join others with AND");
  }

  static Refusal refuse_near_operand(const QueryToken& name) {
    return refuse(name, "stands next to something that is no word",
                  "it takes words, \"phrases\", word*, word~1, or an OR of them in parentheses");
  }

  static Refusal refuse_unclosed(const QueryToken& opened) {
    return refuse(opened, "is never closed", "add the closing `)`, or put it in quotes");
  }

  static Refusal refuse_empty_value(const QueryToken& name) {
    return refuse(
        name, "has no value",
        fmt::format("write its value right after the colon, as in `{}:\"two words\"`", name.value));
  }

  [[nodiscard]] const QueryToken& current() const { return tokens_[at_]; }
  const QueryToken& take() { return tokens_[at_++]; }  // never the end
  bool accept(TokenKind kind) {
    const bool accepted = current().kind == kind;
    if (accepted) take();
    return accepted;
  }

  const std::vector<QueryToken>& tokens_;
  Reading& reading_;
  std::size_t at_ = 0;
};

}  // namespace

tl::expected<Query, QueryError> parse_query(std::string_view text, Day today,
                                            const SavedQueries& saved) {
  if (std::optional<QueryError> refusal = refuse_input(text)) {
    return tl::unexpected(std::move(*refusal));
  }
  const std::vector<QueryToken> tokens = lex_query(text);
  if (tokens.front().kind == TokenKind::end) return Query{AllQuery{}, 1};
  Reading reading(today, saved);
  ParsedQuery query = Parser(tokens, reading).parse(0);
  if (!query) return tl::unexpected(std::move(query.error()));
  if (!*query) return refuse_nothing(text, tokens.front().column);
  if (const Query* deep = find_at_depth(**query, kMaxQueryDepth)) return refuse_depth(deep->column);
  return std::move(**query);
}

}  // namespace newsdex
