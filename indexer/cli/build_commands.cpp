// build, update, retag and merge: the commands that write an index.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/indexer_commands.hpp"
#include "cli/progress_line.hpp"
#include "cli/read_error_list.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/name_uses.hpp"
#include "newsdex/gazetteer.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/shard_exchange.hpp"
#include "terminal/index_location.hpp"
#include "terminal/program.hpp"

namespace newsdex {
namespace {

// Set by the signal handler, which can reach nothing else.
std::atomic<bool> stop_asked = false;

// Without SA_RESTART, so that waits end at once.
void stop_on_signals() {
  struct sigaction stopping = {};
  stopping.sa_handler = [](int) { stop_asked = true; };
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction present = {};
    ::sigaction(signal, nullptr, &present);
    if (present.sa_handler == SIG_IGN) continue;  // as nohup and shells in the background ask for
    ::sigaction(signal, &stopping, nullptr);
  }
}

// "1 article", "2 articles".
std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// Runs a command that writes, with progress and read errors on standard error.
template <typename Action>
BuildReport write_index(const IndexerOptions& options, Action&& action) {
  stop_on_signals();
  ReadErrorList unread;
  ProgressLine progress;  // goes first, so that its line is cleared
  BuildOptions build;
  build.sources = options.sources;
  build.index = index_location(options.index);
  build.name_lists = options.name_lists;
  build.discovery = options.discovery;
  build.jobs = options.jobs;
  build.memory = options.memory;
  if (build.memory < kLeastMemory) {
    print_problem(kIndexer, fmt::format("--memory {} is too little; it goes on with {} bytes",
                                        build.memory, kLeastMemory));
  }
  build.date_corrections = options.date_corrections;
  build.file_dates = options.file_dates;
  build.format = options.format;
  build.mapping = options.mapping;
  build.max_file_bytes = options.max_file_bytes;
  build.xapian_writer = options.writer == "api";
  build.xapian_tables = options.xapian_tables;
  build.timings = options.timings;
  build.shards = options.shards;
  build.stop = &stop_asked;
  build.progress = [&](const Progress& p) { progress.show(p); };
  build.read_error = [&](const ReadError& error) {
    progress.clear();
    unread.add(error);
  };
  // These are counted by whoever finds them.
  build.doubt = [&](const ReadError& doubt) {
    progress.clear();
    print_read_error(kIndexer, doubt);
  };
  return action(build);
}

int finish(const BuildReport& report, const std::string& summary,
           std::chrono::steady_clock::time_point started) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  std::cerr << fmt::format("{} in {:.2f} s\n", summary, took.count());
  if (report.unread == 0) return 0;
  std::cerr << counted(report.unread, "problem") << " met while reading, listed above\n";
  return kSomeUnread;
}

// Says which forms of the user's lists several entries claim: who is called so is found no more.
// All shards have the same lists.
void warn_of_clashes(const IndexerOptions& options) {
  constexpr std::size_t kMostShown = 5;
  const std::string index = index_location(options.index);
  const GenerationHandle handle(options.shards == 0 ? index : shard_folder(index, 0));
  const std::vector<NameListFile> lists = stored_name_lists(handle);
  if (lists.size() < 2) return;
  const std::vector<NameClash> clashes = name_clashes(Gazetteer::parse(lists));
  if (clashes.empty()) return;
  std::string shown;
  for (std::size_t i = 0; i < std::min(clashes.size(), kMostShown); ++i) {
    shown += fmt::format("{}`{}` ({})", i == 0 ? "" : ", ", clashes[i].form,
                         fmt::join(clashes[i].names, ", "));
  }
  print_problem(kIndexer,
                fmt::format("{} of the name lists, claimed by several entries, so that nobody is "
                            "found by it: {}{}",
                            counted(clashes.size(), "form"), shown,
                            clashes.size() > kMostShown ? ", ..." : ""),
                "newsdex-index names check lists them; give each form to one entry");
}

// ", 3 more places say the same"
std::string copies_text(const BuildReport& report) {
  if (report.copies == 0) return {};
  return fmt::format(", found in {} as well", counted(report.copies, "other place"));
}

// ", 3 kept of files that could not be read whole"
std::string kept_text(const BuildReport& report) {
  if (report.kept == 0) return {};
  return fmt::format(", {} kept of files that could not be read whole", report.kept);
}

void print_timings(const BuildReport& report, std::chrono::steady_clock::time_point started) {
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - started;
  nlohmann::ordered_json stages = nlohmann::ordered_json::object();
  for (const StageTime& time : report.timings) stages[std::string(time.stage)] = time.seconds;
  const nlohmann::ordered_json line = {{"timings", stages},
                                       {"text_bytes", report.text_bytes},
                                       {"articles", report.articles},
                                       {"wall_seconds", wall.count()}};
  std::cerr << line.dump() << '\n';
}

}  // namespace

int run_build(const IndexerOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const BuildReport report = write_index(options, build_index);
  const std::string shards =
      options.shards == 0 ? "" : fmt::format(" in {}", counted(options.shards, "shard"));
  const std::string summary = fmt::format("{} indexed{}{}", counted(report.articles, "article"),
                                          shards, copies_text(report));
  const int status = finish(report, summary, started);
  if (!report.former_list.empty()) {
    print_problem(kIndexer, fmt::format("the list of shards had been edited; it lies at {} now",
                                        report.former_list));
  }
  if (!options.name_lists.empty()) warn_of_clashes(options);
  if (options.timings) print_timings(report, started);
  return status;
}

int run_update(const IndexerOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const BuildReport report = write_index(options, update_index);
  const std::string summary = fmt::format(
      "{} new, {} changed, {} vanished, {} unchanged{}; {} in the index{}", report.added,
      report.changed, report.vanished, report.unchanged, kept_text(report),
      counted(report.articles, "article"),
      report.retagged ? ", all tagged anew as the names or the tagging have changed" : "");
  const int status = finish(report, summary, started);
  if (report.retagged) warn_of_clashes(options);
  return status;
}

int run_retag(const IndexerOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const BuildReport report = write_index(options, retag_index);
  const std::string summary =
      report.retagged ? fmt::format("{} tagged anew, {} with other tags than before",
                                    counted(report.articles, "article"), report.tagged_otherwise)
                      : "nothing to do: names and tagging are those of the index";
  const int status = finish(report, summary, started);
  if (report.retagged) warn_of_clashes(options);
  return status;
}

int run_merge(const IndexerOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const BuildReport report = write_index(options, merge_index);
  return finish(report, counted(report.articles, "article") + " in one segment", started);
}

}  // namespace newsdex
