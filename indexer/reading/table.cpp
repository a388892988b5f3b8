// Tables: the first row names the columns, each further one is an article.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "reading/date_column.hpp"
#include "reading/encoding.hpp"
#include "reading/field_mapping.hpp"
#include "reading/format.hpp"
#include "reading/metadata.hpp"
#include "reading/table_rows.hpp"
#include "reading/text_lines.hpp"
#include "reading/view_buffer.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::array<char, 4> kDelimiters = {',', '\t', ';', '|'};
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxColumns = 10'000;
constexpr std::size_t kNoColumn = SIZE_MAX;

// What people write for one name: "full_text", "Full Text", "full-text", within quotes.
std::string plain_column_name(std::string_view name) {
  constexpr std::string_view kAlike = " _-\"'";
  std::string plain = ascii_lower(trim_spaces(name));
  std::erase_if(plain, [&](char byte) { return kAlike.find(byte) != std::string_view::npos; });
  return plain;
}

// Of that very name, but for case; else of one that is as good as that.
std::size_t column_of(const std::vector<std::string>& header, std::string_view name) {
  const auto find = [&](std::string (*made_plain)(std::string_view)) {
    const std::string wanted = made_plain(name);
    const auto is_wanted = [&](const std::string& column) { return made_plain(column) == wanted; };
    return std::find_if(header.begin(), header.end(), is_wanted);
  };
  auto found = find([](std::string_view each) { return ascii_lower(trim_spaces(each)); });
  if (found == header.end()) found = find(plain_column_name);
  return found == header.end() ? kNoColumn : static_cast<std::size_t>(found - header.begin());
}

std::vector<std::size_t> columns_of(const std::vector<std::string>& header,
                                    const std::vector<std::string>& names) {
  std::vector<std::size_t> columns;
  for (const std::string& name : names) {
    const std::size_t column = column_of(header, name);
    const bool is_new = std::find(columns.begin(), columns.end(), column) == columns.end();
    if (column != kNoColumn && is_new) columns.push_back(column);
  }
  return columns;
}

/// Which columns the fields of articles are in.
struct TableLayout {
  struct Field {
    std::string Article::*field;
    std::vector<std::size_t> columns;
    std::string constant;
  };
  std::size_t width = 0;
  std::vector<Field> fields;
  std::vector<std::size_t> body;
  bool joins_body = false;  // of all its columns, else of the first that is not empty

  TableLayout(const std::vector<std::string>& header, const FieldMapping* mapping)
      : width(header.size()), joins_body(mapping != nullptr) {
    const FieldMapping& names = mapping != nullptr ? *mapping : usual_columns();
    for (const FieldMapping::Row& row : names.rows) {
      fields.push_back({row.field, columns_of(header, row.names), row.constant});
    }
    body = columns_of(header, names.body);
  }

  [[nodiscard]] std::size_t known_fields() const {
    const auto known = std::count_if(fields.begin(), fields.end(),
                                     [](const Field& field) { return !field.columns.empty(); });
    return static_cast<std::size_t>(known);
  }
};

Article article_of(const std::vector<std::string>& row, const TableLayout& layout) {
  Article article;
  const auto cell = [&](std::size_t column) {
    return column < row.size() ? std::string_view(row[column]) : std::string_view();
  };
  for (const TableLayout::Field& field : layout.fields) {
    std::string& value = article.*field.field;
    for (const std::size_t column : field.columns) {
      if (value.empty()) value = trim_spaces(cell(column));
    }
    if (value.empty()) value = field.constant;
  }
  for (const std::size_t column : layout.body) {
    const std::string_view text = without_blank_ends(cell(column));
    if (text.empty() || (!article.body.empty() && !layout.joins_body)) continue;
    if (!article.body.empty()) article.body += '\n';
    article.body += text;
  }
  unify_line_ends(article.body);
  tidy_metadata(article);
  return article;
}

// Of a table in a legacy encoding a row at a time is known.
void decode_row(std::vector<std::string>& row) {
  std::string all;
  for (const std::string& cell : row) all.append(cell).push_back('\n');
  if (simdjson::validate_utf8(all)) return;
  const auto decoded = decode_text(all);
  const bool latin = decoded && decoded->encoding == "windows-1252";
  for (std::string& cell : row) {
    const auto text = latin ? decode_text(cell, "windows-1252") : decode_text(cell);
    cell = text ? text->text : to_valid_utf8(cell);
  }
}

