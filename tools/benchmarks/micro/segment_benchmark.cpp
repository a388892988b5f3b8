// Documents to a segment on disk.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "indexing/document_builder.hpp"
#include "micro/sample_articles.hpp"
#include "storage/segment_writer.hpp"

namespace newsdex::benchmarks {
namespace {

// Documents with their terms numbered for one segment.
std::vector<IndexDocument> sample_documents(TermTable& terms) {
  const std::vector<NameListFile> lists = {default_name_list()};
  const Taggers taggers(lists, false);
  DocumentBuilder builder(taggers);
  builder.begin_segment(terms);
  std::vector<IndexDocument> documents;
  for (const Article& article : sample_articles()) documents.push_back(builder.build(article));
  return documents;
}

void write_segment(benchmark::State& state) {
  std::string folder = (std::filesystem::temp_directory_path() / "newsdex-micro-XXXXXX").native();
  if (::mkdtemp(folder.data()) == nullptr) return state.SkipWithError("no temporary folder");
  for (auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove_all(folder + "/segment");
    SegmentWriter writer(folder + "/segment", "segment", {});
    const std::vector<IndexDocument> documents = sample_documents(writer.terms());
    state.ResumeTiming();
    for (const IndexDocument& document : documents) writer.add(document);
    benchmark::DoNotOptimize(writer.finish().tokens);
  }
  std::filesystem::remove_all(folder);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(write_segment)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
