// A tree back in the query language. Whatever an operator binds stands in parentheses, so that no
// rule of precedence has to be known here.
#include <fmt/format.h>

#include <array>

#include "newsdex/query.hpp"
#include "query/query_lexer.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kClosedBy = {
    {{"\"", "\""}, {"“", "”"}, {"«", "»"}}};

// A text that was read between quotes lacks what closed it. One that lacks none was never parsed.
std::string in_quotes(std::string_view text) {
  for (const auto& [open, close] : kClosedBy) {
    if (text.find(close) == std::string_view::npos) return fmt::format("{}{}{}", open, text, close);
  }
  std::string bare(text);
  std::erase(bare, '"');
  return fmt::format("\"{}\"", bare);
}

// Whether the lexer takes `text` for one plain word.
bool is_plain_word(std::string_view text) {
  const std::vector<QueryToken> tokens = lex_query(text);
  return tokens.size() == 2 && tokens.front().kind == TokenKind::word &&
         tokens.front().text == text;
}

// Behind a colon all is taken as it stands but white space, parentheses and quotes.
std::string value_text(std::string_view field, std::string_view value) {
  const std::string bare = fmt::format("{}:{}", field, value);
  const std::vector<QueryToken> tokens = lex_query(bare);
  const bool is_bare =
      tokens.size() == 3 && tokens[1].kind == TokenKind::word && tokens[1].text == value;
  return is_bare ? bare : fmt::format("{}:{}", field, in_quotes(value));
}

std::string scoped(Field scope, const std::string& text) {
  if (scope != Field::text) return fmt::format("{}:{}", spec(scope).name, text);
  return is_plain_word(text) ? text : fmt::format("{}:{}", spec(Field::text).name, text);
}

bool is_compound(const Query& query) {
  return std::holds_alternative<AndQuery>(query.node) ||
         std::holds_alternative<OrQuery>(query.node) ||
         std::holds_alternative<NearQuery>(query.node);
}

std::string operand_text(const Query& query) {
  const std::string text = to_query_text(query);
  return is_compound(query) ? fmt::format("({})", text) : text;
}

std::string joined(const std::vector<Query>& operands, std::string_view separator) {
  std::string out;
  for (const Query& operand : operands) {
    if (!out.empty()) out += separator;
    out += operand_text(operand);
  }
  return out;
}

struct Writer {
  std::string operator()(const AllQuery& /*all*/) const { return ""; }
  std::string operator()(const WordQuery& query) const { return scoped(query.scope, query.word); }
  std::string operator()(const PhraseQuery& query) const {
    const std::string text = in_quotes(query.text);
    return query.scope == Field::text ? text : fmt::format("{}:{}", spec(query.scope).name, text);
  }
  std::string operator()(const PrefixQuery& query) const {
    return scoped(query.scope, query.prefix + '*');
  }
  std::string operator()(const FuzzyQuery& query) const {
    return scoped(query.scope, fmt::format("{}~{}", query.word, query.edits));
  }
  std::string operator()(const NearQuery& query) const {
    return joined(query.operands,
                  fmt::format(" {}/{} ", query.ordered ? "ADJ" : "NEAR", query.distance));
  }
  std::string operator()(const ValueQuery& query) const {
    return value_text(spec(query.field).name, query.value);
  }
  std::string operator()(const DateQuery& query) const {
    return value_text(spec(query.field).name, query.none ? "none" : query.text);
  }
  std::string operator()(const SimilarQuery& query) const {
    return value_text("similar", query.id);
  }
  std::string operator()(const SentenceQuery& query) const {
    return fmt::format("sentence:({})", to_query_text(query.operand.front()));
  }
  std::string operator()(const AndQuery& query) const {
    return joined(query.operands, query.implied ? " " : " AND ");
  }
  std::string operator()(const OrQuery& query) const { return joined(query.operands, " OR "); }
  std::string operator()(const NotQuery& query) const {
    return '-' + operand_text(query.operand.front());
  }
};

}  // namespace

std::string to_query_text(const Query& query) {
  return std::visit(Writer{}, query.node);
}

LineAndColumn locate(std::string_view text, std::uint32_t column) {
  LineAndColumn place;
  for (std::size_t at = 0; at < text.size() && column > 1; --column) {
    const CodePoint point = decode(text, at);
    at += point.length;
    place = point.value == U'\n' ? LineAndColumn{place.line + 1, 1}
                                 : LineAndColumn{place.line, place.column + 1};
  }
  return place;
}

}  // namespace newsdex
