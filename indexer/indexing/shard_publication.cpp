#include "indexing/shard_publication.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <deque>
#include <filesystem>

#include "indexing/near_copy_groups.hpp"
#include "indexing/publication.hpp"
#include "indexing/segment_merging.hpp"
#include "newsdex/error.hpp"
#include "storage/segment.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"
#include "storage/surplus_shards.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

// What answers show of an article, as text. Values of a field ascend in every segment.
std::string shown_of(const SegmentColumns& segment, std::uint32_t article) {
  const ContentHash& content = segment.contents()[article];
  std::string text = fmt::format("{} {} {} {} {} {} {} {} ", segment.order_keys()[article],
                                 content[0], content[1], segment.spellings()[article],
                                 segment.first_days()[article], segment.last_days()[article],
                                 segment.minutes()[article], segment.records()[article]);
  text += segment.path(article);
  for (const FieldSpec& field : kFields) {
    if (!has_facet_column(field)) continue;
    const FacetColumn& column = segment.facet(field.field);
    text += fmt::format("\n{}", field.name);
    for (const std::uint32_t ordinal : column.of(article))
      text += fmt::format("\t{}", column.values[ordinal]);
  }
  return text;
}

// Without the times of files, which no answer shows.
std::string shown_of(std::vector<OtherPlace> places) {
  for (OtherPlace& place : places) place.stamp = {};
  return encode_other_places(std::move(places));
}

// The same articles of the same files, tagged alike, give the same whatever order they came in and
// however they are spread over segments.
std::string collection_mark(const Generation& whole, const std::vector<SegmentColumns>& columns,
                            const std::map<std::string, std::string>& files,
                            const std::vector<OtherPlace>& places, unsigned shards) {
  std::uint64_t sum = 0;
  for (const SegmentColumns& segment : columns) {
    for (std::uint32_t article = 0; article < segment.articles(); ++article) {
      const std::string shown = shown_of(segment, article);
      sum += XXH3_64bits(shown.data(), shown.size());
    }
  }
  return checksum(fmt::format(
      "{} {} {} {} {} {} {} {}", sum, shards, whole.analyzer, whole.gazetteer, whole.discovery,
      whole.dates, checksum(files.at(std::string(kMergesFile))), checksum(shown_of(places))));
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

// What is decided for all shards, to be split.
struct Collected {
  const Generation& whole;
  const std::vector<BuiltSegment>& segments;
  const std::map<std::string, std::string>& files;  // that all have alike
  std::vector<std::vector<ShardCopyGroup>> copies;  // by shard
  std::vector<OtherPlace> places;
  std::string mark;
};

// Writes one shard beside what its folder has, and returns what CURRENT is to be.
std::string prepare_shard(const IndexLayout& whole, IndexLock& shard, unsigned number,
                          const Collected& all) {
  const auto of = static_cast<unsigned>(all.copies.size());
  const auto own = move_segments(whole, shard, number, all.segments);
  Generation generation = all.whole;
  generation.segments.clear();
  generation.languages.clear();
  add_segments(generation, own);
  auto files = all.files;
  files[std::string(kNearCopiesFile)] = encode_shard_copies(all.copies[number], own.size());
  std::vector<OtherPlace> places;
  std::copy_if(all.places.begin(), all.places.end(), std::back_inserter(places),
               [&](const OtherPlace& place) { return shard_of(place.article, of) == number; });
  files[std::string(kOtherPlacesFile)] = encode_other_places(std::move(places));
  files[std::string(kShardFile)] = encode_shard_mark({all.mark, number, of});
  std::string current = shard.prepare(std::move(generation), files, {});
  prepare_served_copy(shard.layout(), current);
  return current;
}

void refuse_other_index(const std::string& shard) {
  if (!holds_other_index(shard)) return;
  throw Error(ErrorCode::usage,
              fmt::format("{} is an index of its own, and a shard is to be written there", shard),
              "move it elsewhere, or name another folder with --db");
}

}  // namespace

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
  for (unsigned number = 0; number < options.shards; ++number)
    refuse_other_index(shard_folder(index, number));
}

// What cannot be completed is built anew in any case.
void complete_former_build(const IndexLock& index) {
  try {
    complete_exchange(index);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_index) throw;
    drop_exchange(index);
  }
}

std::deque<IndexLock> lock_shards(const IndexLock& index, unsigned shards) {
  std::deque<IndexLock> locks;
  for (unsigned number = 0; number < shards; ++number) {
    const IndexLock& shard = locks.emplace_back(shard_folder(index.layout().folder, number));
    refuse_other_index(shard.layout().folder);
  }
  return locks;
}

void publish_shards(const IndexLock& index, std::deque<IndexLock>& shards, const Generation& whole,
                    const std::vector<BuiltSegment>& segments,
                    const std::map<std::string, std::string>& files, std::vector<OtherPlace> places,
                    const BuildOptions& options) {
  const IndexLayout& layout = index.layout();
  std::vector<SegmentColumns> columns;
  for (const BuiltSegment& segment : segments)
    columns.emplace_back(columns_path(layout.segment(segment.info.name)));
  const auto groups =
      near_copy_groups(layout, whole, {}, options.jobs, [&] { stop_if_asked(options); });
  name_articles(places, layout, whole, {});
  std::string mark = collection_mark(whole, columns, files, places, options.shards);
  const Collected all = {
      whole,
      segments,
      files,
      split_groups(groups, places_of(segments, options.shards), columns, options.shards),
      std::move(places),
      std::move(mark)};
  ShardExchange exchange;
  for (unsigned number = 0; number < options.shards; ++number) {
    stop_if_asked(options);
    exchange.push_back(prepare_shard(layout, shards[number], number, all));
  }
  stop_if_asked(options);
  exchange_shards(layout.folder, exchange);
}

}  // namespace newsdex
