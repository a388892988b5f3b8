#include "indexing/publication.hpp"

#include <algorithm>

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
  for (const std::string_view name : {kNamesFile, kNameListsFile, kTroubledFile})
    files[std::string(name)] =
        read_whole_file(handle.layout().file(handle.generation().name, name));
  return files;
}

BuildOptions carried_on(BuildOptions options, const Generation& generation) {
  options.xapian_tables = generation.xapian_tables;
  return options;
}

Generation new_generation(const Gazetteer& gazetteer) {
  Generation generation;
  generation.analyzer = kAnalyzerFingerprint;
  generation.gazetteer = gazetteer.fingerprint();
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
