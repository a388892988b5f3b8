#include "cli/search_manual.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/answers.hpp"
#include "cli/searcher_options.hpp"
#include "printing/hit_fields.hpp"
#include "query/query_syntax.hpp"
#include "terminal/index_location.hpp"
#include "terminal/manual_page.hpp"

namespace newsdex {
namespace {

std::vector<ManualRow> field_rows() {
  std::vector<ManualRow> rows;
  for (const FieldSpec& field : kFields) {
    rows.push_back({fmt::format("{}:", field.name),
                    fmt::format("{}{}", field.help, field.facet ? "; a facet" : "")});
  }
  return rows;
}

std::vector<ManualRow> syntax_rows() {
  std::vector<ManualRow> rows;
  for (const QuerySyntax& row : kQuerySyntax) {
    rows.push_back({std::string(row.form), std::string(row.meaning)});
  }
  return rows;
}

std::vector<ManualRow> hit_field_rows() {
  std::vector<ManualRow> rows;
  for (const HitField& field : hit_fields()) {
    rows.push_back({std::string(field.name), std::string(field.help)});
  }
  return rows;
}

const std::vector<ManualRow> kEnvironment = {
    {"NEWSDEX_DB", "the folder of the index"},
    {"NEWSDEX_PAGER, PAGER", "what long text is paged with; empty or cat for nothing"},
    {"LESS", "options of less; FRX where it is not set"},
    {"NO_COLOR, CLICOLOR_FORCE", "never, or always, colour"},
    {"FORCE_HYPERLINK", "link (1) or do not (0), whatever the terminal seems to be"},
    {"COLUMNS", "columns of the terminal"},
    {"XDG_CACHE_HOME", "what was fetched of shards is in newsdex/shards there, or in ~/.cache"},
    {"XDG_CONFIG_HOME", "saved queries are in newsdex/queries there, or in ~/.config"},
};

std::vector<ManualRow> exit_rows() {
  std::vector<ManualRow> rows;
  for (const auto& [status, meaning] : kExitStatus) {
    rows.push_back({std::string(status), std::string(meaning)});
  }
  return rows;
}

}  // namespace

std::string search_manual() {
  CLI::App app;
  SearcherOptions options;
  define_searcher(app, options);
  return manual_page(app, {{"query", "newsdex-query(7) has all of the language.", syntax_rows()},
                           {"fields of hits", "For --fields:", hit_field_rows()},
                           {"the index", kIndexPlace, {}},
                           {"environment", "", kEnvironment},
                           {"exit status", "", exit_rows()},
                           {"see also", "newsdex-index(1), newsdex-query(7)", {}}});
}

std::string query_manual() {
  const std::string limits = fmt::format(
      "A query has at most {} words and values, {} levels of parentheses, and {} words in a "
      "phrase; a pattern stands for at most {} words of the index.",
      kMaxQueryLeaves, kMaxQueryDepth, kMaxPhraseWords, kMaxExpansions);
  return manual_page(
      "newsdex-query", "7", "the query language of newsdex",
      {{"forms", "", syntax_rows()},
       {"fields", "", field_rows()},
       {"precedence",
        "NOT and - bind closest, then NEAR and ADJ, then words side by side, then AND, then OR. "
        "Operators are written in capitals.\n\nValues of one field side by side are alternatives, "
        "as they are in a facet; AND between them asks for both, and so do parentheses around a "
        "group of several parts: it is a whole, as a saved query is. A date: that is a year or a "
        "month is a value of the facet year or month; any other, and years and months beside one "
        "another, narrow.",
        {}},
       {"limits", limits, {}},
       {"see also", "newsdex-search(1), newsdex-index(1)", {}}});
}

}  // namespace newsdex
