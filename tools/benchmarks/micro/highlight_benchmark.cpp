// Stored articles to snippets, for two words of each article.

#include <benchmark/benchmark.h>

#include "highlight/highlighter.hpp"
#include "micro/sample_articles.hpp"

namespace newsdex::benchmarks {
namespace {

WordsPlan word_plan(const Token& token, std::size_t leaf) {
  WordsPlan plan;
  plan.sequences = {{{std::string(token.form), {std::string(token.stem)}}}};
  plan.leaf = leaf;
  return plan;
}

// The plan of a search for the tokens a third and two thirds into the article.
SearchPlan plan_for(const Article& article, Analyzer& analyzer) {
  TokenStream stream;
  analyzer.analyze(article.body, "en", stream);
  const std::span<const Token> tokens = stream.tokens();
  SearchPlan plan;
  for (std::size_t leaf = 0; leaf < 2; ++leaf) {
    plan.scored.push_back(word_plan(tokens[tokens.size() * (leaf + 1) / 3], leaf));
  }
  return plan;
}

void highlight_articles(benchmark::State& state) {
  Analyzer analyzer;
  PassageSplitter passages;
  std::vector<SearchPlan> plans;
  std::vector<StoredArticle> stored;
  for (const Article& article : sample_articles()) {
    plans.push_back(plan_for(article, analyzer));
    stored.push_back({article, {}, {}, {}});
  }
  const std::vector<double> idfs = {2.0, 3.0};
  for (auto _ : state) {
    for (std::size_t i = 0; i < stored.size(); ++i) {
      Highlighter highlighter(plans[i], idfs, analyzer, passages, {});
      benchmark::DoNotOptimize(highlighter.highlight(stored[i]).snippets.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(highlight_articles)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
