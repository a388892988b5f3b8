#include "reading/table_rows.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kRowBlockBytes = std::size_t{64} << 10;

bool is_blank(const std::vector<std::string>& fields) {
  return fields.size() == 1 && trim_spaces(fields.front()).empty();
}

bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

}  // namespace

TableRows::TableRows(std::streambuf& in, char delimiter, std::uint64_t max_row_bytes)
    : in_(in), delimiter_(delimiter), max_row_bytes_(max_row_bytes) {
  if (has(0) && window_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

bool TableRows::load() {
  if (exhausted_) return false;
  const std::size_t filled = window_.size();
  window_.resize(filled + kRowBlockBytes);
  const auto got = in_.sgetn(window_.data() + filled, static_cast<std::streamsize>(kRowBlockBytes));
  window_.resize(filled + static_cast<std::size_t>(std::max<std::streamsize>(got, 0)));
  exhausted_ = window_.size() < filled + kRowBlockBytes;
  return window_.size() > filled;
}

bool TableRows::has(std::size_t at) {
  while (at >= window_.size() && load()) {
  }
  return at < window_.size();
}

// Half the window at a time, so that a large one is not moved for every row.
void TableRows::forget_what_was_read() {
  if (at_ < kRowBlockBytes || at_ * 2 < window_.size()) return;
  window_.erase(0, at_);
  before_ += at_;
  at_ = 0;
}

bool TableRows::ends_field(std::size_t at) {
  return !has(at) || window_[at] == delimiter_ || is_line_end(window_[at]);
}

// Of a mark on a further line of a quoted field.
bool TableRows::begins_field(std::size_t mark) const {
  const char before = window_[mark - 1];
  return before == delimiter_ || is_line_end(before);
}

// As far as the row may reach.
std::size_t TableRows::line_end(std::size_t at) {
  while (true) {
    const std::size_t end = window_.find_first_of("\r\n", at);
    if (end != std::string::npos) return end;
    at = window_.size();
    if (exceeds(at) || !load()) return window_.size();
  }
}

// Whether the line that the mark stands in has as many fields as the table, and so has that which
// the row began with: then it is the next row rather than more of this one.
bool TableRows::is_row_of_its_own(std::size_t mark) {
  if (mark < judged_to_) return false;
  const auto delimiters = [&](std::size_t begin, std::size_t end) {
    const auto* const bytes = window_.data();
    return static_cast<std::size_t>(std::count(bytes + begin, bytes + end, delimiter_));
  };
  if (first_line_fields_ == 0) first_line_fields_ = delimiters(row_, line_end(row_)) + 1;
  judged_to_ = line_end(mark);
  const std::size_t begin = window_.find_last_of("\r\n", mark) + 1;
  return width_ > 1 && first_line_fields_ == width_ && delimiters(begin, judged_to_) + 1 == width_;
}

bool TableRows::has_even_marks() const {
  const auto* const begin = window_.data();
  return std::count(begin + row_, begin + at_, '"') % 2 == 0;
}

// Up to the delimiter or line end.
TableRows::Outcome TableRows::take_plain() {
  while (has(at_)) {
    const auto* const begin = window_.data() + at_;
    const auto* const end = window_.data() + window_.size();
    const auto* const stop = std::find_if(
        begin, end, [&](char byte) { return byte == delimiter_ || is_line_end(byte); });
    const auto length = static_cast<std::size_t>(stop - begin);
    if (exceeds(at_ + length)) return Outcome::too_long;
    field_.append(begin, length);
    at_ += length;
    if (stop != end) break;
  }
  return Outcome::row;
}

// From an opening quotation mark to after the one that closes it: one at which the field ends.
TableRows::Outcome TableRows::take_quoted(bool one_line) {
  const std::size_t open = at_;
  bool further_line = false;
  std::size_t from = open + 1;
  while (!exceeds(from) && has(from)) {
    read_to_ = from;
    const std::size_t mark = std::min(window_.find('"', from), window_.size());
    const std::string_view part = std::string_view(window_).substr(from, mark - from);
    const std::size_t line_end = further_line ? 0 : part.find_first_of("\r\n");
    further_line = further_line || line_end != std::string_view::npos;
    if (one_line && further_line) return Outcome::unclosed;
    if (further_line && delimiter_ == '\t' && part.find('\t', line_end) != std::string_view::npos)
      return Outcome::unclosed;
    field_.append(part);
    from = mark;
    if (!has(mark)) continue;
    if (window_[mark] != '"') continue;  // more of the stream was read
    if (ends_field(mark + 1)) {
      at_ = mark + 1;
      return Outcome::row;
    }
    const bool doubled = window_[mark + 1] == '"';
    const bool empty_field = doubled && window_[mark - 1] == delimiter_ && ends_field(mark + 2);
    if (further_line && (doubled ? empty_field : begins_field(mark) || is_row_of_its_own(mark))) {
      return Outcome::unclosed;
    }
    field_ += '"';
    from = mark + (doubled ? 2 : 1);
  }
  has_no_end_ = true;
  return exceeds(from) ? Outcome::too_long : Outcome::unclosed;
}

// Of the row at `row_`. In one line, a mark that nothing there closes is a letter.
TableRows::Outcome TableRows::parse(std::vector<std::string>& fields, bool one_line) {
  fields.clear();
  at_ = row_;
  has_no_end_ = false;
  judged_to_ = 0;
  first_line_fields_ = 0;
  bool literal = false;
  for (bool more = true; more;) {
    field_.clear();
    const bool quoted = has(at_) && window_[at_] == '"';
    Outcome outcome = quoted ? take_quoted(one_line) : take_plain();
    if (quoted && one_line && outcome == Outcome::unclosed) {
      literal = true;
      field_.clear();
      outcome = take_plain();
    }
    if (outcome != Outcome::row) return outcome;
    fields.push_back(std::exchange(field_, {}));
    more = has(at_) && window_[at_] == delimiter_;
    if (more) ++at_;
  }
  return literal && !has_even_marks() ? Outcome::unclosed : Outcome::row;
}

void TableRows::pass_line_end() {
  line_ +=
      static_cast<std::uint64_t>(std::count(window_.data() + row_, window_.data() + at_, '\n'));
  broke_off_ = !has(at_);
  if (broke_off_) return;
  ++line_;
  if (window_[at_] == '\r' && has(at_ + 1) && window_[at_ + 1] == '\n') ++at_;
  ++at_;
}

// To the line end, holding nothing.
void TableRows::skip_line() {
  while (has(at_)) {
    const std::size_t end = window_.find_first_of("\r\n", at_);
    if (end != std::string::npos) {
      at_ = end;
      break;
    }
    before_ += window_.size();
    window_.clear();
    at_ = 0;
  }
  row_ = at_;
}

// Rows may begin one after another with fields that all go on for a long while and come to nothing
// in the end. As soon as more was read in vain than stands before the row, quoted fields are given
// up for as long.
void TableRows::note_vain_reading() {
  constexpr std::uint64_t kAllowance = std::uint64_t{4} << 20;
  vain_bytes_ += read_to_ - std::min(read_to_, row_);
  if (vain_bytes_ > kAllowance + before_ + row_) {
    one_line_until_ = std::max(one_line_until_, vain_bytes_ - kAllowance);
  }
}

TableRows::Outcome TableRows::read_row(std::vector<std::string>& fields) {
  const bool one_line = before_ + row_ < one_line_until_;
  read_to_ = row_;
  const Outcome first = parse(fields, one_line);
  if (first == Outcome::row) return first;
  if (has_no_end_) one_line_until_ = before_ + window_.size();
  note_vain_reading();
  const Outcome second = one_line ? first : parse(fields, true);
  if (second == Outcome::too_long) skip_line();
  return first == Outcome::too_long ? first : second;
}

TableRows::Outcome TableRows::next(std::vector<std::string>& fields) {
  Outcome outcome = Outcome::row;
  do {
    forget_what_was_read();
    fields.clear();
    if (!has(at_)) return Outcome::end;
    row_ = at_;
    row_line_ = line_;
    outcome = read_row(fields);
    pass_line_end();
  } while (outcome == Outcome::row && is_blank(fields));
  if (outcome != Outcome::row) fields.clear();
  if (width_ == 0) width_ = fields.size();
  return outcome;
}

}  // namespace newsdex
