#include "engine/collection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "newsdex/analyzer.hpp"
#include "newsdex/error.hpp"
#include "storage/generation_segment.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {

namespace {

constexpr std::uint32_t kUnknown = UINT32_MAX;

}  // namespace

MixedBuilds::MixedBuilds(const std::string& folder)
    : Error(
          ErrorCode::bad_index,
          fmt::format("{} is no shard of the same build as the others", folder),
          "list the shards of one build; where they were copied to other machines, copy all those "
          "of the new build") {}

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

Collection::Opened Collection::open(const FilePlace& folder) {
  GenerationHandle handle(folder);
  std::vector<Segment> segments;
  for (const GenerationSegment& entry : handle.generation().segments)
    segments.push_back(open_segment(handle.segment(entry.name), entry));
  return {std::move(handle), std::move(segments)};
}

// What lies on other machines is opened there side by side.
Collection::Collection(std::span<const FilePlace> folders) : languages_{""} {
  std::vector<std::future<Opened>> opening;
  for (const FilePlace& folder : folders) {
    const auto how = folder.is_here() ? std::launch::deferred : std::launch::async;
    opening.push_back(std::async(how, open, folder));
  }
  std::vector<std::vector<Segment>> segments;
  for (std::future<Opened>& each : opening) {
    auto [handle, opened] = each.get();
    const std::size_t first =
        parts_.empty() ? 0 : parts_.back().first_segment + segments.back().size();
    parts_.push_back({std::move(handle), first});
    segments.push_back(std::move(opened));
  }
  check_parts();
  merges_ = merges_of(parts_);
  for (std::size_t i = 0; i < parts_.size(); ++i)
    add_segments(parts_[i].handle, std::move(segments[i]));
  std::sort(languages_.begin(), languages_.end());
  languages_.erase(std::unique(languages_.begin(), languages_.end()), languages_.end());
}

void Collection::add_segments(const GenerationHandle& handle, std::vector<Segment> segments) {
  const Generation& generation = handle.generation();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    segments_.emplace_back(std::move(segments[i]), handle.tombstones(generation.segments[i]),
                           merges_);
  }
  articles_ += generation.articles();
  tokens_ += generation.tokens();
  has_discovered_ = has_discovered_ || !generation.discovery.empty();
  for (const auto& [language, count] : generation.languages) languages_.push_back(language);
}

ValueMerges Collection::merges_of(std::span<const Part> parts) {
  const auto sum_of = [](const Part& part) {
    const auto& sums = part.handle.generation().checksums;
    const auto found = sums.find(std::string(kMergesFile));
    return found == sums.end() ? std::string() : found->second;
  };
  const bool all_same = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    return sum_of(part) == sum_of(parts.front());
  });
  if (all_same) return ValueMerges::of(parts.front().handle);
  std::vector<ValueMerges> all;
  for (const Part& part : parts) all.push_back(ValueMerges::of(part.handle));
  return ValueMerges::joined(all);
}

void Collection::check_parts() {
  check_versions();
  check_copies();
  check_shards();
}

void Collection::check_versions() const {
  const GenerationHandle& first = parts_.front().handle;
  for (const Part& part : parts_) {
    const Generation& generation = part.handle.generation();
    const std::string& folder = part.handle.layout().folder;
    if (generation.analyzer != kAnalyzerFingerprint) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("the index at {} was made by another analyzer ({}; this is {})",
                              folder, generation.analyzer, kAnalyzerFingerprint),
                  "bring it up to date: newsdex-index update SOURCE... --db DIR");
    }
    if (generation.gazetteer != first.generation().gazetteer) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("the indexes at {} and {} were made with different name lists",
                              first.layout().folder, folder),
                  "build them with the same, or search them one by one");
    }
  }
}

