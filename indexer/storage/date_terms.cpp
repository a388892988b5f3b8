#include "storage/date_terms.hpp"

#include <fmt/format.h>

#include <charconv>

#include "newsdex/schema.hpp"

namespace newsdex {
namespace {

constexpr Day kBias = 5'000'000;  // makes days of all years positive, of kDigits digits
constexpr std::size_t kDigits = 7;

std::optional<Day> day(std::string_view digits) {
  Day value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.size() != kDigits || error != std::errc() || stop != end) return std::nullopt;
  return value - kBias;
}

}  // namespace

std::string date_term(DaySpan days) {
  return fmt::format("{}{:07}{:07}", spec(Field::mentions).prefix, days.first + kBias,
                     days.last + kBias);
}

std::optional<DaySpan> days_of_term(std::string_view term) {
  const std::string_view prefix = spec(Field::mentions).prefix;
  if (!term.starts_with(prefix) || term.size() != prefix.size() + 2 * kDigits) return std::nullopt;
  const auto first = day(term.substr(prefix.size(), kDigits));
  const auto last = day(term.substr(prefix.size() + kDigits));
  if (!first || !last || *last < *first) return std::nullopt;
  return DaySpan{*first, *last};
}

}  // namespace newsdex
