// Lines of a stream in bounded memory.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace newsdex {

/// Splits a stream at line feeds. A line beyond the limit is passed over without being held.
class BoundedLines {
 public:
  enum class Outcome { line, too_long, end };

  /// The stream must outlive this.
  BoundedLines(std::istream& in, std::uint64_t max_line_bytes);

  /// Puts the next line, without its line feed, into `line`; empty unless the outcome is `line`.
  Outcome next(std::string& line);

 private:
  bool fill();

  std::istream& in_;
  std::uint64_t max_line_bytes_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace newsdex
