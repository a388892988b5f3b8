#include "entities/written_years.hpp"

#include <charconv>
#include <string_view>

#include "dates/calendars.hpp"
#include "entities/letters.hpp"

namespace newsdex {
namespace {

// The number that four digits make, which the form has in ASCII whatever the script; else 0.
int year_of(std::string_view form) {
  constexpr std::size_t kDigits = 4;
  int number = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), number);
  return form.size() == kDigits && end == form.data() + form.size() ? number : 0;
}

bool is_of_script_without_capitals(const FieldText& text, std::size_t token) {
  return is_caseless(text.written(token)) || (token > 0 && is_caseless(text.written(token - 1)));
}

}  // namespace

bool is_year_other_than(const FieldText& text, std::size_t token, int year) {
  const int written = year_of(text.token(token).form);
  if (written >= 1900 && written < 2100) return written != year;
  if (written < 1200 || written >= 1500) return false;
  const int begun = written + kJalaliYearsApart;
  return is_of_script_without_capitals(text, token) && begun != year && begun + 1 != year;
}

}  // namespace newsdex
