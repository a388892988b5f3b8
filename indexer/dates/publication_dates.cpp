#include "dates/publication_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "dates/arithmetic.hpp"
#include "dates/date_in_name.hpp"
#include "dates/date_lines.hpp"
#include "dates/granule.hpp"
#include "dates/order_choice.hpp"
#include "dates/stated_date.hpp"
#include "dates/text_evidence.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

PartialDate year_date(int year) {
  PartialDate date;
  date.precision = DatePrecision::year;
  date.year = static_cast<std::int16_t>(year);
  return date;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The instant in minutes since 1970, of a date that says its offset.
std::optional<std::int64_t> instant_of(const PartialDate& date) {
  if (date.precision != DatePrecision::minute || !date.offset_minutes) return std::nullopt;
  return std::int64_t{first_day(date)} * kMinutesPerDay + date.minute_of_day - *date.offset_minutes;
}

// Whether `day`, of whatever zone, may be that of a time that a machine wrote in UTC.
bool may_be_day_of(const PartialDate& utc, const PartialDate& day) {
  constexpr std::int64_t kWest = 12 * 60;
  constexpr std::int64_t kEast = 14 * 60;
  const auto instant = instant_of(utc);
  if (!instant || utc.offset_minutes != 0 || instant_of(day)) return false;
  const std::int64_t begin = std::int64_t{first_day(day)} * kMinutesPerDay;
  const std::int64_t end = (last_day(day) + std::int64_t{1}) * kMinutesPerDay;
  return *instant + kEast >= begin && *instant - kWest < end;
}

// Whether two times on different days are less than an hour apart: a page's own clock and its
// machine's seldom agree to the minute.
bool same_moment(const PartialDate& a, const PartialDate& b) {
  const auto first = instant_of(a);
  const auto second = instant_of(b);
  return first && second && std::abs(*first - *second) < kMinutesPerHour;
}

// The address and the file's name deserve the same trust: both are made for order, not for readers.
DateSource trust_of(DateSource source) {
  return source == DateSource::filename ? DateSource::url : source;
}

// How many of the candidates that deserve the same trust contradict this one.
std::size_t contradictions(const PublicationDate& date, std::span<const PublicationDate> all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const PublicationDate& each) {
        return equally_trusted(each, date) && contradicts(each.value, date.value);
      }));
}

class Collector {
 public:
  // More dates of one source than anybody weighs against one another are not looked at: what
  // follows compares each with each.
  static constexpr std::ptrdiff_t kMostOfOneSource = 32;

  void add(const PartialDate& value, DateSource source) {
    const auto of_source = [&](const PublicationDate& each) { return each.source == source; };
    if (std::count_if(found_.begin(), found_.end(), of_source) >= kMostOfOneSource) return;
    const PublicationDate date{value, source};
    if (std::find(found_.begin(), found_.end(), date) == found_.end()) found_.push_back(date);
  }

  void add(std::string_view name, DateSource source) {
    for (const PartialDate& date : dates_in_name(name)) add(date, source);
  }

  // The most trusted of the dates so far, down to `least`.
  [[nodiscard]] std::optional<PublicationDate> best(DateSource least) const {
    if (found_.empty()) return std::nullopt;
    const PublicationDate best = *std::min_element(found_.begin(), found_.end(), by_trust);
    return best.source > least ? std::nullopt : std::optional(best);
  }

  PublicationDates finish() && {
    const auto stated = std::find_if(found_.begin(), found_.end(), [](const PublicationDate& each) {
      return each.source == DateSource::metadata;
    });
    if (stated != found_.end()) stated_first_ = stated->value;
    std::stable_sort(found_.begin(), found_.end(), by_trust);
    PublicationDates dates;
    dates.candidates = std::move(found_);
    if (dates.candidates.empty()) return dates;
    dates.chosen = best_of(dates.candidates);
    const PublicationDate& first = dates.candidates.front();
    dates.conflict = std::any_of(
        dates.candidates.begin(), dates.candidates.end(), [&](const PublicationDate& each) {
          return equally_trusted(each, first) && contradictions(each, dates.candidates) > 0;
        });
    return dates;
  }

 private:
  // Of one source the finest comes first: "2018" in an address does not hide its "2018/04/30".
  static bool by_trust(const PublicationDate& a, const PublicationDate& b) {
    return a.source != b.source ? a.source < b.source : a.value.precision > b.value.precision;
  }

  // Of those that deserve most trust the one that most of the others agree with, the finest first;
  // of metadata, which comes by trust, one that agrees with what was stated first.
  [[nodiscard]] PublicationDate best_of(std::span<const PublicationDate> all) const {
    const auto rank = [this, all](const PublicationDate& each) {
      const bool other =
          each.source == DateSource::metadata && contradicts(each.value, stated_first_);
      return std::tuple(contradictions(each, all), other, -static_cast<int>(each.value.precision));
    };
    PublicationDate best = all.front();
    for (const PublicationDate& each : all) {
      if (equally_trusted(each, best) && rank(each) < rank(best)) best = each;
    }
    return best;
  }

