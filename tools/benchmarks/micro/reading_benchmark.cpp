// Reading of pages and tables, in bytes of the files a second.
#include <benchmark/benchmark.h>

#include <string>

#include "micro/sample_articles.hpp"
#include "reading/article_reader.hpp"

namespace newsdex::benchmarks {
namespace {

std::string paragraphs(const std::string& body) {
  std::string out = "<p>";
  for (const char byte : body) {
    if (byte == '\n') {
      out += "</p>\n<p>";
    } else {
      out += byte;
    }
  }
  return out + "</p>";
}

// With about as much around the text as news sites have.
std::string page_of(const Article& article) {
  std::string links;
  for (int i = 0; i < 200; ++i) {
    links += "<li class=\"menu-item\"><a href=\"https://example.org/section/" + std::to_string(i) +
             "\"><span>Another section</span></a></li>\n";
  }
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + article.title +
         "</title><script>" + std::string(20'000, 'x') + "</script></head><body><nav><ul>" + links +
         "</ul></nav><div class=\"content\"><article><h1>" + article.title + "</h1>" +
         paragraphs(article.body) + "</article></div><footer><ul>" + links +
         "</ul></footer></body></html>";
}

void read_all(benchmark::State& state, const std::vector<std::string>& files) {
  std::size_t bytes = 0;
  std::size_t articles = 0;
  const ArticleHandlers handlers = {[&](Article&& article) {
                                      benchmark::DoNotOptimize(article);
                                      ++articles;
                                    },
                                    [](const ReadError&) {}};
  for (auto _ : state) {
    for (const std::string& file : files) {
      read_text(file, "/sample", {}, handlers);
      bytes += file.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["articles"] =
      benchmark::Counter(static_cast<double>(articles), benchmark::Counter::kIsRate);
}

void read_pages(benchmark::State& state) {
  std::vector<std::string> files;
  for (const Article& article : sample_articles()) files.push_back(page_of(article));
  read_all(state, files);
}
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"') out += '"';
    out += byte;
  }
  return out + "\"";
}

void read_table(benchmark::State& state) {
  std::string table = "title,date,body\n";
  for (const Article& article : sample_articles()) {
    table += quoted(article.title) + "," + article.date + "," + quoted(article.body) + "\n";
  }
  read_all(state, {table});
}
BENCHMARK(read_table)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsdex::benchmarks
