#include "printing/styled_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "printing/hyperlinks.hpp"
#include "printing/marked_text.hpp"
#include "text/display_width.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kOmission = "\u2026";
constexpr std::array<std::string_view, 3> kIsolateBegin = {"", "\u2066", "\u2067"};
constexpr std::string_view kIsolateEnd = "\u2069";

/// Whether the cluster begins with a wide character (a conjunct of two narrow letters does not).
bool begins_wide(std::string_view cluster) {
  return display_width(cluster.substr(0, decode(cluster, 0).length)) == 2;
}

/// Writes cells, switching colour and isolate only where they change.
class LineWriter {
 public:
  explicit LineWriter(bool color) : color_(color) {}

  void enter_value(std::uint32_t value, std::string_view isolate_begin, std::string_view link) {
    if (value == value_) return;
    leave_value();
    value_ = value;
    isolated_ = !isolate_begin.empty();
    linked_ = !link.empty();
    line_ += isolate_begin;
    if (linked_) line_ += begin_link(link);
  }

  void put(std::string_view shown, Ink ink) {
    if (color_ && ink != ink_) {
      if (ink_ != Ink::plain) line_ += kInkEnd;
      line_ += ink_begin(ink);
      ink_ = ink;
    }
    line_ += shown;
  }

  std::string finish() {
    leave_value();
    return std::move(line_);
  }

 private:
  void leave_value() {
    put("", Ink::plain);
    if (linked_) line_ += kLinkEnd;
    linked_ = false;
    if (isolated_) line_ += kIsolateEnd;
    isolated_ = false;
  }

  std::string line_;
  bool color_;
  bool isolated_ = false;
  bool linked_ = false;
  Ink ink_ = Ink::plain;
  std::uint32_t value_ = UINT32_MAX;
};

}  // namespace

void StyledText::append(std::string_view text, Ink ink, std::string link) {
  append_marked(text, {}, ink, ink, std::move(link));
}

void StyledText::append_marked(std::string_view text, std::span<const ByteRange> marks, Ink ink,
                               Ink mark, std::string link) {
  const std::string_view kept = cut_to_bytes(text, kMaxShownBytes);
  Direction direction = Direction::neutral;
  if (has_right_to_left(kept)) {
    direction = is_right_to_left(kept) ? Direction::right_to_left : Direction::left_to_right;
  }
  directions_.push_back(direction);
  links_.push_back(std::move(link));

  const std::size_t from = shown_.size();
  std::vector<std::size_t> ends;
  std::vector<Ink> inks;
  const auto show = [&](std::string_view piece, Ink piece_ink) {
    shown_ += escape_for_terminal(piece);
    ends.push_back(shown_.size());
    inks.push_back(piece_ink);
  };
  for (const MarkedPiece& piece : marked_pieces(kept, marks)) {
    show(piece.text, piece.marked ? mark : ink);
  }
  if (kept.size() < text.size()) show(kOmission, ink);
  append_cells(from, ends, inks);
}

// The shown text is cut into clusters as a whole, so that a mark that ends inside one does not tear
// it: a cluster has the ink of its first byte.
void StyledText::append_cells(std::size_t from, std::span<const std::size_t> ends,
                              std::span<const Ink> inks) {
  const std::string_view added = std::string_view(shown_).substr(from);
  std::size_t piece = 0;
  for (const Grapheme& grapheme : graphemes(added)) {
    const std::string_view cluster = added.substr(grapheme.begin, grapheme.end - grapheme.begin);
    while (ends[piece] <= from + grapheme.begin) ++piece;
    const bool is_space = cluster == " ";
    const bool after_space = cells_.empty() || cells_.back().is_space;
    if (flow_ == Flow::prose && is_space && after_space) continue;
    cells_.push_back({.begin = static_cast<std::uint32_t>(from + grapheme.begin),
                      .end = static_cast<std::uint32_t>(from + grapheme.end),
                      .value = static_cast<std::uint32_t>(directions_.size() - 1),
                      .width = static_cast<std::int8_t>(grapheme.width),
                      .ink = inks[piece],
                      .is_space = is_space,
                      .is_wide = grapheme.width == 2 && begins_wide(cluster)});
  }
}

bool StyledText::may_break_before(std::size_t cell) const {
  if (flow_ == Flow::verbatim) return true;
  const Cell& left = cells_[cell - 1];
  const Cell& right = cells_[cell];
  return left.is_space || right.is_space || left.is_wide || right.is_wide;
}

std::size_t StyledText::skip_spaces(std::size_t cell) const {
  if (flow_ == Flow::verbatim) return cell;
  while (cell < cells_.size() && cells_[cell].is_space) ++cell;
  return cell;
}

/// The longest line from `begin` on; empty when not even one cluster fits.
StyledLine StyledText::fit(std::size_t begin, int width) const {
  StyledLine line{begin, begin, 0, false};
  StyledLine at_break = line;
  while (line.end < cells_.size() && cells_[line.end].width <= width - line.width) {
    if (line.end > begin && may_break_before(line.end)) at_break = line;
    line.width += cells_[line.end].width;
    ++line.end;
  }
  const bool inside_word =
      line.end < cells_.size() && line.end > begin && !may_break_before(line.end);
  if (inside_word && at_break.end > begin) line = at_break;
  while (flow_ == Flow::prose && line.end > begin && cells_[line.end - 1].is_space) {
    --line.width;
    --line.end;
  }
  return line;
}

std::vector<StyledLine> StyledText::wrap(int width, std::size_t max_lines) const {
  std::vector<StyledLine> lines;
  std::size_t at = skip_spaces(0);
  while (at < cells_.size() && lines.size() < max_lines) {
    StyledLine line = fit(at, width);
    if (line.end == at) line = {at, at + 1, cells_[at].width, false};
    at = skip_spaces(line.end);
    if (at < cells_.size() && lines.size() + 1 == max_lines) {
      line = fit(line.begin, width - 1);
      line.cut = true;
      ++line.width;
    }
    lines.push_back(line);
  }
  return lines;
}

bool StyledText::shows(std::span<const StyledLine> lines, Ink ink) const {
  return std::any_of(lines.begin(), lines.end(), [&](const StyledLine& line) {
    return std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(line.begin),
                       cells_.begin() + static_cast<std::ptrdiff_t>(line.end),
                       [&](const Cell& cell) { return cell.ink == ink; });
  });
}

std::string StyledText::render(const StyledLine& line, bool color) const {
  LineWriter writer(color);
  Ink ink = Ink::plain;
  for (std::size_t at = line.begin; at < line.end; ++at) {
    const Cell& cell = cells_[at];
    const auto direction = static_cast<std::size_t>(directions_[cell.value]);
    writer.enter_value(cell.value, kIsolateBegin[direction], links_[cell.value]);
    writer.put(std::string_view(shown_).substr(cell.begin, cell.end - cell.begin), cell.ink);
    ink = cell.ink;
  }
  if (line.cut) writer.put(kOmission, ink);
  return writer.finish();
}

FittedText fit_on_line(std::string_view text, Ink ink, int width, bool color) {
  StyledText styled(Flow::verbatim);
  styled.append(text, ink);
  const std::vector<StyledLine> lines = styled.wrap(width, 1);
  if (lines.empty()) return {};
  return {styled.render(lines.front(), color), lines.front().width};
}

}  // namespace newsdex
