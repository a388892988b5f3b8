#include "indexing/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <tuple>
#include <unordered_map>

#include "indexing/content_identity.hpp"
#include "indexing/near_copy_groups.hpp"
#include "indexing/segment_merging.hpp"
#include "newsdex/date_tagger.hpp"
#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/generation_segment.hpp"
#include "storage/global_ordinals.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {

std::string encode_paths(const std::set<std::string>& paths) {
  std::string bytes;
  for (const std::string& path : paths) bytes.append(path).append(1, '\0');
  return bytes;
}

std::set<std::string> troubled_files(const GenerationHandle& handle) {
  const std::string bytes = handle.read(kTroubledFile);
  std::set<std::string> paths;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    paths.insert(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

void name_articles(std::vector<OtherPlace>& places, const IndexLayout& layout,
                   const Generation& generation,
                   const std::map<std::string, Tombstones>& tombstones) {
  if (places.empty()) return;
  std::unordered_map<ContentHash, std::string, ContentHashHash> ids;
  for (const OtherPlace& place : places) ids[place.key];
  for (const GenerationSegment& segment : generation.segments) {
    const SegmentColumns columns = open_columns(layout.segment(segment.name), segment);
    const auto found = tombstones.find(segment.name);
    const Tombstones deleted = found == tombstones.end() ? Tombstones() : found->second;
    for (std::uint32_t article = 0; article < columns.articles(); ++article) {
      if (is_deleted(deleted, article)) continue;
      const std::string_view id = columns.ids()[article];
      const auto wanted =
          ids.find(copy_key(columns.contents()[article], columns.made_ids()[article] != 0, id));
      if (wanted != ids.end()) wanted->second = id;
    }
  }
  for (OtherPlace& place : places) place.article = ids[place.key];
}

void refuse_shard(const GenerationHandle& handle) {
  const auto mark = shard_mark(handle);
  if (!mark) return;
  throw Error(ErrorCode::usage,
              fmt::format("{} is shard {} of {}, which are written together only",
                          handle.layout().folder, mark->number, mark->of),
              fmt::format("build them anew: newsdex-index build SOURCE... --shards {}", mark->of));
}

void add_copy_files(std::map<std::string, std::string>& files, std::vector<OtherPlace> places,
                    const IndexLayout& layout, const Generation& generation,
                    const std::map<std::string, Tombstones>& tombstones,
                    const BuildOptions& options) {
  const std::vector<CopyGroup> groups = near_copy_groups(
      layout, generation, tombstones, options.jobs, [&] { stop_if_asked(options); });
  files[std::string(kNearCopiesFile)] = encode_near_copies(groups, generation.segments.size());
  name_articles(places, layout, generation, tombstones);
  files[std::string(kOtherPlacesFile)] = encode_other_places(std::move(places));
}

void add_ordinals(std::map<std::string, std::string>& files, const IndexLayout& layout,
                  const Generation& generation) {
  std::vector<SegmentColumns> columns;
  for (const GenerationSegment& segment : generation.segments)
    columns.push_back(open_columns(layout.segment(segment.name), segment));
  ValueMerges merges;
  const auto known = files.find(std::string(kMergesFile));
  if (known != files.end())
    merges = ValueMerges(ColumnFile(MappedFile::of_bytes(known->second), known->first));
  files[std::string(kOrdinalsFile)] = encode_global_ordinals(columns, merges);
}

std::vector<OtherPlace> known_places(const GenerationHandle& handle) {
  const std::string path = handle.layout().file(handle.generation().name, kOtherPlacesFile);
  const OtherPlaces file(ColumnFile(MappedFile::of_bytes(handle.read(kOtherPlacesFile)), path),
                         path);
  std::vector<OtherPlace> places;
  for (std::size_t i = 0; i < file.size(); ++i) places.push_back(file[i]);
  return places;
}

std::map<std::string, std::string> generation_files(const GenerationHandle& handle) {
  std::map<std::string, std::string> files;
  for (const std::string_view name :
       {kNamesFile, kNameListsFile, kTroubledFile, kDatesFile, kNearCopiesFile, kOtherPlacesFile})
    files[std::string(name)] = handle.read(name);
  const std::string merges(kMergesFile);
  if (handle.generation().checksums.contains(merges)) files[merges] = handle.read(merges);
  return files;
}

// A damaged stamp or hash would make an update take articles for changed; and what it carries on
// gets a new checksum.
bool is_whole_for_update(const GenerationHandle& handle) {
  try {
    for (const std::string_view name :
         {kNameListsFile, kTroubledFile, kDatesFile, kOtherPlacesFile})
      static_cast<void>(handle.read(name));
    const auto& segments = handle.generation().segments;
    return std::all_of(segments.begin(), segments.end(), [&](const GenerationSegment& segment) {
      static_cast<void>(handle.tombstones(segment));
      const SegmentColumns columns = open_columns(handle.segment(segment.name), segment);
      return columns.damaged_sections().empty();
    });
  } catch (const Error&) {
    return false;
  }
}

std::string encode_corrections(const CorrectionFile& file) {
  return nlohmann::json{{"path", file.path}, {"text", file.text}}.dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

CorrectionFile stored_corrections(const GenerationHandle& handle) {
  const std::string path = handle.layout().file(handle.generation().name, kDatesFile);
  try {
    const auto json = nlohmann::json::parse(handle.read(kDatesFile));
    return {json.at("path").get<std::string>(), json.at("text").get<std::string>()};
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(path, error.what());
  }
}

CorrectionFile current_corrections(const GenerationHandle& handle, const std::string& path) {
  if (!path.empty()) return read_corrections(path);
  CorrectionFile file = stored_corrections(handle);
  std::error_code ignored;
  return std::filesystem::exists(file.path, ignored) ? read_corrections(file.path) : file;
}

std::vector<ReadError> doubts_of(const std::vector<BuiltSegment>& segments) {
  std::vector<ReadError> doubts;
  for (const BuiltSegment& segment : segments) {
    doubts.insert(doubts.end(), segment.doubts.begin(), segment.doubts.end());
  }
  const auto place = [](const ReadError& doubt) {
    return std::tie(doubt.path, doubt.member, doubt.line);
  };
  std::stable_sort(doubts.begin(), doubts.end(),
                   [&](const ReadError& a, const ReadError& b) { return place(a) < place(b); });
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
