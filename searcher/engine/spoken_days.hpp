// Articles by the days that they speak of.
#pragma once

#include "engine/article_set.hpp"
#include "engine/slice.hpp"

namespace newsdex {

/// The articles of the slice, counted from its begin, that speak of some stretch of days which
/// speaks_of() lets count for `range`; an open range holds every stretch. Deleted ones may be among
/// them. Works it out at once: all terms of days are looked at, and the postings of those in the
/// range.
ArticleSet articles_speaking_of(const DateRange& range, const Slice& slice);

}  // namespace newsdex
