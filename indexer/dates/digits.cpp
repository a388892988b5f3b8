#include "dates/digits.hpp"

#include <algorithm>
#include <array>

#include "dates/arithmetic.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxDigits = 9;

// The digits at the front, taken off `text`.
std::string_view take_digits(std::string_view& text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

std::int32_t to_number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

void set_number(Lexeme& out, std::string_view digits) {
  out.add(Kind::number, to_number(digits));
  out.digits = static_cast<std::uint8_t>(digits.size());
  out.thousandths = to_number(digits) * kThousand;
}

bool is_ordinal_suffix(std::string_view text) {
  constexpr std::array<std::string_view, 4> kSuffixes = {"st", "nd", "rd", "th"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), text) != kSuffixes.end();
}

// "10pm": `rest` is what follows the hour and minute.
bool set_clock(Lexeme& out, std::int32_t hour, std::int32_t minute, std::string_view rest) {
  if ((rest != "am" && rest != "pm") || hour < 1 || hour > 12 || minute > 59) return false;
  out.add(Kind::clock, (hour % 12 + (rest == "pm" ? 12 : 0)) * kMinutesPerHour + minute);
  return true;
}

bool read_fraction(std::string_view whole, std::string_view rest, Lexeme& out) {
  rest.remove_prefix(1);
  const std::string_view fraction = take_digits(rest);
  if (fraction.empty() || whole.size() > kMaxDigits) return false;
  if (fraction.size() == 2 && !rest.empty()) {
    if (rest.front() != '.') return set_clock(out, to_number(whole), to_number(fraction), rest);
  }
  if (!rest.empty()) {
    if (rest.front() != '.') return false;
    rest.remove_prefix(1);
    const std::string_view last = take_digits(rest);
    if (!rest.empty() || last.empty() || last.size() > 4 || whole.size() > 4) return false;
    if (fraction.size() > 2) return false;
    out.add(Kind::dotted_date, 0);
    return true;
  }
  if (fraction.size() > 3) return false;
  set_number(out, whole);
  out.digits = 0;  // no day and no year
  std::int64_t scale = kThousand;
  for (std::size_t i = 0; i < fraction.size(); ++i) scale /= 10;
  out.thousandths += to_number(fraction) * scale;
  return true;
}

}  // namespace

bool read_digits(std::string_view form, Lexeme& out) {
  std::string_view rest = form;
  const std::string_view digits = take_digits(rest);
  if (digits.empty() || digits.size() > kMaxDigits) return false;
  if (rest.empty()) {
    set_number(out, digits);
    return true;
  }
  if (rest.front() == '.') return read_fraction(digits, rest, out);
  if (is_ordinal_suffix(rest)) {
    out.add(Kind::ordinal, to_number(digits));
    out.digits = static_cast<std::uint8_t>(digits.size());
    return true;
  }
  if (rest == "s" && digits.size() >= 2 && digits.size() <= 4 && digits.back() == '0') {
    out.add(Kind::decade, to_number(digits));
    out.digits = static_cast<std::uint8_t>(digits.size());
    return true;
  }
  if (digits.size() == 2 && rest == "z") {  // the end of "T10:00Z"
    set_number(out, digits);
    return true;
  }
  if (digits.size() <= 2 && set_clock(out, to_number(digits), 0, rest)) return true;
  if (digits.size() != 2 || rest.size() != 3 || rest.front() != 't') return false;
  rest.remove_prefix(1);
  if (!is_digit(rest[0]) || !is_digit(rest[1])) return false;
  out.add(Kind::iso_daytime, to_number(digits) * 100 + to_number(rest));
  return true;
}

}  // namespace newsdex
