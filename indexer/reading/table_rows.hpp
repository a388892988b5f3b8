// Rows of a table in text, as RFC 4180 has them, in bounded memory.
#pragma once

#include <cstdint>
#include <streambuf>
#include <string>
#include <vector>

namespace newsdex {

/// Splits a stream at delimiters and line ends outside of quotation marks. A field may be quoted,
/// and a quotation mark within it doubled; one that stands within a field without is a letter like
/// any other. Lines end by \n, \r\n or \r.
class TableRows {
 public:
  enum class Outcome { row, too_long, unclosed, end };

  /// The stream must outlive this.
  TableRows(std::streambuf& in, char delimiter, std::uint64_t max_row_bytes);

  /// Puts the next row that is not blank into `fields`. `too_long` passes one over; `unclosed` is
  /// the last, in which a quotation mark was never closed.
  Outcome next(std::vector<std::string>& fields);

  /// Where the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const { return row_line_; }

 private:
  bool fill();
  void take_field(std::vector<std::string>& fields);
  bool take_run(bool quoted);
  bool take_quoted_part();
  [[nodiscard]] bool ended() { return at_ == filled_ && !fill(); }

  std::streambuf& in_;
  char delimiter_;
  std::uint64_t max_row_bytes_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 0;
  std::uint64_t row_bytes_ = 0;
  std::string field_;
  bool unclosed_ = false;
  bool after_return_ = false;  // the last byte was \r, and a \n after it ends no line
};

}  // namespace newsdex
