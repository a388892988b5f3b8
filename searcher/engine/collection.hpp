// An open index as the engine sees it, or several searched as one: segments, who is alive in them,
// and the statistics of all.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/article_set.hpp"
#include "engine/facet_dictionary.hpp"
#include "engine/matched_copies.hpp"
#include "newsdex/error.hpp"
#include "storage/article_store.hpp"
#include "storage/generation.hpp"
#include "storage/name_table.hpp"
#include "storage/other_places.hpp"
#include "storage/segment.hpp"
#include "storage/value_merges.hpp"

namespace newsdex {

/// How many dead articles have a term, by terms asked for lately. For one thread at a time.
class DeletedCounts {
 public:
  template <typename Count>
  std::uint64_t count(const std::string& term, Count&& anew) {
    const auto known = counts_.find(term);
    if (known != counts_.end()) return known->second;
    if (counts_.size() >= kMostTerms) counts_.clear();
    return counts_[term] = anew();
  }

 private:
  static constexpr std::size_t kMostTerms = 4096;
  std::unordered_map<std::string, std::uint64_t> counts_;
};

class LiveSegment {
 public:
  /// `merges` must outlive it.
  LiveSegment(Segment opened, const Tombstones& deleted, const ValueMerges& merges);

  [[nodiscard]] std::uint32_t articles() const { return live.universe(); }
  /// The least length of an article of the window, in tokens. Worked out when first asked for:
  /// a window is one thread's at a time.
  [[nodiscard]] std::uint32_t least_length(const Window& window) const;

  /// What is stored of an article, with the names that stand for those of its mentions. For one
  /// thread at a time. Throws Error{bad_index} when that is damaged.
  [[nodiscard]] StoredArticle stored(std::uint32_t article) const;

  Segment segment;
  ArticleSet live;
  bool has_deleted = false;
  mutable DeletedCounts deleted_counts;  // asked by the search of the segment's first slice alone

 private:
  const ValueMerges* merges_;
  mutable std::optional<ArticleStore> store_;         // opened when first asked for
  mutable std::vector<std::uint32_t> least_lengths_;  // by window; kUnknown until worked out
};

/// Whether a live article holds `term`.
bool holds_live(const LiveSegment& segment, std::string_view term);

/// Shards of different builds: to be refused, unless they were opened while a build was published.
class MixedBuilds : public Error {
 public:
  explicit MixedBuilds(const std::string& folder);
};

class Collection {
 public:
  /// An index or several, wherever they lie, one at least. Throws Error{no_index} or
  /// Error{bad_index}, also for indexes that cannot be searched as one, with MixedBuilds one of
  /// them; and ShardLost.
  explicit Collection(std::span<const FilePlace> folders);

  [[nodiscard]] const std::deque<LiveSegment>& segments() const { return segments_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  /// Whether names that no list holds were looked for when the index was made.
  [[nodiscard]] bool has_discovered() const { return has_discovered_; }
  /// How many articles have `term`, deleted ones that are still in their segments included.
  [[nodiscard]] std::uint64_t frequency(std::string_view term) const;
  [[nodiscard]] std::string_view id(CopyMember place) const {
    return segments_[place.segment].segment.columns.ids()[place.article];
  }
  /// Mean length of an article in tokens; 1 where there is none.
  [[nodiscard]] double mean_length() const;
  /// Languages of the articles, and the empty one that stands for "not known".
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

  /// Numbers of the shards, from 0, that belong to the build of those that are open and are not
  /// open themselves; none where no index here is a shard.
  [[nodiscard]] const std::vector<unsigned>& absent_shards() const { return absent_shards_; }

  /// Which values are spellings of one.
  [[nodiscard]] const ValueMerges& merges() const { return merges_; }

  /// Made when first asked for.
  [[nodiscard]] const NameTable& names();
  /// Made when first asked for; throw Error{bad_index} when the file is damaged.
  [[nodiscard]] const FoldableCopies& near_copies();
  /// Of the article of a segment with this id.
  [[nodiscard]] std::vector<OtherPlace> other_places(std::uint32_t segment, std::string_view id);
  /// The values of a facet field that has a column. Made when first asked for; throws TimeIsUp.
  [[nodiscard]] FacetDictionary& facet(Field field, const Deadline& deadline);

 private:
  // An index, and which of the segments are its own.
  struct Part {
    GenerationHandle handle;
    std::size_t first_segment = 0;
    std::optional<OtherPlaces> other_places = {};  // opened when first asked for
  };
  using Opened = std::pair<GenerationHandle, std::vector<Segment>>;
  static Opened open(const FilePlace& folder);
  static ValueMerges merges_of(std::span<const Part> parts);
  void check_parts();
  void check_versions() const;
  void check_copies() const;
  void check_shards();
  void add_segments(const GenerationHandle& handle, std::vector<Segment> segments);
  [[nodiscard]] GlobalOrdinals ordinals(Field field, std::span<const FacetColumn* const> columns,
                                        const Deadline& deadline) const;
  [[nodiscard]] Part& part_of(std::uint32_t segment);

  std::vector<Part> parts_;
  ValueMerges merges_;
  std::deque<LiveSegment> segments_;
  std::uint64_t articles_ = 0;
  std::uint64_t tokens_ = 0;
  bool has_discovered_ = false;
  std::vector<std::string> languages_;
  std::vector<unsigned> absent_shards_;
  std::optional<NameTable> names_;
  std::optional<FoldableCopies> near_copies_;
  std::map<Field, FacetDictionary> facets_;
};

}  // namespace newsdex
