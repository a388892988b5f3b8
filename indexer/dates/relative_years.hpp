// Years that a text names beside words that count from its own: "last year's trial" beside "in
// September 2018", "three years ago, in July 2015".
#pragma once

#include <optional>
#include <span>

#include "dates/said_years.hpp"

namespace newsdex {

struct CountedYear {
  std::optional<int> year;    // the text's own
  bool contradicted = false;  // others that are as good give another
};

/// The year of the text by the best of such pairs: one that stands for the other ("three years ago,
/// in July 2015"), two in a sentence ("this year's vote, set for November 3, 2020"; "last year's
/// report, out in March 2018"), or "last year's" before a noun of the sentence beside it that is
/// dated. A "last year" that nothing binds to the date tells nothing: it may be any year after it.
/// `years` are those of the mentions.
CountedYear year_by_counting(const AnalyzedArticle& article, std::span<const DateMention> mentions,
                             std::span<const SaidYear> years);

/// Whether one of two mentions stands for the other, in parentheses or after a comma: "last year
/// (2017)", "today, April 30, 2018".
bool stand_for_one(const AnalyzedArticle& article, const DateMention& a, const DateMention& b);

}  // namespace newsdex
