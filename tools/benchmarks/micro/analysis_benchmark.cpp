// Text to tokens.

#include <benchmark/benchmark.h>

#include "micro/sample_articles.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex::benchmarks {
namespace {

// One analyzer for all, as in a build: its stem cache is warm.
void analyze_bodies(benchmark::State& state) {
  const std::vector<Article>& articles = sample_articles();
  Analyzer analyzer;
  TokenStream tokens;
  for (auto _ : state) {
    for (const Article& article : articles) {
      analyzer.analyze(article.body, "en", tokens);
      benchmark::DoNotOptimize(tokens.tokens().data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(analyze_bodies)->Unit(benchmark::kMillisecond);

void detect_languages(benchmark::State& state) {
  const std::vector<Article>& articles = sample_articles();
  for (auto _ : state) {
    for (const Article& article : articles) {
      benchmark::DoNotOptimize(detect_language(article.body));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(detect_languages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
