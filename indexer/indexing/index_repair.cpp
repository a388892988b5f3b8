// check --repair: segments with a missing or damaged file are made anew from the articles that they
// store.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"
#include "indexing/segment_merging.hpp"
#include "indexing/segment_problems.hpp"
#include "indexing/segment_salvage.hpp"
#include "indexing/value_merging.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/damage.hpp"
#include "storage/global_ordinals.hpp"
#include "storage/segment.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"
#include "storage/spare_copies.hpp"

namespace newsdex {
namespace {

class Repair {
 public:
  Repair(const BuildOptions& options, const GenerationHandle& handle, IndexLock& index)
      : options_(carried_on(options, handle.generation())), handle_(handle), index_(index) {}

  BuildReport run() {
    Generation generation = handle_.generation();
    std::map<std::string, Tombstones> tombstones;
    generation.languages.clear();
    std::erase_if(generation.segments, [&](const GenerationSegment& segment) {
      Tombstones deleted = handle_.tombstones(segment);
      if (!segment_problems(index_.layout(), segment).empty()) {
        salvage(segment, deleted);
        return true;
      }
      count_languages(segment, deleted, generation);
      tombstones[segment.name] = std::move(deleted);
      return false;
    });
    report_.articles = handle_.generation().articles() - report_.unread;
    const bool whole_files = has_whole(kNamesFile) && has_whole(kNearCopiesFile) &&
                             has_whole(kOtherPlacesFile) && !is_damaged(kMergesFile) &&
                             !is_damaged(kOrdinalsFile);
    if (!whole_files) workshop();
    if (!workshop_) return report_;
    auto files = name_files(workshop().taggers.gazetteer, stored_name_lists(handle_));
    files[std::string(kDatesFile)] = handle_.read(kDatesFile);
    files[std::string(kTroubledFile)] = encode_paths(files_to_read(generation));
    add_segments(generation, workshop_->pipeline.finish());
    // Files of which no article is known are read again by the next update, and found to be copies.
    std::vector<OtherPlace> places;
    if (has_whole(kOtherPlacesFile)) places = known_places(handle_);
    add_copy_files(files, std::move(places), index_.layout(), generation, tombstones, options_);
    files[std::string(kMergesFile)] =
        merges_of(index_.layout(), generation, tombstones, workshop().taggers.gazetteer);
    add_ordinals(files, index_.layout(), generation);
    index_.publish(std::move(generation), files, tombstones);
    return report_;
  }

 private:
  Workshop& workshop() {
    if (is_shard(handle_.generation())) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("{} is a shard, of which more is damaged than `served/`",
                              handle_.layout().folder),
                  kShardBeyondRepairHint);
    }
    if (!workshop_) workshop_.emplace(index_, stored_name_lists(handle_), plan_update(options_));
    return *workshop_;
  }

  // Of files that can be made anew: the table of names from the lists that are kept beside it, near
  // copies, spellings of one value and the numbers of facet values from columns.
  [[nodiscard]] bool has_whole(std::string_view file) const {
    return handle_.generation().checksums.contains(std::string(file)) && !is_damaged(file);
  }

  [[nodiscard]] bool is_damaged(std::string_view file) const {
    const Generation& generation = handle_.generation();
    const auto sum = generation.checksums.find(std::string(file));
    return sum != generation.checksums.end() &&
           !checksum_problems(handle_.layout().generation(generation.name), {*sum}).empty();
  }

  // Files that the next update must read though they have not changed: lost articles are not to be
  // missed for good because others of their file are still there. `kept` has the whole segments.
  [[nodiscard]] std::set<std::string> files_to_read(const Generation& kept) const {
    std::set<std::string> paths = troubled_files(handle_);
    paths.insert(lost_from_.begin(), lost_from_.end());
    if (!lost_from_unknown_) return paths;
    for (const GenerationSegment& segment : kept.segments) {
      const SegmentColumns columns(columns_path(index_.layout().segment(segment.name)));
      for (std::uint32_t article = 0; article < columns.articles(); ++article)
        paths.emplace(columns.path(article));
    }
    return paths;
  }

