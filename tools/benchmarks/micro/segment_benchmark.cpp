// Documents to a segment on disk.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "indexing/document_builder.hpp"
#include "micro/sample_articles.hpp"
#include "storage/segment.hpp"

namespace newsdex::benchmarks {
namespace {

std::vector<IndexDocument> sample_documents() {
  DocumentBuilder builder(sample_gazetteer(), sample_recognizer());
  std::vector<IndexDocument> documents;
  for (const Article& article : sample_articles()) documents.push_back(builder.build(article));
  return documents;
}

void write_segment(benchmark::State& state) {
  const std::vector<IndexDocument> documents = sample_documents();
  std::string folder = (std::filesystem::temp_directory_path() / "newsdex-micro-XXXXXX").native();
  if (::mkdtemp(folder.data()) == nullptr) return state.SkipWithError("no temporary folder");
  for (auto _ : state) {
    std::filesystem::create_directory(folder + "/segment");
    SegmentWriter writer(folder + "/segment", "segment");
    for (const IndexDocument& document : documents) writer.add(document);
    benchmark::DoNotOptimize(writer.finish().tokens);
    state.PauseTiming();
    std::filesystem::remove_all(folder + "/segment");
    state.ResumeTiming();
  }
  std::filesystem::remove_all(folder);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(write_segment)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
