#include "storage/position_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "newsdex/error.hpp"
#include "newsdex/schema.hpp"
#include "storage/damage.hpp"
#include "storage/varint.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kWordBytes = sizeof(std::uint32_t);
constexpr std::size_t kSkipBytes = 2 * kWordBytes;

// At most: the article, the first position and the number of the others.
constexpr std::size_t kHeadBytes = 30;

constexpr std::uint64_t encode_first(std::uint32_t position) {
  const std::uint64_t wide = position;
  return position >= kBodyPosition ? (wide - kBodyPosition) * 2 : wide * 2 + 1;
}

constexpr std::uint32_t decode_first(std::uint64_t code) {
  return static_cast<std::uint32_t>(code % 2 == 0 ? code / 2 + kBodyPosition : code / 2);
}

[[noreturn]] void throw_too_large(std::string_view term) {
  throw Error(ErrorCode::io,
              fmt::format("the positions of \"{}\" are too many for one segment", term),
              "leave the index unmerged, or keep the articles in several indexes");
}

std::uint32_t skips_of(std::uint32_t lists) {
  return lists == 0 ? 0 : (lists - 1) / kListsPerSkip;
}

}  // namespace

void encode_positions(std::span<const std::uint32_t> positions, std::string& out) {
  const std::uint64_t more = positions.size() > 1 ? 1 : 0;
  put_varint(out, encode_first(positions[0]) * 2 + more);
  if (more == 0) return;
  put_varint(out, positions.size() - 2);
  for (std::size_t i = 1; i < positions.size(); ++i)
    put_varint(out, positions[i] - positions[i - 1] - 1);
}

bool take_positions(std::string_view& bytes, std::vector<std::uint32_t>& out) {
  const auto first = take_varint(bytes);
  if (!first) return false;
  out.push_back(decode_first(*first / 2));
  if (*first % 2 == 0) return true;
  const auto more = take_varint(bytes);
  if (!more || *more >= bytes.size()) return false;
  for (std::uint64_t i = 0; i <= *more; ++i) {
    const auto distance = take_varint(bytes);
    if (!distance) return false;
    out.push_back(out.back() + static_cast<std::uint32_t>(*distance) + 1);
  }
  return true;
}

bool skip_positions(std::string_view& bytes) {
  const auto first = take_varint(bytes);
  if (!first || *first % 2 == 0) return first.has_value();
  const auto more = take_varint(bytes);
  if (!more || *more >= bytes.size()) return false;
  for (std::uint64_t i = 0; i <= *more; ++i) {
    if (!take_varint(bytes)) return false;
  }
  return true;
}

void DecodedPositions::clear() {
  starts_.clear();
  positions_.clear();
}

void DecodedPositions::add(std::string_view list) {
  if (starts_.empty()) starts_.push_back(0);
  if (!list.empty()) take_positions(list, positions_);
  starts_.push_back(static_cast<std::uint32_t>(positions_.size()));
}

void DecodedPositions::add(std::uint32_t position) {
  if (starts_.empty()) starts_.push_back(0);
  positions_.push_back(position);
  starts_.push_back(static_cast<std::uint32_t>(positions_.size()));
}

PositionFileWriter::PositionFileWriter(const std::string& path, std::uint64_t most_bytes)
    : out_(path), most_bytes_(most_bytes) {
  out_.begin("lists");
}

void PositionFileWriter::begin(std::string_view term) {
  end_term();
  term_ = term;
}

void PositionFileWriter::add(std::uint32_t article, std::string_view list) {
  begin_list(article);
  lists_ += list;
}

void PositionFileWriter::add(std::uint32_t article, std::uint32_t position) {
  begin_list(article);
  put_varint(lists_, encode_first(position) * 2);
}

void PositionFileWriter::begin_list(std::uint32_t article) {
  if (count_ > 0 && count_ % kListsPerSkip == 0) {
    if (lists_.size() > most_bytes_) throw_too_large(term_);
    skips_.push_back({article, static_cast<std::uint32_t>(lists_.size())});
    last_article_ = 0;
  }
  put_varint(lists_, article - last_article_);
  last_article_ = article;
  ++count_;
}

void PositionFileWriter::end_term() {
  if (count_ == 0) return;
  dictionary_.add(term_, written_);
  std::string head;
  put_varint(head, count_);
  append(head);
  append({reinterpret_cast<const char*>(skips_.data()), skips_.size() * kSkipBytes});
  append(lists_);
  written_ += head.size() + skips_.size() * kSkipBytes + lists_.size();
  count_ = last_article_ = 0;
  skips_.clear();
  lists_.clear();
}