  // Spelling and stamp are left open, so that the next update compares the articles with their
  // files again.
  void salvage(const GenerationSegment& segment, const Tombstones& deleted) {
    workshop();
    const std::string path = index_.layout().segment(segment.name);
    salvage_segment(index_.layout(), segment, deleted,
                    {[&](Article&& article) {
                       stop_if_asked(options_);
                       const ContentHash content = hasher_.identify(article).content;
                       workshop().pipeline.add({std::move(article), {content, 0}, {}});
                       ++report_.changed;
                     },
                     [&](const LostArticles& lost) { lose(path, lost); }});
  }

  void lose(const std::string& segment, const LostArticles& lost) {
    report_.unread += lost.count;
    if (lost.path.empty()) {
      lost_from_unknown_ = true;
    } else {
      lost_from_.insert(lost.path);
    }
    if (options_.read_error) options_.read_error({segment, 0, lost.reason});
  }

  void count_languages(const GenerationSegment& segment, const Tombstones& deleted,
                       Generation& generation) const {
    const SegmentColumns columns(columns_path(index_.layout().segment(segment.name)));
    const FacetColumn& languages = columns.facet(Field::language);
    for (std::uint32_t article = 0; article < columns.articles(); ++article) {
      if (is_deleted(deleted, article)) continue;
      for (const std::uint32_t ordinal : languages.of(article))
        ++generation.languages[std::string(languages.values[ordinal])];
    }
  }

  const BuildOptions options_;
  const GenerationHandle& handle_;
  IndexLock& index_;
  std::optional<Workshop> workshop_;
  ContentHasher hasher_;
  std::set<std::string> lost_from_;  // files of lost articles,
  bool lost_from_unknown_ = false;   // or they may be of any file
  BuildReport report_;
};

// All of it stands in the rest of the index.
void mend_served_copy(const GenerationHandle& handle, BuildReport& report) {
  const IndexLayout& layout = handle.layout();
  if (!is_shard(handle.generation())) return;
  if (served_problems(layout, handle.generation()).empty()) return;
  write_served_copy(layout, read_whole_file(layout.current()));
  report.written_anew.push_back(fmt::format("{}/{}", layout.folder, kServedFolder));
}

// What a build was killed in the midst of publishing: readers go by it already.
void complete_build(const std::string& folder) {
  if (!exchange_in(folder)) return;
  const IndexLock index(folder);
  complete_exchange(index);
}

void add_report(BuildReport& sum, BuildReport&& report) {
  sum.articles += report.articles;
  const auto add = [](std::vector<std::string>& to, std::vector<std::string>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  add(sum.put_back, report.put_back);
  add(sum.moved_aside, report.moved_aside);
  add(sum.written_anew, report.written_anew);
}

BuildReport repair(const BuildOptions& options) {
  auto former_lock = make_way_for_lock({options.index});
  IndexLock index(options.index);
  PutBack put_back = put_back_copies(index.layout());
  if (former_lock) put_back.moved_aside.push_back(std::move(*former_lock));
  const GenerationHandle handle(options.index);
  BuildReport report = Repair(options, handle, index).run();
  mend_served_copy(handle, report);
  report.put_back = std::move(put_back.written);
  report.moved_aside = std::move(put_back.moved_aside);
  return report;
}

BuildReport repair_one(const BuildOptions& options) {
  if (!has_index(options.index)) {
    const GenerationHandle absent(options.index);  // throws
  }
  try {
    return repair(options);
  } catch (const Damage& error) {
    throw Error(ErrorCode::bad_index, error.what(),
                is_shard(options.index) ? kShardBeyondRepairHint : kBeyondRepairHint);
  }
}

// What keeps a shard from being repaired does not keep the others, unless the run is to end.
void repair_listed(const BuildOptions& options, BuildReport& sum) {
  try {
    add_report(sum, repair_one(options));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::locked || error.code() == ErrorCode::interrupted) throw;
    sum.beyond_repair.emplace_back(error.what());
  }
}

}  // namespace

BuildReport repair_index(const BuildOptions& options) {
  complete_build(next_current(options.index) ? options.index + "/.." : options.index);
  const std::vector<std::string> shards = local_shards(options.index);
  if (shards.empty()) return repair_one(options);
  BuildReport sum;
  for (const std::string& shard : shards) {
    BuildOptions one = options;
    one.index = shard;
    repair_listed(one, sum);
  }
  return sum;
}

}  // namespace newsdex
