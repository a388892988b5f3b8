// What an article's own words tell of when it was published.
#pragma once

#include <optional>
#include <span>

#include "dates/written_day.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

/// The year that the text speaks from: that after the latest past one it names ("In 2017, ...";
/// "last year" beside "in September 2018"), or the one in which its weekdays fit its dates. A text
/// that does not speak as news do, of yesterday or a weekday, tells only which year it is not older
/// than: the latest that a sentence opens with in the past tense, if the others it names are close.
/// nullopt where nothing tells.
std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions);

/// The year of a dateline that leaves it out: that the text speaks from, or a later one in which
/// the weekdays fit, for wires tell of the day itself or of the one before.
std::optional<int> year_of_dateline(const AnalyzedArticle& article,
                                    std::span<const DateMention> mentions, const WrittenDay& day);

}  // namespace newsdex
