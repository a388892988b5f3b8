// Sets of articles: what conjunctions, totals and facets rest on. The argument is how many articles
// of a million are in a set.

#include <benchmark/benchmark.h>

#include "engine/article_set.hpp"
#include "generator/random.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::uint32_t kUniverse = 1'000'000;

ArticleSet random_set(std::int64_t members, std::uint64_t stream) {
  ArticleSet set(kUniverse);
  Random random(1, stream);
  for (std::int64_t i = 0; i < members; ++i) set.insert(random.below(kUniverse));
  return set;
}

void intersect_and_count(benchmark::State& state) {
  const ArticleSet left = random_set(state.range(0), 1);
  const ArticleSet right = random_set(state.range(0), 2);
  for (auto _ : state) {
    ArticleSet both = left;
    both &= right;
    benchmark::DoNotOptimize(both.count());
  }
}
BENCHMARK(intersect_and_count)->Arg(1000)->Arg(100'000);

void visit_members(benchmark::State& state) {
  const ArticleSet set = random_set(state.range(0), 1);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    set.for_each([&sum](std::uint32_t article) { sum += article; });
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(visit_members)->Arg(1000)->Arg(100'000);

}  // namespace
}  // namespace newsdex::benchmarks
