#include "newsdex/query.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "query/query_tree.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

std::string quoted_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (is_control(point.value)) {
      fmt::format_to(std::back_inserter(out), "\\x{:02X}", static_cast<unsigned>(point.value));
      continue;
    }
    if (point.value == U'"' || point.value == U'\\') out.push_back('\\');
    append_utf8(out, point.value);
  }
  return out + '"';
}

// "title " before words that are sought in the title alone.
std::string scope_prefix(Field scope) {
  return scope == Field::text ? std::string() : fmt::format("{} ", spec(scope).name);
}

std::string printed(const DateRange& range) {
  const auto end = [](const std::optional<Day>& day) {
    return day ? to_string(to_partial_date(*day)) : std::string();
  };
  return fmt::format("{}..{}", end(range.first), end(range.last));
}

std::string list(std::string_view head, const std::vector<Query>& operands) {
  std::string out = fmt::format("({}", head);
  for (const Query& operand : operands) out += ' ' + to_string(operand);
  return out + ')';
}

struct Printer {
  std::string operator()(const AllQuery& /*all*/) const { return "(all)"; }
  std::string operator()(const WordQuery& query) const {
    return fmt::format("(word {}{})", scope_prefix(query.scope), quoted_text(query.word));
  }
  std::string operator()(const PhraseQuery& query) const {
    return fmt::format("(phrase {}{})", scope_prefix(query.scope), quoted_text(query.text));
  }
  std::string operator()(const PrefixQuery& query) const {
    return fmt::format("(prefix {}{})", scope_prefix(query.scope), quoted_text(query.prefix));
  }
  std::string operator()(const FuzzyQuery& query) const {
    return fmt::format("(fuzzy {} {}{})", query.edits, scope_prefix(query.scope),
                       quoted_text(query.word));
  }
  std::string operator()(const NearQuery& query) const {
    return list(fmt::format("{} {}", query.ordered ? "adj" : "near", query.distance),
                query.operands);
  }
  std::string operator()(const SimilarQuery& query) const {
    return fmt::format("(similar {})", quoted_text(query.id));
  }
  std::string operator()(const SentenceQuery& query) const {
    return list("sentence", query.operand);
  }
  std::string operator()(const ValueQuery& query) const {
    return fmt::format("(value {} {})", spec(query.field).name, quoted_text(query.value));
  }
  std::string operator()(const DateQuery& query) const {
    const std::string_view field = spec(query.field).name;
    if (query.none) return fmt::format("({} none)", field);
    const std::string days =
        query.in_words ? fmt::format(" {}", printed(query.range)) : std::string();
    return fmt::format("({} {}{})", field, quoted_text(query.text), days);
  }
  std::string operator()(const AndQuery& query) const {
    return list(query.implied ? "and" : "and!", query.operands);
  }
  std::string operator()(const OrQuery& query) const { return list("or", query.operands); }
  std::string operator()(const NotQuery& query) const { return list("not", query.operand); }
};

}  // namespace

std::string to_string(const Query& query) {
  return std::visit(Printer{}, query.node);
}

Query with_filters(Query query, std::vector<Query> filters) {
  if (filters.empty()) return query;
  std::vector<Query> operands;
  operands.reserve(filters.size() + 1);
  if (!std::holds_alternative<AllQuery>(query.node)) operands.push_back(std::move(query));
  std::move(filters.begin(), filters.end(), std::back_inserter(operands));
  return conjunction(std::move(operands), true);
}

}  // namespace newsdex
