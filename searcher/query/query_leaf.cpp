#include "query/query_leaf.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "newsdex/entity.hpp"
#include "query/word_pattern.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxQuotedBytes = 60;

// The analyzer makes several tokens of `a-b`, so white space alone does not bound what a phrase
// costs; real words and addresses stay well below this.
constexpr std::size_t kMaxPhraseParts = 4 * kMaxPhraseWords;

constexpr std::string_view kDateForms =
    "write {0}:2018, {0}:2018-04, {0}:2018-04-30, {0}:2018-W18, {0}:2018-04..2018-06, "
    "{0}:2018-04.., {0}:..2018-06, {0}:\"last month\" or {0}:none";

// `year:` and `month:` are dates of one precision.
struct PeriodForm {
  Field field;
  DatePrecision precision;
  std::string_view hint;
};

constexpr PeriodForm kPeriodForms[] = {
    {Field::year, DatePrecision::year, "write year:2018, or a range as date:2017..2018"},
    {Field::month, DatePrecision::month,
     "write month:2018-04, or a range as date:2018-04..2018-06"},
};

const PeriodForm* period_form(Field field) {
  for (const PeriodForm& form : kPeriodForms) {
    if (form.field == field) return &form;
  }
  return nullptr;
}

ParsedQuery words_leaf(Field scope, const QueryToken& token, std::uint32_t column) {
  if (token.kind == TokenKind::word) {
    if (auto pattern = pattern_leaf(scope, token, column)) return std::move(*pattern);
  }
  const std::size_t parts = count_searchable_parts(token.value);
  if (parts == 0) return std::nullopt;
  if (count_words(token.value) > kMaxPhraseWords || parts > kMaxPhraseParts) {
    return tl::unexpected(QueryError{
        fmt::format("{} is longer than {} words", quote_for_message(token.text), kMaxPhraseWords),
        "search for a part of it, or for its words without quotes", token.column});
  }
  if (token.kind == TokenKind::phrase) {
    return Query{PhraseQuery{std::string(token.value), scope}, column};
  }
  return Query{WordQuery{std::string(token.value), scope}, column};
}

// A field of which all values are known: one that is none of them would silently find nothing.
struct ClosedField {
  Field field;
  std::string_view one;   // "`x` is no ONE"
  std::string_view many;  // "MANY: ..."
  std::vector<std::string_view> values;
};

template <typename Value>
std::vector<std::string_view> words_up_to(Value last) {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    words.push_back(to_string(static_cast<Value>(i)));
  }
  return words;
}

const ClosedField* closed_field(Field field) {
  static const std::array<ClosedField, 2> kClosed = {
      {{Field::date_source, "source of dates", "sources of dates", words_up_to(kLastDateSource)},
       {Field::tagged_by, "rule that names are found by", "rules", words_up_to(kLastMentionRule)}}};
  const auto* const found = std::find_if(kClosed.begin(), kClosed.end(),
                                         [&](const auto& each) { return each.field == field; });
  return found == kClosed.end() ? nullptr : found;
}

std::optional<QueryError> refuse_unknown_value(Field field, const QueryToken& token) {
  const ClosedField* const closed = closed_field(field);
  if (closed == nullptr) return std::nullopt;
  const std::string wanted = ascii_lower(trim_white_space(token.value));
  const auto is_wanted = [&](std::string_view value) { return value == wanted; };
  if (std::any_of(closed->values.begin(), closed->values.end(), is_wanted)) return std::nullopt;
  return QueryError{fmt::format("{} is no {}", quote_for_message(token.text), closed->one),
                    fmt::format("{}: {}", closed->many, fmt::join(closed->values, ", ")),
                    token.column};
}

ParsedQuery value_leaf(Field field, const QueryToken& token, std::uint32_t column) {
  if (count_searchable_parts(token.value) == 0) return std::nullopt;
  if (auto refusal = refuse_unknown_value(field, token)) return tl::unexpected(std::move(*refusal));
  return Query{ValueQuery{field, std::string(trim_white_space(token.value))}, column};
}

// What a value of the field is called when it is none.
std::string_view noun_of(Field field) {
  return field == Field::mentions ? spec(Field::date).name : spec(field).name;
}

ParsedQuery date_leaf(Field field, const QueryToken& token, std::uint32_t column,
                      DateExpressionReader& dates) {
  const std::string_view text = trim_white_space(token.value);
  if (text.empty()) return std::nullopt;
  const PeriodForm* const period = period_form(field);
  if (period == nullptr) {
    const bool none = ascii_lower(text) == "none";
    const auto days = none ? std::optional(DateExpression{}) : dates.read(text);
    if (days && is_reversed(days->range)) {
      return tl::unexpected(QueryError{
          fmt::format("{} starts after its end: {} is after {}", quote_for_message(token.text),
                      to_string(to_partial_date(*days->range.first)),
                      to_string(to_partial_date(*days->range.last))),
          fmt::format("write the earlier date first: {}:2018-04..2018-06", spec(field).name),
          token.column});
    }
    if (days)
      return Query{DateQuery{days->range, std::string(text), none, days->in_words, field}, column};
  } else if (const auto date = parse_date(text); date && date->precision == period->precision) {
    return Query{DateQuery{*parse_date_range(text), std::string(text)}, column};
  }
  if (has_time_of_day(text)) {
    return tl::unexpected(QueryError{
        fmt::format("{} has a time of day", quote_for_message(token.text)),
        fmt::format("dates are searched for by the day: {}:2018-04-30", spec(field).name),
        token.column});
  }
  const std::string hint =
      period == nullptr ? fmt::format(kDateForms, spec(field).name) : std::string(period->hint);
  return tl::unexpected(
      QueryError{fmt::format("{} is not a {}", quote_for_message(token.text), noun_of(field)), hint,
                 token.column});
}

}  // namespace

std::string cut_for_message(std::string_view text) {
  const std::string_view kept = cut_to_bytes(text, kMaxQuotedBytes);
  return fmt::format("{}{}", kept, kept.size() < text.size() ? "…" : "");
}

std::string quote_for_message(std::string_view text) {
  return fmt::format("`{}`", cut_for_message(text));
}

ParsedQuery make_leaf(Field field, const QueryToken& token, std::uint32_t column,
                      DateExpressionReader& dates) {
  switch (spec(field).kind) {
    case FieldKind::words:
      return words_leaf(field, token, column);
    case FieldKind::name:
    case FieldKind::label:
      return value_leaf(field, token, column);
    case FieldKind::date:
    case FieldKind::period:
      return date_leaf(field, token, column, dates);
  }
  return std::nullopt;
}

tl::expected<Query, QueryError> filter_query(Field field, const std::string& value, Day today) {
  const QueryToken token = {TokenKind::phrase, value, value, 0, true};
  if (auto refusal = refuse_unknown_value(field, token)) return tl::unexpected(std::move(*refusal));
  if (spec(field).kind != FieldKind::date) {
    // Quotes within a name say nothing, and would have to be quoted in turn.
    std::string bare = value;
    std::erase(bare, '"');
    return Query{ValueQuery{field, std::move(bare)}, 0};
  }
  DateExpressionReader dates(today);
  auto leaf = date_leaf(field, token, 0, dates);
  if (!leaf) return tl::unexpected(std::move(leaf.error()));
  if (*leaf) return std::move(**leaf);
  return tl::unexpected(QueryError{fmt::format("{} has no value", spec(field).option), "", 0});
}

}  // namespace newsdex
