#include "dates/timex.hpp"

#include <fmt/format.h>

#include <array>

#include "dates/arithmetic.hpp"

namespace newsdex {
namespace {

// "2.5": thousandths without zeros at the end.
std::string amount_text(std::int64_t thousandths) {
  if (thousandths % kThousand == 0) return std::to_string(thousandths / kThousand);
  std::string text = fmt::format("{}.{:03}", thousandths / kThousand, thousandths % kThousand);
  while (text.back() == '0') text.pop_back();
  return text;
}

void cut_beside(DaySpan& days, std::string_view mod, std::optional<Granule> today) {
  if (!today || first_day(*today) < days.first || last_day(*today) > days.last) return;
  if (mod == "START") days.last = last_day(*today);
  if (mod == "END") days.first = first_day(*today);
}

std::string_view unit_code(Unit unit) {
  constexpr std::array<std::string_view, 14> kCodes = {"S",  "M", "H", "D", "WE", "W",  "M",
                                                       "SE", "Q", "H", "Y", "DE", "CE", "ML"};
  return kCodes.at(static_cast<std::size_t>(unit));
}

}  // namespace

std::string_view to_string(TimexType type) {
  constexpr std::array<std::string_view, 4> kWords = {"DATE", "TIME", "DURATION", "SET"};
  return kWords.at(static_cast<std::size_t>(type));
}

std::optional<Timex> date_of(Granule granule) {
  if (!is_in_calendar(granule)) return std::nullopt;
  return date_of(granule, {first_day(granule), last_day(granule)});
}

Timex date_of(Granule granule, DaySpan days) {
  return {TimexType::date, timex_value(granule), {}, days, granule, {}};
}

Timex no_such_day() {
  return unanchored(TimexType::date, {});
}

Timex reference_of(int direction) {
  if (direction < 0) return unanchored(TimexType::date, "PAST_REF");
  return unanchored(TimexType::date, direction == 0 ? "PRESENT_REF" : "FUTURE_REF");
}

Timex unanchored(TimexType type, std::string value) {
  return {type, std::move(value), {}, {}, {}, {}};
}

std::string duration_value(std::optional<std::int64_t> thousandths, Unit unit) {
  return fmt::format("P{}{}{}", unit < Unit::day ? "T" : "",
                     thousandths ? amount_text(*thousandths) : "X", unit_code(unit));
}

std::string_view unknown_value(Unit unit) {
  constexpr std::array<std::string_view, 14> kValues = {"XXXX-XX-XXTXX",
                                                        "XXXX-XX-XXTXX",
                                                        "XXXX-XX-XXTXX",
                                                        "XXXX-XX-XX",
                                                        "XXXX-WXX-WE",
                                                        "XXXX-WXX",
                                                        "XXXX-XX",
                                                        "XXXX-XX",
                                                        "XXXX-QX",
                                                        "XXXX-HX",
                                                        "XXXX",
                                                        "XXX",
                                                        "XX",
                                                        "X"};
  return kValues.at(static_cast<std::size_t>(unit));
}

std::string_view daypart_code(DayPart part) {
  constexpr std::array<std::string_view, 6> kCodes = {"MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes.at(static_cast<std::size_t>(part));
}

void apply_modifier(Timex& timex, Modifier modifier, std::optional<Granule> today) {
  const std::string_view mod = timex.mod = modifier.mod;
  if (!timex.days || timex.days->last - timex.days->first < 2) return;
  DaySpan& days = *timex.days;
  if (modifier.beside_today) return cut_beside(days, mod, today);
  const Day third = (days.last - days.first + 1) / 3;
  if (mod == "START") {
    days.last = days.first + third - 1;
  } else if (mod == "END") {
    days.first = days.last - third + 1;
  } else if (mod == "MID") {
    days = {days.first + third, days.last - third};
  }
}

}  // namespace newsdex
