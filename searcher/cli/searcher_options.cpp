#include "cli/searcher_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>

#include "cli/answers.hpp"
#include "cli/browser.hpp"
#include "cli/search_completion.hpp"
#include "cli/search_manual.hpp"
#include "cli/typed_arguments.hpp"
#include "query/query_syntax.hpp"
#include "terminal/command_line.hpp"
#include "terminal/index_location.hpp"
#include "terminal/program.hpp"

namespace newsdex {
namespace {

const std::map<std::string, SortOrder>& sort_orders() {
  static const std::map<std::string, SortOrder> orders = {{"relevance", SortOrder::relevance},
                                                          {"newest", SortOrder::newest},
                                                          {"oldest", SortOrder::oldest}};
  return orders;
}

const std::map<std::string, OutputFormat>& formats() {
  static const std::map<std::string, OutputFormat> all = {
      {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"jsonl", OutputFormat::jsonl},
      {"csv", OutputFormat::csv},   {"tsv", OutputFormat::tsv},   {"html", OutputFormat::html}};
  return all;
}

const std::map<std::string, OutputPart>& parts() {
  static const std::map<std::string, OutputPart> all = {
      {"all", OutputPart::all},           {"hits", OutputPart::hits},
      {"ids", OutputPart::ids},           {"files", OutputPart::files},
      {"count", OutputPart::count},       {"facets", OutputPart::facets},
      {"timeline", OutputPart::timeline}, {"matrix", OutputPart::matrix}};
  return all;
}

const std::map<std::string, ColorWhen>& color_words() {
  static const std::map<std::string, ColorWhen> words = {
      {"auto", ColorWhen::automatic}, {"always", ColorWhen::always}, {"never", ColorWhen::never}};
  return words;
}

constexpr int kMaxWidth = 10000;  // columns

constexpr std::string_view kBatchHint =
    "a line takes options of the query, as filters, --facet, --limit and --sort; newsdex-search "
    "--help lists what there is";

// A choice by name: what is allowed is what the table lists.
template <typename Value>
void add_choice(CLI::App& app, const std::string& name, Value& value,
                const std::map<std::string, Value>& choices, const std::string& help) {
  std::string type;
  for (const auto& [word, ignored] : choices) type += (type.empty() ? "" : "|") + word;
  app.add_option_function<std::string>(
         name, [&value, &choices](const std::string& word) { value = choices.at(word); }, help)
      ->check(CLI::IsMember(choices).description(""))
      ->type_name(type);
}

void add_filter(CLI::App& app, SearcherOptions& options, const FieldSpec& field, bool excluded) {
  const std::string name =
      excluded ? fmt::format("--not-{}", field.option.substr(2)) : std::string(field.option);
  app.add_option_function<std::vector<std::string>>(
         name,
         [&options, &field, excluded](const std::vector<std::string>& values) {
           for (const std::string& value : values) {
             options.filters.push_back({field.field, value, excluded});
           }
         },
         fmt::format("only articles {} {}", excluded ? "without" : "with", field.help))
      ->type_name(field.kind == FieldKind::date ? "DATE" : "NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

// A date left empty, as by a variable of a script that is not set, is no date and no missing
// filter.
std::string refuse_blank(const std::string& value) {
  const bool blank = value.find_first_not_of(" \t") == std::string::npos;
  return blank ? "no date is given; write it like 2018-04-30" : "";
}

// Two repeatable options a field that has one, straight from the schema.
void add_filters(CLI::App& app, SearcherOptions& options) {
  for (const FieldSpec& field : kFields) {
    if (field.option.empty()) continue;
    add_filter(app, options, field, false);
    add_filter(app, options, field, true);
  }
}

void add_dates(CLI::App& app, SearcherOptions& options) {
  app.add_option("--since", options.since,
                 "published in or after: 2018, 2018-04, 1397-02, \"last month\"")
      ->type_name("DATE")
      ->check(CLI::Validator(refuse_blank, ""));
  app.add_option("--until", options.until, "published in or before")
      ->type_name("DATE")
      ->check(CLI::Validator(refuse_blank, ""));
}

// What is counted besides the hits.
void add_counts(CLI::App& app, SearcherOptions& options) {
  app.add_option("--facet", options.facets,
                 "count the values of a field; FIELD:N for the first N, FIELD:N+M for the N after "
                 "the first M")
      ->type_name("FIELD")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_flag("--timeline{month}", options.timeline,
               "count articles by year, month, week or day, as in --timeline=week or\n"
               "--timeline week; without a unit, by month")
      ->check(CLI::Validator(refuse_unit, ""))
      ->type_name("year|month|week|day");
  app.add_option("--timeline-by", options.timeline_by,
                 "a timeline for each value of a field; FIELD:N for the first N")
      ->type_name("FIELD");
  app.add_option("--matrix", options.matrix,
                 "count two fields together, as in --matrix actor:platform; "
                 "actor:platform:sentence counts who is named in one sentence")
      ->type_name("ROWS:COLUMNS");
  app.add_option("--matrix-size", options.matrix_size, "rows and columns at most [10x8]")
      ->type_name("RxC");
}

// Which hits are shown, and in which order.
void add_paging(CLI::App& app, SearcherOptions& options) {
  app.add_option("--limit", options.limit,
                 "hits to show; 0 for counts only [10; all of csv, tsv, jsonl, ids and files]")
      ->check(CLI::Validator(refuse_count, ""))
      ->type_name("N");
  app.add_option("--offset", options.offset, "hits to pass over")
      ->check(CLI::Validator(refuse_count, ""))
      ->type_name("N")
      ->capture_default_str();
  add_choice(app, "--sort", options.sort, sort_orders(), "order of the hits [relevance]");
  app.add_flag(
      "--expand", options.expand,
      "rank also by words that the best hits have in common; what is found stays the same");
  app.add_flag(
      "--no-fold", options.no_fold,
      "show near copies of an article as hits of their own, not with the earliest, as csv,\n"
      "tsv, jsonl, ids and files do");
}

// Options of one query, which a line of a batch may have too.
void add_query_options(CLI::App& app, SearcherOptions& options) {
  add_filters(app, options);
  add_dates(app, options);
  add_counts(app, options);
  add_paging(app, options);
  app.add_option("--timeout", options.timeout, "give up after so long; 0 for never")
      ->check(CLI::Validator(refuse_seconds, ""))
      ->check(CLI::Range(0.0, kMaxTimeout).description(""))
      ->type_name("SECONDS")
      ->capture_default_str();
}

void add_saved_queries(CLI::App& app, SearcherOptions& options) {
  app.add_option(
         "--save-query", options.save_query,
         "keep the query with its filters, but not its order or format, as query:NAME, and stop")
      ->type_name("NAME");
  app.add_option("--delete-query", options.delete_query, "forget a saved query, and stop")
      ->type_name("NAME");
  app.add_flag("--list-queries", options.list_queries, "list the saved queries, and stop");
}

// Of shards on other machines.
void add_shards(CLI::App& app, SearcherOptions& options) {
  app.add_option(
         "--shard-timeout", options.shard_timeout,
         "take a shard for dead that has not answered for so long [2, or what the list says]")
      ->check(CLI::Validator(refuse_seconds, ""))
      ->check(CLI::Range(kLeastShardTimeout, kMaxTimeout).description(""))
      ->type_name("SECONDS");
  app.add_flag("--require-all", options.require_all,
               "give no answer unless all shards do, instead of that of the others");
  app.add_flag("--no-shard-cache", options.no_shard_cache,
               "keep nothing of shards on other machines in newsdex/shards of $XDG_CACHE_HOME or\n"
               "~/.cache, 1 GiB at most, readable by you alone");
}

void add_options(CLI::App& app, SearcherOptions& options) {
  app.add_option("QUERY", options.words, "what to search for; nothing for every article");
  app.add_option("--db", options.index, "folder of the index, or a file that lists shards")
      ->type_name("DIR");
  add_shards(app, options);
  add_query_options(app, options);
  add_choice(app, "--format", options.format, formats(), "how to print it [text]");
  add_choice(app, "--output", options.part, parts(),
             "what to print; ids, files and count as plain lists [all]");
  app.add_option(
         "--fields", options.fields,
         fmt::format("print these fields of hits, separated by commas: {}", list_hit_fields()))
      ->type_name("LIST");
  app.add_flag("-0,--null", options.null_separated, "end ids and files with NUL, as they are");
  app.add_flag("--matrix-queries", options.matrix_queries,
               "list the query of each cell of the matrix");
  app.add_flag("--batch", options.batch,
               "read a query a line, with options after \" -- \"; print a JSON object a line");
  app.add_flag("--explain-query", options.explain_query,
               "show how the query is read and how many articles each part finds, and stop");
  add_saved_queries(app, options);
  app.add_flag("--browse", options.browse,
               "search as you type, with the article beside the list; needs fzf");
  add_choice(app, "--color", options.color, color_words(), "when to colour [auto]");
  app.add_option("--width", options.width, "columns to fit text to [those of the terminal]")
      ->check(CLI::Range(1, kMaxWidth).description(""))
      ->type_name("COLUMNS");
  add_choice(app, "--hyperlinks", options.hyperlinks, color_words(),
             "when to link titles and files, so that the terminal opens them [auto]");
  app.add_option(
         "--hyperlink-format", options.hyperlink_format,
         fmt::format("how to write such links: {}, or a text with {{path}}, {{line}} and {{host}}",
                     list_hyperlink_formats()))
      ->type_name("FORMAT")
      ->capture_default_str();
  app.add_flag("--no-pager", options.no_pager,
               "do not show long text by $NEWSDEX_PAGER, $PAGER or less");
}

// A line a form, with its meaning beside it.
std::string query_help() {
  std::size_t width = 0;
  for (const QuerySyntax& row : kQuerySyntax) width = std::max(width, row.form.size());
  std::string text = "A query is made of\n";
  for (const QuerySyntax& row : kQuerySyntax) {
    text += fmt::format("  {:<{}}  {}\n", row.form, width, row.meaning);
  }
  return text;
}

std::string footer() {
  std::string exits;
  for (const auto& [status, meaning] : kExitStatus) {
    exits += fmt::format("{}{} {}", exits.empty() ? "" : "; ", status, meaning);
  }
  return fmt::format("{}{}\nExit status: {}.", query_help(), kIndexPlace, exits);
}

// What shells and the build ask for; not for people, and so not in --help.
bool print_for_others(int argc, char** argv) {
  const std::string_view first = argc < 2 ? "" : argv[1];
  if (const auto words = words_to_complete(argc, argv)) {
    print_completion(std::cout, search_completion(*words));
  } else if (first == "--manual") {
    std::cout << search_manual();
  } else if (first == "--manual=query") {
    std::cout << query_manual();
  } else {
    return argc > 2 && answer_browser(std::string(first), {argv + 2, argv + argc});
  }
  return true;
}

}  // namespace

void define_searcher(CLI::App& app, SearcherOptions& options) {
  app.name("newsdex-search");
  app.description("Search an index of news articles.");
  app.set_version_flag("--version", kVersionLine);
  app.footer(footer());
  add_options(app, options);
}

ParsedSearcherOptions parse_searcher_options(int argc, char** argv) {
  ParsedSearcherOptions parsed;
  if (print_for_others(argc, argv)) {
    parsed.exit_status = 0;
    return parsed;
  }
  CLI::App app;
  define_searcher(app, parsed.options);
  auto arguments = with_timeline_units({argv + std::min(argc, 1), argv + argc});
  hide_exclusions(app, arguments);
  if (const std::string letter = lone_letter(app, arguments); !letter.empty()) {
    print_problem(kProgram, fmt::format("there is no option {}", letter),
                  fmt::format("to leave out articles with the word, write NOT {}; {} --help lists "
                              "the options",
                              letter.substr(1), kProgram));
    parsed.exit_status = kWrongUse;
    return parsed;
  }
  parsed.exit_status = parse_command_line(app, std::move(arguments));
  for (std::string& word : parsed.options.words) {
    if (word.starts_with(" -")) word.erase(0, 1);
  }
  return parsed;
}

tl::expected<SearcherOptions, QueryError> parse_batch_line(std::string_view line,
                                                           const SearcherOptions& defaults) {
  constexpr std::string_view kSeparator = " -- ";
  SearcherOptions options = defaults;
  const std::string padded =
      line.starts_with(kSeparator.substr(1)) ? " " + std::string(line) : std::string(line);
  const std::size_t separator = padded.find(kSeparator);
  options.words = {padded.substr(0, separator)};
  if (separator == std::string::npos) return options;
  CLI::App app;
  app.set_help_flag();
  add_query_options(app, options);
  auto arguments = split_arguments(std::string_view(padded).substr(separator + kSeparator.size()));
  if (const auto fault = command_line_fault(app, with_timeline_units(std::move(arguments)))) {
    return tl::unexpected(QueryError{*fault, std::string(kBatchHint), 0});
  }
  return options;
}

}  // namespace newsdex
