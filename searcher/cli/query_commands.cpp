#include "cli/query_commands.hpp"

#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "cli/answers.hpp"
#include "cli/saved_queries.hpp"
#include "cli/search_request.hpp"
#include "cli/shard_warnings.hpp"
#include "newsdex/error.hpp"
#include "query/facet_filters.hpp"
#include "query/query_notes.hpp"
#include "terminal/index_location.hpp"
#include "terminal/program.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

void print_line(std::string_view text) {
  std::cout << escape_for_terminal(text) << '\n';
}

// A query is read in the same way whether there is an index or not.
std::unique_ptr<IndexSearcher> open_if_there(const SearcherOptions& options) {
  try {
    return std::make_unique<IndexSearcher>(index_location(options.index), SearchThreads(),
                                           shard_options(options));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::no_index && error.code() != ErrorCode::usage) throw;
    return nullptr;
  }
}

// What could not be read again would be lost with the query that it replaces: above all a query
// that contains itself, be it through others.
void refuse_unreadable(const std::string& name, const SavedQueries& queries) {
  if (!may_be_query_name(name)) return;  // refused with a better reason
  const auto read = parse_query(fmt::format("query:{}", name), local_today(), queries);
  if (read) return;
  throw Error(ErrorCode::usage,
              fmt::format("a query cannot be saved as `{}`: {}", name, read.error().message),
              read.error().hint);
}

}  // namespace

tl::expected<int, QueryError> explain_query(const SearcherOptions& options,
                                            const SearchRequest& request) {
  print_line(to_string(with_alternatives_joined(request.query)));
  for (const std::string& note : notes_on(request.query)) print_problem(kProgram, note);
  const std::unique_ptr<IndexSearcher> searcher = open_if_there(options);
  if (!searcher) {
    print_problem(kProgram, "there is no index to count articles in");
    return 0;
  }
  const auto leaves = searcher->explain(request.query, request.timeout);
  if (!leaves) return tl::unexpected(leaves.error());
  const auto added = request.expand ? searcher->added_words(request.query, request.timeout)
                                    : std::vector<AddedWord>();
  if (!added) return tl::unexpected(added.error());
  warn_of_absent(searcher->absent_shards());
  for (const ExplainedLeaf& leaf : *leaves) {
    const std::string meaning = leaf.meaning.empty() ? "" : fmt::format("  ({})", leaf.meaning);
    print_line(fmt::format("{:>8}  {}{}{}", leaf.articles, leaf.negated ? "not " : "", leaf.text,
                           meaning));
  }
  for (const AddedWord& word : *added) {
    print_line(fmt::format("{:>8}  added: stem {}  (weight {:.3f})", word.articles, word.stem,
                           word.weight));
  }
  return 0;
}

int save_query(const SearcherOptions& options, const SearchRequest& request) {
  if (std::holds_alternative<AllQuery>(request.query.node)) {
    throw Error(ErrorCode::usage, "there is no query to save",
                "write it, as in newsdex-search 'ban telegram' --save-query bans");
  }
  const SavedQueryFile file;
  SavedQueries queries = file.read();
  queries[options.save_query] = request.query_text;
  refuse_unreadable(options.save_query, queries);
  file.save(options.save_query, request.query_text);
  return 0;
}

int list_queries() {
  const SavedQueryFile file;
  const SavedQueries queries = file.read();
  for (const std::string& fault : file.faults()) print_problem(kProgram, fault);
  for (const auto& [name, query] : queries) {
    print_line(fmt::format("{} = {}", name, query));
    const auto read = parse_query(fmt::format("query:{}", name), local_today(), queries);
    if (!read) print_problem(kProgram, read.error().message, read.error().hint);
  }
  return queries.empty() ? kNothingFound : 0;
}

int delete_query(const SearcherOptions& options) {
  if (SavedQueryFile().remove(options.delete_query)) return 0;
  print_problem(kProgram, fmt::format("no saved query is called `{}`", options.delete_query),
                "--list-queries lists them");
  return kWrongUse;
}

}  // namespace newsdex
