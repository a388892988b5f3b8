#include "dates/worded_date.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "dates/arithmetic.hpp"
#include "dates/text_cursor.hpp"
#include "dates/time_lexicon.hpp"
#include "dates/word_set.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMostParts = 24;
constexpr int kLastDay = 31;

struct Spelling {
  char32_t written;
  std::string_view plain;
};

// What analysis makes of letters, and what says nothing.
constexpr auto kSpellings = std::to_array<Spelling>({
    {U'أ', "ا"},   {U'آ', "ا"},   {U'إ', "ا"},   {U'ؤ', "و"},   {U'ئ', "ی"},
    {U'ي', "ی"},   {U'ى', "ی"},   {U'ك', "ک"},   {U'ة', "ه"},   {U'،', ","},
    {0x2013, "-"}, {0x2014, "-"}, {0x00A0, " "}, {0x202F, " "}, {0x200B, ""},
    {0x200C, ""},  {0x200D, ""},  {0x200E, ""},  {0x200F, ""},  {0x2019, ""},
    {0x2018, ""},  {U'\'', ""},   {0x0654, ""},  {0x02BF, ""},  {0x02BE, ""},
});

constexpr std::array<char32_t, 2> kZeros = {0x0660, 0x06F0};

void append_plain(std::string& out, std::string_view bytes, char32_t value) {
  for (const char32_t zero : kZeros) {
    if (value < zero || value >= zero + 10) continue;
    out += static_cast<char>('0' + (value - zero));
    return;
  }
  const auto* const found =
      std::find_if(kSpellings.begin(), kSpellings.end(),
                   [value](const Spelling& each) { return each.written == value; });
  out += found == kSpellings.end() ? bytes : found->plain;
}

std::string plain_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_plain(out, text.substr(at, point.length), point.value);
    at += point.length;
  }
  return ascii_lower(out);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_kind(Kind kind) {
  return kind == Kind::month || kind == Kind::jalali_month || kind == Kind::hijri_month;
}

bool has_form(std::string_view forms, std::string_view form) {
  for (std::size_t at = forms.find(form); at != std::string_view::npos;
       at = forms.find(form, at + 1)) {
    const std::size_t end = at + form.size();
    const bool begins = at == 0 || forms[at - 1] == ' ';
    if (begins && (end == forms.size() || forms[end] == ' ')) return true;
  }
  return false;
}

// The row of a month, a season, a weekday or an ordinal that is called `form`.
const LexiconRow* named_row(std::string_view form) {
  for (const auto& rows : {english_words(), persian_words()}) {
    for (const LexiconRow& row : rows) {
      const bool wanted = is_name_kind(row.kind) || row.kind == Kind::season ||
                          row.kind == Kind::weekday || row.kind == Kind::ordinal;
      if (wanted && has_form(row.forms, form)) return &row;
    }
  }
  return nullptr;
}

CalendarKind calendar_of(Kind kind) {
  if (kind == Kind::jalali_month) return CalendarKind::jalali;
  return kind == Kind::hijri_month ? CalendarKind::hijri : CalendarKind::gregorian;
}

// Words beside a date that say nothing of which it is.
constexpr auto kFillers = sorted(std::to_array<std::string_view>(
    {"ah",  "ap",    "hijri", "jalali", "nd",  "of",   "rd",   "sh",  "shamsi", "st",     "th",
     "the", "تاریخ", "در",    "روز",    "سال", "شمسی", "قمری", "ماه", "مورخ",   "میلادی", "هجری"}));

// Words that say that not all of what follows is meant, or about that.
constexpr auto kVagueWords = sorted(std::to_array<std::string_view>(
    {"about", "around", "ca", "circa", "early", "late", "mid", "اوایل", "اواسط", "اواخر", "حدود"}));

