// The first lines of a text, found once: whoever asks about thousands of places in one long line
// pays for a look-up each, and not for the line.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace newsdex {

class TextTop {
 public:
  static constexpr std::size_t kMostLines = 8;
  static constexpr std::size_t kShortLineBytes = 120;  // longer ones are prose

  struct Line {
    std::size_t begin = 0;  // its first byte that is no white space
    std::size_t end = 0;    // of the line, before its line feed
    bool below_prose = false;

    [[nodiscard]] std::size_t size() const { return end - begin; }
  };

  /// What a line holds around a place of it, white space trimmed, and no more of either side than
  /// kMostBytes.
  struct Surroundings {
    std::string_view before;
    std::string_view after;
  };
  static constexpr std::size_t kMostBytes = 160;

  explicit TextTop(std::string_view text);

  [[nodiscard]] std::span<const Line> lines() const { return std::span(lines_).first(count_); }

  /// The line that `place` stands on; nullptr below the top.
  [[nodiscard]] const Line* line_of(std::size_t place) const;

  /// Around the bytes `begin`..`end`, which begin on a line of the top. Where more stands before
  /// them than kMostBytes, `before` is longer than kShortLineBytes.
  [[nodiscard]] Surroundings around(std::size_t begin, std::size_t end) const;

 private:
  std::string_view text_;
  std::array<Line, kMostLines> lines_;
  std::size_t count_ = 0;
};

}  // namespace newsdex
