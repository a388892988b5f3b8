// Times of the day.
#include <fmt/format.h>

#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

// Minutes from the day's beginning; nullopt for what no clock shows.
std::optional<int> minutes_in(const Match& match) {
  if (const auto clock = match.value(Kind::clock)) return *clock;
  const Lexeme* number = match.lexeme(Kind::number);
  if (number == nullptr) return std::nullopt;
  int hour = *number->value(Kind::number);
  int minute = 0;
  if (number->digits == 4) {  // "1830 GMT"
    minute = hour % 100;
    hour /= 100;
  } else if (number->digits == 0 && number->thousandths % 1000 != 0) {  // "10.30 p.m."
    minute = static_cast<int>(number->thousandths % 1000 / 10);
  } else if (const Lexeme* second = match.lexeme(Kind::number, 1);
             second != nullptr && second->gap == ':') {
    minute = *second->value(Kind::number);
  }
  if (const auto half_day = match.value(Kind::meridiem)) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + *half_day;
  }
  if (hour > 24 || minute > 59) return std::nullopt;
  return hour * kMinutesPerHour + minute;
}

// The day that the expression itself gives, else the one spoken of in the paragraph, else today.
std::optional<Timex> day_in(const Rule& rule, const Match& match, const Context& context) {
  if (match.has(Kind::month)) return resolve_date(rule, match, context);
  const Rule plain{rule.name, rule.pattern, rule.resolve};  // the argument counts numbers
  if (match.has(Kind::weekday)) return resolve_weekday(plain, match, context);
  if (match.has(Kind::relative_day)) return resolve_relative_day(plain, match, context);
  const bool of_day = context.spoken_nearby() && context.spoken->unit == Unit::day;
  const auto then = context.narrative || of_day ? context.then() : context.today();
  if (!then || then->unit != Unit::day) return unanchored(TimexType::date, "XXXX-XX-XX");
  return date_of(*then);
}

}  // namespace

std::optional<Timex> resolve_clock(const Rule& rule, const Match& match, const Context& context) {
  const std::optional<int> minutes = minutes_in(match);
  if (!minutes || *minutes > kMinutesPerDay) return std::nullopt;
  std::optional<Timex> time = day_in(rule, match, context);
  if (!time) return std::nullopt;
  time->type = TimexType::time;
  time->value +=
      fmt::format("T{:02}:{:02}", *minutes / kMinutesPerHour, *minutes % kMinutesPerHour);
  return time;
}

}  // namespace newsdex
