#include "newsdex/index_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"
#include "indexing/shard_publication.hpp"
#include "indexing/source_scan.hpp"
#include "indexing/value_merging.hpp"
#include "newsdex/error.hpp"
#include "reading/article_reader.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"

namespace newsdex {

namespace {

std::vector<StageTime> named_times(const StageTimes& reader, const StageTimes& workers) {
  std::vector<StageTime> named;
  for (std::size_t i = 0; i < kStageNames.size(); ++i)
    named.push_back({kStageNames[i], reader[i] + workers[i]});
  return named;
}

// Sources of which nothing could be read are a mistake, or lie on a disk that is not there; and a
// program that should have written articles and wrote none has failed.
void refuse_to_empty(const BuildOptions& options, std::uint64_t errors) {
  const bool waited = std::find(options.sources.begin(), options.sources.end(),
                                kStandardInputPath) != options.sources.end();
  if (errors == 0 && !waited) return;
  if (!has_index(options.index) && !shard_list_at(options.index)) return;
  throw Error(ErrorCode::usage,
              fmt::format("no article could be read; {} stays as it was", options.index),
              fmt::format("{}; an empty folder as SOURCE makes an empty index",
                          errors > 0 ? "mend what is listed above" : "standard input was empty"));
}

}  // namespace

BuildReport build_index(const BuildOptions& options) {
  refuse_other_kind(options);
  IdRegistry ids(nullptr);
  const CorrectionFile dates = read_corrections(options.date_corrections);
  DateCorrections corrections(dates);
  CopyRegistry copies;
  SourceScan scan(options, ids, copies, corrections, nullptr);
  const std::vector<NameListFile> lists =
      read_name_lists(options.name_lists, options.built_in_names);
  IndexLock index(options.index);
  refuse_other_kind(options);  // by now another run may have come first
  if (options.shards > 0) complete_former_build(index);
  std::deque<IndexLock> shards = lock_shards(index, options.shards);
  Workshop workshop(index, lists, plan_build(options, scan.bytes()));
  BuildReport report;
  StageTimes times = {};
  StageClock clock(options.timings ? &times : nullptr);
  scan.run([](const SourceFile&) { return false; },
           [&](IncomingArticle article) {
             ++report.added;
             report.text_bytes += article.article.title.size() + article.article.body.size();
             copies.take(article);
             workshop.pipeline.add(std::move(article));
           });
  if (report.added == 0) refuse_to_empty(options, scan.errors());
  clock.charge(Stage::read);
  Generation generation = new_generation(workshop.taggers);
  generation.xapian_tables = options.xapian_tables;
  generation.file_dates = options.file_dates;
  std::vector<BuiltSegment> segments = workshop.pipeline.finish();
  add_segments(generation, segments);
  report_doubts(options, doubts_of(segments));
  report_doubts(options, corrections.doubts());
  report.articles = generation.articles();
  report.unread = scan.errors();
  if (options.timings) report.timings = named_times(times, workshop.pipeline.times());
  auto files = name_files(workshop.taggers.gazetteer, lists);
  files[std::string(kTroubledFile)] = encode_paths(scan.troubled_files());
  files[std::string(kDatesFile)] = encode_corrections(dates);
  report.copies = copies.places().size();
  files[std::string(kMergesFile)] =
      merges_of(index.layout(), generation, {}, workshop.taggers.gazetteer);
  if (options.shards > 0) {
    if (has_own_shard_list(options.index)) report.former_list = former_shard_list(options.index);
    publish_shards(index, shards, generation, segments, files, copies.places(), options);
    return report;
  }
  add_copy_files(files, copies.places(), index.layout(), generation, {}, options);
  add_ordinals(files, index.layout(), generation);
  index.publish(std::move(generation), files, {});
  return report;
}

}  // namespace newsdex
