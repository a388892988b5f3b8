// check and stats: the commands that look at an index as a whole.
#include <fmt/format.h>

#include <iostream>

#include "cli/indexer_commands.hpp"
#include "cli/read_error_list.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/damage.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"
#include "terminal/index_location.hpp"
#include "terminal/program.hpp"
#include "text/escape.hpp"

namespace newsdex {

namespace {

BuildReport repair(const std::string& index, const IndexerOptions& options) {
  BuildOptions build;
  build.index = index;
  build.jobs = options.jobs;
  BuildReport report = [&] {
    ReadErrorList lost;
    build.read_error = [&](const ReadError& error) { lost.add(error); };
    return repair_index(build);
  }();
  for (const std::string& path : report.put_back)
    std::cerr << escape_for_terminal(path) << ": put back from its second copy\n";
  for (const std::string& path : report.written_anew)
    std::cerr << escape_for_terminal(path) << ": written anew from the rest of the shard\n";
  for (const std::string& path : report.moved_aside)
    std::cerr << escape_for_terminal(path) << ": moved here, as it is no file of the index\n";
  std::cerr << fmt::format("{} articles indexed anew, {} lost\n", report.changed, report.unread);
  if (report.unread > 0)
    std::cerr
        << "newsdex-index update SOURCE... reads lost ones again where their files are left\n";
  for (const std::string& shard : report.beyond_repair) print_problem(kIndexer, shard);
  return report;
}

const char* hint_for(const std::string& index, bool repaired) {
  const bool in_shards = shard_list_at(index) || is_shard(index);
  if (in_shards) return repaired ? kShardBeyondRepairHint : kShardDamageHint;
  return repaired ? kBeyondRepairHint : kDamageHint;
}

}  // namespace

int run_check(const IndexerOptions& options) {
  const std::string index = index_location(options.index);
  const BuildReport repaired = options.repair ? repair(index, options) : BuildReport();
  const std::vector<std::string> problems = check_index(index);
  for (const std::string& problem : problems) std::cout << escape_for_terminal(problem) << '\n';
  if (!problems.empty() || !repaired.beyond_repair.empty()) {
    print_hint(kIndexer, hint_for(index, options.repair));
    return 2;
  }
  std::cout << escape_for_terminal(index) << ": every file is whole\n";
  return repaired.unread == 0 ? 0 : kSomeUnread;
}

int run_stats(const IndexerOptions& options) {
  const IndexStatistics statistics = index_statistics(index_location(options.index));
  std::string languages;
  for (const auto& [language, count] : statistics.languages) {
    languages +=
        fmt::format("{}{} {}", languages.empty() ? "" : ", ", escape_for_terminal(language), count);
  }
  std::cout << fmt::format(
      "generation  {}\narticles    {}\ntokens      {}\nsegments    {}\ndeleted     {}\nbytes       "
      "{}\n"
      "copies      {}\n"
      "near copies {}\n"
      "languages   {}\n",
      statistics.generation, statistics.articles, statistics.tokens, statistics.segments,
      statistics.deleted, statistics.bytes, statistics.other_places, statistics.near_copies,
      languages);
  return 0;
}

}  // namespace newsdex
