#include "engine/sequence_matcher.hpp"

#include <algorithm>

#include "engine/posting_stream.hpp"

namespace newsdex {
namespace {

// The places of one word in article after article.
class SlotCursor {
 public:
  SlotCursor(const PlacedTerms& terms, const PositionFile& positions) {
    for (const std::string& term : terms.places) lists_.push_back(positions.find(term));
  }

  // Articles must ascend from call to call.
  const std::vector<std::uint32_t>& positions(std::uint32_t article) {
    places_.clear();
    std::size_t lists = 0;
    for (TermPositions& list : lists_) {
      if (!list.seek(article)) continue;
      list.append_to(places_);
      ++lists;
    }
    if (lists > 1) std::sort(places_.begin(), places_.end());
    return places_;
  }

 private:
  std::vector<TermPositions> lists_;
  std::vector<std::uint32_t> places_;
};

// The articles of one window that hold the word of a slot, as far as they are wanted.
class SlotSet {
 public:
  SlotSet(const PlacedTerms& terms, const PostingsReader& postings) {
    for (const std::string& term : terms.holders) streams_.emplace_back(postings.postings(term));
  }

  [[nodiscard]] std::uint64_t frequency() const {
    std::uint64_t sum = 0;
    for (const PostingStream& stream : streams_) sum += stream.frequency();
    return sum;
  }

  void narrow(const Window& window, WindowSet& wanted) {
    WindowSet with;
    for (PostingStream& stream : streams_) {
      stream.read(window, wanted,
                  [&](std::uint32_t offset, std::uint32_t) { with.insert(offset); });
    }
    wanted &= with;
  }

 private:
  std::vector<PostingStream> streams_;
};

// Words side by side in one slice. The rarest word is looked for first, so that the others are
// read only where it stands.
class SequenceMatcher {
 public:
  SequenceMatcher(std::span<const PlacedTerms> terms, const Slice& slice,
                  std::uint32_t position_limit)
      : slice_(slice), position_limit_(position_limit) {
    for (const PlacedTerms& slot : terms) {
      sets_.emplace_back(slot, slice.postings());
      cursors_.emplace_back(slot, slice.positions());
      order_.push_back(static_cast<std::uint32_t>(order_.size()));
    }
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return sets_[a].frequency() < sets_[b].frequency();
    });
  }

  std::vector<Posting> match() {
    std::vector<Posting> found;
    if (sets_[order_.front()].frequency() == 0) return found;
    for (std::uint32_t at = slice_.begin; at < slice_.end; at += kWindowArticles) {
      const Window window = slice_.window_at(at);
      WindowSet wanted = slice_.segment->live.within(window);
      for (const std::uint32_t slot : order_) sets_[slot].narrow(window, wanted);
      wanted.for_each([&](std::uint32_t offset) {
        const std::uint32_t count = occurrences(window.begin + offset);
        if (count > 0) found.push_back({window.begin + offset, count});
      });
    }
    return found;
  }

 private:
  // Counts the places below the limit where all slots stand side by side.
  std::uint32_t occurrences(std::uint32_t article) {
    starts_.clear();
    const std::uint32_t rarest = order_.front();
    for (const std::uint32_t place : cursors_[rarest].positions(article)) {
      if (place >= rarest) starts_.push_back(place - rarest);
    }
    for (std::size_t i = 1; i < order_.size() && !starts_.empty(); ++i) {
      const std::uint32_t slot = order_[i];
      const std::vector<std::uint32_t>& places = cursors_[slot].positions(article);
      auto place = places.begin();
      std::erase_if(starts_, [&](std::uint32_t start) {
        while (place != places.end() && *place < start + slot) ++place;
        return place == places.end() || *place != start + slot;
      });
    }
    return static_cast<std::uint32_t>(
        std::count_if(starts_.begin(), starts_.end(),
                      [&](std::uint32_t start) { return start < position_limit_; }));
  }

  const Slice& slice_;
  std::uint32_t position_limit_;
  std::vector<SlotSet> sets_;
  std::vector<SlotCursor> cursors_;
  std::vector<std::uint32_t> order_;  // slots, the rarest first
  std::vector<std::uint32_t> starts_;
};

}  // namespace

std::vector<Posting> match_sequence(std::span<const PlacedTerms> words, const Slice& slice,
                                    std::uint32_t position_limit) {
  return SequenceMatcher(words, slice, position_limit).match();
}

}  // namespace newsdex
