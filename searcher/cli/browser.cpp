#include "cli/browser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "cli/answers.hpp"
#include "cli/saved_queries.hpp"
#include "cli/search_request.hpp"
#include "newsdex/error.hpp"
#include "printing/article_view.hpp"
#include "terminal/environment.hpp"
#include "terminal/external_program.hpp"
#include "terminal/index_location.hpp"
#include "terminal/pager.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kListedHits = 200;
constexpr std::uint32_t kListedValues = 1000;
constexpr int kLeft = 130;  // fzf, by Escape or Ctrl-C
constexpr int kFailed = 2;  // fzf, for an error
constexpr const char* kExcludeKey = "alt-x";

// Takes back what makes less leave by itself, be it at the end or where all fits the screen.
constexpr const char* kLessStays = "-+F -+E -+e";

struct FacetKey {
  std::string_view key;
  Field field;
};

constexpr std::array<FacetKey, 6> kFacetKeys = {{{"alt-a", Field::actor},
                                                 {"alt-p", Field::platform},
                                                 {"alt-o", Field::organisation},
                                                 {"alt-l", Field::place},
                                                 {"alt-s", Field::source},
                                                 {"alt-m", Field::month}}};

constexpr std::array<std::string_view, 3> kSortNames = {"relevance", "newest", "oldest"};

SortOrder sort_named(std::string_view name) {
  for (std::size_t i = 0; i < kSortNames.size(); ++i) {
    if (kSortNames[i] == name) return static_cast<SortOrder>(i);
  }
  return SortOrder::relevance;
}

std::string own_path() {
  std::error_code failed;
  const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? kProgram : path.string();
}

std::vector<std::string> lines_of_text(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Of a line of input, which begins with it.
std::optional<std::size_t> number_of(std::string_view line) {
  std::size_t number = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), number);
  return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
}

int preview_columns() {
  constexpr int kUsual = 80;
  return static_cast<int>(number_of(environment("FZF_PREVIEW_COLUMNS")).value_or(kUsual));
}

// What the view was opened with, as words of a command that it runs, and back.
constexpr std::size_t kSettings = 8;

std::vector<std::string> settings_of(const SearcherOptions& options) {
  return {index_location(options.index),
          std::string(kSortNames[static_cast<std::size_t>(options.sort)]),
          fmt::format("{}", options.shard_timeout),
          options.require_all ? "all" : "any",
          options.no_shard_cache ? "uncached" : "cached",
          options.expand ? "expanded" : "plain",
          options.no_fold ? "unfolded" : "folded",
          fmt::format("{}", options.timeout)};
}

double seconds_of(const std::string& text) {
  double seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return seconds;
}

SearcherOptions options_of(const std::vector<std::string>& settings, const std::string& query) {
  SearcherOptions options;
  options.index = settings[0];
  options.sort = sort_named(settings[1]);
  options.shard_timeout = seconds_of(settings[2]);
  options.require_all = settings[3] == "all";
  options.no_shard_cache = settings[4] == "uncached";
  options.expand = settings[5] == "expanded";
  options.no_fold = settings[6] == "unfolded";
  options.timeout = seconds_of(settings[7]);
  options.words = {query};
  return options;
}

IndexSearcher opened(const SearcherOptions& options) {
  return IndexSearcher(index_location(options.index), {}, shard_options(options));
}

// Searching must never end the view: what is wrong with a query that is still being typed is a
// line of the list.
void list_hits(const SearcherOptions& options) {
  auto request = make_request(options, SavedQueryFile().read());
  if (request) {
    request->limit = kListedHits;
    request->facets.clear();
    request->suggest = false;
    const auto result = opened(options).search(*request);
    if (result) {
      const Page page(std::cout, {true, 0});
      std::size_t number = 0;
      for (const Hit& hit : result->hits) {
        std::cout << number++ << '\t';
        print_hit_line(page, hit);
      }
      return;
    }
    std::cout << "-\t" << escape_for_terminal(result.error().message) << '\n';
    return;
  }
  std::cout << "-\t" << escape_for_terminal(request.error().message) << '\n';
}

void show_article(const SearcherOptions& options, std::size_t number, const TextStyle& style) {
  auto request = make_request(options, SavedQueryFile().read());
  if (!request) return;
  request->facets.clear();
  request->suggest = false;
  request->limit = 1;
  request->offset = number;
  request->whole_text = true;
  const auto result = opened(options).search(*request);
  if (!result) return;
  for (const Hit& hit : result->hits) print_article(Page(std::cout, style), hit);
}

class Browser {
 public:
  explicit Browser(const SearcherOptions& options)
      : options_(options), settings_(settings_of(options)), fzf_(find_program("fzf")) {}

  int run() {
    const auto request = make_request(options_, SavedQueryFile().read());
    if (!request) throw Error(ErrorCode::usage, request.error().message, request.error().hint);
    query_ = request->query_text;
    while (show_list()) {
    }
    return 0;
  }

 private:
  // What fzf says when it is left: the query, the key if it is one of ours, the chosen lines.
  struct Choice {
    int status = 0;
    std::string query;
    std::string key;
    std::vector<std::string> lines;
  };

