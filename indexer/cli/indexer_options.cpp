#include "cli/indexer_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <thread>

#include "reading/read_options.hpp"
#include "storage/shard_mark.hpp"
#include "terminal/command_line.hpp"
#include "terminal/completion.hpp"
#include "terminal/index_location.hpp"
#include "terminal/manual_page.hpp"

namespace newsdex {
namespace {

constexpr const char* kSources =
    "article files or folders, or - for standard input: JSON Lines, or as --format says";

void add_index(CLI::App& command, IndexerOptions& options) {
  command.add_option("--db", options.index, "folder of the index")->type_name("DIR");
}

// How the index is written.
void add_writing(CLI::App& command, IndexerOptions& options) {
  command
      .add_option("--jobs,-j", options.jobs,
                  "threads that analyse and write; fewer where --memory is short")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U))
      ->default_str("one a processor");
  command
      .add_option("--memory", options.memory,
                  "memory to stay below, such as 512M; 128M at least (default: 1G)")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false));
  command
      .add_option(
          "--writer", options.writer,
          "how Xapian's tables are written: direct, or, but for merges, by its api, which is slow")
      ->type_name("direct|api")
      ->check(CLI::IsMember({"direct", "api"}));
}

void add_name_lists(CLI::App& command, IndexerOptions& options) {
  command
      .add_option("--gazetteer", options.name_lists, "a name list that extends the built-in one")
      ->type_name("FILE")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

void add_dates(CLI::App& command, IndexerOptions& options) {
  command
      .add_option("--dates", options.date_corrections,
                  "dates of publication that correct what articles say of theirs: lines of an id\n"
                  "or path, a comma, and a date or none; updates keep to it")
      ->type_name("FILE");
}

void add_file_dates(CLI::App& command, IndexerOptions& options) {
  command.add_flag("--file-dates", options.file_dates,
                   "date an article that has no other date by when its file was changed");
}

void add_reading(CLI::App& command, IndexerOptions& options) {
  command
      .add_option("--format", options.format,
                  "read all files as this, not as what they look like; archives are still unpacked")
      ->type_name("NAME")
      ->check(CLI::IsMember(format_names()));
  command
      .add_option("--mapping", options.mapping,
                  "what the fields of your JSON or tables are called: YAML or JSON such as\n"
                  "{title: headline, body: [lead, text], date: published}")
      ->type_name("FILE");
  command
      .add_option(
          "--max-file-size", options.max_file_bytes,
          "text of one file or article beyond which it is reported, not read (default: 64M)")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false));
}

void add_no_discovery(CLI::App& command, IndexerOptions& options) {
  command.add_flag_callback(
      "--no-discovery", [&options] { options.discovery = false; },
      "find only the names of the name lists");
}

void add_build(CLI::App& app, IndexerOptions& options) {
  CLI::App* build = app.add_subcommand("build", "index all articles of the sources anew");
  build->add_option("SOURCE", options.sources, kSources)->required();
  add_index(*build, options);
  add_writing(*build, options);
  add_name_lists(*build, options);
  add_dates(*build, options);
  add_file_dates(*build, options);
  add_reading(*build, options);
  add_no_discovery(*build, options);
  build->add_flag(
      "--xapian-tables", options.xapian_tables,
      "also write the positions and term lists of Xapian, which only its own tools and\n"
      "servers read");
  build
      ->add_option("--shards", options.shards,
                   "write so many indexes, each for a server of Xapian's, and a list of them that\n"
                   "newsdex-search takes for one")
      ->type_name("N")
      ->check(CLI::Range(1U, kMostShards).description(""));
  build->add_flag("--timings", options.timings,
                  "print processor seconds by stage as JSON on standard error");
  build->callback([&] { options.command = IndexerCommand::build; });
}

void add_update(CLI::App& app, IndexerOptions& options) {
  CLI::App* update =
      app.add_subcommand("update", "index what is new or changed, drop what vanished");
  update->add_option("SOURCE", options.sources, kSources)->required();
  add_index(*update, options);
  add_writing(*update, options);
  add_dates(*update, options);
  add_reading(*update, options);
  add_no_discovery(*update, options);
  update
      ->add_flag_callback(
          "--discovery", [&options] { options.discovery = true; },
          "also find names that no list holds, in an index built without")
      ->excludes("--no-discovery");
  update->callback([&] { options.command = IndexerCommand::update; });
}

void add_tag(CLI::App& app, IndexerOptions& options) {
  CLI::App* tag =
      app.add_subcommand("tag", "print articles with what is recognised in them, as JSON Lines");
  tag->add_option("FILE", options.input, "a file of articles, or - for standard input")
      ->capture_default_str();
  tag->add_option("--date", options.date, "publication date of articles that give none")
      ->type_name("YYYY-MM-DD");
  add_name_lists(*tag, options);
  add_dates(*tag, options);
  add_file_dates(*tag, options);
  add_reading(*tag, options);
  add_no_discovery(*tag, options);
  tag->callback([&] { options.command = IndexerCommand::tag; });
}

