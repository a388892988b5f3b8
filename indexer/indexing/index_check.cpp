// check and stats: what an index folder holds, and whether it is whole.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "indexing/segment_problems.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/damage.hpp"
#include "storage/generation.hpp"
#include "storage/near_copies.hpp"
#include "storage/other_places.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"
#include "storage/spare_copies.hpp"

namespace newsdex {
namespace {

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) sum += entry.file_size();
  }
  return sum;
}

void add_problems(std::vector<std::string> found, std::vector<std::string>& problems) {
  std::move(found.begin(), found.end(), std::back_inserter(problems));
}

void check_generation(const IndexLayout& layout, const Generation& generation,
                      std::vector<std::string>& problems) {
  add_problems(checksum_problems(layout.generation(generation.name), generation.checksums),
               problems);
  add_problems(spare_problems(layout, generation.name), problems);
  if (is_shard(generation)) add_problems(served_problems(layout, generation), problems);
  for (const GenerationSegment& segment : generation.segments)
    add_problems(segment_problems(layout, segment), problems);
}

std::vector<std::string> problems_of(const std::string& index) {
  std::vector<std::string> problems;
  const std::string lock = IndexLayout{index}.lock();
  if (has_stray(lock)) problems.push_back(lock + " is damaged: it is no regular file");
  try {
    const GenerationHandle handle(index);
    check_generation(handle.layout(), handle.generation(), problems);
  } catch (const Damage& error) {
    problems.emplace_back(error.what());
    const IndexLayout layout{index};
    if (const auto generation = likely_generation(layout))
      check_generation(layout, *generation, problems);
  }
  return problems;
}

// What the shards on this machine say of the build that they are of. Those that are damaged say
// nothing: what is wrong with them is reported anyway.
struct ShardMarks {
  std::vector<std::pair<std::string, ShardMark>> known;  // by folder
  std::size_t unknown = 0;
};

ShardMarks marks_of(const std::vector<std::string>& shards) {
  ShardMarks marks;
  for (const std::string& shard : shards) {
    try {
      if (const auto mark = shard_mark(GenerationHandle(shard)))
        marks.known.emplace_back(shard, *mark);
    } catch (const Error&) {
      ++marks.unknown;
    }
  }
  return marks;
}

// That of which most are; of several the one that is met first.
ShardMark present_build(const ShardMarks& marks) {
  const auto of_build = [&](const ShardMark& build) {
    return std::count_if(marks.known.begin(), marks.known.end(), [&](const auto& each) {
      return each.second.collection == build.collection;
    });
  };
  return std::max_element(
             marks.known.begin(), marks.known.end(),
             [&](const auto& a, const auto& b) { return of_build(a.second) < of_build(b.second); })
      ->second;
}

// A shard that the list does not name, unless it may lie on another machine, or be one of those of
// which nothing is known.
std::vector<std::string> unlisted_problems(const std::string& list,
                                           const std::set<unsigned>& listed, unsigned of,
                                           std::size_t unknown) {
  if (listed.size() + unknown >= of) return {};
  if (unknown > 0) return {fmt::format("{} does not name all of {} shards", list, of)};
  std::vector<std::string> problems;
  for (unsigned number = 0; number < of; ++number) {
    if (!listed.contains(number))
      problems.push_back(fmt::format("{} does not name shard {} of {}", list, number, of));
  }
  return problems;
}

// Whether the shards that `index` lists make up one build.
std::vector<std::string> build_problems(const std::string& index,
                                        const std::vector<std::string>& shards) {
  const ShardMarks marks = marks_of(shards);
  if (marks.known.empty()) return {};
  const ShardMark build = present_build(marks);
  std::vector<std::string> problems;
  std::set<unsigned> listed;
  for (const auto& [folder, mark] : marks.known) {
    if (mark.collection == build.collection) {
      listed.insert(mark.number);
    } else {
      problems.push_back(fmt::format("{} is of another build than the other shards", folder));
    }
  }
  const std::string list = shard_list_at(index).value();
  const std::size_t elsewhere =
      parse_shard_list(read_shard_list(list), list).shards.size() - shards.size();
  add_problems(
      unlisted_problems(list, listed, build.of, marks.unknown + problems.size() + elsewhere),
      problems);
  return problems;
}

// One that cannot even be opened is not to keep the others from being looked at.
std::vector<std::string> shard_problems(const std::string& shard) {
  try {
    return problems_of(shard);
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace

std::vector<std::string> check_index(const std::string& index) {
  const std::vector<std::string> shards = local_shards(index);
  if (shards.empty()) return problems_of(index);
  std::vector<std::string> problems;
  for (const std::string& shard : shards) add_problems(shard_problems(shard), problems);
  add_problems(build_problems(index, shards), problems);
  return problems;
}

IndexStatistics index_statistics(const std::string& index) {
  const GenerationHandle handle(index);
  const Generation& generation = handle.generation();
  IndexStatistics statistics;
  statistics.generation = generation.name;
  statistics.articles = generation.articles();
  statistics.tokens = generation.tokens();
  statistics.segments = generation.segments.size();
  statistics.bytes = bytes_below(handle.layout().generation(generation.name));
  for (const GenerationSegment& segment : generation.segments) {
    statistics.deleted += segment.articles - segment.live_articles;
    statistics.bytes += bytes_below(handle.layout().segment(segment.name));
  }
  const IndexLayout& layout = handle.layout();
  const NearCopies copies(layout.file(generation.name, kNearCopiesFile),
                          generation.segments.size());
  statistics.near_copy_groups = copies.groups();
  statistics.near_copies = copies.members() - copies.groups();
  statistics.other_places = OtherPlaces(layout.file(generation.name, kOtherPlacesFile)).size();
  statistics.languages.assign(generation.languages.begin(), generation.languages.end());
  std::stable_sort(statistics.languages.begin(), statistics.languages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return statistics;
}

}  // namespace newsdex
