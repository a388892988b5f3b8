#include "engine/collection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "newsdex/analyzer.hpp"
#include "newsdex/error.hpp"

namespace newsdex {

namespace {

constexpr std::uint32_t kUnknown = UINT32_MAX;

}  // namespace

LiveSegment::LiveSegment(Segment opened, const Tombstones& deleted, const ValueMerges& merges)
    : segment(std::move(opened)),
      live(ArticleSet::all(segment.columns.articles())),
      has_deleted(!deleted.empty()),
      merges_(&merges),
      least_lengths_((articles() + kWindowArticles - 1) / kWindowArticles, kUnknown) {
  live.remove(deleted);
}

std::uint32_t LiveSegment::least_length(const Window& window) const {
  std::uint32_t& known = least_lengths_[window.begin / kWindowArticles];
  if (known == kUnknown) {
    const auto lengths = segment.columns.lengths().subspan(window.begin, window.size());
    known = *std::min_element(lengths.begin(), lengths.end());
  }
  return known;
}

StoredArticle LiveSegment::stored(std::uint32_t article) const {
  if (!store_) store_.emplace(segment.articles);
  StoredArticle stored = store_->read(article);
  if (merges_->size() == 0) return stored;
  for (StoredMention& mention : stored.mentions)
    mention.name = merges_->shown(field_of(mention.type), mention.name);
  return stored;
}

Collection::Collection(const std::string& folder)
    : handle_(folder), merges_(ValueMerges::of(handle_)), languages_{""} {
  const Generation& generation = handle_.generation();
  if (generation.analyzer != kAnalyzerFingerprint) {
    throw Error(ErrorCode::bad_index,
                fmt::format("the index at {} was made by another analyzer ({}; this is {})", folder,
                            generation.analyzer, kAnalyzerFingerprint),
                "bring it up to date: newsdex-index update SOURCE... --db DIR");
  }
  for (const GenerationSegment& entry : generation.segments) {
    Segment segment(handle_.layout().segment(entry.name));
    segments_.emplace_back(std::move(segment), handle_.tombstones(entry), merges_);
  }
  for (const auto& [language, count] : generation.languages) languages_.push_back(language);
}

bool holds_live(const LiveSegment& segment, std::string_view term) {
  PostingCursor cursor = segment.segment.postings.postings(term);
  for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& posting : block) {
      if (segment.live.contains(posting.article)) return true;
    }
  }
  return false;
}

std::uint64_t Collection::frequency(std::string_view term) const {
  std::uint64_t sum = 0;
  for (const LiveSegment& segment : segments_) sum += segment.segment.postings.frequency(term);
  return sum;
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

const FoldableCopies& Collection::near_copies() {
  if (near_copies_) return *near_copies_;
  NearCopies groups(handle_.layout().file(handle_.generation().name, kNearCopiesFile),
                    segments_.size());
  std::vector<ArticleSet> members;
  for (std::size_t s = 0; s < segments_.size(); ++s) {
    ArticleSet& set = members.emplace_back(segments_[s].articles());
    for (const std::uint32_t article : groups.of_segment(s).articles) set.insert(article);
  }
  return near_copies_.emplace(std::move(groups), std::move(members));
}

const OtherPlaces& Collection::other_places() {
  if (!other_places_)
    other_places_.emplace(handle_.layout().file(handle_.generation().name, kOtherPlacesFile));
  return *other_places_;
}

FacetDictionary& Collection::facet(Field field) {
  const auto known = facets_.find(field);
  if (known != facets_.end()) return known->second;
  std::vector<const FacetColumn*> columns;
  for (const LiveSegment& segment : segments_) {
    columns.push_back(&segment.segment.columns.facet(field));
  }
  return facets_.try_emplace(field, columns, merges_.of_field(field)).first->second;
}

}  // namespace newsdex
