// Building, updating and merging an index: the library behind newsdex-index.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/article.hpp"

namespace newsdex {

/// Told now and then how far a run is, from the thread that runs it.
struct Progress {
  std::uint64_t articles = 0;
  std::uint64_t bytes_done = 0;  // of the sources
  std::uint64_t bytes_total = 0;
};

/// The least memory that a run that writes an index is content with, in bytes.
inline constexpr std::uint64_t kLeastMemory = std::uint64_t{128} << 20;

/// What a run that writes an index is asked for; each function says which of it counts.
struct BuildOptions {
  std::vector<std::string> sources;     // files, folders, or "-" for JSON Lines on standard input
  std::string index;                    // folder of the index
  std::vector<std::string> name_lists;  // files of names, in order
  bool built_in_names = true;           // whether they extend the built-in list or stand alone
  // Whether names that no list holds are found, too; if not said, a new index has them, and one
  // that is there goes on as it was built.
  std::optional<bool> discovery;
  unsigned jobs = 1;  // threads that analyse and write, at most: each needs its share of `memory`
  // Bytes that a build keeps below, about; fewer than kLeastMemory count as so many.
  std::uint64_t memory = std::uint64_t{1} << 30;
  bool xapian_writer = false;  // write through Xapian's API, slowly, instead of its files directly
  // File of lines "ID-OR-PATH,DATE" that correct dates, as `--dates` of newsdex-index(1); or none.
  std::string date_corrections;
  std::string format;  // of all sources; empty to tell it by the content
  // File (YAML or JSON) that says which fields of JSON and tables are the title, the date and so
  // on, as `--mapping` of newsdex-index(1); or none.
  std::string mapping;
  std::uint64_t max_file_bytes = std::uint64_t{64} << 20;  // of text, in one file or article
  bool file_dates = false;     // an article without any other date has that of its file
  bool xapian_tables = false;  // keep positions in Xapian's table, too, for its tools and servers
  bool timings = false;        // measure the time by stage
  // Of a build: how many shards to write, each an index in a folder of its own that Xapian's
  // servers can serve, with a list of them; 0 for one index.
  unsigned shards = 0;
  std::function<void(const Progress&)> progress;     // may be empty
  std::function<void(const ReadError&)> read_error;  // may be empty
  std::function<void(const ReadError&)> doubt;  // of what was read, but may be wrong; may be empty
  const std::atomic<bool>* stop = nullptr;      // set from outside to end with Error{interrupted}
};

/// Processor time that one stage took, summed over threads.
struct StageTime {
  std::string_view stage;
  double seconds = 0;
};

/// What such a run has done, counted in articles unless said otherwise.
struct BuildReport {
  std::uint64_t articles = 0;  // in the index afterwards
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t vanished = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t kept = 0;                 // not met again, but their files could not be read whole
  std::uint64_t copies = 0;               // other places of articles, in the index afterwards
  std::uint64_t unread = 0;               // read errors met
  std::uint64_t text_bytes = 0;           // of the articles that were indexed: titles and bodies
  std::vector<StageTime> timings;         // if asked for
  std::uint64_t tagged_otherwise = 0;     // of those that were analysed anew, with other tags now
  std::vector<std::string> put_back;      // files that a repair had a second copy of
  std::vector<std::string> moved_aside;   // where it took what had the places of such files to
  std::vector<std::string> written_anew;  // what a repair has made from the rest of the index
  std::string former_list;  // where a list of shards lies that a build has replaced; mostly empty
  // Of shards that a repair could not bring into order, why.
  std::vector<std::string> beyond_repair;
  bool retagged = false;  // all articles were analysed anew, as the names or the analyzer changed
};

/// Reads all sources into a new generation and publishes it; a present index, or all shards of one,
/// are replaced in one step. Throws Error for what ends the run; the index is then as it
/// was before.
BuildReport build_index(const BuildOptions& options);

/// Brings the index up to the state of the given sources: new and changed articles are indexed,
/// those that vanished from them are dropped, articles of other sources stay, and so do those of a
/// file of which something could not be read, for they may stand in it. Name lists, and the
/// file of dates unless another is given, are those of the build, read again; an article of which
/// the file now says something else is indexed anew. `discovery` is that of the build unless given.
/// Throws Error{no_index} when there is none.
BuildReport update_index(const BuildOptions& options);

/// Tags the articles of the index anew, from what it stores of them, if the name lists have changed
/// since: those of the build, read again, and `name_lists`, which join them for good. Sources are
/// not looked at. Throws Error{no_index} when there is none, Error{bad_index} when a file is
/// damaged.
BuildReport retag_index(const BuildOptions& options);

/// Writes all live articles of the index into one segment, with one column of all of them in memory
/// at a time, some hundred bytes an article at most. Throws Error{bad_index} naming a file that
/// does not have its checksum. Only `index`, `jobs` and `stop` of the options count.
BuildReport merge_index(const BuildOptions& options);

/// What is wrong with the files of an index, or of the shards of a folder of them, and whether
/// those are all of one build; empty when nothing is. Throws Error{no_index}, or Error{bad_index}
/// for one of another version.
std::vector<std::string> check_index(const std::string& index);

/// Puts back small files of the index from their second copies, and makes segments of which a file
/// is missing or damaged anew from the articles that they store;
/// `changed` of the report counts these articles, `unread` those that are lost, each reported; the
/// next update reads their files again. Of a shard its served copy is made anew, and no segment;
/// of a folder of shards all are repaired, and a build is completed that was killed while it
/// published them. One of them that cannot be repaired is reported, where an index is thrown for.
/// Only `index`, `jobs`, `memory`, `read_error` and `stop` of the options count.
BuildReport repair_index(const BuildOptions& options);

/// The size of the published generation.
struct IndexStatistics {
  std::string generation;
  std::uint64_t articles = 0;
  std::uint64_t tokens = 0;
  std::uint64_t segments = 0;
  std::uint64_t deleted = 0;           // articles still in segments but no longer counted
  std::uint64_t bytes = 0;             // on disk
  std::uint64_t other_places = 0;      // files and records that say the same as an article
  std::uint64_t near_copies = 0;       // articles that are near copies of an earlier one,
  std::uint64_t near_copy_groups = 0;  // which are so many
  std::vector<std::pair<std::string, std::uint64_t>> languages;  // by count
};
/// Throws Error{no_index} or Error{bad_index}.
IndexStatistics index_statistics(const std::string& index);

}  // namespace newsdex
