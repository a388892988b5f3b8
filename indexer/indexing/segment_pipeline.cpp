#include "indexing/segment_pipeline.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <system_error>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

// Beyond this a segment's fixed costs have long vanished.
constexpr std::size_t kMaxSegmentBytes = std::size_t{96} << 20;
constexpr std::size_t kMinSegmentBytes = std::size_t{1} << 20;
constexpr std::size_t kUpdateSegmentBytes = std::size_t{8} << 20;

// A fraction of a second of work: workers end that much apart at most.
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

// Xapian's own writer keeps a tree of every term of every article in memory.
constexpr std::size_t kXapianSegmentBytes = std::size_t{8} << 20;

// Bytes of memory that a segment takes when it is written, to a byte of its articles; more than
// most text needs. One whose words hardly repeat needs more, and is full when it has its share of
// memory.
constexpr std::size_t kMemoryFactor = 5;

// What the sources of a name list, the program and the system take of the memory.
constexpr std::size_t kBaseMemory = std::size_t{72} << 20;

// What a worker takes beside its segment: words it remembers, buffers, what malloc keeps for it.
constexpr std::size_t kWorkerMemory = std::size_t{36} << 20;

// What an article takes in memory: more than its text, when that is short.
std::size_t bytes_of(const Article& article) {
  std::size_t bytes = sizeof(IncomingArticle);
  for (const std::string* text :
       {&article.id, &article.title, &article.body, &article.date, &article.source, &article.url,
        &article.author, &article.language, &article.path}) {
    bytes += text->size();
  }
  return bytes;
}

std::uint64_t memory_of_workers(const BuildOptions& options) {
  return std::max(options.memory, kLeastMemory) - kBaseMemory;
}

// As many workers as asked for, but no more than there is memory for.
unsigned workers(const BuildOptions& options) {
  constexpr std::size_t kLeast = kWorkerMemory + kMemoryFactor * kMinSegmentBytes;
  const std::uint64_t most = memory_of_workers(options) / kLeast;
  return static_cast<unsigned>(std::clamp<std::uint64_t>(options.jobs, 1, most));
}

// Articles of several shards gather until those of one are enough for a segment; else the few that
// wait are nothing beside the segments.
std::size_t largest_segment(const BuildOptions& options) {
  const std::uint64_t jobs = workers(options);
  const std::uint64_t memory = memory_of_workers(options) - jobs * kWorkerMemory;
  const std::uint64_t waiting = options.shards > 1 ? 1 + options.shards : 0;
  const std::uint64_t share = memory / (kMemoryFactor * jobs + waiting);
  const std::size_t most = options.xapian_writer ? kXapianSegmentBytes : kMaxSegmentBytes;
  return std::clamp<std::size_t>(share, kMinSegmentBytes, most);
}

PipelineOptions plan(const BuildOptions& options, std::size_t segment_bytes,
                     std::size_t chunk_bytes) {
  PipelineOptions planned;
  planned.jobs = workers(options);
  planned.segment_bytes = segment_bytes;
  planned.segment_memory = kMemoryFactor * segment_bytes;
  planned.chunk_bytes = chunk_bytes;
  planned.segment = segment_options(options);
  planned.timings = options.timings;
  planned.discovery = options.discovery.value_or(true);
  planned.stop = options.stop;
  planned.shards = std::max(options.shards, 1U);
  return planned;
}

}  // namespace

unsigned shard_of(std::string_view id, unsigned shards) {
  return static_cast<unsigned>(XXH3_64bits(id.data(), id.size()) % shards);
}

SegmentOptions segment_options(const BuildOptions& options) {
  return {options.xapian_writer ? WriterKind::api : WriterKind::direct, options.xapian_tables};
}

PipelineOptions plan_build(const BuildOptions& options, std::uint64_t source_bytes) {
  const std::size_t largest = largest_segment(options);
  if (options.shards <= 1) return plan(options, largest, std::min(kChunkBytes, largest));
  if (source_bytes == 0) return plan(options, largest, largest);
  const std::uint64_t jobs = workers(options);
  const std::uint64_t rounds = source_bytes / (jobs * largest) + 1;
  const std::uint64_t parts = std::max<std::uint64_t>(jobs * rounds, options.shards);
  const auto segment = std::clamp<std::size_t>(source_bytes / parts + 1, kMinSegmentBytes, largest);
  return plan(options, segment, segment);
}

PipelineOptions plan_update(const BuildOptions& options) {
  const std::size_t segment = std::min(kUpdateSegmentBytes, largest_segment(options));
  return plan(options, segment, segment);
}

SegmentPipeline::SegmentPipeline(IndexLock& index, const Taggers& taggers,
                                 const PipelineOptions& options)
    : index_(index), taggers_(taggers), options_(options), filling_(options.shards) {}

SegmentPipeline::~SegmentPipeline() {
  abandoned_ = true;
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
  }
  close();
}