  std::vector<PublicationDate> found_;
  PartialDate stated_first_;  // of metadata
};

// The year that brings the day nearest to `known`, within half a year of it; of two as near, the
// earlier.
std::optional<int> year_nearest(const WrittenDay& day, const PartialDate& known) {
  constexpr Day kHalfYear = 183;
  std::optional<std::pair<Day, int>> nearest;
  for (int year = known.year - 1; year <= known.year + 1; ++year) {
    WrittenDay placed = day;
    placed.year = year;
    const auto date = to_date(placed);
    if (!date) continue;
    const Day at = first_day(*date);
    const Day away = std::max({first_day(known) - at, at - last_day(known), Day{0}});
    const bool nearer = away <= kHalfYear && (!nearest || away < nearest->first);
    if (nearer) nearest = std::pair(away, year);
  }
  return nearest ? std::optional(nearest->second) : std::nullopt;
}

// The last year in which the day is not after the file's time, give or take a zone, and on its
// weekday if one of the years allows it.
std::optional<int> year_before(const WrittenDay& day, const PartialDate& changed) {
  constexpr int kYearsBack = 8;  // February 29
  std::optional<int> last;
  for (int year = changed.year; year >= changed.year - kYearsBack; --year) {
    WrittenDay placed = day;
    placed.year = year;
    const auto date = to_date(placed);
    if (!date || first_day(*date) > first_day(changed) + 1) continue;
    if (!day.weekday || weekday_of(first_day(*date)) == *day.weekday) return year;
    if (!last) last = year;
  }
  return last;
}

// Of metadata that nothing tells how to read, the day that it means by the first reading, if both
// are of one year.
std::optional<PartialDate> open_day(const Article& article) {
  for (const std::string_view text : stated_texts(article.date)) {
    const std::vector<PartialDate> readings = ambiguous_readings(text);
    if (!readings.empty() && readings.front().year == readings.back().year) return readings.front();
  }
  return std::nullopt;
}

// The year of a dateline that leaves it out: by a date of more trust than the text's years, else
// one that stands alone in the address or the file's name, else the one that the text tells surely,
// else the file's time.
std::optional<int> year_for_dateline(const WrittenDay& day, const Collector& dates,
                                     const Article& article, std::optional<int> told) {
  if (const auto known = dates.best(DateSource::filename)) return year_nearest(day, known->value);
  if (const auto stated = open_day(article)) return year_nearest(day, *stated);
  if (const auto year = only_year_in_name(article.url)) return year;
  if (const auto year = year_of_name(article)) return year;
  if (told) return told;
  const auto changed = parse_date(article.file_date);
  return changed ? year_before(day, *changed) : std::nullopt;
}

// All that metadata states and can be read, in its order.
std::vector<PublicationDate> metadata_dates(const Article& article) {
  std::vector<PublicationDate> dates;
  for (const std::string_view text : stated_texts(article.date)) {
    const auto date = read_stated_date(text);
    if (date) dates.push_back({date->value, DateSource::metadata});
    if (dates.size() >= Collector::kMostOfOneSource) break;
  }
  return dates;
}

// The same of what can be read in two ways, where nothing else is stated.
void add_chosen(const Article& article, const OrderChoice& choice, Collector& dates) {
  for (const std::string_view text : stated_texts(article.date)) {
    const std::vector<PartialDate> readings = ambiguous_readings(text);
    const auto date = readings.empty() ? std::nullopt : choice.choose(readings);
    if (date) dates.add(*date, DateSource::metadata);
  }
}

std::string without_year(const WrittenDay& day) {
  if (day.calendar != CalendarKind::gregorian) return "XXXX-XX-XX";
  return fmt::format("XXXX-{:02}-{:02}", day.month, day.day);
}

// What the text itself tells, by its top and by its years.
// Returns the day of a dateline, or of a line, to which nothing tells the year.
UndatedDay add_of_text(const Article& article, const AnalyzedArticle& analyzed,
                       std::span<const DateMention> mentions, Collector& dates) {
  const DateLines lines = date_lines(analyzed, mentions);
  for (const WrittenDay& line : lines.dated) {
    if (const auto date = to_date(line)) dates.add(*date, DateSource::byline);
  }
  auto day = dateline(analyzed, mentions);
  const DateSource source = day ? DateSource::dateline : DateSource::byline;
  if (!day) day = lines.without_year;
  const bool yearless = day && day->year == 0;
  auto year = yearless ? year_of_dateline(analyzed, mentions, *day) : std::nullopt;
  if (const auto told = day_of_text(analyzed, mentions)) {
    year = to_partial_date(*told).year;
    dates.add(to_partial_date(*told), DateSource::text);
  } else if (const auto told_year = year ? year : year_of_text(analyzed, mentions)) {
    dates.add(year_date(*told_year), DateSource::text);
  }
  if (const auto changed = parse_date(article.file_date)) dates.add(*changed, DateSource::mtime);
  if (!day) return {};
  if (yearless) day->year = year_for_dateline(*day, dates, article, year).value_or(0);
  const auto date = day->year == 0 ? std::nullopt : to_date(*day);
  if (date) dates.add(*date, source);
  return date ? UndatedDay{} : UndatedDay{without_year(*day), source};
}

}  // namespace

