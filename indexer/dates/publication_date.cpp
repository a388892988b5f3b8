#include "dates/publication_date.hpp"

namespace newsdex {

PublicationDate publication_date(const Article& article) {
  const std::optional<PartialDate> date = parse_date(article.date);
  if (!date) return {};
  return {*date, DateSource::metadata};
}

}  // namespace newsdex
