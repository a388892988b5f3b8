// Generations: the states an index has been published in.
//
// An index folder holds `CURRENT` (the name of the published generation and the checksum of its
// manifest), `lock` (held by the one writer), a folder `gen-NNNNNN` a generation and a folder
// `seg-NNNNNN` a segment. A generation names the segments it is made of and, for each, the articles
// that no longer count (tombstones); later generations share segments with earlier ones. Publishing
// replaces CURRENT by a rename, so a reader sees the old state or the new one. A reader holds a
// shared flock on its generation's manifest; a writer removes a generation only when it gets that
// lock for itself.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/schema.hpp"
#include "storage/file.hpp"
#include "storage/segment_writer.hpp"
#include "storage/tombstones.hpp"

namespace newsdex {

/// Folders of generations and of segments have names that begin so.
inline constexpr std::string_view kGenerationPrefix = "gen-";
inline constexpr std::string_view kSegmentPrefix = "seg-";

/// What a generation says of one segment.
struct GenerationSegment {
  std::string name;
  std::uint32_t articles = 0;  // all of them, dead ones included
  std::uint32_t live_articles = 0;
  std::uint64_t live_tokens = 0;                 // sum of the lengths of the live ones
  std::map<std::string, std::string> checksums;  // file relative to the segment -> XXH3
};

/// The manifest of a generation.
struct Generation {
  std::string name;  // "gen-000017"
  int schema = kSchemaVersion;
  std::string analyzer;  // fingerprints
  std::string gazetteer;
  std::string discovery;  // fingerprint of what found names that no list holds; empty for none
  std::string dates;
  bool xapian_tables = false;  // whether segments have all of Xapian's tables
  bool file_dates = false;     // whether articles may have the date of their file
  std::vector<GenerationSegment> segments;
  std::map<std::string, std::uint64_t> languages;  // of the live articles
  std::map<std::string, std::string> checksums;    // of the generation's own other files

  [[nodiscard]] std::uint64_t articles() const;
  [[nodiscard]] std::uint64_t tokens() const;
};

/// Files of a generation besides its manifest: the table of names, and the name lists it was tagged
/// with.
inline constexpr std::string_view kNamesFile = "names";
inline constexpr std::string_view kNameListsFile = "name-lists.json";

/// And the paths of files of which something could not be read, each ended by a zero byte, as paths
/// may hold any other.
inline constexpr std::string_view kTroubledFile = "troubled";

/// Which found values are spellings of one (storage/value_merges). Generations of before have none.
inline constexpr std::string_view kMergesFile = "merges";

/// And the user's file of dates.
inline constexpr std::string_view kDatesFile = "dates.json";

/// And the groups of near copies, and where else articles stand.
inline constexpr std::string_view kNearCopiesFile = "near-copies";
inline constexpr std::string_view kOtherPlacesFile = "other-places";

/// Paths within an index folder.
struct IndexLayout {
  std::string folder;

  [[nodiscard]] std::string current() const { return folder + "/CURRENT"; }
  [[nodiscard]] std::string lock() const { return folder + "/lock"; }
  [[nodiscard]] std::string segment(std::string_view name) const;
  [[nodiscard]] std::string generation(std::string_view name) const;
  [[nodiscard]] std::string manifest(std::string_view generation) const;
  [[nodiscard]] std::string file(std::string_view generation, std::string_view name) const;
  [[nodiscard]] std::string tombstones(std::string_view generation, std::string_view segment) const;
};

/// A published generation, kept from removal while this object lives.
class GenerationHandle {
 public:
  /// Opens what CURRENT names, or what the exchange says that the shard belongs to
  /// (shard_exchange.hpp). Throws Error{no_index} where there is none, Error{bad_index} when
  /// the manifest is damaged or of an unknown version. One on a server is kept by the server.
  explicit GenerationHandle(const FilePlace& folder);

  /// Paths, of an index on this machine.
  [[nodiscard]] const IndexLayout& layout() const { return layout_; }
  [[nodiscard]] const Generation& generation() const { return generation_; }
  /// Throws Error{bad_index} when the file is damaged.
  [[nodiscard]] Tombstones tombstones(const GenerationSegment& segment) const;

  /// The folder of one of its segments, and a file of its own, wherever the index lies.
  [[nodiscard]] FilePlace segment(std::string_view name) const { return folder_ / name; }
  [[nodiscard]] FilePlace file(std::string_view name) const;

  /// The content of a file of its own, with the checksum that the manifest has for it: whoever
  /// publishes content again gives it a new one. Throws Error{bad_index} when the file is damaged,
  /// missing or unknown to the manifest.
  [[nodiscard]] std::string read(std::string_view name) const;

 private:
  bool try_open();
  void read_manifest(const std::string& checksum_wanted);

  FilePlace folder_;
  IndexLayout layout_;
  FileDescriptor lock_;
  Generation generation_;
};

/// Whether `folder` holds an index that was published: CURRENT, an exchange that names it
/// (shard_exchange.hpp), or a generation that is complete though CURRENT is missing. A first
/// generation that is not published yet has the temporary file of CURRENT beside it.
bool has_index(const std::string& folder);

/// Names of the folders in `folder` that begin so, in order.
std::vector<std::string> folders_with_prefix(const std::string& folder, std::string_view prefix);

/// The one writer of an index folder.
class IndexLock {
 public:
  /// Makes the folder if needed (readable by its user only). Throws Error{locked} naming the
  /// process when another writer is at work, Error{usage} when the folder holds something that is
  /// no index.
  explicit IndexLock(const std::string& folder);
  /// Removes garbage. A run's own GenerationHandle is to be gone by then, and so is whatever still
  /// writes segments.
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

  [[nodiscard]] const IndexLayout& layout() const { return layout_; }

  /// A name that no segment has had, for a folder that does not exist yet.
  std::string new_segment_name();

  /// Writes `generation` (its name is given here, checksums of segments are taken where missing),
  /// its `files` by name, tombstones by segment name, and spare copies of it all
  /// (spare_copies.hpp), and publishes it; then removes what no reader needs.
  void publish(Generation generation, const std::map<std::string, std::string>& files,
               const std::map<std::string, Tombstones>& tombstones);

  /// The first part of publish(), all of it that takes time: writes everything beside what is
  /// published. Returns the text of CURRENT that is to publish it (put_file_in_place()).
  std::string prepare(Generation generation, const std::map<std::string, std::string>& files,
                      const std::map<std::string, Tombstones>& tombstones);

  /// Removes generations that no reader holds and segments that no generation names: what updates
  /// and interrupted runs have left, in folders of shards as well where nothing was published.
  /// Where CURRENT or a manifest is damaged, all segments stay; and all stays of a shard of which
  /// an exchange (shard_exchange.hpp) is to be completed.
  void remove_garbage() const;

 private:
  void remove_all_but(const std::string& current) const;

  IndexLayout layout_;
  FileDescriptor lock_;
  std::uint32_t next_segment_ = 0;
};

/// All segments of the generation in a form ready to write: as JSON.
std::string to_json(const Generation& generation);
/// Throws Error{bad_index}, naming `path`.
Generation parse_generation(std::string_view json, const std::string& path);

}  // namespace newsdex
