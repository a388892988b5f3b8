#include "engine/hit_loader.hpp"

#include <algorithm>

namespace newsdex {
namespace {

std::vector<std::string> values_of(const SegmentColumns& columns, const ValueMerges& merges,
                                   Field field, std::uint32_t article) {
  const FacetColumn& column = columns.facet(field);
  std::vector<std::string> values;
  for (const std::uint32_t ordinal : column.of(article)) {
    values.emplace_back(merges.shown(field, column.values[ordinal]));
  }
  if (merges.size() == 0) return values;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

Hit HitLoader::load(const RankedArticle& ranked, bool highlight) {
  const LiveSegment& live = collection_.segments()[ranked.segment];
  const Segment& segment = live.segment;
  StoredArticle stored = live.stored(ranked.article);
  Highlighter::Result marks;
  if (highlight) marks = highlighter_.highlight(stored);
  Hit hit;
  hit.score = ranked.score;
  hit.title_highlights = std::move(marks.title);
  hit.snippets = std::move(marks.snippets);
  hit.date = stored.date;
  Article& article = stored.article;
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.source = std::move(article.source);
  hit.url = std::move(article.url);
  hit.path = std::move(article.path);
  hit.line = article.line;
  hit.language = std::move(article.language);
  std::array<std::vector<std::string>*, kHitFields.size()> values = {
      &hit.actors, &hit.platforms, &hit.organisations, &hit.places};
  for (std::size_t i = 0; i < kHitFields.size(); ++i)
    *values[i] = values_of(segment.columns, collection_.merges(), kHitFields[i], ranked.article);
  return hit;
}

}  // namespace newsdex
