#include "engine/collection.hpp"

#include <fmt/format.h>

#include "newsdex/analyzer.hpp"
#include "newsdex/error.hpp"

namespace newsdex {

Collection::Collection(const std::string& folder) : handle_(folder), languages_{""} {
  const Generation& generation = handle_.generation();
  if (generation.analyzer != kAnalyzerFingerprint) {
    throw Error(ErrorCode::bad_index,
                fmt::format("the index at {} was made by another analyzer ({}; this is {})", folder,
                            generation.analyzer, kAnalyzerFingerprint),
                "bring it up to date: newsdex-index update SOURCE... --db DIR");
  }
  for (const GenerationSegment& entry : generation.segments) {
    Segment segment(handle_.layout().segment(entry.name));
    ArticleSet live = ArticleSet::all(segment.columns.articles());
    live.remove(handle_.tombstones(entry));
    segments_.push_back({std::move(segment), std::move(live)});
  }
  for (const auto& [language, count] : generation.languages) languages_.push_back(language);
}

bool holds_live(const LiveSegment& segment, std::string_view term) {
  bool found = false;
  segment.segment.postings.read(term, [&](std::span<const Posting> batch) {
    for (const Posting& posting : batch) found = found || segment.live.contains(posting.article);
  });
  return found;
}

double Collection::mean_length() const {
  const std::uint64_t count = articles();
  if (count == 0) return 1;
  return static_cast<double>(handle_.generation().tokens()) / static_cast<double>(count);
}

const NameTable& Collection::names() {
  if (!names_) names_.emplace(handle_.layout().file(handle_.generation().name, kNamesFile));
  return *names_;
}

}  // namespace newsdex
