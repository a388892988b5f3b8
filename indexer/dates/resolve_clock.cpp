// Times of the day.
#include <fmt/format.h>

#include "dates/arithmetic.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// The numbers of "23:15:00", the first of them.
struct Colons {
  const Lexeme* hour = nullptr;
  const Lexeme* minute = nullptr;
  const Lexeme* second = nullptr;  // mostly missing
};

Colons colons_in(const Match& match) {
  Colons found;
  for (std::size_t i = 1; const Lexeme* lexeme = match.lexeme(Kind::number, i); ++i) {
    if (lexeme->gap != ':') continue;
    (found.minute == nullptr ? found.minute : found.second) = lexeme;
    if (found.hour == nullptr) found.hour = match.lexeme(Kind::number, i - 1);
  }
  return found;
}

// Hour and minute as the clock of twelve or of twenty-four hours writes them.
std::optional<int> minute_of_day(int hour, int minute, std::optional<int> half_day) {
  if (half_day) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + *half_day;
  }
  if (hour > 24 || minute > 59) return std::nullopt;
  return hour * kMinutesPerHour + minute;
}

// Minutes from the day's beginning; nullopt for what no clock shows.
std::optional<int> minutes_in(const Match& match) {
  if (const auto clock = match.value(Kind::clock)) return *clock;
  const auto half_day = match.value(Kind::meridiem);
  const Colons colons = colons_in(match);
  if (colons.hour != nullptr) {
    return minute_of_day(*colons.hour->value(Kind::number), *colons.minute->value(Kind::number),
                         half_day);
  }
  const Lexeme* number = match.lexeme(Kind::number);
  if (number == nullptr) return std::nullopt;
  const int hour = *number->value(Kind::number);
  if (number->digits == 4) return minute_of_day(hour / 100, hour % 100, half_day);  // "1830 GMT"
  const bool dotted = number->digits == 0 && number->thousandths % 1000 != 0;       // "10.30 p.m."
  return minute_of_day(hour, dotted ? static_cast<int>(number->thousandths % 1000 / 10) : 0,
                       half_day);
}

std::optional<int> second_in(const Match& match) {
  const Lexeme* second = colons_in(match).second;
  return second == nullptr ? std::nullopt : second->value(Kind::number);
}

// The day that the expression itself gives, else the one spoken of in the paragraph, else today.
std::optional<Timex> day_in(const Rule& rule, const Match& match, const Context& context,
                            int minutes) {
  Rule plain{rule.name, rule.pattern, rule.resolve};  // the argument counts numbers
  if (match.has(Kind::month)) {
    plain.argument = rule.argument + (second_in(match) ? 1 : 0);
    return resolve_date(plain, match, context);
  }
  if (match.has(Kind::weekday)) return resolve_weekday(plain, match, context);
  if (match.has(Kind::relative_day)) return resolve_relative_day(plain, match, context);
  if (const auto next = context.day_past_midnight(minutes)) {
    std::optional<Timex> date = date_of(*next);
    if (date) date->granule.reset();  // what follows is not counted from the end of the night
    return date;
  }
  const bool of_day = context.spoken_nearby() && context.spoken->unit == Unit::day;
  const auto then = context.narrative || of_day ? context.then() : context.today();
  if (!then || then->unit != Unit::day) return unanchored(TimexType::date, "XXXX-XX-XX");
  return date_of(*then);
}

}  // namespace

std::optional<Timex> at_minute(Timex date, int minute, std::optional<int> second) {
  if (minute > kMinutesPerDay || second.value_or(0) > 59) return std::nullopt;
  date.type = TimexType::time;
  date.minute = minute;
  date.value += fmt::format("T{:02}:{:02}", minute / kMinutesPerHour, minute % kMinutesPerHour);
  if (second) date.value += fmt::format(":{:02}", *second);
  return date;
}

std::optional<Timex> with_clock(Timex date, const Match& match) {
  if (date.value.empty() || (colons_in(match).hour == nullptr && !match.has(Kind::clock))) {
    return date;
  }
  const std::optional<int> minutes = minutes_in(match);
  if (!minutes) return std::nullopt;
  return at_minute(std::move(date), *minutes, second_in(match));
}

std::optional<Timex> resolve_clock(const Rule& rule, const Match& match, const Context& context) {
  const std::optional<int> minutes = minutes_in(match);
  if (!minutes) return std::nullopt;
  std::optional<Timex> day = day_in(rule, match, context, *minutes);
  if (!day || day->value.empty()) return day;
  return at_minute(std::move(*day), *minutes, second_in(match));
}

std::optional<Timex> resolve_date_clock(const Rule& rule, const Match& match,
                                        const Context& context) {
  std::optional<Timex> date = resolve_date(rule, match, context);
  if (!date) return std::nullopt;
  return with_clock(std::move(*date), match);
}

}  // namespace newsdex
