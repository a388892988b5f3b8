// merge: all live articles in one segment.
#include <numeric>

#include "indexing/publication.hpp"
#include "indexing/segment_merging.hpp"
#include "newsdex/index_builder.hpp"

namespace newsdex {
namespace {

bool is_merged(const Generation& generation) {
  return generation.segments.empty() ||
         (generation.segments.size() == 1 &&
          generation.segments[0].articles == generation.segments[0].live_articles);
}

}  // namespace

BuildReport merge_index(const BuildOptions& options) {
  { const GenerationHandle exists(options.index); }
  IndexLock index(options.index);
  const GenerationHandle handle(options.index);
  refuse_shard(handle);
  BuildReport report;
  report.articles = report.unchanged = handle.generation().articles();
  if (is_merged(handle.generation())) return report;
  Generation generation = handle.generation();
  std::map<std::string, Tombstones> tombstones;
  for (const GenerationSegment& segment : generation.segments)
    tombstones[segment.name] = handle.tombstones(segment);
  std::vector<std::size_t> all(generation.segments.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  merge_into_one(all, index, carried_on(options, generation), generation, tombstones);
  auto files = generation_files(handle);
  add_copy_files(files, known_places(handle), index.layout(), generation, tombstones, options);
  add_ordinals(files, index.layout(), generation);
  index.publish(std::move(generation), files, tombstones);
  return report;
}

}  // namespace newsdex
