// Tables: the first row names the columns, each further one is an article.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

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

std::size_t column_of(const std::vector<std::string>& header, std::string_view name) {
  const std::string wanted = ascii_lower(name);
  const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& column) {
    return ascii_lower(trim_spaces(column)) == wanted;
  });
  return found == header.end() ? kNoColumn : static_cast<std::size_t>(found - header.begin());
}

std::vector<std::size_t> columns_of(const std::vector<std::string>& header,
                                    const std::vector<std::string>& names) {
  std::vector<std::size_t> columns;
  for (const std::string& name : names) {
    const std::size_t column = column_of(header, name);
    if (column != kNoColumn) columns.push_back(column);
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
  for (const std::string& cell : row) all += cell;
  if (simdjson::validate_utf8(all)) return;
  const auto decoded = decode_text(all);
  const bool latin = decoded && decoded->encoding == "windows-1252";
  for (std::string& cell : row) {
    const auto text = latin ? decode_text(cell, "windows-1252") : decode_text(cell);
    cell = text ? text->text : to_valid_utf8(cell);
  }
}

std::optional<std::vector<std::string>> first_row(std::string_view text, char delimiter) {
  ViewBuffer buffer(text);
  TableRows rows(buffer, delimiter, kMaxHeaderBytes);
  std::vector<std::string> header;
  if (rows.next(header) != TableRows::Outcome::row) return std::nullopt;
  return header.size() > kMaxColumns ? std::nullopt : std::optional(std::move(header));
}

// The delimiter by which the first row has most names that are known.
std::optional<char> delimiter_of(std::string_view text, const FieldMapping* mapping) {
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

// One of the next rows has as many fields, or there is none that is whole.
bool has_even_rows(std::string_view text, char delimiter) {
  constexpr int kMostRows = 10;
  ViewBuffer buffer(text);
  TableRows rows(buffer, delimiter, kPeekBytes);
  std::vector<std::string> row;
  rows.next(row);
  const std::size_t width = row.size();
  bool any = false;
  for (int i = 0; i < kMostRows && rows.next(row) == TableRows::Outcome::row; ++i) {
    if (row.size() == width) return true;
    any = true;
  }
  return !any;
}

class TableReader {
 public:
  TableReader(const StreamInput& input, char delimiter)
      : input_(input), rows_(input.source, delimiter, input.options.limits.max_text_bytes) {}

  void read() {
    std::vector<std::string> row;
    if (rows_.next(row) != TableRows::Outcome::row) return fail("no row that names the columns");
    const TableLayout layout(row, input_.options.mapping);
    if (layout.body.empty() && layout.known_fields() == 0) {
      return fail("no column of a known name (--mapping FILE gives names)");
    }
    for (auto outcome = rows_.next(row); outcome != TableRows::Outcome::end;
         outcome = rows_.next(row)) {
      ++record_;
      if (outcome == TableRows::Outcome::row) {
        take(row, layout);
      } else if (outcome == TableRows::Outcome::too_long) {
        fail(fmt::format("a row {}", too_large(input_.options.limits)));
      } else {
        fail("a quotation mark that nothing closes");
      }
    }
  }

 private:
  void take(std::vector<std::string>& row, const TableLayout& layout) {
    if (row.size() > layout.width) {
      return fail(fmt::format("{} fields, but {} columns", row.size(), layout.width));
    }
    decode_row(row);
    Article article = article_of(row, layout);
    if (article.title.empty() && article.body.empty()) return fail("no text");
    article.path = input_.path;
    article.record = saturate(record_);
    article.line = saturate(rows_.line());
    input_.handlers.article(std::move(article));
  }

  void fail(std::string reason) {
    input_.handlers.error({input_.path, rows_.line(), std::move(reason)});
  }

  const StreamInput& input_;
  TableRows rows_;
  std::uint64_t record_ = 0;
};

}  // namespace

bool looks_like_table(std::string_view text, const FileHints& hints) {
  const auto delimiter = delimiter_of(text, hints.mapping);
  if (!delimiter) return false;
  const TableLayout layout(*first_row(text, *delimiter), hints.mapping);
  const bool has_text = !layout.body.empty() || layout.known_fields() > 1;
  const bool has_more = layout.known_fields() > 0 || layout.body.size() > 1 || hints.mapping;
  return has_text && has_more && has_even_rows(text, *delimiter);
}

void read_table_stream(const StreamInput& input) {
  const auto delimiter = delimiter_of(input.source.peek(), input.options.mapping);
  TableReader(input, delimiter.value_or(',')).read();
}

}  // namespace newsdex
