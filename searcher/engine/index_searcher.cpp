#include "newsdex/index_searcher.hpp"

#include <algorithm>
#include <chrono>

#include "analysis/terms.hpp"
#include "engine/hit_loader.hpp"
#include "engine/planner.hpp"
#include "engine/search.hpp"

namespace newsdex {

namespace {

// Marks the values that the name list does not have.
void mark_discovered(Facet& facet, const NameTable& names, Analyzer& analyzer) {
  for (FacetCount& row : facet.values) {
    const auto keys = names.find(name_key(analyzer, row.value));
    row.discovered = std::none_of(keys.begin(), keys.end(), [&](const NameTable::Key& key) {
      return names.name(key.entity) == row.value;
    });
  }
}

}  // namespace

struct IndexSearcher::Parts {
  Parts(const std::string& index, const SearchThreads& how)
      : collection(index), threads(how), pool(how.workers) {}

  Collection collection;
  Analyzer analyzer;
  PassageSplitter passages;
  SearchThreads threads;
  WorkerPool pool;
};

IndexSearcher::IndexSearcher(const std::string& index, const SearchThreads& threads)
    : parts_(std::make_unique<Parts>(index, threads)) {}
IndexSearcher::~IndexSearcher() = default;

tl::expected<SearchResult, QueryError> IndexSearcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  Parts& p = *parts_;
  const auto plan = plan_search(request.query, p.collection, p.analyzer);
  if (!plan) return tl::unexpected(plan.error());
  Search search(request, *plan, p.collection);
  search.run(p.pool, p.threads);
  auto result = search.result();
  if (!result) return result;
  for (Facet& facet : result->facets) {
    if (spec(facet.field).kind == FieldKind::name && p.collection.has_discovered()) {
      mark_discovered(facet, p.collection.names(), p.analyzer);
    }
  }
  HitLoader loader(*plan, search.idfs(), p.collection, p.analyzer, p.passages);
  for (const RankedArticle& ranked : search.page())
    result->hits.push_back(loader.load(ranked, request.highlight));
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  result->took_ms = took.count();
  return result;
}

}  // namespace newsdex
