#include "indexing/segment_problems.hpp"

#include <fmt/format.h>

#include "newsdex/error.hpp"
#include "storage/segment.hpp"

namespace newsdex {
namespace {

void add_damage(const std::string& path, const std::vector<std::string>& sections,
                std::vector<std::string>& problems) {
  for (const std::string& section : sections)
    problems.push_back(fmt::format("{}: section {} is damaged", path, section));
}

}  // namespace

std::vector<std::string> checksum_problems(const std::string& folder,
                                           const std::map<std::string, std::string>& checksums) {
  std::vector<std::string> problems;
  for (const auto& [name, expected] : checksums) {
    const std::string path = fmt::format("{}/{}", folder, name);
    try {
      if (file_checksum(path) != expected) problems.push_back(path + ": its checksum is wrong");
    } catch (const Error& error) {
      problems.emplace_back(error.what());
    }
  }
  return problems;
}

std::vector<std::string> segment_problems(const IndexLayout& layout,
                                          const GenerationSegment& segment) {
  const std::string path = layout.segment(segment.name);
  std::vector<std::string> problems = checksum_problems(path, segment.checksums);
  if (!problems.empty()) return problems;
  try {
    const Segment open(path);
    PostingsReader::check(postings_path(path));
    add_damage(articles_path(path), open.articles.damaged_sections(), problems);
    add_damage(columns_path(path), open.columns.damaged_sections(), problems);
    add_damage(positions_path(path), open.positions.damaged_sections(), problems);
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  return problems;
}

}  // namespace newsdex
