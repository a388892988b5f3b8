// An article to read: in full, and as one line of a list.
#pragma once

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// Title, date, source and tags, then the text, paragraph by paragraph, with its marks: of a hit
/// whose snippet is the whole text.
void print_article(const Page& page, const Hit& hit);

/// Date, title and source on one line, as wide as it is.
void print_hit_line(const Page& page, const Hit& hit);

}  // namespace newsdex