  [[nodiscard]] Choice ask(std::vector<std::string> arguments, const std::string& input) const {
    arguments.insert(arguments.begin(), {fzf_, "--ansi", "--delimiter=\t", "--with-nth=2..",
                                         "--layout=reverse", "--print-query"});
    // Commands are written for a plain shell, and the user's own bindings would break them.
    const ProgramOutput output =
        run_with_input(arguments, input, {"SHELL=/bin/sh", "FZF_DEFAULT_OPTS="});
    if (output.status == kFailed) throw Error(ErrorCode::usage, "fzf cannot show anything here");
    Choice choice;
    choice.status = output.status;
    std::vector<std::string> lines = lines_of_text(output.text);
    if (!lines.empty()) choice.query = lines[0];
    if (lines.size() > 1) choice.key = lines[1];
    if (lines.size() > 2) choice.lines.assign(lines.begin() + 2, lines.end());
    return choice;
  }

  [[nodiscard]] std::string own_command(std::string_view command, std::string_view rest) const {
    std::string line = fmt::format("{} {}", shell_word(own_path()), command);
    for (const std::string& setting : settings_) line += " " + shell_word(setting);
    return fmt::format("{} {}", line, rest);
  }

  // False when the user leaves.
  bool show_list() {
    std::string keys;
    for (const FacetKey& each : kFacetKeys) {
      keys += fmt::format("{}{}", keys.empty() ? "" : ",", each.key);
    }
    const std::string list = own_command("--browse-list", "{q}");
    const Choice choice =
        ask({"--disabled", "--no-multi", fmt::format("--query={}", query_), "--prompt=search> ",
             fmt::format("--expect={}", keys), fmt::format("--bind=start:reload({})", list),
             fmt::format("--bind=change:reload({})", list),
             "--bind=ctrl-f:preview-page-down,ctrl-b:preview-page-up",
             fmt::format("--preview={}", own_command("--browse-show", "{q} {1}")),
             "--preview-window=right,55%,border-left", fmt::format("--header={}", kHelp)},
            "");
    if (choice.status == kLeft) return false;
    query_ = choice.query;
    for (const FacetKey& each : kFacetKeys) {
      if (each.key == choice.key) {
        add_value(each.field);
        return true;
      }
    }
    if (!choice.lines.empty()) read_article(choice.lines.front());
    return true;
  }

  // fzf clears the screen as soon as it is back: what is read must stay until the reader leaves it.
  void read_article(const std::string& line) const {
    const auto number = number_of(line);
    if (!number) return;
    const SearcherOptions options = options_of(settings_, query_);
    const std::string command = pager_command();
    const bool stays = stays_open(command);
    {
      const Pager pager(stays ? fmt::format("{} {}", command, kLessStays) : command);
      show_article(options, *number, {use_color(options_.color), terminal_width()});
    }
    if (!stays) wait_for_enter();
  }

  // By its name alone: what else $PAGER says may be anything.
  static bool stays_open(std::string_view command) {
    const std::string_view program = command.substr(0, command.find(' '));
    return program.substr(program.rfind('/') + 1) == "less";
  }

  static void wait_for_enter() {
    std::cout << "\nEnter: back to the list" << std::flush;
    std::ifstream terminal("/dev/tty");
    std::string ignored;
    std::getline(terminal, ignored);
  }

  void add_value(Field field) {
    const SearcherOptions options = options_of(settings_, query_);
    auto request = make_request(options, SavedQueryFile().read());
    if (!request) return;
    request->limit = 0;
    request->facets = {{field, kListedValues, 0}};
    const auto result = opened(options).search(*request);
    if (!result) return;
    const std::vector<FacetCount>& values = result->facets.front().values;
    std::string input;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string_view sign = values[i].selected ? "*" : values[i].excluded ? "-" : " ";
      input += fmt::format("{}\t{} {:>6}  {}\n", i, sign, values[i].count,
                           escape_for_terminal(values[i].value));
    }
    const Choice choice =
        ask({"--multi", fmt::format("--prompt={}> ", spec(field).name),
             fmt::format("--expect={}", kExcludeKey),
             "--header=Enter: only articles with it; Tab: several; Alt-X: without it; Esc: back"},
            input);
    if (choice.status != 0) return;
    std::string query = request->narrowed_text;
    for (const std::string& line : choice.lines) {
      const auto number = number_of(line);
      if (!number || *number >= values.size()) continue;
      query += fmt::format("{}{}{}", query.empty() ? "" : " ", choice.key == kExcludeKey ? "-" : "",
                           to_query_text({ValueQuery{field, values[*number].value}, 0}));
    }
    query_ = query;
  }

  static constexpr const char* kHelp =
      "Enter: read; Alt-A/P/O/L/S/M: by actor, platform, org, place, source, month; Ctrl-F/B: "
      "scroll; Esc: leave";

  const SearcherOptions& options_;
  std::vector<std::string> settings_;
  std::string fzf_;
  std::string query_;
};

}  // namespace

int browse(const SearcherOptions& options) {
  if (find_program("fzf").empty()) {
    throw Error(ErrorCode::usage, "--browse needs fzf, which is not installed",
                "install the package fzf, or search without --browse");
  }
  if (!stdout_is_terminal()) {
    throw Error(ErrorCode::usage, "--browse needs a terminal", "search without --browse");
  }
  return Browser(options).run();
}

bool answer_browser(const std::string& command, const std::vector<std::string>& words) {
  if (command == "--browse-list" && words.size() == kSettings + 1) {
    list_hits(options_of(words, words[kSettings]));
    return true;
  }
  if (command != "--browse-show" || words.size() != kSettings + 2) return false;
  if (const auto number = number_of(words[kSettings + 1])) {
    show_article(options_of(words, words[kSettings]), *number, {true, preview_columns()});
  }
  return true;
}

}  // namespace newsdex
