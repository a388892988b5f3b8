#include "engine/column_checks.hpp"

#include <vector>

#include "engine/hit_loader.hpp"

namespace newsdex {

namespace {

// In fewer articles checksums are compared sooner than a thread is started.
constexpr std::uint64_t kManyArticles = 100'000;

}  // namespace

// Filters by date, which read little, are left to themselves.
void ColumnChecks::add(const SliceRequest& request, SortOrder sort) {
  std::vector<Column> columns;
  const auto read = [&](std::initializer_list<Column> more) {
    columns.insert(columns.end(), more);
  };
  for (const Field field : request.facets) read({SegmentColumns::facet_column(field)});
  if (request.ranked) read({Column::lengths, Column::order_keys});
  if (request.by_days) read({Column::first_days, Column::last_days});
  if (request.ranked && sort != SortOrder::relevance) read({Column::first_days, Column::minutes});
  for (const Column column : columns) {
    for (const LiveSegment& segment : collection_.segments()) add(segment, column);
  }
}

void ColumnChecks::add(std::span<const RankedArticle> hits) {
  for (const RankedArticle& hit : hits) {
    for (const Field field : kHitFields)
      add(collection_.segments()[hit.segment], SegmentColumns::facet_column(field));
  }
}

void ColumnChecks::add(const LiveSegment& segment, Column column) {
  const SegmentColumns& columns = segment.segment.columns;
  if (!columns.is_checked(column)) checks_.emplace(&columns, column);
}

bool ColumnChecks::run(WorkerPool& pool, const SearchThreads& threads) const {
  const bool pays = threads.parallel_from == 0 || collection_.articles() >= kManyArticles;
  if (checks_.empty() || !pays) return false;
  const std::vector<std::pair<const SegmentColumns*, Column>> tasks(checks_.begin(), checks_.end());
  pool.run(tasks.size(), [&](unsigned, std::size_t i) { tasks[i].first->check(tasks[i].second); });
  return true;
}

}  // namespace newsdex