// Articles of a segment that two have would be counted twice, be it that one of them was updated
// since it was copied. Of shards more can be said of what is wrong.
void Collection::check_copies() const {
  std::map<std::map<std::string, std::string>, const Part*> seen;  // by checksums of a segment
  for (const Part& part : parts_) {
    if (shard_mark(part.handle)) continue;
    for (const GenerationSegment& segment : part.handle.generation().segments) {
      if (segment.live_articles == 0) continue;
      const auto [other, is_new] = seen.try_emplace(segment.checksums, &part);
      if (is_new || other->second == &part) continue;
      throw Error(ErrorCode::bad_index,
                  fmt::format("{} and {} are copies of one index",
                              other->second->handle.layout().folder, part.handle.layout().folder),
                  "list it once; addresses that serve the same belong on one line");
    }
  }
}

// Shards that were not made together would be counted twice or not at all.
void Collection::check_shards() {
  std::map<std::pair<std::string, unsigned>, std::string> seen;
  std::string collection;
  unsigned shards = 0;
  for (const Part& part : parts_) {
    const auto mark = shard_mark(part.handle);
    if (!mark) continue;
    const std::string& folder = part.handle.layout().folder;
    if (!collection.empty() && collection != mark->collection) throw MixedBuilds(folder);
    collection = mark->collection;
    shards = mark->of;
    const auto [other, is_new] = seen.try_emplace({mark->collection, mark->number}, folder);
    if (!is_new) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("{} and {} are the same shard", other->second, folder),
                  "write addresses of the same shard on one line");
    }
  }
  for (unsigned number = 0; number < shards; ++number) {
    if (!seen.contains({collection, number})) absent_shards_.push_back(number);
  }
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
  if (articles_ == 0) return 1;
  return static_cast<double>(tokens_) / static_cast<double>(articles_);
}

const NameTable& Collection::names() {
  if (!names_) names_.emplace(parts_.front().handle.file(kNamesFile));
  return *names_;
}

const FoldableCopies& Collection::near_copies() {
  if (near_copies_) return *near_copies_;
  std::vector<NearCopies> parts;
  for (const Part& part : parts_) parts.push_back(NearCopies::of(part.handle));
  NearCopies groups = parts.size() == 1 ? std::move(parts.front()) : joined_near_copies(parts);
  std::vector<ArticleSet> members;
  for (std::size_t s = 0; s < segments_.size(); ++s) {
    ArticleSet& set = members.emplace_back(segments_[s].articles());
    for (const std::uint32_t article : groups.of_segment(s).articles) set.insert(article);
  }
  return near_copies_.emplace(FoldableCopies{std::move(groups), std::move(members)});
}

Collection::Part& Collection::part_of(std::uint32_t segment) {
  const auto after = std::upper_bound(
      parts_.begin(), parts_.end(), segment,
      [](std::uint32_t wanted, const Part& part) { return wanted < part.first_segment; });
  return *(after - 1);
}

std::vector<OtherPlace> Collection::other_places(std::uint32_t segment, std::string_view id) {
  Part& part = part_of(segment);
  if (!part.other_places) part.other_places.emplace(part.handle.file(kOtherPlacesFile));
  return part.other_places->of(id);
}

// Several indexes have each its own.
GlobalOrdinals Collection::ordinals(Field field, std::span<const FacetColumn* const> columns,
                                    const Deadline& deadline) const {
  if (parts_.size() == 1) {
    auto known = GlobalOrdinals::of(parts_.front().handle, spec(field), columns);
    if (known) return std::move(*known);
  }
  return {columns, merges_.of_field(field), [&] { deadline.check(); }};
}

FacetDictionary& Collection::facet(Field field, const Deadline& deadline) {
  const auto known = facets_.find(field);
  if (known != facets_.end()) return known->second;
  std::vector<const FacetColumn*> columns;
  for (const LiveSegment& segment : segments_) {
    columns.push_back(&segment.segment.columns.facet(field));
  }
  return facets_.try_emplace(field, columns, ordinals(field, columns, deadline)).first->second;
}

}  // namespace newsdex
