#include "dates/date_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "dates/text_top.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kAgencyBytes = 40;
constexpr std::size_t kPersianAgencyBytes = 80;  // two a letter

bool is_persian(std::string_view words) {
  return !words.empty() && (words.front() & 0x80) != 0;
}

// A mention and the line it stands on.
struct Place {
  const TextTop::Line* line = nullptr;
  std::string_view before;  // on the line, without spaces at the ends
  std::string_view after;
};

// nullopt for a mention that does not stand at the top, or stands far within a long line.
std::optional<Place> place_of(const TextTop& top, const DateMention& mention) {
  const TextTop::Line* const line = top.line_of(mention.begin);
  if (line == nullptr) return std::nullopt;
  const auto [before, after] = top.around(mention.begin, mention.end);
  if (before.size() > TextTop::kShortLineBytes) return std::nullopt;
  return Place{line, before, after};
}

// Whether every word begins with a capital, as those of a place or an outlet do.
bool is_name(std::string_view words) {
  constexpr std::size_t kMostBytes = 40;
  bool begins = true;
  for (const char c : words) {
    if (begins && c >= 'a' && c <= 'z') return false;
    begins = c == ' ';
  }
  return !words.empty() && words.size() <= kMostBytes;
}

bool is_in_capitals(std::string_view words) {
  return std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "تهران- ایرنا-": a place and an agency in Persian, both before a dash.
bool is_persian_names(std::string_view words) {
  constexpr std::size_t kMostBytes = 60;
  return is_persian(words) && words.size() <= kMostBytes && words.ends_with('-');
}

// "TEHRAN,", "WASHINGTON (", "WASHINGTON —", "WASHINGTON --": what a dateline has before its date.
bool is_place(std::string_view words) {
  if (words.empty()) return false;
  const char last = words.back();
  const bool dash = words.ends_with(" -") || words.ends_with("--") || words.ends_with("—") ||
                    words.ends_with("–");
  const bool capitals_stop = last == '.' && is_in_capitals(words);  // "MOSCOW."
  if (is_persian_names(words)) return true;
  if (dash || capitals_stop) return is_name(words);
  const bool parted = last == ',' || last == '(' || last == '/' || words.ends_with("،");
  return parted && words.find(". ") == std::string_view::npos;
}

// "(AFP) -", "-", "/TASS/", ". /TASS/": what it has after.
bool ends_dateline(std::string_view words) {
  if (words.starts_with(". /")) words.remove_prefix(2);
  const std::size_t dash = std::min({words.find(" - "), words.find("--"), words.find("—"),
                                     words.find("–"), words.find('_'), words.find(") -")});
  const bool agency = words.starts_with("(") || words.starts_with(")") || words.starts_with(",") ||
                      words.starts_with("/");
  if (words.starts_with("-") || dash == 0) return true;
  if (words.starts_with("/") && words.find('/', 1) != std::string_view::npos) return true;
  return agency && dash != std::string_view::npos;
}

// "(PTI) The", "(ANI): The", "(EFE).- The": an agency in capitals that no dash follows, before a
// sentence.
bool is_agency_before_sentence(std::string_view words) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 8;
  const std::size_t end = words.find(')');
  if (!words.starts_with('(') || end == std::string_view::npos) return false;
  const std::string_view agency = words.substr(1, end - 1);
  const bool capitals =
      std::all_of(agency.begin(), agency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals || agency.size() < kFewest || agency.size() > kMost) return false;
  words.remove_prefix(end + 1);
  for (const std::string_view mark : {":", ".-", "."}) {
    if (!words.starts_with(mark)) continue;
    words.remove_prefix(mark.size());
    break;
  }
  return words.size() > 1 && words[0] == ' ' && !(words[1] >= 'a' && words[1] <= 'z');
}

// "– The court": what a date that begins a text has after it.
bool is_dash_before_sentence(std::string_view words) {
  for (const std::string_view dash : {"- ", "-- ", "– ", "— "}) {
    if (!words.starts_with(dash)) continue;
    words = trim_spaces(words.substr(dash.size()));
    return !words.empty() && words.front() >= 'A' && words.front() <= 'Z';
  }
  return false;
}

bool begins_capitalised(std::span<const Token> tokens, std::size_t line) {
  const auto token =
      std::lower_bound(tokens.begin(), tokens.end(), line,
                       [](const Token& each, std::size_t begin) { return each.begin < begin; });
  if (token == tokens.end()) return false;
  return token->capitalised || is_persian(token->form);  // which knows no capitals
}

bool is_dateline(const Place& place) {
  if (place.line->below_prose) return false;
  const std::size_t most = is_persian(place.before) ? kPersianAgencyBytes : kAgencyBytes;
  const std::string_view after = cut_to_bytes(place.after, most);
  const bool agency_alone = place.before.empty() && after.starts_with('(');
  if (is_name(place.before) && is_place(place.before) && is_agency_before_sentence(after)) {
    return true;
  }
  return (agency_alone || is_place(place.before)) && ends_dateline(after);
}

// "30 April 2018 – The court ruled": a whole date that begins a line of prose.
bool opens_prose(const Place& place, const WrittenDay& day) {
  return place.before.empty() && day.day != 0 && day.year != 0 &&
         is_dash_before_sentence(place.after);
}

