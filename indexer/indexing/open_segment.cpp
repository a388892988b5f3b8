#include "indexing/open_segment.hpp"

#include <xxhash.h>

#include <utility>

#include "dates/publication_dates.hpp"

namespace newsdex {

std::uint64_t stored_hash(std::string_view encoded) {
  return XXH3_64bits(encoded.data(), encoded.size());
}

OpenSegment::OpenSegment(const IndexLayout& layout, const std::string& name,
                         const SegmentOptions& options, DocumentBuilder& builder, StageTimes* times)
    : builder_(builder), clock_(times), writer_(layout.segment(name), name, options) {
  builder_.begin_segment(writer_.terms(), options.xapian_tables);
  clock_.charge(Stage::write);
}

void OpenSegment::add(IncomingArticle incoming) {
  ReadError doubt = doubt_about(incoming.article, {});
  IndexDocument document = builder_.build(std::move(incoming.article));
  clock_.skip();
  document.content = incoming.identity.content;
  document.spelling = incoming.identity.spelling;
  document.stamp = incoming.stamp;
  const bool has_changed =
      incoming.stored_before && *incoming.stored_before != stored_hash(document.stored);
  if (has_changed) ++built_.tagged_otherwise;
  note_languages(document);
  if (!document.date_doubt.empty()) {
    doubt.reason = document.date_doubt;
    built_.doubts.push_back(std::move(doubt));
  }
  writer_.add(document);
  clock_.charge(Stage::collect);
}

void OpenSegment::note_languages(const IndexDocument& document) {
  for (const FacetValues& facet : document.facets) {
    if (facet.field != Field::language) continue;
    for (const std::string& language : facet.values) ++built_.languages[language];
  }
}

BuiltSegment OpenSegment::finish(const std::function<void()>& step) {
  clock_.skip();
  built_.info = writer_.finish(step);
  clock_.charge(Stage::write);
  return std::move(built_);
}

}  // namespace newsdex
