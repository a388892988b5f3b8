// Where a scored leaf occurs in one window, and how often.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/posting_stream.hpp"
#include "engine/window.hpp"

namespace newsdex {

struct LeafWindow {
  WindowSet articles;
  std::array<std::uint32_t, kWindowArticles> counts;  // by offset, of `articles` only
  std::uint32_t most = 0;                             // no count is higher

  // Not initialised: sixteen kilobytes that are read only where they have been written.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init,modernize-use-equals-default)
  LeafWindow() {}

  /// Holds at least the wanted articles of the stream afterwards, and no count of another window.
  void read(PostingStream& postings, const Window& window, const WindowSet& wanted) {
    articles.clear();
    most = 0;
    postings.read(window, wanted, [&](std::uint32_t offset, std::uint32_t count) {
      articles.insert(offset);
      counts[offset] = count;
      most = std::max(most, count);
    });
  }
};

}  // namespace newsdex
