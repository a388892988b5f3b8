#include "indexing/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "newsdex/date_tagger.hpp"
#include "newsdex/error.hpp"

namespace newsdex {

std::string encode_paths(const std::set<std::string>& paths) {
  std::string bytes;
  for (const std::string& path : paths) bytes.append(path).append(1, '\0');
  return bytes;
}

std::set<std::string> troubled_files(const GenerationHandle& handle) {
  const std::string bytes =
      read_whole_file(handle.layout().file(handle.generation().name, kTroubledFile));
  std::set<std::string> paths;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    paths.insert(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

std::map<std::string, std::string> generation_files(const GenerationHandle& handle) {
  std::map<std::string, std::string> files;
  for (const std::string_view name : {kNamesFile, kNameListsFile, kTroubledFile, kDatesFile})
    files[std::string(name)] =
        read_whole_file(handle.layout().file(handle.generation().name, name));
  return files;
}

std::string encode_corrections(const CorrectionFile& file) {
  return nlohmann::json{{"path", file.path}, {"text", file.text}}.dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

CorrectionFile stored_corrections(const GenerationHandle& handle) {
  const std::string path = handle.layout().file(handle.generation().name, kDatesFile);
  try {
    const auto json = nlohmann::json::parse(read_whole_file(path));
    return {json.at("path").get<std::string>(), json.at("text").get<std::string>()};
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::bad_index, fmt::format("{} is damaged: {}", path, error.what()),
                "build the index again");
  }
}

CorrectionFile current_corrections(const GenerationHandle& handle, const std::string& path) {
  if (!path.empty()) return read_corrections(path);
  CorrectionFile file = stored_corrections(handle);
  std::error_code ignored;
  if (std::filesystem::exists(file.path, ignored)) file.text = read_whole_file(file.path);
  return file;
}

std::vector<ReadError> doubts_of(const std::vector<BuiltSegment>& segments) {
  std::vector<ReadError> doubts;
  for (const BuiltSegment& segment : segments) {
    doubts.insert(doubts.end(), segment.doubts.begin(), segment.doubts.end());
  }
  return doubts;
}

void report_doubts(const BuildOptions& options, std::vector<ReadError> doubts) {
  constexpr std::size_t kMostShown = 10;
  if (!options.doubt) return;
  const std::size_t shown = std::min(doubts.size(), kMostShown);
  for (std::size_t i = 0; i < shown; ++i) options.doubt(doubts[i]);
  if (shown == doubts.size()) return;
  options.doubt({doubts[shown].path, 0, fmt::format("{} more like this", doubts.size() - shown)});
}

BuildOptions carried_on(BuildOptions options, const Generation& generation) {
  options.xapian_tables = generation.xapian_tables;
  options.file_dates = generation.file_dates;
  if (!options.discovery) options.discovery = !generation.discovery.empty();
  return options;
}

std::string wanted_discovery(const BuildOptions& options) {
  return options.discovery.value_or(true) ? discovery_fingerprint() : std::string();
}

Generation new_generation(const Taggers& taggers) {
  Generation generation;
  generation.analyzer = kAnalyzerFingerprint;
  generation.gazetteer = taggers.gazetteer.fingerprint();
  if (taggers.discovery) generation.discovery = discovery_fingerprint();
  generation.dates = date_tagger_fingerprint();
  return generation;
}

void add_segments(Generation& generation, const std::vector<BuiltSegment>& segments) {
  for (const BuiltSegment& built : segments) {
    generation.segments.push_back(
        {built.info.name, built.info.articles, built.info.articles, built.info.tokens, {}});
    for (const auto& [language, count] : built.languages) generation.languages[language] += count;
  }
}

}  // namespace newsdex
