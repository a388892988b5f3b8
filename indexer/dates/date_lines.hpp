// The dates that stand at the top of an article's text: in its dateline, and on lines of their own.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dates/written_day.hpp"
#include "newsdex/analyzed_article.hpp"

namespace newsdex {

/// The day in the dateline that opens the first paragraph: a place, and a date before a dash or an
/// agency; or a date alone before an agency ("April 30 (Reuters) -"). What may stand above it are a
/// few short lines that are no sentences: headline, byline, date. Of an article without a body the
/// title is taken for it. A month with its year ("TEHRAN, April 2018 (AFP) -") counts as a day
/// does.
std::optional<WrittenDay> dateline(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions);

struct DateLines {
  std::vector<WrittenDay> dated;
  std::optional<WrittenDay> without_year;  // where no other is: "Monday, 30 April"
};

/// Days, or months alone, with their year that stand alone on a line near the top, or after
/// "Published:" and its like; with the time of day beside them. When a page was last changed counts
/// only where nothing says when it was published. A day without its year counts above the first
/// sentence alone, with its weekday or after "Published:".
DateLines date_lines(const AnalyzedArticle& article, std::span<const DateMention> mentions);

}  // namespace newsdex
