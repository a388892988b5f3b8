#include "storage/term_dictionary.hpp"

#include <algorithm>

#include "storage/common_prefix.hpp"
#include "storage/varint.hpp"

namespace newsdex {
namespace {

// Takes `size` bytes from the front; nothing when there are fewer.
std::optional<std::string_view> take_bytes(std::string_view& bytes, std::uint64_t size) {
  if (size > bytes.size()) return std::nullopt;
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

}  // namespace

bool TermBlockWalk::next() {
  const auto shared = take_varint(rest_);
  const auto size = take_varint(rest_);
  if (!shared || !size || *shared > term_.size()) return false;
  const auto suffix = take_bytes(rest_, *size);
  const auto step = take_varint(rest_);
  if (!suffix || !step) return false;
  term_.resize(*shared);
  term_ += *suffix;
  number_ += *step;
  return true;
}

void TermDictionaryWriter::add(std::string_view term, std::uint64_t number) {
  if (terms_++ % kTermsPerBlock == 0) {
    offsets_.push_back(bytes_.size());
    last_term_.clear();
    last_number_ = 0;
  }
  const std::size_t shared = common_prefix(last_term_, term);
  put_varint(bytes_, shared);
  put_varint(bytes_, term.size() - shared);
  bytes_ += term.substr(shared);
  put_varint(bytes_, number - last_number_);
  last_term_ = term;
  last_number_ = number;
}

void TermDictionaryWriter::write(ColumnFileWriter& out) const {
  out.add<std::uint64_t>("terms.at", offsets_);
  out.add_bytes("terms.bytes", bytes_);
  BlockSummer summer;
  summer.append(bytes_);
  out.add<std::uint64_t>("terms.sums", summer.finish());
}

TermDictionary::TermDictionary(const ColumnFile& file, std::string path)
    : offsets_(file.section<std::uint64_t>("terms.at")),
      bytes_(file, "terms.bytes", "terms.sums", std::move(path)) {
  file.check("terms.at");
}

std::string_view TermDictionary::block(std::size_t number) const {
  const std::string_view all = bytes_.bytes();
  const std::uint64_t begin = std::min<std::uint64_t>(offsets_[number], all.size());
  const std::uint64_t end = number + 1 < offsets_.size() ? offsets_[number + 1] : all.size();
  const std::string_view block = all.substr(begin, std::max(begin, end) - begin);
  bytes_.check(block.data(), block.data() + block.size());
  return block;
}

std::string_view TermDictionary::first_term(std::size_t block_number) const {
  std::string_view rest = block(block_number);
  take_varint(rest);
  const auto size = take_varint(rest);
  return size ? rest.substr(0, *size) : std::string_view{};
}

std::size_t TermDictionary::block_of(std::string_view term, std::size_t first) const {
  std::size_t low = first;  // the first block that begins after `term`
  for (std::size_t high = offsets_.size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (first_term(middle) <= term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == first ? first : low - 1;
}

std::optional<std::uint64_t> TermDictionary::find(std::string_view term) const {
  if (offsets_.empty()) return std::nullopt;
  for (TermBlockWalk walk(block(block_of(term, 0))); walk.next();) {
    if (walk.term() == term) return walk.number();
  }
  return std::nullopt;
}

bool TermWalk::next() {
  at_term_ = block_.next();
  while (!at_term_ && next_block_ < dictionary_->offsets_.size()) {
    block_ = TermBlockWalk(dictionary_->block(next_block_++));
    at_term_ = block_.next();
  }
  return at_term_;
}

bool TermWalk::skip_to(std::string_view term) {
  if (at_term_ && block_.term() >= term) return true;
  const std::size_t blocks = dictionary_->offsets_.size();
  if (next_block_ < blocks && dictionary_->first_term(next_block_) <= term) {
    next_block_ = dictionary_->block_of(term, next_block_);
    block_ = TermBlockWalk(dictionary_->block(next_block_++));
  }
  while (next()) {
    if (block_.term() >= term) return true;
  }
  return false;
}

}  // namespace newsdex
