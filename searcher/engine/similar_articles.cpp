#include "engine/similar_articles.hpp"

#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "engine/article_stems.hpp"
#include "engine/ranking.hpp"

namespace newsdex {
std::optional<ArticlePlace> find_article(const Collection& collection, std::string_view id) {
  const std::uint64_t key = XXH3_64bits(id.data(), id.size());
  std::uint32_t number = 0;
  for (const LiveSegment& segment : collection.segments()) {
    const SegmentColumns& columns = segment.segment.columns;
    const auto keys = columns.order_keys();
    for (auto at = std::find(keys.begin(), keys.end(), key); at != keys.end();
         at = std::find(at + 1, keys.end(), key)) {
      const auto article = static_cast<std::uint32_t>(at - keys.begin());
      if (segment.live.contains(article) && columns.ids()[article] == id) {
        return ArticlePlace{number, article};
      }
    }
    ++number;
  }
  return std::nullopt;
}

std::vector<std::string> telling_stems(const Collection& collection, ArticlePlace place,
                                       std::size_t most, Analyzer& analyzer) {
  const StoredArticle stored = collection.segments()[place.segment].stored(place.article);
  std::vector<std::pair<double, std::string>> weighed;
  for (const auto& [stem, count] : count_stems(stored.article, analyzer)) {
    const std::uint64_t with = collection.frequency(stem);
    if (with < 2) continue;
    const double idf = inverse_document_frequency(std::max(with, collection.articles()), with);
    weighed.emplace_back(-static_cast<double>(count) * idf, stem);
  }
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, weighed.size()));
  std::partial_sort(weighed.begin(), weighed.begin() + kept, weighed.end());
  std::vector<std::string> stems;
  for (auto at = weighed.begin(); at != weighed.begin() + kept; ++at) {
    stems.push_back(std::move(at->second));
  }
  return stems;
}

}  // namespace newsdex
