// Times searches in one warm process: newsdex's side of the protocol that every engine of the
// benchmark keeps to (tools/benchmarks/driver/search_protocol.py).
//
// usage: newsdex-query-timer INDEX QUERIES REPEAT PARTS
// QUERIES has a line a query, its text first, further columns after tabs; PARTS are letters: f for
// exact counts of two facets, s for snippets of the hits. Prints a line a query: total, tab,
// microseconds of each repetition separated by commas.

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <string>

#include "newsdex/error.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::uint32_t kFacetValues = 10;
constexpr std::uint32_t kHits = 10;

SearchRequest request_for(const std::string& text, std::string_view parts) {
  auto query = parse_query(text);
  if (!query) throw Error(ErrorCode::query, fmt::format("{}: {}", text, query.error().message));
  SearchRequest request;
  request.query = std::move(*query);
  request.query_text = text;
  request.limit = kHits;
  request.highlight = parts.find('s') != std::string_view::npos;
  if (parts.find('f') != std::string_view::npos) {
    request.facets = {{Field::actor, kFacetValues}, {Field::platform, kFacetValues}};
  }
  return request;
}

// A filter that names nobody of the index is no error here: it finds nothing.
std::uint64_t search_once(IndexSearcher& searcher, const std::string& text,
                          std::string_view parts) {
  const auto result = searcher.search(request_for(text, parts));
  return result ? result->total : 0;
}

void time_query(IndexSearcher& searcher, const std::string& text, std::string_view parts,
                int repeat) {
  using Clock = std::chrono::steady_clock;
  std::uint64_t total = search_once(searcher, text, parts);
  std::string times;
  for (int i = 0; i < repeat; ++i) {
    const auto start = Clock::now();
    total = search_once(searcher, text, parts);
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    times += fmt::format("{}{:.1f}", i == 0 ? "" : ",", took.count());
  }
  fmt::print("{}\t{}\n", total, times);
}

int run(const std::string& index, const std::string& queries, int repeat, std::string_view parts) {
  IndexSearcher searcher(index);
  std::ifstream in(queries);
  if (!in) throw Error(ErrorCode::io, queries + " cannot be read");
  for (std::string line; std::getline(in, line);) {
    time_query(searcher, line.substr(0, line.find('\t')), parts, repeat);
  }
  return 0;
}

}  // namespace
}  // namespace newsdex::benchmarks

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "usage: newsdex-query-timer INDEX QUERIES REPEAT [PARTS]\n");
    return 2;
  }
  try {
    return newsdex::benchmarks::run(argv[1], argv[2], std::atoi(argv[3]), argc > 4 ? argv[4] : "");
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsdex-query-timer: {}\n", error.what());
    return 2;
  }
}