struct HalfDay {
  std::string_view word;
  std::string_view clock;  // as the reader of clocks knows it
};
constexpr auto kClockWords = std::to_array<HalfDay>(
    {{"ساعت", ""}, {"صبح", "am"}, {"بامداد", "am"}, {"عصر", "pm"}, {"بعدازظهر", "pm"}});

// Reads the parts of a date in whatever order they come.
class PartReader {
 public:
  explicit PartReader(std::string_view text) { split(text); }

  std::optional<WordedDate> read() {
    if (!read_parts() || date_.year == 0) return std::nullopt;
    return date_;
  }

  std::optional<WordedDate> read_day() {
    if (!read_parts() || date_.year != 0 || date_.day == 0) return std::nullopt;
    return date_;
  }

 private:
  bool read_parts() {
    if (parts_.size() > kMostParts) return false;
    for (std::size_t at = 0; at < parts_.size();) {
      const std::size_t next = read_part(at);
      if (next == at) return false;
      at = next;
    }
    const bool of_part = date_.season != 0 || date_.last_month != 0;
    if (date_.day == 0 ? !clock_.empty() : of_part || date_.month == 0) return false;
    if (date_.month == 0 && !of_part && !vague_) return false;
    return complete_year() && read_time();
  }

  bool complete_year() {
    constexpr int kFirstOfJalali = 1340;
    constexpr int kFirstOfOurs = 1970;
    constexpr int kCentury = 100;
    if (!short_year_) return true;
    if (date_.year != 0 || date_.day == 0 || date_.calendar == CalendarKind::hijri) return false;
    const int first = date_.calendar == CalendarKind::jalali ? kFirstOfJalali : kFirstOfOurs;
    date_.year = first - first % kCentury + *short_year_;
    if (date_.year < first) date_.year += kCentury;
    return true;
  }

  // Runs of digits with the colons in them, runs of letters, and marks.
  void split(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const bool digits = is_digit(text[at]);
      std::size_t end = at + 1;
      const auto belongs = [digits](char c) {
        return digits ? is_digit(c) || c == ':' : is_letter(c);
      };
      if (digits || is_letter(text[at])) {
        while (end < text.size() && belongs(text[end])) ++end;
      }
      if (text[at] != ' ') parts_.push_back(text.substr(at, end - at));
      at = end;
    }
  }

  // The place after what was read at `at`; `at` where that is nothing known.
  std::size_t read_part(std::size_t at) {
    const std::string_view part = parts_[at];
    if (is_digit(part.front())) return read_number(part) ? at + 1 : at;
    if (!is_letter(part.front())) {
      return part == "," || part == "-" || part == "|" || part == "." || part == "/" ? at + 1 : at;
    }
    if (const std::size_t next = read_name(at); next != at) return next;
    if (contains(kFillers, part)) return at + 1;
    if (contains(kVagueWords, part)) {
      vague_ = true;
      return at + 1;
    }
    return read_clock_word(part) ? at + 1 : at;
  }

  bool read_number(std::string_view digits) {
    if (digits.find(':') != std::string_view::npos) {
      if (!clock_.empty()) return false;
      clock_ = digits;
      return true;
    }
    if (digits.size() == 3 || digits.size() > 4) return false;
    const int number = TextCursor(digits).number(1, 4).value_or(0);
    const bool no_day = date_.day != 0 || number > kLastDay;
    if (digits.size() == 2 && no_day && !short_year_) {
      short_year_ = number;
      return true;
    }
    int& wanted = digits.size() == 4 ? date_.year : date_.day;
    if (wanted != 0) return false;
    wanted = number;
    return wanted != 0;
  }

  bool take_name(const LexiconRow& row) {
    if (row.kind == Kind::weekday) return true;
    const bool day = row.kind == Kind::ordinal;
    const bool season = row.kind == Kind::season;
    if (season ? date_.month != 0 : !day && date_.season != 0) return false;
    if (season) return std::exchange(date_.season, row.value + 1) == 0;
    if (!day && date_.month != 0) return take_last_month(row);
    int& wanted = day ? date_.day : date_.month;
    if (wanted != 0 || (day && row.value > kLastDay)) return false;
    wanted = row.value;
    if (!day) date_.calendar = calendar_of(row.kind);
    return true;
  }

  bool take_last_month(const LexiconRow& row) {
    const bool later = calendar_of(row.kind) == date_.calendar && row.value > date_.month;
    return later && std::exchange(date_.last_month, row.value) == 0;
  }

  // The longest name of a month, weekday or day: "rabi al awwal", "سه شنبه".
  std::size_t read_name(std::size_t at) {
    constexpr std::size_t kMostWords = 5;  // with the hyphens of "rabi-al-awwal"
    for (std::size_t end = std::min(at + kMostWords, parts_.size()); end > at; --end) {
      std::string form;
      for (std::size_t i = at; i < end; ++i) {
        if (parts_[i] == "-") continue;
        if (!form.empty()) form += '_';
        form += parts_[i];
      }
      const LexiconRow* row = named_row(form);
      if (row == nullptr) continue;
      return take_name(*row) ? end : at;
    }
    return at;
  }

  bool read_clock_word(std::string_view word) {
    for (const HalfDay& each : kClockWords) {
      if (each.word != word) continue;
      half_day_ = each.clock;
      return true;
    }
    if (word != "am" && word != "pm") return false;
    half_day_ = word == "am" ? "am" : "pm";
    return true;
  }

  bool read_time() {
    if (clock_.empty()) return half_day_.empty();
    const bool said_twice = clock_ >= "13" && clock_.find(':') == 2;  // "14:05 عصر"
    const std::string text = said_twice ? clock_ : std::string(clock_).append(half_day_);
    TextCursor cursor(text);
    return read_clock(cursor, date_.clock, false) && cursor.at_end();
  }

  std::vector<std::string_view> parts_;
  std::string clock_;
  std::string_view half_day_;
  std::optional<int> short_year_;  // of two digits
  bool vague_ = false;
  WordedDate date_;
};

}  // namespace

