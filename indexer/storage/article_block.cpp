#include "storage/article_block.hpp"

#include <zstd.h>

#include "storage/varint.hpp"

namespace newsdex {
namespace {

// What a frame may claim to hold; more is damage, as no source may be that large.
constexpr std::size_t kMaxBlockBytes = std::size_t{2} << 30;

// Of the format's own blocks each byte stands for fewer: 128 KiB of one value take four.
constexpr std::size_t kMostForAByte = std::size_t{32} << 10;

void free_unpacking(ZSTD_DCtx* context) {
  ZSTD_freeDCtx(context);
}

}  // namespace

ArticleBlock::ArticleBlock() : context_(ZSTD_createDCtx(), free_unpacking) {}

bool ArticleBlock::open(std::string_view frame) {
  articles_.clear();
  if (unpack(frame) && part()) return true;
  articles_.clear();
  return false;
}

bool ArticleBlock::unpack(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMaxBlockBytes) return false;  // also ZSTD's two numbers for "not known"
  if (size / kMostForAByte > frame.size()) return false;
  plain_.resize(size);
  const std::size_t got =
      ZSTD_decompressDCtx(context_.get(), plain_.data(), plain_.size(), frame.data(), frame.size());
  return got == size;
}

// Sizes stand before the articles and are as many as leave, behind them, their sum. No two counts
// do: each further one leaves less and asks for as much or more.
bool ArticleBlock::part() {
  std::string_view texts = plain_;
  std::vector<std::size_t> sizes;
  std::size_t sum = 0;
  while (sum < texts.size()) {
    const auto size = take_varint(texts);
    if (!size || *size > texts.size()) return false;
    sizes.push_back(*size);
    sum += *size;
  }
  if (sum != texts.size()) return false;
  for (const std::size_t size : sizes) {
    articles_.push_back(texts.substr(0, size));
    texts.remove_prefix(size);
  }
  return true;
}

}  // namespace newsdex
