#include "indexing/shard_publication.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "indexing/near_copy_groups.hpp"
#include "indexing/publication.hpp"
#include "indexing/segment_merging.hpp"
#include "newsdex/error.hpp"
#include "storage/segment.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

std::string shard_name(unsigned number) {
  return fmt::format("shard-{}", number);
}

// The same articles, tagged alike, give the same whatever order they came in and however they are
// spread over segments.
std::string collection_mark(const Generation& whole, const std::vector<SegmentColumns>& columns,
                            unsigned shards) {
  std::uint64_t sum = 0;
  for (const SegmentColumns& segment : columns) {
    for (std::uint32_t article = 0; article < segment.articles(); ++article)
      sum += (segment.order_keys()[article] | 1) * (segment.contents()[article][0] | 1);
  }
  return checksum(fmt::format("{} {} {} {} {} {}", sum, shards, whole.analyzer, whole.gazetteer,
                              whole.discovery, whole.dates));
}

// Where a segment of the whole has gone.
struct NewPlace {
  unsigned shard = 0;
  std::uint32_t segment = 0;
};

std::vector<NewPlace> places_of(const std::vector<BuiltSegment>& segments, unsigned shards) {
  std::vector<std::uint32_t> counts(shards);
  std::vector<NewPlace> places;
  for (const BuiltSegment& segment : segments)
    places.push_back({segment.shard, counts[segment.shard]++});
  return places;
}

// What each shard has of every group.
std::vector<std::vector<ShardCopyGroup>> split_groups(const std::vector<CopyGroup>& groups,
                                                      const std::vector<NewPlace>& places,
                                                      const std::vector<SegmentColumns>& columns,
                                                      unsigned shards) {
  std::vector<std::vector<ShardCopyGroup>> split(shards);
  for (const CopyGroup& group : groups) {
    const CopyMember& leader = group.front();
    std::map<unsigned, ShardCopyGroup> by_shard;
    for (std::uint32_t rank = 0; rank < group.size(); ++rank) {
      const NewPlace& place = places[group[rank].segment];
      ShardCopyGroup& part = by_shard[place.shard];
      part.members.push_back({place.segment, group[rank].article});
      part.ranks.push_back(rank);
    }
    for (auto& [shard, part] : by_shard) {
      part.key = columns[leader.segment].order_keys()[leader.article];
      split[shard].push_back(std::move(part));
    }
  }
  return split;
}

// The segments of one shard, moved into its folder.
std::vector<BuiltSegment> move_segments(const IndexLayout& whole, IndexLock& shard, unsigned number,
                                        const std::vector<BuiltSegment>& segments) {
  std::vector<BuiltSegment> moved;
  for (const BuiltSegment& segment : segments) {
    if (segment.shard != number) continue;
    moved.push_back(segment);
    moved.back().info.name = shard.new_segment_name();
    std::error_code error;
    fs::rename(whole.segment(segment.info.name), shard.layout().segment(moved.back().info.name),
               error);
    if (error) {
      throw Error(ErrorCode::io, fmt::format("cannot move {}: {}", whole.segment(segment.info.name),
                                             error.message()));
    }
  }
  return moved;
}

void write_list(const IndexLayout& layout, unsigned shards) {
  std::string text =
      "# Shards of one collection. Where one is served by another machine, write its address:\n"
      "# remote HOST:PORT, and further addresses behind it that hold the same.\n";
  for (unsigned i = 0; i < shards; ++i) text += fmt::format("local {}\n", shard_name(i));
  replace_file(fmt::format("{}/{}", layout.folder, kShardListFile), text);
}

// Those of an earlier build that had more of them.
void remove_shards_from(const IndexLayout& layout, unsigned first) {
  for (unsigned i = first; has_index(shard_folder(layout.folder, i)); ++i) {
    std::error_code ignored;
    fs::remove_all(shard_folder(layout.folder, i), ignored);
  }
}

}  // namespace

std::string shard_folder(const std::string& index, unsigned number) {
  return fmt::format("{}/{}", index, shard_name(number));
}

void refuse_other_kind(const BuildOptions& options) {
  const std::string& index = options.index;
  std::error_code ignored;
  constexpr const char* kOtherFolder = "name another folder with --db";
  if (fs::is_regular_file(index, ignored))
    throw Error(ErrorCode::usage, fmt::format("{} is a list of shards, not a folder", index),
                kOtherFolder);
  if (is_shard(index)) {
    throw Error(ErrorCode::usage,
                fmt::format("{} is a shard, and shards are written together only", index),
                "build all anew in the folder that holds them: newsdex-index build SOURCE... "
                "--shards N --db DIR; or name another folder with --db");
  }
  if (options.shards > 0 && has_index(index)) {
    throw Error(ErrorCode::usage, fmt::format("{} holds an index that is not in shards", index),
                kOtherFolder);
  }
  if (options.shards == 0 && shard_list_at(index)) {
    throw Error(ErrorCode::usage, fmt::format("{} holds shards", index),
                "say with --shards how many there are to be, or name another folder with --db");
  }
}

void publish_shards(IndexLock& index, const Generation& whole,
                    const std::vector<BuiltSegment>& segments,
                    const std::map<std::string, std::string>& files, std::vector<OtherPlace> places,
                    const BuildOptions& options) {
  const IndexLayout& layout = index.layout();
  std::vector<SegmentColumns> columns;
  for (const BuiltSegment& segment : segments)
    columns.emplace_back(columns_path(layout.segment(segment.info.name)));
  const auto groups =
      near_copy_groups(layout, whole, {}, options.jobs, [&] { stop_if_asked(options); });
  const auto copies =
      split_groups(groups, places_of(segments, options.shards), columns, options.shards);
  const std::string mark = collection_mark(whole, columns, options.shards);
  name_articles(places, layout, whole, {});
  for (unsigned number = 0; number < options.shards; ++number) {
    IndexLock shard(shard_folder(layout.folder, number));
    const auto own = move_segments(layout, shard, number, segments);
    Generation generation = whole;
    generation.segments.clear();
    generation.languages.clear();
    add_segments(generation, own);
    auto own_files = files;
    own_files[std::string(kNearCopiesFile)] = encode_shard_copies(copies[number], own.size());
    std::vector<OtherPlace> own_places;
    std::copy_if(
        places.begin(), places.end(), std::back_inserter(own_places),
        [&](const OtherPlace& place) { return shard_of(place.article, options.shards) == number; });
    own_files[std::string(kOtherPlacesFile)] = encode_other_places(std::move(own_places));
    own_files[std::string(kShardFile)] = encode_shard_mark({mark, number, options.shards});
    const bool was_served = has_served_copy(shard.layout());
    shard.publish(std::move(generation), own_files, {});
    if (!was_served) write_served_copy(shard.layout());
  }
  write_list(layout, options.shards);
  remove_shards_from(layout, options.shards);
}

}  // namespace newsdex
