// When an article was published, and how that is known.
#pragma once

#include "newsdex/article.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// The publication date that the article's metadata give, to the precision they give it; source
/// `none` where they give no date that can be read.
PublicationDate publication_date(const Article& article);

}  // namespace newsdex