// "sep=;" in a line before the table: how Excel is told what parts its columns.
struct StatedDelimiter {
  char delimiter;
  std::size_t line_bytes;  // of that line, with its end
};

std::optional<StatedDelimiter> stated_delimiter(std::string_view text) {
  constexpr std::string_view kMark = "sep=";
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::size_t begin = mark + (text.substr(mark, 1) == "\"" ? 1 : 0);
  const std::size_t end = text.find('\n', begin);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (begin > mark && line.ends_with('"')) line.remove_suffix(1);
  const bool states =
      line.size() == kMark.size() + 1 && ascii_lower(line.substr(0, kMark.size())) == kMark;
  return states ? std::optional(StatedDelimiter{line.back(), end + 1}) : std::nullopt;
}

// Packed data that is too short to pack well has a table in it as it was, after zero bytes.
std::optional<std::vector<std::string>> first_row(std::string_view text, char delimiter) {
  ViewBuffer buffer(text);
  TableRows rows(buffer, delimiter, kMaxHeaderBytes);
  std::vector<std::string> header;
  if (rows.next(header) != TableRows::Outcome::row) return std::nullopt;
  const auto is_binary = [](const std::string& name) {
    return name.find('\0') != std::string::npos;
  };
  const bool names_columns =
      header.size() <= kMaxColumns && std::none_of(header.begin(), header.end(), is_binary);
  return names_columns ? std::optional(std::move(header)) : std::nullopt;
}

// The delimiter by which the first row has most names that are known.
std::optional<char> delimiter_of(std::string_view text, const FieldMapping* mapping) {
  if (const auto stated = stated_delimiter(text)) return stated->delimiter;
  std::optional<char> best;
  std::size_t most = 0;
  for (const char delimiter : kDelimiters) {
    const auto header = first_row(text, delimiter);
    if (!header || header->size() < 2) continue;
    const TableLayout layout(*header, mapping);
    const std::size_t known = layout.known_fields() + layout.body.size();
    if (known <= most) continue;
    most = known;
    best = delimiter;
  }
  return best;
}

// How many of the rows after the first were looked at, and have as many fields as it.
struct RowCounts {
  int rows = 0;
  int even = 0;
};

RowCounts count_rows(std::string_view text, char delimiter) {
  constexpr int kMostRows = 10;
  ViewBuffer buffer(text);
  TableRows rows(buffer, delimiter, kPeekBytes);
  std::vector<std::string> row;
  rows.next(row);
  const std::size_t width = row.size();
  RowCounts counts;
  for (auto outcome = rows.next(row); counts.rows < kMostRows && outcome != TableRows::Outcome::end;
       outcome = rows.next(row)) {
    if (outcome != TableRows::Outcome::row) continue;
    ++counts.rows;
    if (row.size() == width) ++counts.even;
  }
  return counts;
}

// One of the next rows has as many fields, or there is none that is whole.
bool has_even_rows(std::string_view text, char delimiter) {
  const RowCounts counts = count_rows(text, delimiter);
  return counts.even > 0 || counts.rows == 0;
}

bool is_named_table(const std::string& path) {
  const std::string lower = ascii_lower(path.substr(path.rfind('.') + 1));
  return lower == "csv" || lower == "tsv" || lower == "tab";
}

// Of a table without any name that is known: the delimiter of most columns that all rows have.
std::optional<char> delimiter_by_rows(std::string_view text) {
  std::optional<char> best;
  std::size_t most = 1;
  for (const char delimiter : kDelimiters) {
    const auto header = first_row(text, delimiter);
    if (!header || header->size() <= most) continue;
    const RowCounts counts = count_rows(text, delimiter);
    if (counts.rows == 0 || counts.even != counts.rows) continue;
    most = header->size();
    best = delimiter;
  }
  return best;
}

class TableReader {
 public:
  /// `lines_before` the table were read already.
  TableReader(const StreamInput& input, char delimiter, std::uint64_t lines_before)
      : input_(input),
        rows_(input.source, delimiter, input.options.limits.max_text_bytes),
        dates_([this](Article&& article) { input_.handlers.article(std::move(article)); }),
        lines_before_(lines_before) {}