std::string conflict_text(const PublicationDates& dates) {
  std::vector<PublicationDate> parties = {dates.chosen};
  for (const PublicationDate& each : dates.candidates) {
    const bool party = equally_trusted(each, dates.chosen) && each != dates.chosen &&
                       contradictions(each, dates.candidates) > 0;
    if (party) parties.push_back(each);
  }
  std::string text;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    text += fmt::format("{}{}", i == 0 ? "" : " and ", to_string(parties[i].value));
    const bool same = i + 1 < parties.size() && parties[i + 1].source == parties[i].source;
    if (!same) text += fmt::format(" ({})", to_string(parties[i].source));
  }
  return "dates contradict one another: " + text;
}

std::string unread_text(const Article& article, const PublicationDates& dates) {
  constexpr std::size_t kMostShown = 40;
  if (!article.corrected_date.empty()) return {};
  for (const std::string_view text : stated_texts(article.date)) {
    const auto stated = read_stated_date(text);
    if (stated && !stated->clock_unread) continue;
    if (const auto readings = ambiguous_readings(text); !readings.empty()) {
      const bool read = dates.chosen.value.precision > DatePrecision::year;
      if (read && dates.chosen.source == DateSource::metadata) continue;
      return fmt::format("its date \"{}\" may mean {} or {}", cut_to_bytes(text, kMostShown),
                         to_string(readings[0]), to_string(readings[1]));
    }
    const std::string_view shown = cut_to_bytes(text, kMostShown);
    return fmt::format("{} \"{}{}\" cannot be read", stated ? "the time of day in" : "its date",
                       shown, shown.size() < text.size() ? "..." : "");
  }
  return {};
}

std::string date_doubt(const Article& article, const PublicationDates& dates) {
  return dates.conflict ? conflict_text(dates) : unread_text(article, dates);
}

ReadError doubt_about(const Article& article, std::string phrase) {
  return {article.path, article.line, std::move(phrase), false, article.record_key};
}

bool equally_trusted(const PublicationDate& a, const PublicationDate& b) {
  return trust_of(a.source) == trust_of(b.source);
}

bool contradicts(const PartialDate& a, const PartialDate& b) {
  if (last_day(a) >= first_day(b) && last_day(b) >= first_day(a)) return false;
  return !same_moment(a, b) && !may_be_day_of(a, b) && !may_be_day_of(b, a);
}

std::string_view named_path(const Article& article) {
  std::string_view path = article.path;
  std::size_t begin = path.rfind('/');
  for (std::uint32_t i = 0; i < article.named_folders && begin != std::string_view::npos; ++i) {
    if (begin == 0) break;
    begin = path.rfind('/', begin - 1);
  }
  return path.substr(begin + 1);
}

std::optional<int> year_of_name(const Article& article) {
  const auto year = only_year_in_name(file_name(article.path));
  return year ? year : only_year_in_name(named_path(article));
}

PublicationDates publication_dates(const Article& article, const AnalyzedArticle& analyzed,
                                   std::span<const DateMention> mentions) {
  Collector dates;
  if (const auto given = read_corrected_date(article.corrected_date))
    dates.add(*given, DateSource::sidecar);
  const std::vector<PublicationDate> stated = metadata_dates(article);
  for (const PublicationDate& date : stated) dates.add(date.value, date.source);
  if (stated.empty() && !article.date.empty()) {
    add_chosen(article, OrderChoice(article, analyzed, mentions), dates);
  }
  dates.add(article.url, DateSource::url);
  dates.add(named_path(article), DateSource::filename);
  UndatedDay without_year = add_of_text(article, analyzed, mentions, dates);
  if (const auto open = open_day(article); open && !dates.best(DateSource::filename)) {
    dates.add(year_date(open->year), DateSource::metadata);
  }
  PublicationDates found = std::move(dates).finish();
  found.without_year = std::move(without_year);
  if (article.corrected_date == kNoDate) {
    found.chosen = {};
    found.conflict = false;
  }
  return found;
}

std::optional<PublicationDates> stated_dates(const Article& article) {
  if (article.corrected_date == kNoDate) return std::nullopt;
  Collector dates;
  const auto given = read_corrected_date(article.corrected_date);
  if (given) dates.add(*given, DateSource::sidecar);
  for (const PublicationDate& date : metadata_dates(article)) dates.add(date.value, date.source);
  PublicationDates found = std::move(dates).finish();
  return found.empty() ? std::nullopt : std::optional(std::move(found));
}

}  // namespace newsdex
