// Articles to segments, on several threads.
//
// The reader hands articles over one by one; batches of a given size become segments, each made
// whole by one worker. A batch's articles are let go as they are worked on, so that a batch and the
// segment in the making together bound the memory of a worker.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexing/content_identity.hpp"
#include "indexing/document_builder.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/generation.hpp"
#include "storage/segment_writer.hpp"

namespace newsdex {

/// An article ready to be indexed.
struct IncomingArticle {
  Article article;
  ContentIdentity identity;  // as its source gave it: tagging fills in what was not given
  FileStamp stamp;
  std::optional<std::uint64_t> stored_before = {};  // the hash of what an index stored of it
};

/// A segment and the languages of its articles.
struct BuiltSegment {
  SegmentInfo info;
  std::map<std::string, std::uint64_t> languages;
  std::vector<ReadError> doubts;       // articles whose dates contradict one another
  std::uint64_t tagged_otherwise = 0;  // articles of which something else is stored than before
  unsigned shard = 0;                  // of all its articles
};

/// The shard, of so many, in which the article with this id belongs.
unsigned shard_of(std::string_view id, unsigned shards);

struct PipelineOptions {
  unsigned jobs = 1;
  std::size_t batch_bytes = 0;  // of articles in memory
  SegmentOptions segment;
  bool timings = false;
  bool discovery = false;                   // whether names that no list holds are found, too
  const std::atomic<bool>* stop = nullptr;  // as BuildOptions has it
  unsigned shards = 1;                      // no segment has articles of two of them
};

/// What tells whether an index stores the same of an article as another: its bytes hashed.
std::uint64_t stored_hash(std::string_view encoded);

SegmentOptions segment_options(const BuildOptions& options);

/// Options of a build that reads about `source_bytes`, or of which that is not known (0): as few
/// segments as memory allows, but a share of the work for every thread.
PipelineOptions plan_build(const BuildOptions& options, std::uint64_t source_bytes);
/// Options of an update: segments of a size at which little work is shared, too.
PipelineOptions plan_update(const BuildOptions& options);

class SegmentPipeline {
 public:
  /// Everything given but the options must outlive the pipeline. Starts its threads.
  SegmentPipeline(IndexLock& index, const Taggers& taggers, const PipelineOptions& options);
  /// Stops the workers; segments that are not finished are left to IndexLock::remove_garbage.
  ~SegmentPipeline();
  SegmentPipeline(const SegmentPipeline&) = delete;
  SegmentPipeline& operator=(const SegmentPipeline&) = delete;

  /// Blocks while the workers are behind. Throws what a worker threw.
  void add(IncomingArticle incoming);

  /// Waits for the workers and returns the segments in the order of their articles. Throws what a
  /// worker threw.
  std::vector<BuiltSegment> finish();

  /// Of the workers; zeros unless asked for. To be called after finish().
  [[nodiscard]] const StageTimes& times() const { return times_; }

 private:
  struct Batch {
    std::size_t number = 0;
    unsigned shard = 0;
    std::string segment_name;
    std::vector<IncomingArticle> articles;
    std::size_t bytes = 0;
  };

  void work();
  bool take(Batch& batch);
  void stop_if_asked() const;
  BuiltSegment build_segment(Batch& batch, DocumentBuilder& builder, StageTimes* times) const;
  void keep(const Batch& batch, BuiltSegment segment);
  void add_times(const StageTimes& times);
  void hand_over(Batch& filling);
  void close();

  IndexLock& index_;
  const Taggers& taggers_;
  PipelineOptions options_;
  std::vector<Batch> filling_;  // by shard
  std::size_t batches_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::vector<BuiltSegment> built_;  // by number of the batch
  StageTimes times_ = {};
  std::exception_ptr failure_;
  bool closed_ = false;
  std::atomic<bool> abandoned_ = false;  // no segment is wanted any more
  std::vector<std::thread> workers_;
};

}  // namespace newsdex
