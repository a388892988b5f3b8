#include "entities/written_years.hpp"

#include <unicode/uchar.h>

#include <string_view>

#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// What to add to a Persian year for the one in which it begins.
constexpr int kJalaliBegins = 621;

// The number that four digits make; else 0.
int year_of(std::string_view form) {
  constexpr int kDigits = 4;
  int number = 0;
  int digits = 0;
  for (std::size_t at = 0; at < form.size(); ++digits) {
    const CodePoint point = decode(form, at);
    at += point.length;
    const int digit = u_charDigitValue(static_cast<UChar32>(point.value));
    if (digit < 0 || digits == kDigits) return 0;
    number = number * 10 + digit;
  }
  return digits == kDigits ? number : 0;
}

bool is_of_script_without_capitals(const FieldText& text, std::size_t token) {
  return is_caseless(text.written(token)) || (token > 0 && is_caseless(text.written(token - 1)));
}

}  // namespace

bool is_year_other_than(const FieldText& text, std::size_t token, int year) {
  const int written = year_of(text.token(token).form);
  if (written >= 1900 && written < 2100) return written != year;
  if (written < 1200 || written >= 1500) return false;
  const int begun = written + kJalaliBegins;
  return is_of_script_without_capitals(text, token) && begun != year && begun + 1 != year;
}

}  // namespace newsdex
