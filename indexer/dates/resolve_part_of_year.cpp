// Seasons, quarters and halves of years.
#include <fmt/format.h>

#include <array>

#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// The same part of every year: the springs, the third quarters. Those of Iran's calendar are
// seasons only, and the years theirs.
class YearlyPart {
 public:
  YearlyPart(Unit unit, int part, bool of_iran) : unit_(unit), part_(part), of_iran_(of_iran) {}

  [[nodiscard]] bool is_season() const { return unit_ == Unit::season; }

  [[nodiscard]] std::optional<Timex> in(int year) const {
    if (of_iran_) return jalali_season(year, part_);
    const int parts_per_year = unit_ == Unit::half ? 2 : 4;
    return date_of(Granule{unit_, year * parts_per_year + part_});
  }

  [[nodiscard]] int year_of(Granule here) const {
    return newsdex::year_of(first_day(here),
                            of_iran_ ? CalendarKind::jalali : CalendarKind::gregorian);
  }

  /// The one that is on `here`. A winter is on in January that began the year before; of a whole
  /// year it is the one that begins in it.
  [[nodiscard]] std::optional<Timex> on(Granule here) const {
    const int now = year_of(here);
    for (const int year : {now, now - 1}) {
      std::optional<Timex> found = in(year);
      if (!found) return std::nullopt;
      const bool begun = found->days->first <= last_day(here);
      if (begun && found->days->last >= first_day(here)) return found;
    }
    return std::nullopt;
  }

  /// The last one that is over before `here`, or the first to begin after it.
  [[nodiscard]] std::optional<Timex> before(Granule here) const {
    const int now = year_of(here);
    if (is_coarse(here)) return in(now - 1);
    std::optional<Timex> found = in(now);
    for (int year = now - 1; found && found->days->last >= first_day(here); --year) {
      found = in(year);
    }
    return found;
  }
  [[nodiscard]] std::optional<Timex> after(Granule here) const {
    const int now = year_of(here);
    if (is_coarse(here)) return in(now + 1);
    std::optional<Timex> found = in(now - 1);
    for (int year = now; found && found->days->first <= last_day(here); ++year) found = in(year);
    return found;
  }

 private:
  // Of a year nobody knows which of its winters was the last one: neighbours are those of the years
  // beside it.
  static bool is_coarse(Granule here) { return here.unit >= Unit::year; }

  Unit unit_;
  int part_;
  bool of_iran_;
};

// Which season, quarter or half of its year, from 0.
std::int32_t part_in(const Match& match) {
  if (const auto season = match.value(Kind::season)) return *season;
  return match.value(Kind::ordinal).value_or(match.value(Kind::quarter_name).value_or(1)) - 1;
}

// "this winter" is the one that is on. Else it is the one that is over, if that lies in the year or
// no further back than a season lasts, unless the sentence looks ahead; else the one to come.
std::optional<Timex> this_season(const YearlyPart& part, Granule here, Tense tense) {
  constexpr Day kLengthOfSeason = 92;
  if (auto found = part.on(here)) return found;
  std::optional<Timex> last = part.before(here);
  if (!last || tense == Tense::future) return part.after(here);
  const bool of_year = part.year_of(granule_of(last->days->first, Unit::day)) == part.year_of(here);
  const bool fresh = first_day(here) - last->days->last <= kLengthOfSeason;
  return of_year || fresh ? last : part.after(here);
}

// "last summer", "the following quarter".
std::optional<Timex> counted_part(const YearlyPart& part, const Match& match,
                                  const Context& context) {
  const auto deictic = match.value(Kind::deictic);
  const auto anaphoric = match.value(Kind::anaphoric);
  const std::optional<Granule> here = deictic ? context.today() : context.then();
  if ((!deictic && !anaphoric) || !here) return std::nullopt;
  const int direction = deictic.value_or(anaphoric.value_or(0));
  if (direction < 0) return part.before(*here);
  if (direction > 0) return part.after(*here);
  if (deictic && part.is_season()) return this_season(part, *here, context.tense());
  auto found = part.on(*here);
  return found ? found : part.in(part.year_of(*here));
}

// Without a year or a word that counts.
std::optional<Timex> suggested_part(const YearlyPart& part, const Context& context) {
  const std::optional<Granule> here = context.here();
  if (!here) return std::nullopt;
  if (context.narrative) return part.in(part.year_of(*here));
  if (auto found = part.on(*here)) return found;
  return context.tense() == Tense::future ? part.after(*here) : part.before(*here);
}

std::optional<int> said_year(const YearlyPart& part, const Match& match, const Context& context) {
  for (std::size_t i = 0; const Lexeme* number = match.lexeme(Kind::number, i); ++i) {
    if (number->digits == 4) return number->value(Kind::number);
  }
  const auto deictic = match.value(Kind::deictic);
  const auto anaphoric = match.value(Kind::anaphoric);
  const bool names_year = match.has(Kind::unit);
  const std::optional<Granule> from = deictic ? context.today() : context.then();
  if ((!deictic && !anaphoric) || !names_year || !from) return std::nullopt;
  return part.year_of(*from) + deictic.value_or(0) + anaphoric.value_or(0);
}

Timex unplaced_part(Unit unit, int part) {
  constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  if (unit != Unit::season) return unanchored(TimexType::date, std::string(unknown_value(unit)));
  return unanchored(TimexType::date,
                    fmt::format("XXXX-{}", kSeasons[static_cast<std::size_t>(part)]));
}

}  // namespace

std::optional<Timex> resolve_part_of_year(const Rule& rule, const Match& match,
                                          const Context& context) {
  const auto unit = static_cast<Unit>(rule.argument);
  const std::int32_t part = part_in(match);
  const std::optional<Granule> today = context.today();
  const bool of_iran = context.jalali && unit == Unit::season && today && today->unit == Unit::day;
  const YearlyPart counted(unit, part, of_iran);
  if (const auto year = said_year(counted, match, context)) {
    const bool jalali_year = context.jalali && unit == Unit::season && is_jalali_year(*year);
    return YearlyPart(unit, part, jalali_year).in(*year);
  }
  if (auto found = counted_part(counted, match, context)) return found;
  if (auto found = suggested_part(counted, context)) return found;
  return unplaced_part(unit, part);
}

}  // namespace newsdex