void PositionFileWriter::append(std::string_view bytes) {
  out_.append(bytes);
  summer_.append(bytes);
}

void PositionFileWriter::finish() {
  end_term();
  out_.add<std::uint64_t>("lists.sums", summer_.finish());
  dictionary_.write(out_);
  out_.finish();
}

TermPositions::TermPositions(const std::string& path, const SummedBytes& summed,
                             std::uint64_t begin)
    : path_(&path), bytes_(&summed) {
  const std::string_view all = summed.bytes();
  std::string_view bytes = all.substr(std::min<std::uint64_t>(begin, all.size()));
  const std::size_t head = std::min(bytes.size(), kHeadBytes);
  checked_ = bytes_->check(bytes.data(), bytes.data() + head);
  const auto count = take_varint(bytes);
  if (!count || *count > std::numeric_limits<std::uint32_t>::max()) damaged();
  count_ = static_cast<std::uint32_t>(*count);
  const std::size_t skips = skips_of(count_) * kSkipBytes;
  if (skips > bytes.size()) damaged();
  skips_ = bytes.substr(0, skips);
  lists_ = rest_ = bytes.substr(skips);
  check_read();
}

void TermPositions::check_read() {
  const char* const wanted = rest_.data() + std::min(rest_.size(), kHeadBytes);
  if (wanted > checked_) checked_ = bytes_->check(checked_, wanted);
}

bool TermPositions::seek(std::uint32_t article) {
  skip_to(article);
  while (article_ < article || !at_list_) {
    if (at_list_) pass_list();
    if (next_ == count_) return false;
    next_article();
  }
  return article_ == article;
}

// Jumps to the last skip that does not lie past `article`, if that leads forward.
void TermPositions::skip_to(std::uint32_t article) {
  std::uint32_t low = next_ / kListsPerSkip;  // skips passed
  const std::uint32_t passed = low;
  for (std::uint32_t high = skips_of(count_); low < high;) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (skip_word(middle, 0) <= article) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low <= passed) return;
  const std::uint32_t offset = skip_word(low - 1, 1);
  if (offset > lists_.size()) damaged();
  rest_ = lists_.substr(offset);
  checked_ = rest_.data();
  next_ = low * kListsPerSkip;
  at_list_ = false;
  check_read();
}

std::uint32_t TermPositions::skip_word(std::uint32_t skip, std::size_t word) const {
  std::uint32_t value = 0;
  std::memcpy(&value, skips_.data() + skip * kSkipBytes + word * kWordBytes, kWordBytes);
  return value;
}

void TermPositions::next_article() {
  const auto step = take_varint(rest_);
  if (!step) damaged();
  check_read();
  if (next_ % kListsPerSkip == 0) article_ = 0;
  article_ += static_cast<std::uint32_t>(*step);
  ++next_;
  at_list_ = true;
}

// What reaches beyond what is checked may not have been there yet: it is read again once it is. How
// many positions there are stands in the head, so that each turn comes further.
template <typename Read>
void TermPositions::read_list(Read&& read) {
  at_list_ = false;
  const std::string_view list = rest_;
  for (;;) {
    const char* const there = checked_;
    if (!read()) damaged();
    const bool was_there = rest_.data() <= there;
    check_read();
    if (was_there) return;
    rest_ = list;
  }
}

void TermPositions::pass_list() {
  read_list([&] { return skip_positions(rest_); });
}

void TermPositions::append_to(std::vector<std::uint32_t>& out) {
  const std::size_t before = out.size();
  read_list([&] {
    out.resize(before);
    return take_positions(rest_, out);
  });
}

std::string_view TermPositions::encoded() {
  const std::string_view begin = rest_;
  pass_list();
  return begin.substr(0, begin.size() - rest_.size());
}

void TermPositions::damaged() const {
  throw_damaged(*path_);
}

PositionFile::PositionFile(const FilePlace& place)
    : path_(place.path()),
      file_(place),
      dictionary_(file_, path_),
      lists_(file_, "lists", "lists.sums", path_) {}

TermPositions PositionFile::find(std::string_view term) const {
  const auto offset = dictionary_.find(term);
  if (!offset) return {};
  return {path_, lists_, *offset};
}

}  // namespace newsdex
