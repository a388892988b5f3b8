#include "indexing/segment_pipeline.hpp"

#include <xxhash.h>

#include <algorithm>

#include "dates/publication_dates.hpp"
#include "newsdex/error.hpp"

namespace newsdex {
namespace {

// Beyond this a segment's fixed costs have long vanished.
constexpr std::size_t kMaxBatchBytes = std::size_t{96} << 20;
constexpr std::size_t kMinBatchBytes = std::size_t{1} << 20;
constexpr std::size_t kUpdateBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxBatchArticles = 100'000;

// Xapian's own writer keeps a tree of every term of every article in memory.
constexpr std::size_t kXapianBatchBytes = std::size_t{8} << 20;

// Bytes of memory to a byte of a batch, with the batch itself, while a worker makes a segment of
// it; as many articles wait to be worked on and are being read.
constexpr std::size_t kMemoryFactor = 6;

// What the sources of a name list, the program and the system take of the memory.
constexpr std::size_t kBaseMemory = std::size_t{64} << 20;

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

std::size_t largest_batch(const BuildOptions& options) {
  const std::uint64_t memory = std::max(options.memory, kLeastMemory);
  const std::uint64_t filling = std::max(options.shards, 1U);
  const std::uint64_t share = (memory - kBaseMemory) / (kMemoryFactor * options.jobs + 1 + filling);
  const std::size_t most = options.xapian_writer ? kXapianBatchBytes : kMaxBatchBytes;
  return std::clamp<std::size_t>(share, kMinBatchBytes, most);
}

PipelineOptions plan(const BuildOptions& options, std::size_t batch_bytes) {
  return {
      std::max(options.jobs, 1U),       batch_bytes,  segment_options(options),    options.timings,
      options.discovery.value_or(true), options.stop, std::max(options.shards, 1U)};
}

}  // namespace

std::uint64_t stored_hash(std::string_view encoded) {
  return XXH3_64bits(encoded.data(), encoded.size());
}

unsigned shard_of(std::string_view id, unsigned shards) {
  return static_cast<unsigned>(XXH3_64bits(id.data(), id.size()) % shards);
}

SegmentOptions segment_options(const BuildOptions& options) {
  return {options.xapian_writer ? WriterKind::api : WriterKind::direct, options.xapian_tables};
}

PipelineOptions plan_build(const BuildOptions& options, std::uint64_t source_bytes) {
  const std::size_t largest = largest_batch(options);
  if (source_bytes == 0) return plan(options, largest);
  const std::uint64_t rounds = source_bytes / (options.jobs * largest) + 1;
  const std::uint64_t parts = std::max<std::uint64_t>(options.jobs * rounds, options.shards);
  const std::uint64_t share = source_bytes / parts + 1;
  return plan(options, std::clamp<std::size_t>(share, kMinBatchBytes, largest));
}

PipelineOptions plan_update(const BuildOptions& options) {
  return plan(options, std::min(kUpdateBatchBytes, largest_batch(options)));
}

SegmentPipeline::SegmentPipeline(IndexLock& index, const Taggers& taggers,
                                 const PipelineOptions& options)
    : index_(index), taggers_(taggers), options_(options), filling_(options.shards) {
  for (unsigned i = 0; i < options_.jobs; ++i) workers_.emplace_back([this] { work(); });
}

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
  Batch& filling = filling_[shard];
  filling.shard = shard;
  filling.bytes += bytes_of(incoming.article);
  filling.articles.push_back(std::move(incoming));
  if (filling.bytes >= options_.batch_bytes || filling.articles.size() >= kMaxBatchArticles)
    hand_over(filling);
}

void SegmentPipeline::hand_over(Batch& filling) {
  filling.number = batches_++;
  filling.segment_name = index_.new_segment_name();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.empty(); });
  if (failure_) std::rethrow_exception(failure_);
  built_.resize(batches_);
  waiting_.push_back(std::move(filling));
  filling = {};
  lock.unlock();
  changed_.notify_all();
}

std::vector<BuiltSegment> SegmentPipeline::finish() {
  for (Batch& filling : filling_) {
    if (!filling.articles.empty()) hand_over(filling);
  }
  close();
  if (failure_) std::rethrow_exception(failure_);
  return std::move(built_);
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

bool SegmentPipeline::take(Batch& batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || failure_ || !waiting_.empty(); });
  if (failure_ || waiting_.empty()) return false;
  batch = std::move(waiting_.front());
  waiting_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return true;
}

void SegmentPipeline::keep(const Batch& batch, BuiltSegment segment) {
  const std::lock_guard lock(mutex_);
  built_[batch.number] = std::move(segment);
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

BuiltSegment SegmentPipeline::build_segment(Batch& batch, DocumentBuilder& builder,
                                            StageTimes* times) const {
  BuiltSegment built;
  built.shard = batch.shard;
  StageClock clock(times);
  SegmentWriter writer(index_.layout().segment(batch.segment_name), batch.segment_name,
                       options_.segment);
  builder.begin_segment(writer.terms(), options_.segment.xapian_tables);
  clock.charge(Stage::write);
  for (IncomingArticle& incoming : batch.articles) {
    if (abandoned_) return built;
    stop_if_asked();
    ReadError doubt = doubt_about(incoming.article, {});
    IndexDocument document = builder.build(std::move(incoming.article));
    clock.skip();
    document.content = incoming.identity.content;
    document.spelling = incoming.identity.spelling;
    document.stamp = incoming.stamp;
    const bool has_changed =
        incoming.stored_before && *incoming.stored_before != stored_hash(document.stored);
    if (has_changed) ++built.tagged_otherwise;
    for (const FacetValues& facet : document.facets) {
      if (facet.field != Field::language) continue;
      for (const std::string& language : facet.values) ++built.languages[language];
    }
    if (!document.date_doubt.empty()) {
      doubt.reason = document.date_doubt;
      built.doubts.push_back(std::move(doubt));
    }
    writer.add(document);
    clock.charge(Stage::collect);
  }
  batch.articles = {};
  built.info = writer.finish([this] { stop_if_asked(); });
  clock.charge(Stage::write);
  return built;
}

void SegmentPipeline::work() {
  StageTimes times = {};
  StageTimes* const kept = options_.timings ? &times : nullptr;
  try {
    DocumentBuilder builder(taggers_, kept);
    for (Batch batch; take(batch);) keep(batch, build_segment(batch, builder, kept));
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
  add_times(times);
}

}  // namespace newsdex
