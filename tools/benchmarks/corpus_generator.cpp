// Writes a corpus of made-up news for benchmarks, as JSON Lines: as large as is asked for, and the
// same for a seed and a name list on every machine.
//
// Besides what newsdex reads, a record says which persons and platforms were put into it (`actor`,
// `platform`), for engines that do not recognise names themselves.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "generator/article_generator.hpp"
#include "newsdex/error.hpp"

namespace newsdex::benchmarks {
namespace {

struct Options {
  std::uint64_t articles = 0;
  std::uint64_t seed = 1;
  Shape shape = kNewsShape;
  std::string names;  // a name list; empty for the built-in one
};

NameListFile read_names(const std::string& path) {
  if (path.empty()) return default_name_list();
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::io, path + " cannot be read");
  return {path, std::string(std::istreambuf_iterator<char>(in), {})};
}

std::string json_line(const GeneratedArticle& generated) {
  const Article& article = generated.article;
  const nlohmann::ordered_json record = {{"id", article.id},
                                         {"title", article.title},
                                         {"date", article.date},
                                         {"source", article.source},
                                         {"language", article.language},
                                         {"actor", generated.actors},
                                         {"platform", generated.platforms},
                                         {"body", article.body}};
  return record.dump() + "\n";
}

void write_corpus(const Options& options, std::ostream& out) {
  const std::vector<NameListFile> lists = {read_names(options.names)};
  const World world(Gazetteer::parse(lists), options.seed);
  const ArticleGenerator generator(world, options.shape, options.seed);
  for (std::uint64_t number = 1; number <= options.articles && out; ++number) {
    out << json_line(generator.make(number));
  }
  out.flush();
  if (!out) throw Error(ErrorCode::io, "the corpus cannot be written");
}

int run(int argc, char** argv) {
  Options options;
  const std::map<std::string, Shape> shapes = {{"news", kNewsShape}, {"items", kItemShape}};
  std::string shape = "news";
  double median = 0;
  CLI::App app("Writes a corpus of made-up news to standard output, as JSON Lines");
  app.add_option("ARTICLES", options.articles, "how many articles")->required();
  app.add_option("--seed", options.seed, "names the corpus")->capture_default_str();
  app.add_option("--shape", shape, "news: around 2.5 KB; items: 200 to 300 bytes")
      ->check(CLI::IsMember(shapes))
      ->capture_default_str();
  app.add_option("--median-bytes", median, "median length of a body instead of the shape's")
      ->check(CLI::Range(50, 1'000'000));
  app.add_option("--names", options.names, "a name list instead of the built-in one");
  CLI11_PARSE(app, argc, argv);
  options.shape = shapes.at(shape);
  if (median > 0) {
    options.shape = {median, options.shape.sigma, median / 8, median * 14};
  }
  std::ios::sync_with_stdio(false);
  write_corpus(options, std::cout);
  return 0;
}

}  // namespace
}  // namespace newsdex::benchmarks

int main(int argc, char** argv) {
  try {
    return newsdex::benchmarks::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsdex-corpus: {}\n", error.what());
    return 2;
  }
}