  void read() {
    std::vector<std::string> row;
    if (rows_.next(row) != TableRows::Outcome::row) return fail("no row that names the columns");
    const TableLayout layout(row, input_.options.mapping);
    if (layout.body.empty()) return refuse(row);
    tell_of_missing_columns(row);
    bool after_bad_row = false;
    for (auto outcome = rows_.next(row); outcome != TableRows::Outcome::end;
         outcome = rows_.next(row)) {
      // Further lines of a row that could not be read.
      if (after_bad_row && outcome == TableRows::Outcome::row && row.size() != layout.width)
        continue;
      after_bad_row = outcome != TableRows::Outcome::row;
      ++record_;
      if (outcome == TableRows::Outcome::row) {
        take(row, layout);
      } else if (outcome == TableRows::Outcome::too_long) {
        fail(fmt::format("a row {}", too_large(input_.options.limits)));
      } else {
        fail("a quotation mark that nothing closes");
      }
    }
    dates_.finish();
    const std::string contradiction = dates_.contradiction();
    if (!contradiction.empty()) input_.handlers.error({input_.path, 0, contradiction, true});
  }

 private:
  // Articles without text would be of no use, and whoever made the table would not know why.
  void refuse(const std::vector<std::string>& header) {
    fail(fmt::format("no column of {} for the text of articles, only {} (--mapping FILE names it)",
                     input_.options.mapping == nullptr ? "a known name" : "the mapping's name",
                     names_in_words(header)));
  }

  void tell_of_missing_columns(const std::vector<std::string>& header) {
    if (input_.options.mapping == nullptr) return;
    const std::string missing = missing_names(
        *input_.options.mapping,
        [&](const std::string& name) { return column_of(header, name) != kNoColumn; });
    if (missing.empty()) return;
    input_.handlers.error(
        {input_.path, 0,
         fmt::format("no column {} of the mapping, only {}", missing, names_in_words(header)),
         true});
  }

  void take(std::vector<std::string>& row, const TableLayout& layout) {
    if (row.size() > layout.width) {
      return fail(fmt::format("{} fields, but {} columns", row.size(), layout.width));
    }
    if (rows_.broke_off() && row.size() < layout.width) {
      return fail(fmt::format("a last row that breaks off: fields {}, columns {}", row.size(),
                              layout.width));
    }
    const bool may_be_cut = input_.options.was_longer && input_.around == nullptr;
    if (rows_.broke_off() && may_be_cut) {
      return fail("a last row without a line end, in a file that was longer");
    }
    decode_row(row);
    Article article = article_of(row, layout);
    if (article.title.empty() && article.body.empty()) return fail(std::string(kNoText));
    article.path = input_.path;
    article.record = saturate(record_);
    article.line = saturate(lines_before_ + rows_.line());
    dates_.take(std::move(article));
  }

  void fail(std::string reason) {
    input_.handlers.error(unread(input_.path, lines_before_ + rows_.line(), std::move(reason)));
  }

  const StreamInput& input_;
  TableRows rows_;
  DateColumn dates_;
  std::uint64_t lines_before_;
  std::uint64_t record_ = 0;
};

}  // namespace

bool looks_like_table(std::string_view text, const FileHints& hints) {
  if (stated_delimiter(text)) return true;
  const auto delimiter = delimiter_of(text, hints.mapping);
  const auto by_name = [&] { return is_named_table(hints.path) && delimiter_by_rows(text); };
  if (!delimiter) return by_name();
  const TableLayout layout(*first_row(text, *delimiter), hints.mapping);
  const bool has_text = !layout.body.empty() || layout.known_fields() > 1;
  const bool has_more = layout.known_fields() > 0 || layout.body.size() > 1 || hints.mapping;
  return (has_text && has_more && has_even_rows(text, *delimiter)) || by_name();
}

void read_table_stream(const StreamInput& input) {
  const std::string_view beginning = input.source.peek();
  auto delimiter = delimiter_of(beginning, input.options.mapping);
  if (!delimiter) delimiter = delimiter_by_rows(beginning);
  const auto stated = stated_delimiter(beginning);
  if (stated) {
    std::string line(stated->line_bytes, '\0');
    input.source.sgetn(line.data(), static_cast<std::streamsize>(line.size()));
  }
  TableReader(input, delimiter.value_or(','), stated ? 1 : 0).read();
}

}  // namespace newsdex
