// Tokens to mentions, with the built-in name list; to names that no list holds; to dates.

#include <benchmark/benchmark.h>

#include <deque>

#include "micro/sample_articles.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/date_tagger.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::benchmarks {
namespace {

std::deque<TokenStream> analyzed_bodies() {
  Analyzer analyzer;
  std::deque<TokenStream> streams;
  for (const Article& article : sample_articles()) {
    analyzer.analyze(article.body, "en", streams.emplace_back());
  }
  return streams;
}

void recognize_names(benchmark::State& state) {
  const std::deque<TokenStream> streams = analyzed_bodies();
  const EntityRecognizer& recognizer = sample_recognizer();
  for (auto _ : state) {
    for (std::size_t i = 0; i < streams.size(); ++i) {
      const Recognition recognition =
          recognizer.recognize({{}, {}, sample_articles()[i].body, streams[i].tokens()});
      benchmark::DoNotOptimize(recognition.mentions.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(recognize_names)->Unit(benchmark::kMillisecond);

void discover_names(benchmark::State& state) {
  const std::deque<TokenStream> streams = analyzed_bodies();
  const NameTagger tagger(default_name_model());
  NameTaggerWorkspace workspace(tagger);
  for (auto _ : state) {
    for (std::size_t i = 0; i < streams.size(); ++i) {
      const auto names = workspace.tag({{}, {}, sample_articles()[i].body, streams[i].tokens()});
      benchmark::DoNotOptimize(names.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(discover_names)->Unit(benchmark::kMillisecond);

// The cost of a byte beside that of analyze_bodies in the same run tells how fast it is.
void tag_dates(benchmark::State& state) {
  const std::deque<TokenStream> streams = analyzed_bodies();
  const DateTagger tagger;
  const PartialDate published = parse_date("2018-05-01").value_or(PartialDate{});
  for (auto _ : state) {
    for (std::size_t i = 0; i < streams.size(); ++i) {
      const auto dates =
          tagger.tag({{}, {}, sample_articles()[i].body, streams[i].tokens()}, published, "en");
      benchmark::DoNotOptimize(dates.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(tag_dates)->Unit(benchmark::kMillisecond);

void compile_names(benchmark::State& state) {
  const Gazetteer& gazetteer = sample_gazetteer();
  for (auto _ : state) {
    const EntityRecognizer recognizer(gazetteer);
    benchmark::DoNotOptimize(&recognizer);
  }
}
BENCHMARK(compile_names)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
