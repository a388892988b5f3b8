#include "engine/sequence_matcher.hpp"

#include "engine/sequence_places.hpp"

namespace newsdex {

std::vector<Posting> match_sequence(std::span<const PlacedTerms> words, const Slice& slice,
                                    std::uint32_t position_limit) {
  SequencePlaces sequence(words, slice, position_limit);
  std::vector<Posting> found;
  if (sequence.frequency() == 0) return found;
  for (std::uint32_t at = slice.begin; at < slice.end; at += kWindowArticles) {
    slice.check_time();
    const Window window = slice.window_at(at);
    WindowSet wanted = slice.segment->live.within(window);
    sequence.narrow(window, wanted);
    wanted.for_each([&](std::uint32_t offset) {
      const std::size_t count = sequence.starts(window.begin + offset).size();
      if (count > 0) found.push_back({window.begin + offset, static_cast<std::uint32_t>(count)});
    });
  }
  return found;
}

}  // namespace newsdex
