#include "dates/publication_dates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dates/date_in_name.hpp"
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

  // The year for a dateline that has none, from the most trusted of the others.
  [[nodiscard]] std::optional<int> year() const {
    if (found_.empty()) return std::nullopt;
    return std::min_element(found_.begin(), found_.end(), by_trust)->value.year;
  }

  PublicationDates finish() && {
    std::stable_sort(found_.begin(), found_.end(), by_trust);
    PublicationDates dates;
    dates.candidates = std::move(found_);
    if (dates.candidates.empty()) return dates;
    dates.chosen = dates.candidates.front();
    dates.conflict = std::any_of(
        dates.candidates.begin(), dates.candidates.end(), [&](const PublicationDate& each) {
          return each.source == dates.chosen.source && contradicts(each.value, dates.chosen.value);
        });
    return dates;
  }

 private:
  // Of one source the finest comes first: "2018" in an address does not hide its "2018/04/30".
  static bool by_trust(const PublicationDate& a, const PublicationDate& b) {
    return a.source != b.source ? a.source < b.source : a.value.precision > b.value.precision;
  }
  std::vector<PublicationDate> found_;
};

}  // namespace

std::string conflict_text(const PublicationDates& dates) {
  std::string values = to_string(dates.chosen.value);
  for (const PublicationDate& each : dates.candidates) {
    const bool against =
        each.source == dates.chosen.source && contradicts(each.value, dates.chosen.value);
    if (against) values += fmt::format(" and {}", to_string(each.value));
  }
  return fmt::format("dates contradict one another: {} ({})", values,
                     to_string(dates.chosen.source));
}

std::string unread_text(const Article& article) {
  constexpr std::size_t kMostShown = 40;
  if (article.date.empty() || !article.corrected_date.empty() || parse_date(article.date))
    return {};
  const std::string_view shown = cut_to_bytes(article.date, kMostShown);
  return fmt::format("its date \"{}{}\" cannot be read", shown,
                     shown.size() < article.date.size() ? "..." : "");
}

bool contradicts(const PartialDate& a, const PartialDate& b) {
  return last_day(a) < first_day(b) || last_day(b) < first_day(a);
}

PublicationDates publication_dates(const Article& article, const AnalyzedArticle& analyzed,
                                   std::span<const DateMention> mentions) {
  Collector dates;
  if (const auto given = parse_date(article.corrected_date)) dates.add(*given, DateSource::sidecar);
  if (const auto metadata = parse_date(article.date)) dates.add(*metadata, DateSource::metadata);
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
    if (day->year == 0) day->year = dates.year().value_or(0);
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
  if (const auto metadata = parse_date(article.date)) {
    return PublicationDate{*metadata, DateSource::metadata};
  }
  return std::nullopt;
}

}  // namespace newsdex
