#include "storage/article_salvage.hpp"

#include <zstd.h>

#include <algorithm>

namespace newsdex {
namespace {

// What every zstd frame begins with.
constexpr std::string_view kFrameMagic = "\x28\xB5\x2F\xFD";

// In the byte behind it: that the frame ends in a checksum of its content. Ours all do, and what
// does not is some bytes of a damaged block.
constexpr std::size_t kDescriptor = 4;
constexpr unsigned char kHasChecksum = 4;

// The frame that `bytes` begin with; empty where they begin with none that could be whole.
std::string_view leading_frame(std::string_view bytes) {
  if (!bytes.starts_with(kFrameMagic) || bytes.size() <= kDescriptor) return {};
  if ((static_cast<unsigned char>(bytes[kDescriptor]) & kHasChecksum) == 0) return {};
  const std::size_t size = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
  return ZSTD_isError(size) != 0 ? std::string_view() : bytes.substr(0, size);
}

}  // namespace

ArticleSalvage::ArticleSalvage(const std::string& path) : file_(path) {
  rest_ = {reinterpret_cast<const char*>(file_.bytes().data()), file_.bytes().size()};
  rest_.remove_prefix(std::min(kColumnFileHeadBytes, rest_.size()));
}

bool ArticleSalvage::next() {
  while (!rest_.empty()) {
    const std::string_view frame = leading_frame(rest_);
    if (!frame.empty() && block_.open(frame)) {
      rest_.remove_prefix(frame.size());
      return true;
    }
    follows_gap_ = true;
    rest_.remove_prefix(std::min(rest_.find(kFrameMagic, 1), rest_.size()));
  }
  return false;
}

}  // namespace newsdex
