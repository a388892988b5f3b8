#include "dates/text_evidence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "dates/calendars.hpp"
#include "dates/granule.hpp"
#include "dates/tense.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kDatelineBytes = 120;
constexpr std::size_t kAgencyBytes = 40;
constexpr std::size_t kLinesNearTop = 8;
constexpr std::size_t kDateLineBytes = 120;

constexpr int kEarliestNews = 1980;
constexpr int kLatestNews = 2099;

std::string_view text_of(const AnalyzedArticle& article, const DateMention& mention) {
  return mention.field == TextField::title ? article.title : article.body;
}

std::string_view written(std::string_view text, const DateMention& mention) {
  return text.substr(mention.begin, mention.end - mention.begin);
}

// Four digits in a row, of any script: a year that is said and not concluded.
bool says_year(std::string_view words) {
  int run = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    at += point.length;
    const bool digit = (point.value >= '0' && point.value <= '9') ||
                       (point.value >= 0x0660 && point.value <= 0x0669) ||
                       (point.value >= 0x06F0 && point.value <= 0x06F9);
    run = digit ? run + 1 : 0;
    if (run == 4) return true;
  }
  return false;
}

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size()) return std::nullopt;
  int value = 0;
  const char* const end = text.data() + at + length;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

// 0 (Monday) .. 6, of the English or abbreviated weekday that `words` begin with.
std::optional<int> leading_weekday(std::string_view words) {
  constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu",
                                                         "fri", "sat", "sun"};
  const std::string folded = ascii_lower(words.substr(0, 3));
  const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), folded);
  if (found == kWeekdays.end()) return std::nullopt;
  return static_cast<int>(found - kWeekdays.begin());
}

std::string_view line_around(std::string_view text, const DateMention& mention) {
  const std::size_t before = text.rfind('\n', mention.begin);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', mention.end), text.size()) - begin);
}

// "Published: 30 April 2018", "By Jane Doe | April 30, 2018", "April 30, 2018".
bool is_date_line(std::string_view line, std::string_view date) {
  constexpr auto kOpenings =
      std::to_array<std::string_view>({"published", "posted", "date", "by ", "issued", "released",
                                       "publication date", "filed", "تاریخ", "انتشار"});
  if (line.size() > kDateLineBytes) return false;
  if (date.size() + 8 >= line.size()) return true;  // a weekday, a clock or a mark besides
  const std::string folded = ascii_lower(line);
  const bool opened = std::any_of(kOpenings.begin(), kOpenings.end(),
                                  [&](std::string_view word) { return folded.starts_with(word); });
  const std::string_view after = trim_spaces(line.substr(line.find(date) + date.size()));
  return opened || (after.size() < 24 && line.find('|') != std::string_view::npos);
}

// "TEHRAN,", "WASHINGTON (": what a dateline has before its date.
bool is_place(std::string_view words) {
  if (words.empty() || words.find('\n') != std::string_view::npos) return false;
  const char last = words.back();
  return (last == ',' || last == '(' || last == '/') && words.find(". ") == std::string_view::npos;
}

// "(AFP) -", "-": what it has after.
bool ends_dateline(std::string_view words) {
  const std::size_t dash = std::min({words.find(" - "), words.find("--"), words.find("—"),
                                     words.find("–"), words.find('_'), words.find(") -")});
  const bool agency = words.starts_with("(") || words.starts_with(")") || words.starts_with(",") ||
                      words.starts_with("/");
  if (words.starts_with("-") || dash == 0) return true;
  return agency && dash != std::string_view::npos;
}

// A mention that only news makes: of a weekday, of yesterday, of last week.
bool speaks_from_today(const DateMention& mention) {
  constexpr auto kRules = std::to_array<std::string_view>(
      {"weekday", "weekday-daypart", "relative-day", "deictic-unit", "deictic-weekday", "tonight",
       "deictic-daypart", "deictic-month", "reference", "recent-units"});
  return std::find(kRules.begin(), kRules.end(), mention.rule) != kRules.end();
}

Tense tense_of(const AnalyzedArticle& article, const DateMention& mention) {
  const bool title = mention.field == TextField::title;
  const auto tokens = title ? article.title_tokens : article.body_tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), mention.begin,
                       [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
  const auto at = static_cast<std::size_t>(first - tokens.begin());
  if (at >= tokens.size()) return Tense::unknown;
  return tense_around(text_of(article, mention), tokens, at, at);
}

// The years that the text names as past ones, the latest of them, and what else it says.
struct SpokenYears {
  int latest = 0;
  bool whole_day = false;  // the latest is that of a day
  bool last_year = false;  // "last year" is spoken of
  bool this_year = false;
  bool of_today = false;
};

