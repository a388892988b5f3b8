#include "engine/sequence_matcher.hpp"

#include <algorithm>
#include <memory>

#include "engine/posting_stream.hpp"

namespace newsdex {
namespace {

// The places of one word in article after article.
class SlotCursor {
 public:
  SlotCursor(const WordTerms& terms, const PostingsReader& postings) {
    for (const std::string& term : terms.add) add_.push_back(postings.positions_of(term));
    for (const std::string& term : terms.subtract) subtract_.push_back(postings.positions_of(term));
  }

  const std::vector<std::uint32_t>& positions(std::uint32_t article) {
    collect(add_, article, places_);
    if (places_.empty() || subtract_.empty()) return places_;
    collect(subtract_, article, taken_);
    kept_.clear();
    std::set_difference(places_.begin(), places_.end(), taken_.begin(), taken_.end(),
                        std::back_inserter(kept_));
    return kept_;
  }

 private:
  using Cursors = std::vector<std::unique_ptr<PositionCursor>>;

  void collect(Cursors& cursors, std::uint32_t article, std::vector<std::uint32_t>& out) {
    out.clear();
    for (const auto& cursor : cursors) {
      if (!cursor->seek(article)) continue;
      cursor->positions(one_);
      out.insert(out.end(), one_.begin(), one_.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  Cursors add_;
  Cursors subtract_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::uint32_t> one_;
};

// The articles of one window that hold the word of a slot, as far as they are wanted.
class SlotSet {
 public:
  SlotSet(const WordTerms& terms, const PostingsReader& postings) {
    for (const std::string& term : terms.add) streams_.emplace_back(postings.postings(term));
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
  SequenceMatcher(std::span<const WordTerms> terms, const Slice& slice,
                  std::uint32_t position_limit)
      : slice_(slice), position_limit_(position_limit) {
    for (const WordTerms& slot : terms) {
      sets_.emplace_back(slot, slice.postings());
      cursors_.emplace_back(slot, slice.postings());
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
      std::erase_if(starts_, [&](std::uint32_t start) {
        return !std::binary_search(places.begin(), places.end(), start + slot);
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

std::vector<Posting> match_sequence(std::span<const WordTerms> words, const Slice& slice,
                                    std::uint32_t position_limit) {
  return SequenceMatcher(words, slice, position_limit).match();
}

}  // namespace newsdex
