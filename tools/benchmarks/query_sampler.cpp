// Looks through a corpus in JSON Lines once: prints its size and checksum as JSON, and writes
// queries drawn from it, a JSON object a line.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "query_draw.hpp"
#include "sampled_corpus.hpp"

namespace newsdex::benchmarks {
namespace {

// Enough that a word of the rare band is in some articles of the sample.
constexpr std::size_t kSampleSize = 20'000;

nlohmann::ordered_json to_json(const NeutralQuery& query) {
  return {{"class", query.kind},  {"must", query.must},         {"should", query.should},
          {"actor", query.actor}, {"platform", query.platform}, {"since", query.since},
          {"until", query.until}};
}

int run(int argc, char** argv) {
  std::string path;
  std::string queries;
  std::size_t count = 100;
  std::uint64_t seed = 1;
  CLI::App app("Sizes up a corpus and draws queries from it");
  app.add_option("CORPUS", path, "JSON Lines")->required();
  app.add_option("--queries", queries, "file to write queries to");
  app.add_option("--count", count, "queries of each class")->capture_default_str();
  app.add_option("--seed", seed, "names the draw")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " cannot be read");
  const SampledCorpus corpus = read_corpus(in, kSampleSize);
  const nlohmann::ordered_json summary = {{"articles", corpus.articles},
                                          {"bytes", corpus.bytes},
                                          {"text_bytes", corpus.text_bytes},
                                          {"checksum", corpus.checksum}};
  std::cout << summary.dump() << '\n';
  if (queries.empty()) return 0;
  std::ofstream out(queries);
  for (const NeutralQuery& query : QueryDraw(corpus, seed).draw(count)) {
    out << to_json(query).dump() << '\n';
  }
  if (!out.flush()) throw std::runtime_error(queries + " cannot be written");
  return 0;
}

}  // namespace
}  // namespace newsdex::benchmarks

int main(int argc, char** argv) {
  try {
    return newsdex::benchmarks::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsdex-query-sampler: {}\n", error.what());
    return 2;
  }
}
