// Untrusted text made ready for a terminal: escaped, coloured, isolated by direction, and cut into
// lines of a given width between grapheme clusters.
//
// A value with right-to-left characters is put between directional isolates on every line it takes,
// so that neither the values beside it nor the numbers after it are reordered. Inside them it stays
// in logical order: laying it out is the terminal's task.
#pragma once

#include <climits>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"
#include "printing/ansi.hpp"

namespace newsdex {

/// Width of a line that is never wrapped.
inline constexpr int kUnlimitedWidth = INT_MAX;

/// Longer values are cut before anything else is done with them.
inline constexpr std::size_t kMaxShownBytes = 65'536;

/// How text may be changed to fit: prose has its runs of spaces made one and is broken between
/// words; verbatim text keeps every space and is broken anywhere.
enum class Flow : std::uint8_t { prose, verbatim };

/// One line of a StyledText; only its maker can show it.
struct StyledLine {
  std::size_t begin = 0;  // cells
  std::size_t end = 0;
  int width = 0;     // columns, the sign of omission included
  bool cut = false;  // the text goes on, and no further line was allowed
};

class StyledText {
 public:
  explicit StyledText(Flow flow = Flow::prose) : flow_(flow) {}

  /// `link` is what a terminal opens for the text, encoded as an address is; empty for nothing.
  void append(std::string_view text, Ink ink = Ink::plain, std::string link = {});
  void append_marked(std::string_view text, std::span<const ByteRange> marks, Ink ink, Ink mark,
                     std::string link = {});

  [[nodiscard]] bool empty() const { return cells_.empty(); }

  /// Cuts the text into at most `max_lines` lines of at most `width` columns. Only a single cluster
  /// wider than `width` makes a wider line.
  [[nodiscard]] std::vector<StyledLine> wrap(int width, std::size_t max_lines) const;

  /// Whether any of these lines of it has text of this ink.
  [[nodiscard]] bool shows(std::span<const StyledLine> lines, Ink ink) const;

  [[nodiscard]] std::string render(const StyledLine& line, bool color) const;

 private:
  enum class Direction : std::uint8_t { neutral, left_to_right, right_to_left };

  struct Cell {
    std::uint32_t begin = 0;  // bytes of shown_
    std::uint32_t end = 0;
    std::uint32_t value = 0;  // index into directions_
    std::int8_t width = 1;
    Ink ink = Ink::plain;
    bool is_space = false;
    bool is_wide = false;  // a line may end before and after it, as in Chinese
  };

  void append_cells(std::size_t from, std::span<const std::size_t> ends, std::span<const Ink> inks);
  [[nodiscard]] bool may_break_before(std::size_t cell) const;
  [[nodiscard]] std::size_t skip_spaces(std::size_t cell) const;
  [[nodiscard]] StyledLine fit(std::size_t begin, int width) const;

  Flow flow_;
  std::string shown_;  // escaped
  std::vector<Cell> cells_;
  std::vector<Direction> directions_;  // one for each appended value
  std::vector<std::string> links_;     // the same
};

/// `text` on one line of at most `width` columns, and the columns it takes.
struct FittedText {
  std::string shown;
  int width = 0;
};
FittedText fit_on_line(std::string_view text, Ink ink, int width, bool color);

}  // namespace newsdex
