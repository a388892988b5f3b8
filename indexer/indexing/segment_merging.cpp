#include "indexing/segment_merging.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include "indexing/segment_pipeline.hpp"
#include "indexing/segment_problems.hpp"
#include "newsdex/error.hpp"
#include "storage/segment_merger.hpp"

namespace newsdex {

void stop_if_asked(const BuildOptions& options) {
  if (options.stop != nullptr && options.stop->load()) {
    throw Error(ErrorCode::interrupted, "interrupted", "the index is as it was before");
  }
}

namespace {

// A merge would give what it copies new checksums: damage would look whole from then on. Segments
// of this run have none yet.
void refuse_damaged(const IndexLayout& layout, const GenerationSegment& segment,
                    const BuildOptions& options) {
  for (const auto& sum : segment.checksums) {
    stop_if_asked(options);
    const auto problems = checksum_problems(layout.segment(segment.name), {sum});
    if (problems.empty()) continue;
    throw Error(ErrorCode::bad_index, problems.front(),
                "make it anew from what is stored: newsdex-index check --repair");
  }
}

}  // namespace

// Written directly whatever writer is asked for: Xapian's own would hold all of it in memory.
void merge_into_one(std::span<const std::size_t> chosen, IndexLock& index,
                    const BuildOptions& options, Generation& generation,
                    std::map<std::string, Tombstones>& tombstones) {
  if (chosen.empty()) return;
  std::deque<Segment> segments;
  std::vector<MergeSource> sources;
  for (const std::size_t place : chosen) {
    const std::string& name = generation.segments[place].name;
    refuse_damaged(index.layout(), generation.segments[place], options);
    const Segment& segment = segments.emplace_back(index.layout().segment(name));
    sources.push_back({&segment, &tombstones[name]});
  }
  const std::string name = index.new_segment_name();
  const SegmentInfo merged =
      merge_segments(sources, index.layout().segment(name), name,
                     {WriterKind::direct, options.xapian_tables}, [&] { stop_if_asked(options); });
  for (const std::size_t place : chosen) {
    tombstones.erase(generation.segments[place].name);
    generation.segments[place].live_articles = 0;
  }
  std::erase_if(generation.segments,
                [](const auto& segment) { return segment.live_articles == 0; });
  generation.segments.push_back({merged.name, merged.articles, merged.articles, merged.tokens, {}});
}

}  // namespace newsdex