// The text in ASCII as the reader of clocks wants it: digits of any script are ours.
std::string plain_clock(std::string_view text) {
  constexpr std::string_view kHour = "ساعت";
  constexpr std::array<char32_t, 2> kZeros = {0x0660, 0x06F0};
  if (const std::size_t at = text.find(kHour); at != std::string_view::npos) {
    std::string without(text.substr(0, at));
    return plain_clock(without += text.substr(at + kHour.size()));
  }
  std::string out = " ";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    const auto* const zero = std::find_if(kZeros.begin(), kZeros.end(), [&](char32_t each) {
      return point.value >= each && point.value < each + 10;
    });
    if (zero != kZeros.end()) {
      out += static_cast<char>('0' + (point.value - *zero));
    } else {
      const bool comma = point.value == U'،';
      out += point.value < 0x80 ? static_cast<char>(point.value) : (comma ? ',' : '-');
    }
  }
  return ascii_lower(out);
}

// Takes the time of day, or the zone of one that is known, off what stands after a date; how much
// of it is left.
std::size_t take_clock(std::string_view after, Clock& clock) {
  const std::string plain = plain_clock(after);
  TextCursor cursor(plain);
  const bool read =
      clock.minute_of_day
          ? read_zone(cursor, clock) || clock.offset_minutes  // "GMT" may go on: "GMT+3"
          : skip_clock_separator(cursor) && read_clock(cursor, clock, false);
  if (!read) return after.size();
  return trim_spaces(cursor.rest()).size();
}

// A weekday or a mark; beside a month nothing, for "In April 2018" begins a sentence.
constexpr std::size_t kMarksBesideDay = 8;

enum class LineKind : std::uint8_t { none, changed, published };

bool begins_with_any(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.starts_with(word); });
}

// "Tehran" of "Jane Doe | Tehran": what stands behind the last mark that parts a line. A slash
// within a word or a date is none.
std::string_view last_part(std::string_view before) {
  for (std::size_t at = before.size(); at-- > 0;) {
    const bool ends = at + 1 == before.size() || before[at + 1] == ' ';
    const bool mark = before[at] == '|' || before[at] == ';' || (before[at] == '/' && ends);
    if (mark) return trim_spaces(before.substr(at + 1));
  }
  return before;
}

// "Published: 30 April 2018", "By Jane Doe | April 30, 2018", "April 30, 2018 4:12 PM EDT".
// Beside it `marks` bytes of anything may stand.
LineKind kind_of_line(const Place& place, std::size_t left_after, std::size_t marks) {
  constexpr std::size_t kOutlet = 24;
  constexpr auto kPublished = std::to_array<std::string_view>(
      {"published", "posted", "date", "by ", "issued", "released", "publication date",
       "first published", "filed", "تاریخ", "انتشار"});
  constexpr auto kChanged = std::to_array<std::string_view>(
      {"updated", "last updated", "modified", "last modified", "changed"});
  const std::string folded = ascii_lower(place.before);
  const std::string_view part = last_part(place.before);
  const std::string folded_part = ascii_lower(part);
  if (begins_with_any(folded_part, kChanged)) return LineKind::changed;
  if (place.before.size() + left_after <= marks) return LineKind::published;
  if (begins_with_any(folded, kPublished)) return LineKind::published;
  if (left_after == 0 && place.before.ends_with(',') && is_name(place.before)) {
    return LineKind::published;  // "BBC News, 30 April 2018"
  }
  const bool parted = part.size() != place.before.size() || place.after.starts_with('/') ||
                      place.after.find('|') != std::string_view::npos;
  const bool bare = part.empty() || is_name(part) || begins_with_any(folded_part, kPublished);
  return parted && bare && left_after < kOutlet ? LineKind::published : LineKind::none;
}

}  // namespace

std::optional<WrittenDay> dateline(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions) {
  const bool in_title = article.body.empty();  // of an article that is one line
  const std::string_view text = in_title ? article.title : article.body;
  const auto tokens = in_title ? article.title_tokens : article.body_tokens;
  const TextTop top(text);
  std::vector<WrittenDay> opening;  // lines; several are a chronology
  for (const DateMention& mention : mentions) {
    if ((mention.field == TextField::title) != in_title) continue;
    const auto place = place_of(top, mention);
    if (!place) continue;
    const auto day = written_day_or_month(text, mention);
    if (!day) continue;
    if (opens_prose(*place, *day)) opening.push_back(*day);
    if (begins_capitalised(tokens, place->line->begin) && is_dateline(*place)) return day;
  }
  return opening.size() == 1 ? std::optional(opening.front()) : std::nullopt;
}

DateLines date_lines(const AnalyzedArticle& article, std::span<const DateMention> mentions) {
  const TextTop top(article.body);
  std::vector<WrittenDay> published;
  std::vector<WrittenDay> changed;
  std::optional<WrittenDay> without_year;
  for (const DateMention& mention : mentions) {
    if (mention.field != TextField::body) continue;
    const auto place = place_of(top, mention);
    if (!place || place->line->size() > TextTop::kShortLineBytes) continue;
    auto day = written_day_or_month(article.body, mention);
    if (!day) continue;
    const bool month = day->day == 0;
    const bool yearless = day->year == 0;
    if ((month || yearless) && place->line->below_prose) continue;  // a heading within the article
    const std::size_t left = month ? place->after.size() : take_clock(place->after, day->clock);
    const LineKind kind = kind_of_line(*place, left, month ? 0 : kMarksBesideDay);
    if (yearless) {
      const bool sure = day->weekday || !place->before.empty();
      if (kind == LineKind::published && sure && !without_year) without_year = day;
      continue;
    }
    if (kind == LineKind::published) published.push_back(*day);
    if (kind == LineKind::changed) changed.push_back(*day);
  }
  std::vector<WrittenDay>& dated = published.empty() ? changed : published;
  if (!dated.empty()) without_year.reset();
  return {std::move(dated), without_year};
}

}  // namespace newsdex