void SegmentPipeline::add(IncomingArticle incoming) {
  const unsigned shard = shard_of(incoming.article.id, options_.shards);
  Chunk& filling = filling_[shard];
  filling.shard = shard;
  filling.bytes += bytes_of(incoming.article);
  filling.articles.push_back(std::move(incoming));
  if (filling.bytes >= options_.chunk_bytes) hand_over(filling);
}

void SegmentPipeline::hand_over(Chunk& filling) {
  filling.number = chunks_++;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.empty(); });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(filling));
  filling = {};
  if (idle_ == 0 && workers_.size() < options_.jobs) start_worker();
  lock.unlock();
  changed_.notify_all();
}

// Where the system allows no more threads, those that there are do the work.
void SegmentPipeline::start_worker() {
  try {
    workers_.emplace_back([this] { work(); });
  } catch (const std::system_error& failure) {
    options_.jobs = static_cast<unsigned>(workers_.size());
    if (!workers_.empty()) return;
    throw Error(ErrorCode::io, fmt::format("cannot start a thread: {}", failure.what()),
                "let it have more memory, or more threads");
  }
}

std::vector<BuiltSegment> SegmentPipeline::finish() {
  for (Chunk& filling : filling_) {
    if (!filling.articles.empty()) hand_over(filling);
  }
  close();
  if (failure_) std::rethrow_exception(failure_);
  std::vector<BuiltSegment> built;
  for (auto& [first_chunk, segment] : built_) built.push_back(std::move(segment));
  return built;
}

void SegmentPipeline::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& worker : workers_) {
    if (worker.joinable()) worker.join();
  }
}

bool SegmentPipeline::take(Chunk& chunk) {
  std::unique_lock lock(mutex_);
  ++idle_;
  changed_.wait(lock, [&] { return closed_ || failure_ || !waiting_.empty(); });
  --idle_;
  if (failure_ || waiting_.empty()) return false;
  chunk = std::move(waiting_.front());
  waiting_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return true;
}

std::string SegmentPipeline::new_segment_name() {
  const std::lock_guard lock(mutex_);
  return index_.new_segment_name();
}

void SegmentPipeline::keep(std::size_t first_chunk, BuiltSegment segment) {
  const std::lock_guard lock(mutex_);
  built_[first_chunk] = std::move(segment);
}

void SegmentPipeline::add_times(const StageTimes& times) {
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < times.size(); ++i) times_[i] += times[i];
}

// So that writing what was read does not keep up an end that was asked for.
void SegmentPipeline::stop_if_asked() const {
  if (options_.stop == nullptr || !options_.stop->load()) return;
  throw Error(ErrorCode::interrupted, "interrupted", "the index is as it was before");
}

// What one thread has at hand: a builder of documents and the segment that takes them.
class SegmentPipeline::Worker {
 public:
  Worker(SegmentPipeline& pipeline, StageTimes* times)
      : pipeline_(pipeline), times_(times), builder_(pipeline.taggers_, times) {}

  void add(Chunk chunk) {
    if (segment_ && shard_ != chunk.shard) finish();
    if (!segment_) open(chunk);
    for (IncomingArticle& incoming : chunk.articles) {
      if (pipeline_.abandoned_) return;
      pipeline_.stop_if_asked();
      segment_->add(std::move(incoming));
    }
    bytes_ += chunk.bytes;
    chunk.articles = {};
    if (is_full()) finish();
  }

  void finish() {
    if (!segment_ || pipeline_.abandoned_) return;
    BuiltSegment built = segment_->finish([this] { pipeline_.stop_if_asked(); });
    built.shard = shard_;
    pipeline_.keep(first_chunk_, std::move(built));
    segment_.reset();
  }

 private:
  void open(const Chunk& chunk) {
    segment_.emplace(pipeline_.index_.layout(), pipeline_.new_segment_name(),
                     pipeline_.options_.segment, builder_, times_);
    first_chunk_ = chunk.number;
    shard_ = chunk.shard;
    bytes_ = 0;
  }

  [[nodiscard]] bool is_full() const {
    const PipelineOptions& options = pipeline_.options_;
    return bytes_ >= options.segment_bytes || segment_->memory() >= options.segment_memory;
  }

  SegmentPipeline& pipeline_;
  StageTimes* times_;
  DocumentBuilder builder_;
  std::optional<OpenSegment> segment_;
  std::size_t first_chunk_ = 0;
  unsigned shard_ = 0;
  std::size_t bytes_ = 0;
};

void SegmentPipeline::work() {
  StageTimes times = {};
  try {
    Worker worker(*this, options_.timings ? &times : nullptr);
    for (Chunk chunk; take(chunk);) worker.add(std::move(chunk));
    worker.finish();
  } catch (...) {
    fail_by_present_exception();
  }
  add_times(times);
}

void SegmentPipeline::fail_by_present_exception() {
  {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  abandoned_ = true;
  changed_.notify_all();
}

}  // namespace newsdex
