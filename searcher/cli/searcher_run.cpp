#include "cli/searcher_run.hpp"

#include <fmt/format.h>

#include <iostream>
#include <string>

#include "cli/search_request.hpp"
#include "newsdex/error.hpp"
#include "printing/result_printer.hpp"
#include "terminal/index_location.hpp"
#include "terminal/program.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

constexpr const char* kProgram = "newsdex-search";
constexpr int kNothingFound = 1;
constexpr int kBadQuery = 2;

void complain(const QueryError& error, std::uint64_t line = 0) {
  const std::string where = line == 0 ? "" : fmt::format("line {}: ", line);
  const std::string column = error.column == 0 ? "" : fmt::format(" (column {})", error.column);
  print_problem(kProgram, where + error.message + column, error.hint);
}

int search_once(const SearcherOptions& options) {
  const auto request = make_request(options);
  if (!request) {
    complain(request.error());
    return kBadQuery;
  }
  if (options.explain_query) {
    std::cout << escape_for_terminal(to_string(request->query)) << '\n';
    return 0;
  }
  IndexSearcher searcher(index_location(options.index));
  const auto result = searcher.search(*request);
  if (!result) {
    complain(result.error());
    return kBadQuery;
  }
  if (options.format == OutputFormat::json) {
    print_json(std::cout, *result);
  } else {
    print_text(std::cout, *result, {use_color(options.color), terminal_width()});
  }
  return result->total > 0 ? 0 : kNothingFound;
}

// A batch goes on after a bad line; its exit status tells the worst that happened.
class Batch {
 public:
  explicit Batch(const SearcherOptions& defaults)
      : defaults_(defaults), searcher_(index_location(defaults.index)) {
    defaults_.format = OutputFormat::json;
  }

  int run(std::istream& in) {
    std::string line;
    for (std::uint64_t number = 1; std::getline(in, line); ++number) {
      answer(line, number);
      std::cout.flush();  // for a program that waits for the answer before it asks on
    }
    if (any_bad_) return kBadQuery;
    return any_found_ ? 0 : kNothingFound;
  }

 private:
  void answer(const std::string& line, std::uint64_t number) {
    const ParsedSearcherOptions parsed = parse_batch_line(line, defaults_);
    if (parsed.exit_status) return refuse(line, number, {"its options cannot be read", "", 0});
    const auto request = make_request(parsed.options);
    if (!request) return refuse(line, number, request.error());
    const auto result = searcher_.search(*request);
    if (!result) return refuse(line, number, result.error());
    any_found_ = any_found_ || result->total > 0;
    print_json(std::cout, *result);
  }

  // An object stands on the line's place, so that answers keep the order of queries.
  void refuse(const std::string& line, std::uint64_t number, const QueryError& error) {
    any_bad_ = true;
    complain(error, number);
    print_json_error(std::cout, line, number, error);
  }

  SearcherOptions defaults_;
  IndexSearcher searcher_;
  bool any_bad_ = false;
  bool any_found_ = false;
};

}  // namespace

int run_searcher(const SearcherOptions& options) {
  if (options.batch) return Batch(options).run(std::cin);
  return search_once(options);
}

}  // namespace newsdex
