// Words that are no time expressions for what stands around them: "2000 people", "Theresa May".
#pragma once

#include "dates/rules.hpp"

namespace newsdex {

/// A number of four digits is a year unless it counts something.
bool admits_year(const Match& match, const Site& site);

/// A month or a weekday alone is one unless it is part of a name.
bool admits_month(const Match& match, const Site& site);
bool admits_weekday(const Match& match, const Site& site);

/// "spring" and "fall" alone want an article or a preposition, and nothing that makes them verbs.
bool admits_season(const Match& match, const Site& site);

/// "the year", "the quarter": only where the words around show that a certain one is meant.
bool admits_unit(const Match& match, const Site& site);

/// "two years before", "the day after": only where nothing follows that they count from.
bool ends_clause(const Match& match, const Site& site);

/// "twice a week", "$100 a day": only after what is counted.
bool admits_rate(const Match& match, const Site& site);

/// "the 1980s", "the '90s"; not "his 80s".
bool admits_decade(const Match& match, const Site& site);

/// After "from" or "between", and after "between" alone.
bool after_from(const Match& match, const Site& site);
bool after_between(const Match& match, const Site& site);

/// "the second half" of no month and no year that follows.
bool not_before_of(const Match& match, const Site& site);

/// Not the end of "2:10:30", nor its beginning, nor all of it where nothing says that it is no
/// runner's time.
bool is_whole_clock(const Match& match, const Site& site);

/// "10:30" without a.m. or a zone: only after "at" and its like.
bool admits_bare_clock(const Match& match, const Site& site);

/// "14.05 BST": hour and minute with two digits after the dot.
bool admits_dotted_clock(const Match& match, const Site& site);

/// "a quarter" is a part as often as a time, and "a year-end" is no year.
bool admits_duration(const Match& match, const Site& site);

/// A part of no longer number: neither mark nor letter is joined to it.
bool stands_alone(const Match& match, const Site& site);

/// "the past" as a noun.
bool admits_past(const Match& match, const Site& site);

/// "last" is a verb in "to last ten minutes".
bool admits_past_units(const Match& match, const Site& site);

/// A holiday that is no title ("White Christmas").
bool admits_holiday(const Match& match, const Site& site);

/// After "at" only.
bool after_at(const Match& match, const Site& site);

/// After a preposition of time only.
bool after_preposition(const Match& match, const Site& site);

/// "current", "recent", "now", "soon": not where they are part of a name or an idiom.
bool admits_reference(const Match& match, const Site& site);

}  // namespace newsdex
