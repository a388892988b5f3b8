// What can still be read of a segment's articles, whatever of it is damaged.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "newsdex/article.hpp"
#include "storage/generation.hpp"

namespace newsdex {

/// Articles that cannot be read: one, or several of which nothing is known.
struct LostArticles {
  std::uint64_t count = 1;
  std::string path = {};  // the file that the article was of; empty where that is not known
  std::string reason = {};
};

struct SalvageHandlers {
  std::function<void(Article&&)> article;
  std::function<void(const LostArticles&)> lost;
};

/// Passes on every article of the segment that lives. Where the table of stored articles is
/// damaged, blocks are found without it; those that then may be deleted ones are lost, too. Throws
/// Error{io} when the file is there and cannot be read.
void salvage_segment(const IndexLayout& layout, const GenerationSegment& segment,
                     const Tombstones& deleted, const SalvageHandlers& handlers);

}  // namespace newsdex
