#include "dates/pattern.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "dates/granule.hpp"

namespace newsdex {
namespace {

constexpr std::int32_t kAnyMax = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kAnyMin = std::numeric_limits<std::int32_t>::min();
constexpr std::uint8_t kAnyDigits = 255;

struct Element {
  std::string_view name;
  KindSet kinds;
  std::int32_t min = kAnyMin;
  std::int32_t max = kAnyMax;
  std::uint8_t min_digits = 0;
  std::uint8_t max_digits = kAnyDigits;
};

constexpr auto kElements = std::to_array<Element>({
    {"NUM", kinds(Kind::number)},
    {"QTY", kinds(Kind::number, Kind::vague)},
    {"DAY", kinds(Kind::number, Kind::ordinal), 1, 31, 0, 2},
    {"DAYNUM", kinds(Kind::number), 1, 31, 1, 2},
    {"MM", kinds(Kind::number), 1, 12, 1, 2},
    {"NN", kinds(Kind::number), 0, 99, 1, 2},
    {"YY", kinds(Kind::number), 0, 99, 2, 2},
    {"YEAR", kinds(Kind::number), 1000, 2999, 4, 4},
    {"OLDYEAR", kinds(Kind::number), 1, 9999, 1, 4},
    {"HH", kinds(Kind::number), 0, 24, 0, 2},
    {"SS", kinds(Kind::number), 0, 59, 2, 2},
    {"HHMM", kinds(Kind::number), 0, 2400, 4, 4},
    {"ORD", kinds(Kind::ordinal)},
    {"QUARTER", kinds(Kind::ordinal), 1, 4},
    {"HALF", kinds(Kind::ordinal), 1, 2},
    {"MONTH", kinds(Kind::month, Kind::jalali_month, Kind::hijri_month)},
    {"WEEKDAY", kinds(Kind::weekday)},
    {"WEEKDAYS", kinds(Kind::weekdays)},
    {"UNIT", kinds(Kind::unit)},
    {"WEEKUNIT", kinds(Kind::unit), static_cast<int>(Unit::week), static_cast<int>(Unit::week)},
    {"LONGUNIT", kinds(Kind::unit), static_cast<int>(Unit::year),
     static_cast<int>(Unit::millennium)},
    {"DECADEUNIT", kinds(Kind::unit), static_cast<int>(Unit::decade),
     static_cast<int>(Unit::decade)},
    {"CENTURYUNIT", kinds(Kind::unit), static_cast<int>(Unit::century),
     static_cast<int>(Unit::century)},
    {"YEARUNIT", kinds(Kind::unit), static_cast<int>(Unit::year), static_cast<int>(Unit::year)},
    {"UNITS", kinds(Kind::units)},
    {"ANYUNIT", kinds(Kind::unit, Kind::units)},
    {"LASTING", kinds(Kind::lasting)},
    {"SEASON", kinds(Kind::season)},
    {"Q", kinds(Kind::quarter_name)},
    {"HOLIDAY", kinds(Kind::holiday)},
    {"DAYPART", kinds(Kind::daypart)},
    {"DAYPARTS", kinds(Kind::dayparts)},
    {"RELDAY", kinds(Kind::relative_day)},
    {"TONIGHT", kinds(Kind::tonight)},
    {"DECADE", kinds(Kind::decade)},
    {"EARLYLATE", kinds(Kind::early_late)},
    {"DEICTIC", kinds(Kind::deictic)},
    {"LAST", kinds(Kind::deictic), -1, -1},
    {"THIS", kinds(Kind::deictic), 0, 0},
    {"NEXT", kinds(Kind::deictic), 1, 1},
    {"ANAPHORIC", kinds(Kind::anaphoric)},
    {"AGO", kinds(Kind::ago)},
    {"APART", kinds(Kind::apart)},
    {"VAGUE", kinds(Kind::vague)},
    {"REF", kinds(Kind::reference)},
    {"FREQ", kinds(Kind::frequency)},
    {"EVERY", kinds(Kind::every)},
    {"MERIDIEM", kinds(Kind::meridiem)},
    {"ZONE", kinds(Kind::zone)},
    {"CLOCK", kinds(Kind::clock)},
    {"DOTTED", kinds(Kind::dotted_date)},
    {"ISOTAIL", kinds(Kind::iso_daytime)},
    {"ISOMONTH", kinds(Kind::number), 1, 12, 2, 2},
    {"ISOWEEK", kinds(Kind::iso_week)},
});

constexpr std::string_view kLinks = ",/:-+";

bool is_element_name(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

void add_element(std::string_view name, PatternItem& item) {
  const auto* const found = std::find_if(kElements.begin(), kElements.end(),
                                         [name](const Element& e) { return e.name == name; });
  if (found == kElements.end()) throw std::invalid_argument("no element " + std::string(name));
  const bool first = item.kinds == 0;
  item.kinds |= found->kinds;
  item.min = first ? found->min : std::min(item.min, found->min);
  item.max = first ? found->max : std::max(item.max, found->max);
  item.min_digits = first ? found->min_digits : std::min(item.min_digits, found->min_digits);
  item.max_digits = first ? found->max_digits : std::max(item.max_digits, found->max_digits);
}

PatternItem read_item(std::string_view text, TimeLexicon& lexicon) {
  PatternItem item;
  if (text.ends_with('?')) {
    item.optional = true;
    text.remove_suffix(1);
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    const std::string_view word = text.substr(0, end);
    if (is_element_name(word)) {
      add_element(word, item);
    } else {
      item.literals.push_back(lexicon.literal(word));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return item;
}

// "Jan. 5": a full stop that belongs to the word before it parts nothing.
bool follows(char link, const Lexeme& before, const Lexeme& next) {
  const char gap = next.gap;
  switch (link) {
    case ' ':
    case ',':
      if (gap == ' ' || gap == '-' || (link == ',' && gap == ',')) return true;
      if (gap == '\'') return next.value(Kind::decade).has_value();
      return gap == '.' && before.abbreviated;
    case '-':
      return gap == '-' || gap == '~';
    default:
      return gap == link;
  }
}

}  // namespace

bool PatternItem::accepts(const Lexeme& lexeme) const {
  if (lexeme.literal != 0 &&
      std::find(literals.begin(), literals.end(), lexeme.literal) != literals.end()) {
    return true;
  }
  for (std::size_t i = 0; i < lexeme.reading_count; ++i) {
    const auto [kind, value] = lexeme.readings[i];
    if ((kinds & newsdex::kinds(kind)) == 0 || value < min || value > max) continue;
    if (kind != Kind::number && kind != Kind::ordinal) return true;
    if (lexeme.digits >= min_digits && lexeme.digits <= max_digits &&
        !(lexeme.grouped && max_digits != kAnyDigits)) {
      return true;
    }
  }
  return false;
}

const Lexeme* Match::find(Kind kind, std::size_t nth) const {
  for (std::size_t i = 0; i < count_; ++i) {
    const Taken& taken = taken_[i];
    if ((taken.kinds & kinds(kind)) == 0 || !taken.lexeme->value(kind)) continue;
    if (nth-- == 0) return taken.lexeme;
  }
  return nullptr;
}

std::optional<std::int32_t> Match::value(Kind kind, std::size_t nth) const {
  const Lexeme* found = find(kind, nth);
  return found == nullptr ? std::nullopt : found->value(kind);
}

Pattern::Pattern(std::string_view text, TimeLexicon& lexicon) {
  char link = ' ';
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.size() == 1 && kLinks.find(word) != std::string_view::npos) {
      link = word.front();
      continue;
    }
    items_.push_back(read_item(word, lexicon));
    items_.back().link = link;
    least_length_ += items_.back().optional ? 0U : 1U;
    link = ' ';
  }
  if (items_.empty() || items_.size() > kMaxItems) throw std::invalid_argument("pattern length");
}

std::span<const PatternItem> Pattern::beginnings() const {
  std::size_t count = 1;
  while (count < items_.size() && items_[count - 1].optional) ++count;
  return std::span(items_).first(count);
}

bool Pattern::match(std::span<const Lexeme> lexemes, std::size_t at, Match& out) const {
  out.begin = at;
  out.count_ = 0;
  return match_from(0, lexemes, at, out);
}

bool Pattern::match_from(std::size_t item, std::span<const Lexeme> lexemes, std::size_t at,
                         Match& match) const {
  if (item == items_.size()) {
    match.end = at;
    return at > match.begin;
  }
  const PatternItem& wanted = items_[item];
  const bool linked = at == match.begin ||
                      (at < lexemes.size() && follows(wanted.link, lexemes[at - 1], lexemes[at]));
  if (linked && at < lexemes.size() && wanted.accepts(lexemes[at])) {
    match.taken_[match.count_++] = {wanted.kinds, &lexemes[at]};
    if (match_from(item + 1, lexemes, at + 1, match)) return true;
    --match.count_;
  }
  return wanted.optional && match_from(item + 1, lexemes, at, match);
}

}  // namespace newsdex
