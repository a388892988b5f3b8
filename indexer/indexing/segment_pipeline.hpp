// Articles to segments, on several threads.
//
// The reader hands articles over one by one; batches of a fixed size become segments, each made
// whole by one worker. Batches do not depend on the number of workers, so neither do the segments.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "indexing/document_builder.hpp"
#include "storage/generation.hpp"

namespace newsdex {

/// An article ready to be indexed.
struct IncomingArticle {
  Article article;
  ContentHash content = {};  // as its source gave it: tagging fills in what was not given
  FileStamp stamp;
};

/// A segment and the languages of its articles.
struct BuiltSegment {
  SegmentInfo info;
  std::map<std::string, std::uint64_t> languages;
};

class SegmentPipeline {
 public:
  /// Everything given must outlive the pipeline. Starts `jobs` threads.
  SegmentPipeline(IndexLock& index, const Gazetteer& gazetteer, const EntityRecognizer& recognizer,
                  unsigned jobs);
  /// Stops the workers; segments that are not finished are left to IndexLock::remove_garbage.
  ~SegmentPipeline();
  SegmentPipeline(const SegmentPipeline&) = delete;
  SegmentPipeline& operator=(const SegmentPipeline&) = delete;

  /// Blocks while the workers are behind. Throws what a worker threw.
  void add(IncomingArticle incoming);

  /// Waits for the workers and returns the segments in the order of their articles. Throws what a
  /// worker threw.
  std::vector<BuiltSegment> finish();

 private:
  struct Batch {
    std::size_t number = 0;
    std::string segment_name;
    std::vector<IncomingArticle> articles;
    std::size_t bytes = 0;
  };

  void work();
  bool take(Batch& batch);
  void keep(const Batch& batch, BuiltSegment segment);
  void hand_over();
  void close();

  IndexLock& index_;
  const Gazetteer& gazetteer_;
  const EntityRecognizer& recognizer_;
  Batch filling_;
  std::size_t batches_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::vector<BuiltSegment> built_;  // by number of the batch
  std::exception_ptr failure_;
  bool closed_ = false;
  std::atomic<bool> abandoned_ = false;  // no segment is wanted any more
  std::vector<std::thread> workers_;
};

}  // namespace newsdex
