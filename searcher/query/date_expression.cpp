#include "query/date_expression.hpp"

#include <algorithm>
#include <array>

#include "newsdex/analyzer.hpp"
#include "newsdex/date_tagger.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxExpressionBytes = 80;

// Words that stand before an expression and are no part of it.
constexpr auto kPrepositions =
    std::to_array<std::string_view>({"in ", "on ", "during ", "over ", "within ", "of "});

// Words before a date of which one side is open.
enum class OpenSide : std::uint8_t { after_begin, after_end, before_begin, before_end };

struct OpenWord {
  std::string_view word;
  OpenSide side;  // from where on, or up to where
};

constexpr auto kOpenWords = std::to_array<OpenWord>({{"since ", OpenSide::after_begin},
                                                     {"from ", OpenSide::after_begin},
                                                     {"after ", OpenSide::after_end},
                                                     {"until ", OpenSide::before_end},
                                                     {"till ", OpenSide::before_end},
                                                     {"through ", OpenSide::before_end},
                                                     {"up to ", OpenSide::before_end},
                                                     {"before ", OpenSide::before_begin}});

DateRange open_range(DaySpan days, OpenSide side) {
  switch (side) {
    case OpenSide::after_begin:
      return {days.first, std::nullopt};
    case OpenSide::after_end:
      return {days.last + 1, std::nullopt};
    case OpenSide::before_begin:
      return {std::nullopt, days.first - 1};
    case OpenSide::before_end:
      break;
  }
  return {std::nullopt, days.last};
}

// "from April to June", "between April and June": what stands before the first end, and between.
struct RangeWords {
  std::string_view before;
  std::string_view between;
};

constexpr auto kRangeWords = std::to_array<RangeWords>({{"between ", " and "},
                                                        {"from ", " to "},
                                                        {"from ", " until "},
                                                        {"from ", " till "},
                                                        {"from ", " through "},
                                                        {"", " to "},
                                                        {"", " through "}});

// Between the two dates that "April 15-18, 2018" is for the tagger.
bool is_range_link(std::string_view link) {
  constexpr auto kLinks =
      std::to_array<std::string_view>({"-", "–", "—", "to", "through", "until", "till"});
  return std::find(kLinks.begin(), kLinks.end(), trim_spaces(link)) != kLinks.end();
}

std::string_view without_prepositions(std::string_view text) {
  for (const std::string_view word : kPrepositions) {
    if (ascii_lower(text.substr(0, word.size())) == word) {
      return trim_spaces(text.substr(word.size()));
    }
  }
  return text;
}

// "the Wednesday" is none for the tagger, and "the past year" another than "past year".
std::string_view without_article(std::string_view text) {
  constexpr std::string_view kArticle = "the ";
  const bool article = ascii_lower(text.substr(0, kArticle.size())) == kArticle;
  return article ? trim_spaces(text.substr(kArticle.size())) : text;
}

bool is_persian(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

// "last monday" as an article writes it: "Last Monday".
std::string capitalised(std::string_view words) {
  std::string out(words);
  bool first = true;
  for (char& c : out) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == ' ';
  }
  return out;
}

}  // namespace

struct DateExpressionReader::Tagging {
  Analyzer analyzer;
  TokenStream tokens;
  DateTagger tagger;

  // The days of an expression that is all of `words`.
  std::optional<DaySpan> span(std::string_view words, Day today) {
    const std::string_view language = is_persian(words) ? "fa" : "en";
    analyzer.analyze(words, language, tokens);
    const auto mentions =
        tagger.tag({{}, {}, words, tokens.tokens()}, to_partial_date(today), language);
    const bool all = !mentions.empty() && mentions.size() <= 2 && mentions.front().begin == 0 &&
                     mentions.back().end == words.size();
    if (!all) return std::nullopt;
    const DateMention& mention = mentions.front();
    if (precision_of(mention) == DatePrecision::minute) return std::nullopt;
    if (mentions.size() == 2) return span_of_two(words, mention, mentions.back());
    if (!mention.first) return std::nullopt;
    return DaySpan{*mention.first, *mention.last};
  }

  static std::optional<DaySpan> span_of_two(std::string_view words, const DateMention& first,
                                            const DateMention& second) {
    const std::string_view link = words.substr(first.end, second.begin - first.end);
    if (!is_range_link(link) || !first.first || !second.last) return std::nullopt;
    if (*first.first > *second.last) return std::nullopt;
    return DaySpan{*first.first, *second.last};
  }
};

DateExpressionReader::DateExpressionReader(Day today) : today_(today) {}
DateExpressionReader::~DateExpressionReader() = default;

bool has_time_of_day(std::string_view text) {
  constexpr std::string_view kRangeMark = "..";
  const std::size_t mark = std::min(text.find(kRangeMark), text.size());
  for (const auto end :
       {text.substr(0, mark), text.substr(std::min(mark + kRangeMark.size(), text.size()))}) {
    const auto date = parse_date(end);
    if (date && date->precision == DatePrecision::minute) return true;
  }
  return false;
}

std::optional<DateExpression> DateExpressionReader::read(std::string_view text) {
  if (has_time_of_day(text)) return std::nullopt;
  bool in_words = false;
  const auto range = parse_date_range(text, [&](std::string_view end) {
    in_words = true;
    return span_of_words(end);
  });
  if (range) return DateExpression{*range, in_words};
  const auto worded = range_of_words(trim_spaces(text));
  return worded ? std::optional(DateExpression{*worded, true}) : std::nullopt;
}

std::optional<DateRange> DateExpressionReader::range_of_words(std::string_view text) {
  const std::string folded = ascii_lower(text);
  const auto end = [this](std::string_view words) -> std::optional<DaySpan> {
    const auto days =
        parse_date_range(words, [&](std::string_view each) { return span_of_words(each); });
    if (!days || !days->first || !days->last) return std::nullopt;
    return DaySpan{*days->first, *days->last};
  };
  for (const auto& [before, between] : kRangeWords) {
    const std::size_t at = folded.find(between);
    if (!folded.starts_with(before) || at == std::string::npos || at < before.size()) continue;
    const auto from = end(text.substr(before.size(), at - before.size()));
    const auto to = end(text.substr(at + between.size()));
    if (from && to) return DateRange{from->first, to->last};
  }
  for (const OpenWord& open : kOpenWords) {
    if (!folded.starts_with(open.word)) continue;
    if (const auto days = end(text.substr(open.word.size()))) return open_range(*days, open.side);
  }
  return std::nullopt;
}

std::optional<DaySpan> DateExpressionReader::span_of_words(std::string_view text) {
  const std::string_view words = without_prepositions(trim_spaces(text));
  if (words.empty() || words.size() > kMaxExpressionBytes) return std::nullopt;
  if (!tagging_) tagging_ = std::make_unique<Tagging>();
  const std::string_view bare = without_article(words);
  for (const std::string_view each : {words, bare}) {
    if (const auto span = tagging_->span(each, today_)) return span;
    if (const auto span = tagging_->span(capitalised(each), today_)) return span;
    if (bare.size() == words.size()) break;
  }
  return std::nullopt;
}

}  // namespace newsdex
