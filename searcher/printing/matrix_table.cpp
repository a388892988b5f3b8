#include "printing/matrix_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/display_width.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

constexpr int kColumnGap = 2;
constexpr int kMaxRowName = 30;
constexpr int kMinRowName = 12;
constexpr int kMaxColumnName = 14;
constexpr int kNoShortening = INT_MAX;
constexpr std::string_view kZero = "\u00B7";

struct MatrixLayout {
  int row_name = 0;
  std::vector<int> columns;  // widths, of those that fit
};

int digits_of(std::uint64_t count) {
  return static_cast<int>(fmt::formatted_size("{}", count));
}

int name_width(const std::vector<MatrixValue>& values, int most) {
  int width = 0;
  for (const MatrixValue& value : values) {
    width = std::max(width, display_width(escape_for_terminal(value.value)));
  }
  return std::min(width, most);
}

int column_width(const Matrix& matrix, std::size_t column, int most) {
  const MatrixValue& value = matrix.columns[column];
  int width = std::min(display_width(escape_for_terminal(value.value)), most);
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    width = std::max(width, digits_of(matrix.cell(row, column).count));
  }
  return width;
}

int all_columns_width(const Matrix& matrix, int most) {
  int width = 0;
  for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
    width += kColumnGap + column_width(matrix, column, most);
  }
  return width;
}

/// Names of rows are cut only where columns would be lost by their length.
int row_name_room(const Page& page, const Matrix& matrix) {
  const int natural = name_width(matrix.rows, page.unlimited() ? kNoShortening : kMaxRowName);
  if (page.unlimited()) return natural;
  const int left = page.width - all_columns_width(matrix, kMaxColumnName);
  const int least = std::min(std::max(page.width / 3, kMinRowName), page.width);
  return std::min(natural, std::max(left, least));
}

MatrixLayout lay_out(const Page& page, const Matrix& matrix) {
  const int most_of_name = page.unlimited() ? kNoShortening : kMaxColumnName;
  MatrixLayout layout;
  layout.row_name = row_name_room(page, matrix);
  int used = layout.row_name;
  for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
    const int width = column_width(matrix, column, most_of_name);
    if (!page.unlimited() && used + kColumnGap + width > page.width) break;
    used += kColumnGap + width;
    layout.columns.push_back(width);
  }
  return layout;
}

/// `text` at the right of so many columns.
std::string at_right(const Page& page, std::string_view text, Ink ink, int width) {
  const FittedText fitted = fit_on_line(text, ink, width, page.color);
  return spaces(width - fitted.width) + fitted.shown;
}

void print_names(const Page& page, const Matrix& matrix, const MatrixLayout& layout) {
  page.out << spaces(layout.columns.empty() ? 0 : layout.row_name);
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    page.out << spaces(kColumnGap)
             << at_right(page, matrix.columns[column].value, Ink::plain, layout.columns[column]);
  }
  page.out << '\n';
}

void print_row(const Page& page, const Matrix& matrix, const MatrixLayout& layout,
               std::size_t row) {
  const FittedText name =
      fit_on_line(matrix.rows[row].value, Ink::plain, layout.row_name, page.color);
  page.out << name.shown << spaces(layout.columns.empty() ? 0 : layout.row_name - name.width);
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    const std::uint64_t count = matrix.cell(row, column).count;
    const int width = layout.columns[column];
    page.out << spaces(kColumnGap)
             << (count == 0 ? at_right(page, kZero, Ink::faint, width)
                            : at_right(page, fmt::format("{}", count), Ink::selected, width));
  }
  page.out << '\n';
}

void print_left_out(const Page& page, const Matrix& matrix, const MatrixLayout& layout) {
  const std::uint64_t columns = matrix.columns.size() - layout.columns.size() + matrix.more_columns;
  std::string text;
  if (matrix.more_rows > 0) {
    text = fmt::format("{} more of {}", matrix.more_rows, spec(matrix.row_field).name);
  }
  if (columns > 0) {
    text += fmt::format("{}{} more of {}", text.empty() ? "" : ", ", columns,
                        spec(matrix.column_field).name);
  }
  StyledText left_out;
  left_out.append(text, Ink::faint);
  print_wrapped(page, left_out, 0, 2);
}

void print_cell_queries(const Page& page, const Matrix& matrix) {
  std::uint64_t most = 0;
  for (const MatrixCell& cell : matrix.cells) most = std::max(most, cell.count);
  page.out << '\n';
  for (const MatrixCell& cell : matrix.cells) {
    if (cell.count == 0) continue;
    // Never cut or broken: it is there to be copied.
    StyledText query(Flow::verbatim);
    query.append(cell.query);
    page.out << fmt::format("{:>{}}  ", cell.count, digits_of(most));
    for (const StyledLine& line : query.wrap(kUnlimitedWidth, 1)) {
      page.out << query.render(line, page.color);
    }
    page.out << '\n';
  }
}

}  // namespace

void print_matrix(const Page& page, const Matrix& matrix, bool with_queries) {
  if (matrix.rows.empty() || matrix.columns.empty()) return;
  const std::string heading = fmt::format(
      "{} by {}, in one {}", spec(matrix.row_field).name, spec(matrix.column_field).name,
      matrix.unit == MatrixUnit::sentence ? "sentence" : "article");
  page.out << '\n' << fit_on_line(heading, Ink::heading, page.width, page.color).shown << '\n';
  const MatrixLayout layout = lay_out(page, matrix);
  print_names(page, matrix, layout);
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) print_row(page, matrix, layout, row);
  print_left_out(page, matrix, layout);
  if (with_queries) print_cell_queries(page, matrix);
}

}  // namespace newsdex
