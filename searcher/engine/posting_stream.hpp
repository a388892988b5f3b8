// The postings of one leaf or label in a segment, read forwards, window by window.
//
// They come from a term's posting list as it is decoded, or from a list that was worked out before
// (a phrase, a union of terms). Where few articles of a window are still wanted the list is
// skipped along instead of read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/window.hpp"
#include "storage/postings_reader.hpp"

namespace newsdex {

class PostingStream {
 public:
  PostingStream() = default;
  explicit PostingStream(PostingCursor cursor) : cursor_(std::move(cursor)) {}
  /// `held` ascends by article.
  explicit PostingStream(std::vector<Posting> held) : held_(std::move(held)), is_held_(true) {}

  /// How many postings there are, those of deleted articles included.
  [[nodiscard]] std::uint64_t frequency() const {
    return is_held_ ? held_.size() : cursor_.frequency();
  }

  /// The first article at or after `article` with a posting; kNoArticle where there is none.
  /// Like `read`, it may only go forwards.
  static constexpr std::uint32_t kNoArticle = UINT32_MAX;
  std::uint32_t first_from(std::uint32_t article);

  /// Calls `action(offset, count)` for all postings of the wanted articles, ascending, and maybe
  /// for some of others in the window. Windows must ascend from call to call.
  template <typename Action>
  void read(const Window& window, const WindowSet& wanted, Action&& action);

 private:
  // Below this many wanted articles in a window each is looked up by itself.
  static constexpr std::uint32_t kFew = 8;

  void refill();
  void seek(std::uint32_t article);

  PostingCursor cursor_;
  std::vector<Posting> held_;
  bool is_held_ = false;
  bool begun_ = false;
  std::span<const Posting> block_;  // what is left of the block that is being read
};

template <typename Action>
void PostingStream::read(const Window& window, const WindowSet& wanted, Action&& action) {
  if (!wanted.any()) return;
  if (!wanted.has_more_than(kFew)) {
    wanted.for_each([&](std::uint32_t offset) {
      seek(window.begin + offset);
      if (!block_.empty() && block_.front().article == window.begin + offset) {
        action(offset, block_.front().count);
      }
    });
    return;
  }
  seek(window.begin + wanted.first());
  const std::uint32_t end = wanted.last() + 1;
  while (!block_.empty()) {
    const Posting* at = block_.data();
    const Posting* const block_end = at + block_.size();
    // An article before the window, as only a damaged list has, wraps around and ends the loop.
    for (; at != block_end; ++at) {
      const std::uint32_t offset = at->article - window.begin;
      if (offset >= end) break;
      action(offset, at->count);
    }
    block_ = {at, block_end};
    if (!block_.empty()) return;
    refill();
  }
}

}  // namespace newsdex
