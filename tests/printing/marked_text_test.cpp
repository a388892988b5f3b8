#include "printing/marked_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsdex {
namespace {

/// Marked pieces in brackets, pieces apart by bars.
std::string shown(std::string_view text, const std::vector<ByteRange>& marks) {
  std::string out;
  for (const MarkedPiece& piece : marked_pieces(text, marks)) {
    if (!out.empty()) out += '|';
    out += piece.marked ? "[" + std::string(piece.text) + "]" : std::string(piece.text);
  }
  return out;
}

struct PiecesCase {
  std::string_view name;
  std::string_view text;
  std::vector<ByteRange> marks;
  std::string_view expected;
};

TEST(MarkedPieces, CutsAtTheBordersOfMarks) {
  const PiecesCase cases[] = {
      {"no text", "", {}, ""},
      {"no marks", "banned", {}, "banned"},
      {"inside", "it was banned now", {{7, 13}}, "it was |[banned]| now"},
      {"at both ends", "ban the ban", {{0, 3}, {8, 11}}, "[ban]| the |[ban]"},
      {"all of it", "ban", {{0, 3}}, "[ban]"},
      {"side by side", "abcd", {{0, 2}, {2, 4}}, "[ab]|[cd]"},
  };
  for (const PiecesCase& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(shown(c.text, c.marks), c.expected);
  }
}

TEST(MarkedPieces, CutsBadMarksToWhatIsLeft) {
  const PiecesCase cases[] = {
      {"empty mark", "abc", {{1, 1}}, "a|bc"},
      {"ends beyond the text", "abc", {{1, 99}}, "a|[bc]"},
      {"begins beyond the text", "abc", {{50, 99}}, "abc"},
      {"ends before it begins", "abc", {{2, 1}}, "ab|c"},
      {"overlapping", "abcdef", {{0, 3}, {2, 5}}, "[abc]|[de]|f"},
      {"descending", "abcdef", {{4, 5}, {0, 1}}, "abcd|[e]|f"},
      {"in no text", "", {{0, 4'294'967'295}}, ""},
  };
  for (const PiecesCase& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(shown(c.text, c.marks), c.expected);
  }
}

}  // namespace
}  // namespace newsdex