SpokenYears spoken_years(const AnalyzedArticle& article, std::span<const DateMention> mentions) {
  SpokenYears years;
  for (const DateMention& mention : mentions) {
    const std::string_view words = written(text_of(article, mention), mention);
    years.of_today |= speaks_from_today(mention);
    if (mention.rule == "deictic-unit" && mention.value == "XXXX") {
      const std::string folded = ascii_lower(words);
      years.last_year |= folded.find("last") != std::string::npos;
      years.this_year |= folded.find("this") != std::string::npos;
    }
    if (!mention.first || !says_year(words)) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < kEarliestNews || year > kLatestNews || year < years.latest) continue;
    if (tense_of(article, mention) == Tense::future) continue;
    years.whole_day = mention.first == mention.last;
    years.latest = year;
  }
  return years;
}

// "In 2017, the app had 40 million users.": a sentence that opens with a year which is over.
bool looks_back(const AnalyzedArticle& article, const DateMention& mention) {
  const std::string_view text = text_of(article, mention);
  const std::string_view before = text.substr(0, mention.begin);
  if (mention.rule != "year" || !before.ends_with("In ")) return false;
  const std::string_view earlier = trim_spaces(before.substr(0, before.size() - 3));
  const bool opens = earlier.empty() || earlier.back() == '.' || before[before.size() - 4] == '\n';
  return opens && tense_of(article, mention) == Tense::past;
}

// The latest year to which the text looks back, where all the years that it names lie close to it:
// whoever tells of long ago names many.
std::optional<int> year_looked_back_to(const AnalyzedArticle& article,
                                       std::span<const DateMention> mentions, int latest) {
  constexpr int kClose = 3;
  bool any = false;
  for (const DateMention& mention : mentions) {
    if (!mention.first || !says_year(written(text_of(article, mention), mention))) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < latest - kClose || year > latest) return std::nullopt;
    any |= year == latest && looks_back(article, mention);
  }
  return any ? std::optional(latest) : std::nullopt;
}

// The first year from `from` on in which a weekday of the text falls on its date.
std::optional<int> year_by_weekday(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions, int from) {
  constexpr int kYearsAhead = 3;
  for (const DateMention& mention : mentions) {
    const std::string_view words = written(text_of(article, mention), mention);
    const auto weekday = leading_weekday(words);
    const auto day = written_day(text_of(article, mention), mention);
    if (!weekday || !day || day->year != 0) continue;
    for (int year = from; year <= from + kYearsAhead; ++year) {
      const auto days = days_of(CalendarYear{CalendarKind::gregorian, year}, day->month, day->day);
      if (!days) continue;
      const Day monday = first_day(granule_of(days->first, Unit::week));
      if (days->first - monday == *weekday) return year;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<WrittenDay> written_day(std::string_view text, const DateMention& mention) {
  constexpr std::size_t kDayBytes = 10;  // "2018-04-30", "XXXX-04-30"
  const bool date = mention.type == TimexType::date || mention.type == TimexType::time;
  if (!date || mention.value.size() < kDayBytes || mention.value[4] != '-') return std::nullopt;
  const auto month = number_in(mention.value, 5, 2);
  const auto day = number_in(mention.value, 8, 2);
  if (!month || !day) return std::nullopt;
  const std::string_view words = written(text, mention);
  const auto year = says_year(words) ? number_in(mention.value, 0, 4) : std::optional<int>(0);
  if (!year) return std::nullopt;
  constexpr auto kNamed =
      std::to_array<std::string_view>({"month-day", "day-month", "the-day-month"});
  const bool named = std::find(kNamed.begin(), kNamed.end(), mention.rule) != kNamed.end();
  if (*year == 0 && !named) return std::nullopt;
  return WrittenDay{*year, *month, *day};
}

std::optional<WrittenDay> dateline(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions) {
  const std::string_view body = article.body;
  for (const DateMention& mention : mentions) {
    if (mention.field != TextField::body) continue;
    if (mention.begin > kDatelineBytes) break;
    const auto day = written_day(body, mention);
    const std::string_view after = body.substr(mention.end, kAgencyBytes);
    if (!day || !article.body_tokens.front().capitalised) continue;
    if (!is_place(trim_spaces(body.substr(0, mention.begin)))) continue;
    if (ends_dateline(trim_spaces(after.substr(0, after.find('\n'))))) return day;
  }
  return std::nullopt;
}

std::vector<WrittenDay> date_lines(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions) {
  std::vector<WrittenDay> found;
  for (const DateMention& mention : mentions) {
    if (mention.field != TextField::body) continue;
    const std::string_view before = article.body.substr(0, mention.begin);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    if (lines >= kLinesNearTop) break;
    const auto day = written_day(article.body, mention);
    if (!day || day->year == 0) continue;
    const std::string_view line = trim_spaces(line_around(article.body, mention));
    if (is_date_line(line, written(article.body, mention))) found.push_back(*day);
  }
  return found;
}

std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions) {
  const SpokenYears years = spoken_years(article, mentions);
  if (years.latest == 0) return std::nullopt;
  if (!years.of_today) return year_looked_back_to(article, mentions, years.latest);
  if (years.last_year) return years.latest + 1;
  if (const auto year = year_by_weekday(article, mentions, years.latest)) return year;
  // Whoever writes "in 2017" writes later; a whole date with its year may be of the same year.
  return years.whole_day || years.latest == kLatestNews ? years.latest : years.latest + 1;
}

}  // namespace newsdex
