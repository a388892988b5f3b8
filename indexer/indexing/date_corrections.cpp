#include "indexing/date_corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dates/publication_dates.hpp"
#include "dates/stated_date.hpp"
#include "newsdex/date.hpp"
#include "newsdex/error.hpp"
#include "reading/regular_file.hpp"
#include "reading/source_walker.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMostCorrectionBytes = std::size_t{256} << 20;

// A field without its quotes and the doubling of those within.
std::string unquoted(std::string_view field) {
  field = trim_spaces(field);
  const bool in_quotes = field.size() >= 2 && field.front() == '"' && field.back() == '"';
  if (!in_quotes) return std::string(field);
  std::string out;
  field = field.substr(1, field.size() - 2);
  for (std::size_t i = 0; i < field.size(); ++i) {
    out += field[i];
    if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') ++i;
  }
  return out;
}

// As much of `text` as a message can hold.
std::string quoted(std::string_view text) {
  constexpr std::size_t kMostShown = 60;
  const std::string_view shown = cut_to_bytes(text, kMostShown);
  return fmt::format("`{}{}`", shown, shown.size() < text.size() ? "..." : "");
}

struct Row {
  std::string key;
  std::string date;
  bool parted = true;  // by a comma or a tab
};

Row split(std::string_view line) {
  std::size_t at = line.rfind('\t');
  if (at == std::string_view::npos) at = line.rfind(',');
  if (at == std::string_view::npos) return {std::string(line), {}, false};
  return {unquoted(line.substr(0, at)), unquoted(line.substr(at + 1))};
}

// "path,date", "id;published": two names of columns.
bool is_heading(const Row& row) {
  constexpr auto kDates = std::to_array<std::string_view>(
      {"date", "day", "published", "publication_date", "publication date", "pubdate"});
  const std::string name = ascii_lower(row.date);
  return std::find(kDates.begin(), kDates.end(), name) != kDates.end();
}

std::string why_no_date(std::string_view written) {
  const std::vector<PartialDate> readings = ambiguous_readings(written);
  if (readings.empty()) return fmt::format("{} is no date", quoted(written));
  return fmt::format("{} may mean {} or {}", quoted(written), to_string(readings.front()),
                     to_string(readings.back()));
}

// Both as written.
bool same_date(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto date = read_corrected_date(a);
  return date && date == read_corrected_date(b);
}

}  // namespace

DateCorrections::DateCorrections(const CorrectionFile& file) : file_(file.path) {
  std::string_view rest = file.text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    add_line(trim_spaces(rest.substr(0, end)), number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void DateCorrections::add_line(std::string_view line, std::uint64_t number) {
  if (line.empty() || line.front() == '#') return;
  const Row row = split(line);
  if (std::exchange(may_be_heading_, false) && is_heading(row)) return;
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorCode::usage, fmt::format("{}:{}: {}", file_, number, why),
                "write an id or a path, a comma or a tab, and a date such as 2018-04-30, or none");
  };
  if (!row.parted) refuse(fmt::format("there is no comma or tab in {}", quoted(row.key)));
  if (row.date.empty()) refuse("there is no date after the comma or tab");
  const bool none = ascii_lower(row.date) == kNoDate;
  if (!none && !read_corrected_date(row.date)) refuse(why_no_date(row.date));
  if (row.key.empty()) refuse("there is no id or path before the date");
  const std::string date = none ? std::string(kNoDate) : row.date;
  const auto [known, is_new] = by_key_.try_emplace(row.key, lines_.size());
  if (!is_new) {
    const Line& first = lines_[known->second];
    if (same_date(first.date, date)) return;
    refuse(fmt::format("{} has the date {} in line {}", quoted(row.key), first.date, first.number));
  }
  const bool absolute = row.key.front() == '/';
  const std::string folder = file_.substr(0, file_.rfind('/') + 1);
  by_path_.try_emplace(absolute_path(absolute ? row.key : folder + row.key), lines_.size());
  lines_.push_back({number, row.key, date});
}

DateCorrections::Naming DateCorrections::naming(std::string_view id, std::string_view path,
                                                std::uint32_t record) const {
  Naming lines = {lines_.size(), lines_.size(), lines_.size()};
  if (empty()) return lines;
  if (const auto found = by_key_.find(id); found != by_key_.end()) lines[0] = found->second;
  if (record > 0) {
    const auto found = by_path_.find(fmt::format("{}#{}", path, record));
    if (found != by_path_.end()) lines[1] = found->second;
  }
  if (const auto found = by_path_.find(path); found != by_path_.end()) lines[2] = found->second;
  return lines;
}

// The number of lines where there is none.
std::size_t DateCorrections::find(std::string_view id, std::string_view path,
                                  std::uint32_t record) const {
  for (const std::size_t line : naming(id, path, record)) {
    if (line < lines_.size()) return line;
  }
  return lines_.size();
}

bool DateCorrections::names(std::string_view file) const {
  const std::string records = fmt::format("{}#", file);
  const auto holds = [&](const Places& places) {
    const auto record = places.lower_bound(records);
    return places.contains(file) || (record != places.end() && record->first.starts_with(records));
  };
  return holds(by_path_) || holds(by_key_);
}

void DateCorrections::share(std::string_view id, std::string_view path, std::uint32_t record,
                            const ContentHash& key) {
  note(id, path, record);
  const std::size_t line = find(id, path, record);
  if (line == lines_.size()) return;
  const auto [known, is_new] = shared_.try_emplace(key, line);
  if (is_new || known->second == line) return;
  compare(known->second, line);
  known->second = std::min(known->second, line);
}

// Of two lines that mean one article.
void DateCorrections::compare(std::size_t a, std::size_t b) {
  const Line& first = lines_[std::min(a, b)];
  Line& later = lines_[std::max(a, b)];
  if (later.contradicted || same_date(first.date, later.date)) return;
  later.contradicted = true;
  contradictions_.push_back(
      {file_, later.number,
       fmt::format("{} says the same as {}, which has the date {} in line {}", quoted(later.key),
                   quoted(first.key), first.date, first.number)});
}

std::string_view DateCorrections::date_of(std::string_view id, std::string_view path,
                                          std::uint32_t record, const ContentHash& key) const {
  const auto shared = shared_.find(key);
  const std::size_t line = shared == shared_.end() ? find(id, path, record) : shared->second;
  return line == lines_.size() ? std::string_view() : std::string_view(lines_[line].date);
}

void DateCorrections::note(std::string_view id, std::string_view path, std::uint32_t record) {
  const Naming lines = naming(id, path, record);
  for (const std::size_t line : lines) {
    if (line < lines_.size()) lines_[line].used = true;
  }
  const std::size_t place = record > 0 ? lines[1] : lines[2];
  if (lines[0] < lines_.size() && place < lines_.size()) compare(lines[0], place);
}

void DateCorrections::correct(Article& article, const ContentHash& key) {
  note(article.id, article.path, article.record);
  article.corrected_date = date_of(article.id, article.path, article.record, key);
}

std::vector<ReadError> DateCorrections::doubts() const {
  std::vector<ReadError> doubts;
  for (const Line& line : lines_) {
    if (line.used) continue;
    doubts.push_back(
        {file_, line.number, fmt::format("no article has the id or path {}", quoted(line.key))});
  }
  doubts.insert(doubts.end(), contradictions_.begin(), contradictions_.end());
  return doubts;
}

CorrectionFile read_corrections(const std::string& path) {
  if (path.empty()) return {};
  return {absolute_path(path), read_named_file("the file of dates", path, kMostCorrectionBytes)};
}

}  // namespace newsdex
