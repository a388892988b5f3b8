// What an article's own words tell of when it was published.
#pragma once

#include <optional>
#include <span>

#include "dates/written_day.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

/// The year that the text speaks from: by words that count from it and are bound to a date ("three
/// years ago, in July 2015"), by its weekdays that fit the dates beside them in the latest year
/// that it tells of or the next, or by a weekday beside the last day that it names ("Monday, April
/// 30, 2018"). Years of the background ("founded in 2013") tell nothing, nor do those that news
/// look back to ("In 2009, ..."). A text that does not speak as news do, of yesterday or a weekday,
/// tells only which year it is not older than: the latest that a sentence opens with in the past
/// tense, if the others it names are close. nullopt where nothing tells.
std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions);

/// The day that the text itself says it is of: "today, April 30, 2018", "yesterday (29 April
/// 2018)". nullopt where it does not, where it says two, and where it tells of what was later.
std::optional<Day> day_of_text(const AnalyzedArticle& article,
                               std::span<const DateMention> mentions);

/// 0 (Monday) .. 6, of the weekday that the text first speaks of, unless as one to come.
std::optional<int> weekday_of_lead(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions);

/// The year of a dateline that leaves it out, where a sign makes it safe: words that count from the
/// text's year, or a weekday that fits in the latest year that it tells of or in the next. Of a
/// year of the background that is a lower bound alone, the weekday must be that of the dateline's
/// own day; elsewhere it may be of the day before. nullopt where nothing tells: a day of a wrong
/// year is worse than none.
std::optional<int> year_of_dateline(const AnalyzedArticle& article,
                                    std::span<const DateMention> mentions, const WrittenDay& day);

}  // namespace newsdex
