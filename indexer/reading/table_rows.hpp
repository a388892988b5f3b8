// Rows of a table in text, as RFC 4180 has them, in bounded memory.
#pragma once

#include <cstdint>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// Splits a stream at delimiters and line ends outside of quotation marks. A field may be quoted,
/// and a quotation mark within it doubled; one that stands within a field without is a letter like
/// any other. Lines end by \n, \r\n or \r.
///
/// A mark that nothing closes must not take the rows after it along. A quoted field is therefore
/// given up where a further line of it holds what can only be the beginning of a field (a single
/// mark after a delimiter or at the beginning of the line, or an empty field), where a line with a
/// single mark has as many fields as the table has columns, at a tab in a table of tabs, and where
/// it never ends; its first line is then read by itself, with marks that have no partner as
/// letters. Where that happens over and over to long fields, none is looked for over several lines
/// for a while, so that the time is linear.
class TableRows {
 public:
  enum class Outcome { row, too_long, unclosed, end };

  /// The stream must outlive this.
  TableRows(std::streambuf& in, char delimiter, std::uint64_t max_row_bytes);

  /// Puts the next row that is not blank into `fields`. `too_long` and `unclosed` pass over one
  /// line: what follows may be further lines of that row.
  Outcome next(std::vector<std::string>& fields);

  /// Where the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const { return row_line_; }

  /// Whether the last row ended by the end of the stream, without a line end.
  [[nodiscard]] bool broke_off() const { return broke_off_; }

 private:
  Outcome read_row(std::vector<std::string>& fields);
  void note_vain_reading();
  Outcome parse(std::vector<std::string>& fields, bool one_line);
  Outcome take_quoted(bool one_line);
  Outcome take_plain();
  [[nodiscard]] bool begins_field(std::size_t mark) const;
  [[nodiscard]] bool is_row_of_its_own(std::size_t mark);
  [[nodiscard]] std::size_t line_end(std::size_t at);
  [[nodiscard]] bool ends_field(std::size_t at);
  [[nodiscard]] bool has_even_marks() const;
  void pass_line_end();
  void skip_line();
  void forget_what_was_read();
  bool load();
  [[nodiscard]] bool has(std::size_t at);
  [[nodiscard]] bool exceeds(std::size_t at) const { return at - row_ > max_row_bytes_; }

  std::streambuf& in_;
  char delimiter_;
  std::uint64_t max_row_bytes_;
  std::string window_;        // of the stream, from some place before the row on
  std::uint64_t before_ = 0;  // bytes of the stream before the window
  bool exhausted_ = false;
  std::size_t row_ = 0;  // where the row begins in the window, and
  std::size_t at_ = 0;   // what is to be read next
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 0;
  std::string field_;
  std::size_t width_ = 0;              // fields of the first row
  std::size_t first_line_fields_ = 0;  // of the row's first line alone; 0 until it is asked for
  std::size_t judged_to_ = 0;          // up to here lines of the field were told from rows
  std::uint64_t one_line_until_ = 0;   // up to this byte of the stream no quoted field has an end,
                                       // or none is looked for any more
  std::size_t read_to_ = 0;            // up to here the last quoted field was read, and
  std::uint64_t vain_bytes_ = 0;       // so much of such fields that were given up
  bool has_no_end_ = false;            // what parse() gave up was a quoted field without an end
  bool broke_off_ = false;
};

}  // namespace newsdex
