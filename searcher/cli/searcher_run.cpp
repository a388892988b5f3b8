#include "cli/searcher_run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <string>

#include "cli/answer_style.hpp"
#include "cli/answers.hpp"
#include "cli/browser.hpp"
#include "cli/query_commands.hpp"
#include "cli/saved_queries.hpp"
#include "cli/search_request.hpp"
#include "cli/shard_warnings.hpp"
#include "newsdex/error.hpp"
#include "terminal/index_location.hpp"
#include "terminal/pager.hpp"
#include "terminal/program.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string typed_text(const SearcherOptions& options) {
  return fmt::format("{}", fmt::join(options.words, " "));
}

// Where in the typed text the error is; with the line where there are several.
std::string place_of(const QueryError& error, std::string_view text) {
  if (error.column == 0) return "";
  const LineAndColumn place = locate(text, error.column);
  if (text.find('\n') == std::string_view::npos) return fmt::format(" (column {})", place.column);
  return fmt::format(" (line {}, column {})", place.line, place.column);
}

// `line` of a batch.
void complain(const QueryError& error, std::string_view text, std::uint64_t line = 0) {
  const std::string where = line == 0 ? "" : fmt::format("line {}: ", line);
  print_problem(kProgram, where + error.message + place_of(error, text), error.hint);
}

// Nobody can tell that there is nothing while a part was not looked at.
int status_of(bool any_found, bool any_missing) {
  if (any_found) return 0;
  return any_missing ? kNothingFoundInPart : kNothingFound;
}

void tell(const std::vector<std::string>& notes) {
  for (const std::string& note : notes) print_problem(kProgram, note);
}

// Who uses the file of saved queries is told what is wrong with it.
bool tell_of_saved_queries(std::string_view text) {
  const bool used = ascii_lower(text).find("query:") != std::string::npos;
  if (used) tell(SavedQueryFile().faults());
  return used;
}

bool wants_pager(const SearcherOptions& options) {
  return options.format == OutputFormat::text && !is_plain_list(options.part) && !options.no_pager;
}

int print_found(const SearcherOptions& options, const SearchRequest& request,
                const AnswerStyle& style) {
  IndexSearcher searcher(index_location(options.index), {}, shard_options(options));
  auto result = searcher.search(request);
  if (!result) {
    complain(result.error(), typed_text(options));
    name_absent(searcher.absent_shards());
    return kWrongUse;
  }
  warn_of_absent({result->missing, result->passed_over});
  tell(result->notes);
  const int status = status_of(result->total > 0, !result->missing.empty());
  const Pager pager(wants_pager(options) ? pager_command() : "");
  print_answer(std::cout, std::move(*result), style);
  return status;
}

int search_once(const SearcherOptions& options) {
  tell_of_saved_queries(typed_text(options));
  const auto request = make_request(options, SavedQueryFile().read());
  const auto style = answer_style(options);
  if (!request || !style) {
    complain(request ? style.error() : request.error(), typed_text(options));
    return kWrongUse;
  }
  if (!options.save_query.empty()) return save_query(options, *request);
  if (options.explain_query) {
    const auto status = explain_query(options, *request);
    if (!status) complain(status.error(), typed_text(options));
    return status ? *status : kWrongUse;
  }
  return print_found(options, *request, *style);
}

// A batch goes on after a bad line; its exit status tells the worst that happened.
class Batch {
 public:
  explicit Batch(const SearcherOptions& defaults)
      : defaults_(defaults),
        searcher_(index_location(defaults.index), {}, shard_options(defaults)) {
    defaults_.format = OutputFormat::json;
    defaults_.part = OutputPart::all;
  }

  int run(std::istream& in) {
    std::string line;
    for (std::uint64_t number = 1; std::getline(in, line); ++number) {
      answer(line, number);
      std::cout.flush();  // for a program that waits for the answer before it asks on
    }
    if (any_bad_) return kWrongUse;
    return status_of(any_found_, any_missing_);
  }

 private:
  void answer(const std::string& line, std::uint64_t number) {
    const auto options = parse_batch_line(line, defaults_);
    if (!options) return refuse(line, number, options.error());
    told_of_saved_ = told_of_saved_ || tell_of_saved_queries(line);
    const auto request = make_request(*options, saved_);
    if (!request) return refuse(line, number, request.error());
    const auto result = searcher_.search(*request);
    if (!result) return refuse(line, number, result.error());
    any_found_ = any_found_ || result->total > 0;
    any_missing_ = any_missing_ || !result->missing.empty();
    const std::size_t complaints = result->missing.size() + result->passed_over.size();
    if (complaints != complaints_) warn_of_absent({result->missing, result->passed_over});
    complaints_ = complaints;
    print_json(std::cout, *result);
  }

  // An object stands on the line's place, so that answers keep the order of queries.
  void refuse(const std::string& line, std::uint64_t number, const QueryError& error) {
    any_bad_ = true;
    complain(error, line, number);
    print_json_error(std::cout, line, number, error);
  }

  SearcherOptions defaults_;
  SavedQueries saved_ = SavedQueryFile().read();
  IndexSearcher searcher_;
  std::size_t complaints_ = 0;  // about shards, when the last query was answered
  bool told_of_saved_ = false;
  bool any_bad_ = false;
  bool any_found_ = false;
  bool any_missing_ = false;  // shards, of any answer
};

}  // namespace

int run_searcher(const SearcherOptions& options) {
  if (options.list_queries) return list_queries();
  if (!options.delete_query.empty()) return delete_query(options);
  if (options.browse) return browse(options);
  if (options.batch) return Batch(options).run(std::cin);
  return search_once(options);
}

}  // namespace newsdex
