// What searches that belong to one request are made with.
#pragma once

#include "engine/collection.hpp"
#include "engine/worker_pool.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/index_searcher.hpp"
#include "query/deadline.hpp"

namespace newsdex {

/// All must outlive who holds it.
struct SearchTools {
  Collection& collection;
  Analyzer& analyzer;
  WorkerPool& pool;
  const SearchThreads& threads;
  const Deadline& deadline;
};

}  // namespace newsdex
