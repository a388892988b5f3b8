// check and stats: what an index folder holds, and whether it is whole.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/generation.hpp"

namespace newsdex {
namespace {

void check_files(const std::string& folder, const std::map<std::string, std::string>& checksums,
                 std::vector<std::string>& problems) {
  for (const auto& [name, expected] : checksums) {
    const std::string path = fmt::format("{}/{}", folder, name);
    try {
      if (file_checksum(path) != expected) problems.push_back(path + ": its checksum is wrong");
    } catch (const Error& error) {
      problems.emplace_back(error.what());
    }
  }
}

void check_segment(const std::string& path, std::vector<std::string>& problems) {
  try {
    const Segment segment(path);
    PostingsReader::check(path + "/postings");
    for (const std::string& section : segment.columns.damaged_sections()) {
      problems.push_back(fmt::format("{}/columns: section {} is damaged", path, section));
    }
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
}

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) sum += entry.file_size();
  }
  return sum;
}

}  // namespace

std::vector<std::string> check_index(const std::string& index) {
  const GenerationHandle handle(index);
  const Generation& generation = handle.generation();
  std::vector<std::string> problems;
  check_files(handle.layout().generation(generation.name), generation.checksums, problems);
  for (const GenerationSegment& segment : generation.segments) {
    const std::string path = handle.layout().segment(segment.name);
    const std::size_t before = problems.size();
    check_files(path, segment.checksums, problems);
    if (problems.size() == before) check_segment(path, problems);
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
  statistics.languages.assign(generation.languages.begin(), generation.languages.end());
  std::stable_sort(statistics.languages.begin(), statistics.languages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return statistics;
}

}  // namespace newsdex
