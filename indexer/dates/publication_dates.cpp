#include "dates/publication_dates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dates/date_in_name.hpp"
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

PartialDate day_date(const WrittenDay& day) {
  PartialDate date = year_date(day.year);
  date.precision = DatePrecision::day;
  date.month = static_cast<std::uint8_t>(day.month);
  date.day = static_cast<std::uint8_t>(day.day);
  return date;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
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
  void add(const PartialDate& value, DateSource source) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const PublicationDate& each) {
      return each.source == source && each.value == value;
    });
    if (!known) found_.push_back({value, source});
  }

  void add(std::string_view name, DateSource source) {
    for (const PartialDate& date : dates_in_name(name)) add(date, source);
  }

  // The year for a dateline that has none, from the most trusted of the others down to `least`.
  [[nodiscard]] std::optional<int> year(DateSource least) const {
    if (found_.empty()) return std::nullopt;
    const PublicationDate best = *std::min_element(found_.begin(), found_.end(), by_trust);
    return best.source > least ? std::nullopt : std::optional(int{best.value.year});
  }

  PublicationDates finish() && {
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

  // Of those that deserve most trust the one that most of the others agree with, the finest first.
  static PublicationDate best_of(std::span<const PublicationDate> all) {
    const auto rank = [all](const PublicationDate& each) {
      return std::pair(contradictions(each, all), -static_cast<int>(each.value.precision));
    };
    PublicationDate best = all.front();
    for (const PublicationDate& each : all) {
      if (equally_trusted(each, best) && rank(each) < rank(best)) best = each;
    }
    return best;
  }

  std::vector<PublicationDate> found_;
};

// The day of a dateline that leaves its year out, in the year that something else tells: a date of
// more trust than the text's years, else a year that stands alone in the address or the file's
// name.
std::optional<int> year_for_dateline(const Collector& dates, const Article& article) {
  if (const auto year = dates.year(DateSource::filename)) return year;
  if (const auto year = only_year_in_name(article.url)) return year;
  if (const auto year = only_year_in_name(file_name(article.path))) return year;
  return dates.year(DateSource::mtime);
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

std::string unread_text(const Article& article) {
  constexpr std::size_t kMostShown = 40;
  if (article.date.empty() || !article.corrected_date.empty()) return {};
  const auto stated = read_stated_date(article.date);
  if (stated && !stated->clock_unread) return {};
  const std::string_view shown = cut_to_bytes(article.date, kMostShown);
  return fmt::format("{} \"{}{}\" cannot be read", stated ? "the time of day in" : "its date",
                     shown, shown.size() < article.date.size() ? "..." : "");
}

bool equally_trusted(const PublicationDate& a, const PublicationDate& b) {
  return trust_of(a.source) == trust_of(b.source);
}

bool contradicts(const PartialDate& a, const PartialDate& b) {
  return last_day(a) < first_day(b) || last_day(b) < first_day(a);
}

PublicationDates publication_dates(const Article& article, const AnalyzedArticle& analyzed,
                                   std::span<const DateMention> mentions) {
  Collector dates;
  if (const auto given = parse_date(article.corrected_date)) dates.add(*given, DateSource::sidecar);
  if (const auto metadata = read_stated_date(article.date)) {
    dates.add(metadata->value, DateSource::metadata);
  }
  for (const WrittenDay& day : date_lines(analyzed, mentions)) {
    dates.add(day_date(day), DateSource::byline);
  }
  dates.add(article.url, DateSource::url);
  dates.add(file_name(article.path), DateSource::filename);
  if (const auto year = year_of_text(analyzed, mentions)) {
    dates.add(year_date(*year), DateSource::text);
  }
  if (const auto changed = parse_date(article.file_date)) dates.add(*changed, DateSource::mtime);
  if (auto day = dateline(analyzed, mentions)) {
    if (day->year == 0) day->year = year_for_dateline(dates, article).value_or(0);
    const PartialDate date = day_date(*day);
    const bool exists = day->year != 0 && parse_date(to_string(date));  // February 29
    if (exists) dates.add(date, DateSource::dateline);
  }
  PublicationDates found = std::move(dates).finish();
  if (article.corrected_date == kNoDate) {
    found.chosen = {};
    found.conflict = false;
  }
  return found;
}

std::optional<PublicationDate> stated_date(const Article& article) {
  if (article.corrected_date == kNoDate) return std::nullopt;
  if (const auto given = parse_date(article.corrected_date)) {
    return PublicationDate{*given, DateSource::sidecar};
  }
  if (const auto metadata = read_stated_date(article.date)) {
    return PublicationDate{metadata->value, DateSource::metadata};
  }
  return std::nullopt;
}

}  // namespace newsdex
