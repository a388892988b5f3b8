// Articles to segments, on several threads.
//
// The reader hands articles over one by one; they wait in chunks, and each worker takes chunks into
// a segment of its own until that is full, as Lucene's writers do. Chunks of a build are small: so
// all workers are busy from the first one to the last, however unlike their speeds, and few
// articles wait in memory. Those of a shard or an update are a segment each. Which segment has an
// article is left to chance where there are several workers; no answer depends on it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexing/open_segment.hpp"
#include "newsdex/index_builder.hpp"

namespace newsdex {

/// The shard, of so many, in which the article with this id belongs.
unsigned shard_of(std::string_view id, unsigned shards);

struct PipelineOptions {
  unsigned jobs = 1;
  std::size_t segment_bytes = 0;   // of articles in memory, at which a segment is full
  std::size_t segment_memory = 0;  // of what a segment in the making takes, at which it is, too
  std::size_t chunk_bytes = 0;     // of those that are handed over together
  SegmentOptions segment;
  bool timings = false;
  bool discovery = false;                   // whether names that no list holds are found, too
  const std::atomic<bool>* stop = nullptr;  // as BuildOptions has it
  unsigned shards = 1;                      // no segment has articles of two of them
};

SegmentOptions segment_options(const BuildOptions& options);

/// Options of a build: as few segments as memory allows. Among shards each has its own, the larger
/// the more bytes are read, about `source_bytes`, or 0 if that is not known.
PipelineOptions plan_build(const BuildOptions& options, std::uint64_t source_bytes);
/// Options of an update: segments of a size at which little work is shared, too.
PipelineOptions plan_update(const BuildOptions& options);

class SegmentPipeline {
 public:
  /// Everything given but the options must outlive the pipeline.
  SegmentPipeline(IndexLock& index, const Taggers& taggers, const PipelineOptions& options);
  /// Stops the workers; segments that are not finished are left to IndexLock::remove_garbage.
  ~SegmentPipeline();
  SegmentPipeline(const SegmentPipeline&) = delete;
  SegmentPipeline& operator=(const SegmentPipeline&) = delete;

  /// Blocks while the workers are behind; starts one where all have work and there may be more.
  /// Throws what a worker threw, or Error{io} where not even one can be started.
  void add(IncomingArticle incoming);

  /// Waits for the workers and returns the segments in the order of their first articles. Throws
  /// what a worker threw.
  std::vector<BuiltSegment> finish();

  /// Of the workers; zeros unless asked for. To be called after finish().
  [[nodiscard]] const StageTimes& times() const { return times_; }

 private:
  struct Chunk {
    std::size_t number = 0;
    unsigned shard = 0;
    std::vector<IncomingArticle> articles;
    std::size_t bytes = 0;
  };
  class Worker;

  void work();
  bool take(Chunk& chunk);
  std::string new_segment_name();
  void stop_if_asked() const;
  void keep(std::size_t first_chunk, BuiltSegment segment);
  void add_times(const StageTimes& times);
  void fail_by_present_exception();
  void hand_over(Chunk& filling);
  void start_worker();
  void close();

  IndexLock& index_;
  const Taggers& taggers_;
  PipelineOptions options_;
  std::vector<Chunk> filling_;  // by shard
  std::size_t chunks_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> waiting_;
  std::map<std::size_t, BuiltSegment> built_;  // by the number of its first chunk
  StageTimes times_ = {};
  std::exception_ptr failure_;
  unsigned idle_ = 0;  // workers that wait for a chunk
  bool closed_ = false;
  std::atomic<bool> abandoned_ = false;  // no segment is wanted any more
  std::vector<std::thread> workers_;
};

}  // namespace newsdex