void add_explain(CLI::App& app, IndexerOptions& options) {
  CLI::App* explain = app.add_subcommand("explain", "show why an article carries its tags");
  explain->add_option("ID", options.article, "id of the article, as a search prints it")
      ->required();
  add_index(*explain, options);
  explain
      ->add_option("--entity", options.entity, "only this person, platform, organisation or place")
      ->type_name("NAME");
  explain->callback([&] { options.command = IndexerCommand::explain; });
}

void add_retag(CLI::App& app, IndexerOptions& options) {
  CLI::App* retag = app.add_subcommand(
      "retag", "tag the stored articles anew if the name lists have changed, without the sources");
  add_index(*retag, options);
  add_writing(*retag, options);
  add_name_lists(*retag, options);
  retag->callback([&] { options.command = IndexerCommand::retag; });
}

void add_names(CLI::App& app, IndexerOptions& options) {
  CLI::App* names = app.add_subcommand(
      "names", "list whom and what the articles mention, with the variants found");
  names->require_subcommand(0, 1);
  add_index(*names, options);
  CLI::App* check = names->add_subcommand(
      "check",
      "look for names that the list lacks, as entries to add, and for what is wrong in it");
  add_index(*check, options);
  check
      ->add_option("--articles", options.articles,
                   "how many articles must have a name that is proposed")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  names->callback([&options, check] {
    options.command = check->parsed() ? IndexerCommand::names_check : IndexerCommand::names;
  });
}

CLI::App& add_plain(CLI::App& app, IndexerOptions& options, IndexerCommand command,
                    const std::string& name, const std::string& help) {
  CLI::App* plain = app.add_subcommand(name, help);
  add_index(*plain, options);
  plain->callback([&options, command] { options.command = command; });
  return *plain;
}

void add_completion(CLI::App& app, IndexerOptions& options) {
  CLI::App* completion = app.add_subcommand(
      "completion", "print what makes a shell complete the options of both programs");
  completion->add_option("SHELL", options.shell, "bash, zsh or fish")
      ->required()
      ->type_name("bash|zsh|fish")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  completion->callback([&] { options.command = IndexerCommand::completion; });
}

void add_commands(CLI::App& app, IndexerOptions& options) {
  add_build(app, options);
  add_update(app, options);
  add_tag(app, options);
  add_explain(app, options);
  add_names(app, options);
  add_retag(app, options);
  add_plain(app, options, IndexerCommand::check, "check", "verify every file of the index")
      .add_flag("--repair", options.repair,
                "first make what is missing or damaged anew from the articles the index stores");
  add_plain(app, options, IndexerCommand::stats, "stats", "print counts and sizes of the index");
  add_writing(
      add_plain(app, options, IndexerCommand::merge, "merge", "write the index as one segment"),
      options);
  add_completion(app, options);
}

// What the definitions leave open: files of articles, and the shells.
Completion argument_values(const CLI::App& app, std::span<const std::string> words) {
  return complete(app, words, [&](const CLI::Option* option, const std::string& typed) {
    Completion completion;
    if (option != nullptr) return completion;
    if (!words.empty() && words.front() == "completion") {
      for (const char* shell : {"bash", "zsh", "fish"})
        if (std::string_view(shell).starts_with(typed))
          completion.candidates.push_back({shell, ""});
    } else {
      completion.files = true;
    }
    return completion;
  });
}

void print_manual(const CLI::App& app) {
  std::cout << manual_page(app, {{"the index", kIndexPlace, {}},
                                 {"exit status",
                                  "",
                                  {{"0", "done"},
                                   {"1", "explain: the article has nothing of the one asked for"},
                                   {"2", "wrong use or failure"},
                                   {"3", "done with some articles unread"},
                                   {"75", "another writer is at work on the index"}}},
                                 {"see also", "newsdex-search(1), newsdex-query(7)", {}}});
}

}  // namespace

ParsedIndexerOptions parse_indexer_options(int argc, char** argv) {
  ParsedIndexerOptions parsed;
  parsed.options.jobs = std::max(1U, std::thread::hardware_concurrency());
  CLI::App app("Index a collection of news articles, so that newsdex-search can search it.",
               "newsdex-index");
  app.set_version_flag("--version", kVersionLine);
  app.require_subcommand(1);
  app.footer(fmt::format(
      "{} Exit status: 0 done, 1 explain has nothing of\n"
      "the one asked for, 2 wrong use or failure, 3 done with some articles unread, 75\n"
      "another writer is at work on the index.",
      kIndexPlace));
  add_commands(app, parsed.options);
  parsed.exit_status = 0;
  if (const auto words = words_to_complete(argc, argv)) {
    print_completion(std::cout, argument_values(app, *words));
  } else if (argc == 2 && std::string_view(argv[1]) == "--manual") {
    print_manual(app);
  } else {
    parsed.exit_status = parse_command_line(app, argc, argv);
  }
  return parsed;
}

}  // namespace newsdex
