// Sets of a window's articles: what conjunctions, totals and facets rest on. The argument is how
// many of the window's are in a set.

#include <benchmark/benchmark.h>

#include "engine/window.hpp"
#include "generator/random.hpp"

namespace newsdex::benchmarks {
namespace {

WindowSet random_set(std::int64_t members, std::uint64_t stream) {
  WindowSet set;
  Random random(1, stream);
  while (set.count() < members) set.insert(random.below(kWindowArticles));
  return set;
}

void intersect_and_count(benchmark::State& state) {
  const WindowSet left = random_set(state.range(0), 1);
  const WindowSet right = random_set(state.range(0), 2);
  for (auto _ : state) {
    WindowSet both = left;
    both &= right;
    benchmark::DoNotOptimize(both.count());
  }
  state.SetItemsProcessed(state.iterations() * kWindowArticles);
}
BENCHMARK(intersect_and_count)->Arg(40)->Arg(400);

void visit_members(benchmark::State& state) {
  const WindowSet set = random_set(state.range(0), 1);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    set.for_each([&sum](std::uint32_t offset) { sum += offset; });
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(visit_members)->Arg(40)->Arg(400);

}  // namespace
}  // namespace newsdex::benchmarks
