#include "query/date_expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "newsdex/analyzer.hpp"
#include "newsdex/date_tagger.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxExpressionBytes = 80;

// Words that stand before an expression and are no part of it.
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"in ", "on ", "during ", "over ", "within ", "since ", "of ", "the "});

std::string_view without_prepositions(std::string_view text) {
  constexpr int kMost = 2;  // "in the"
  for (int i = 0; i < kMost; ++i) {
    for (const std::string_view word : kPrepositions) {
      if (ascii_lower(text.substr(0, word.size())) != word) continue;
      text = trim_spaces(text.substr(word.size()));
      break;
    }
  }
  return text;
}

struct UnitDays {
  char code;  // as TIMEX3 writes it in "P3M"
  int days;
  int months;
};

constexpr std::array<UnitDays, 4> kUnits = {{{'D', 1, 0}, {'W', 7, 0}, {'M', 0, 1}, {'Y', 0, 12}}};

// The same day so many months ago, or the last of its month where that is shorter.
Day months_before(Day today, int months) {
  using namespace std::chrono;
  const year_month_day from{sys_days{std::chrono::days{today}}};
  year_month_day then = from - std::chrono::months{months};
  if (!then.ok()) then = then.year() / then.month() / last;
  return static_cast<Day>(sys_days{then}.time_since_epoch().count());
}

// "P3M" as the three months that end today.
std::optional<DaySpan> up_to_today(std::string_view duration, Day today) {
  constexpr int kMaxAmount = 9999;
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  int amount = 0;
  const char* const end = duration.data() + duration.size() - 1;
  const auto [stop, error] = std::from_chars(duration.data() + 1, end, amount);
  const bool whole = error == std::errc() && stop == end && amount > 0 && amount <= kMaxAmount;
  const auto* const unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitDays& each) {
    return each.code == duration.back();
  });
  if (!whole || unit == kUnits.end()) return std::nullopt;
  const Day before = months_before(today, amount * unit->months) - amount * unit->days;
  return DaySpan{before + 1, today};
}

// A duration counts back from today only where it says so: "the last 3 months".
bool counts_back(std::string_view words) {
  const std::string folded = ascii_lower(words);
  return folded.starts_with("last ") || folded.starts_with("past ");
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
    const bool all =
        mentions.size() == 1 && mentions.front().begin == 0 && mentions.front().end == words.size();
    if (!all) return std::nullopt;
    const DateMention& mention = mentions.front();
    if (mention.first) return DaySpan{*mention.first, *mention.last};
    return counts_back(words) ? up_to_today(mention.value, today) : std::nullopt;
  }
};

DateExpressionReader::DateExpressionReader(Day today) : today_(today) {}
DateExpressionReader::~DateExpressionReader() = default;

std::optional<DateExpression> DateExpressionReader::read(std::string_view text) {
  bool in_words = false;
  const auto range = parse_date_range(text, [&](std::string_view end) {
    in_words = true;
    return span_of_words(end);
  });
  if (!range) return std::nullopt;
  return DateExpression{*range, in_words};
}

std::optional<DaySpan> DateExpressionReader::span_of_words(std::string_view text) {
  const std::string_view words = without_prepositions(trim_spaces(text));
  if (words.empty() || words.size() > kMaxExpressionBytes) return std::nullopt;
  if (!tagging_) tagging_ = std::make_unique<Tagging>();
  if (const auto span = tagging_->span(words, today_)) return span;
  return tagging_->span(capitalised(words), today_);
}

}  // namespace newsdex
