#include "indexing/segment_pipeline.hpp"

#include <algorithm>

namespace newsdex {
namespace {

// Large enough that a segment's fixed costs vanish, small enough that memory stays in bounds.
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kBatchArticles = 5000;

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.body.size();
}

BuiltSegment build_segment(const std::string& path, const std::string& name,
                           std::vector<IncomingArticle>& articles, DocumentBuilder& builder,
                           const std::atomic<bool>& abandoned) {
  BuiltSegment built;
  SegmentWriter writer(path, name);
  for (IncomingArticle& incoming : articles) {
    if (abandoned) return built;
    IndexDocument document = builder.build(std::move(incoming.article));
    document.content = incoming.content;
    document.stamp = incoming.stamp;
    for (const FacetValues& facet : document.facets) {
      if (facet.field != Field::language) continue;
      for (const std::string& language : facet.values) ++built.languages[language];
    }
    writer.add(document);
  }
  built.info = writer.finish();
  return built;
}

}  // namespace

SegmentPipeline::SegmentPipeline(IndexLock& index, const Gazetteer& gazetteer,
                                 const EntityRecognizer& recognizer, unsigned jobs)
    : index_(index), gazetteer_(gazetteer), recognizer_(recognizer) {
  for (unsigned i = 0; i < std::max(jobs, 1U); ++i) workers_.emplace_back([this] { work(); });
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
  filling_.bytes += text_bytes(incoming.article);
  filling_.articles.push_back(std::move(incoming));
  if (filling_.bytes >= kBatchBytes || filling_.articles.size() >= kBatchArticles) hand_over();
}

void SegmentPipeline::hand_over() {
  filling_.number = batches_++;
  filling_.segment_name = index_.new_segment_name();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.size() < workers_.size(); });
  if (failure_) std::rethrow_exception(failure_);
  built_.resize(batches_);
  waiting_.push_back(std::move(filling_));
  filling_ = {};
  lock.unlock();
  changed_.notify_all();
}

std::vector<BuiltSegment> SegmentPipeline::finish() {
  if (!filling_.articles.empty()) hand_over();
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

void SegmentPipeline::work() {
  try {
    DocumentBuilder builder(gazetteer_, recognizer_);
    for (Batch batch; take(batch);) {
      keep(batch, build_segment(index_.layout().segment(batch.segment_name), batch.segment_name,
                                batch.articles, builder, abandoned_));
    }
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

}  // namespace newsdex