std::optional<WordedDate> read_worded_date(std::string_view text) {
  const std::string plain = plain_text(text);
  return PartReader(plain).read();
}

std::optional<WordedDate> read_worded_day(std::string_view text) {
  const std::string plain = plain_text(text);
  return PartReader(plain).read_day();
}

std::optional<int> persian_weekday(std::string_view text) {
  constexpr std::size_t kMostBytes = 64;
  std::string plain = plain_text(cut_to_bytes(text, kMostBytes));
  if (const std::size_t first = plain.find(' '); first != std::string::npos)
    plain.resize(std::min(plain.find(' ', first + 1), plain.size()));  // of two words at most
  for (std::size_t end = plain.size(); end != std::string::npos && end > 0;) {
    std::string form = plain.substr(0, end);
    std::replace(form.begin(), form.end(), ' ', '_');
    const LexiconRow* row = named_row(form);
    if (row != nullptr && row->kind == Kind::weekday) return row->value;
    end = plain.rfind(' ', end - 1);
  }
  return std::nullopt;
}

std::optional<DaySpan> days_of(const WordedDate& date) {
  if (date.season != 0 && is_stated_jalali_year(date.year)) {
    const CalendarYear year{CalendarKind::jalali, date.year};
    const auto begin = days_of(year, date.season * 3 - 2, 0);
    const auto end = days_of(year, date.season * 3, 0);
    return begin && end ? std::optional(DaySpan{begin->first, end->last}) : std::nullopt;
  }
  auto days = days_in_said_year(date.calendar, date.year, date.month, date.day);
  if (!days || date.last_month == 0) return days;
  const auto last = days_in_said_year(date.calendar, date.year, date.last_month, 0);
  return last ? std::optional(DaySpan{days->first, last->last}) : std::nullopt;
}

}  // namespace newsdex
