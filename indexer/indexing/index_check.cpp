// check and stats: what an index folder holds, and whether it is whole.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "indexing/segment_problems.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/generation.hpp"
#include "storage/near_copies.hpp"
#include "storage/other_places.hpp"
#include "storage/postings_reader.hpp"
#include "storage/served_copy.hpp"
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

// Of what Xapian's servers hand out, where there is such a copy.
void check_served_copy(const IndexLayout& layout, std::vector<std::string>& problems) {
  if (!has_served_copy(layout)) return;
  try {
    PostingsReader::check(fmt::format("{}/{}", layout.folder, kServedFolder));
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
}

}  // namespace

std::vector<std::string> check_index(const std::string& index) {
  const GenerationHandle handle(index);
  const Generation& generation = handle.generation();
  std::vector<std::string> problems =
      checksum_problems(handle.layout().generation(generation.name), generation.checksums);
  for (std::string& problem : spare_problems(handle.layout(), generation.name))
    problems.push_back(std::move(problem));
  check_served_copy(handle.layout(), problems);
  for (const GenerationSegment& segment : generation.segments) {
    for (std::string& problem : segment_problems(handle.layout(), segment))
      problems.push_back(std::move(problem));
  }
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
