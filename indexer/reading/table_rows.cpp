#include "reading/table_rows.hpp"

#include <algorithm>
#include <string_view>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kRowBlockBytes = std::size_t{64} << 10;

bool is_blank(const std::vector<std::string>& fields) {
  return fields.size() == 1 && trim_spaces(fields.front()).empty();
}

}  // namespace

TableRows::TableRows(std::streambuf& in, char delimiter, std::uint64_t max_row_bytes)
    : in_(in), delimiter_(delimiter), max_row_bytes_(max_row_bytes), block_(kRowBlockBytes) {}

bool TableRows::fill() {
  const bool first = filled_ == 0;
  const auto got = in_.sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
  filled_ = static_cast<std::size_t>(std::max<std::streamsize>(got, 0));
  at_ = 0;
  const std::string_view begin(block_.data(), filled_);
  if (first && begin.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  return at_ < filled_;
}

// Appends bytes up to one that means something; whether there was such.
bool TableRows::take_run(bool quoted) {
  while (!ended()) {
    const char* const begin = block_.data() + at_;
    const char* const end = block_.data() + filled_;
    const char* const stop = std::find_if(begin, end, [&](char byte) {
      return quoted ? byte == '"' : byte == delimiter_ || byte == '\n' || byte == '\r';
    });
    const auto length = static_cast<std::size_t>(stop - begin);
    if (quoted) line_ += static_cast<std::uint64_t>(std::count(begin, stop, '\n'));
    row_bytes_ += length;
    if (row_bytes_ <= max_row_bytes_) field_.append(begin, length);
    at_ += length;
    if (at_ < filled_) return true;
  }
  return false;
}

// From after a quotation mark to after the one that closes it; whether there was one.
bool TableRows::take_quoted_part() {
  while (take_run(true)) {
    ++at_;
    if (ended() || block_[at_] != '"') return true;
    ++at_;
    ++row_bytes_;
    field_ += '"';
  }
  return false;
}

void TableRows::take_field(std::vector<std::string>& fields) {
  field_.clear();
  if (!ended() && block_[at_] == '"') {
    ++at_;
    unclosed_ = !take_quoted_part();
  }
  if (!unclosed_) take_run(false);
  if (row_bytes_ <= max_row_bytes_) fields.push_back(std::move(field_));
  field_ = {};
}

TableRows::Outcome TableRows::next(std::vector<std::string>& fields) {
  do {
    fields.clear();
    row_bytes_ = 0;
    if (after_return_ && !ended() && block_[at_] == '\n') ++at_;
    after_return_ = false;
    if (ended()) return Outcome::end;
    row_line_ = line_;
    for (bool more = true; more;) {
      take_field(fields);
      more = !ended() && block_[at_] == delimiter_;
      if (!more) break;
      ++at_;
      ++row_bytes_;
    }
    if (!ended()) {
      after_return_ = block_[at_] == '\r';
      ++at_;
      ++line_;
    }
    if (unclosed_) return Outcome::unclosed;
    if (row_bytes_ > max_row_bytes_) return Outcome::too_long;
  } while (is_blank(fields));
  return Outcome::row;
}

}  // namespace newsdex
