#include "engine/posting_stream.hpp"

namespace newsdex {

void PostingStream::refill() {
  if (is_held_) {
    block_ = begun_ ? std::span<const Posting>() : std::span<const Posting>(held_);
  } else {
    block_ = cursor_.next();
  }
  begun_ = true;
}

void PostingStream::seek(std::uint32_t article) {
  if (!begun_) refill();
  if (!block_.empty() && block_.back().article < article) {
    if (!is_held_) cursor_.skip_to(article);
    do {
      refill();
    } while (!block_.empty() && block_.back().article < article);
  }
  if (block_.empty() || block_.front().article >= article) return;
  const auto found = std::lower_bound(
      block_.begin(), block_.end(), article,
      [](const Posting& posting, std::uint32_t wanted) { return posting.article < wanted; });
  block_ = block_.subspan(static_cast<std::size_t>(found - block_.begin()));
}

std::uint32_t PostingStream::first_from(std::uint32_t article) {
  seek(article);
  return block_.empty() ? kNoArticle : std::max(block_.front().article, article);
}

}  // namespace newsdex
