#include "cli/saved_queries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "newsdex/error.hpp"
#include "terminal/environment.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxNameBytes = 64;
constexpr std::string_view kNameHint = "a name is of letters, digits, `-`, `_` and `.`";

std::string user_file() {
  const std::string config(environment("XDG_CONFIG_HOME"));
  if (config.starts_with('/')) return config + "/newsdex/queries";
  const std::string home(environment("HOME"));
  return home.empty() ? "" : home + "/.config/newsdex/queries";
}

struct Line {
  std::string_view name;
  std::string_view query;
};

std::optional<Line> read_line(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || line.starts_with('#')) return std::nullopt;
  return Line{trim_spaces(line.substr(0, equals)), trim_spaces(line.substr(equals + 1))};
}

// Calls `use` for each line, without its line feed.
template <typename Use>
void for_each_line(std::string_view text, Use&& use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The text without the lines of this name; whether there were any.
std::pair<std::string, bool> without(std::string_view text, std::string_view name) {
  std::pair<std::string, bool> result;
  for_each_line(text, [&](std::string_view line) {
    const std::optional<Line> read = read_line(line);
    if (read && read->name == name) {
      result.second = true;
    } else {
      result.first += fmt::format("{}\n", line);
    }
  });
  return result;
}

// What is wrong with a line; empty if nothing is.
std::string fault_of(std::string_view line) {
  if (trim_spaces(line).empty() || line.starts_with('#')) return {};
  const std::optional<Line> read = read_line(line);
  if (!read) return "no query, which is written `name = query`";
  if (!may_be_query_name(read->name))
    return fmt::format("`{}` is no name of a query: {}", read->name, kNameHint);
  return read->query.empty() ? fmt::format("`{}` has no query", read->name) : std::string();
}

}  // namespace

bool may_be_query_name(std::string_view name) {
  const auto is_usual = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || (c & 0x80) != 0;
  };
  return !name.empty() && name.size() <= kMaxNameBytes && is_valid_utf8(name) &&
         std::all_of(name.begin(), name.end(), is_usual);
}

SavedQueryFile::SavedQueryFile() : path_(user_file()) {}

std::string SavedQueryFile::content() const {
  std::error_code ignored;
  if (path_.empty() || !std::filesystem::exists(path_, ignored)) return {};
  std::ifstream in(path_, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error(ErrorCode::io, fmt::format("{} cannot be read", path_));
  return text.str();
}

SavedQueries SavedQueryFile::read() const {
  SavedQueries queries;
  for_each_line(content(), [&](std::string_view line) {
    const std::optional<Line> read = read_line(line);
    if (read && may_be_query_name(read->name)) queries[std::string(read->name)] = read->query;
  });
  return queries;
}

std::vector<std::string> SavedQueryFile::faults() const {
  std::vector<std::string> faults;
  std::map<std::string_view, std::size_t> lines;  // by name
  std::size_t number = 0;
  const std::string text = content();
  for_each_line(text, [&](std::string_view line) {
    ++number;
    std::string fault = fault_of(line);
    const std::optional<Line> read = read_line(line);
    if (fault.empty() && read && !lines.try_emplace(read->name, number).second)
      fault = fmt::format("replaces the `{}` of line {}", read->name, lines[read->name]);
    if (!fault.empty()) faults.push_back(fmt::format("{}:{}: {}", path_, number, fault));
  });
  return faults;
}

void SavedQueryFile::save(std::string_view name, std::string_view query) const {
  if (!may_be_query_name(name)) {
    throw Error(ErrorCode::usage, fmt::format("a query cannot be saved as `{}`", name),
                std::string(kNameHint));
  }
  if (path_.empty()) {
    throw Error(ErrorCode::usage, "it is not known where to save queries", "set $HOME");
  }
  replace(fmt::format("{}{} = {}\n", without(content(), name).first, name, single_spaced(query)));
}

bool SavedQueryFile::remove(std::string_view name) const {
  const auto [rest, found] = without(content(), name);
  if (found) replace(rest);
  return found;
}

// By a new file and a rename: whoever reads meanwhile sees the one or the other.
void SavedQueryFile::replace(std::string_view content) const {
  const std::filesystem::path path(path_);
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  const std::string part = path_ + ".new";
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  out << content;
  out.close();
  if (out) std::filesystem::rename(part, path, failed);
  if (!out || failed) throw Error(ErrorCode::io, fmt::format("{} cannot be written", path_));
}

}  // namespace newsdex
