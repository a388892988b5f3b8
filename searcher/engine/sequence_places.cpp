#include "engine/sequence_places.hpp"

#include <algorithm>

namespace newsdex {

SequencePlaces::Places::Places(const PlacedTerms& terms, const PositionFile& positions) {
  for (const std::string& term : terms.places) lists_.push_back(positions.find(term));
}

const std::vector<std::uint32_t>& SequencePlaces::Places::in(std::uint32_t article) {
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

SequencePlaces::Holders::Holders(const PlacedTerms& terms, const PostingsReader& postings) {
  for (const std::string& term : terms.holders) streams_.emplace_back(postings.postings(term));
}

std::uint64_t SequencePlaces::Holders::frequency() const {
  std::uint64_t sum = 0;
  for (const PostingStream& stream : streams_) sum += stream.frequency();
  return sum;
}

void SequencePlaces::Holders::narrow(const Window& window, WindowSet& wanted) {
  WindowSet with;
  for (PostingStream& stream : streams_) {
    stream.read(window, wanted, [&](std::uint32_t offset, std::uint32_t) { with.insert(offset); });
  }
  wanted &= with;
}

SequencePlaces::SequencePlaces(std::span<const PlacedTerms> terms, const Slice& slice,
                               std::uint32_t position_limit)
    : position_limit_(position_limit), watch_(slice.time()) {
  for (const PlacedTerms& slot : terms) {
    sets_.emplace_back(slot, slice.postings());
    places_.emplace_back(slot, slice.positions());
    order_.push_back(static_cast<std::uint32_t>(order_.size()));
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sets_[a].frequency() < sets_[b].frequency();
  });
}

void SequencePlaces::narrow(const Window& window, WindowSet& wanted) {
  for (const std::uint32_t slot : order_) sets_[slot].narrow(window, wanted);
}

const std::vector<std::uint32_t>& SequencePlaces::starts(std::uint32_t article) {
  starts_.clear();
  const std::uint32_t rarest = order_.front();
  for (const std::uint32_t place : places_[rarest].in(article)) {
    if (place >= rarest) starts_.push_back(place - rarest);
  }
  for (std::size_t i = 1; i < order_.size() && !starts_.empty(); ++i) {
    const std::uint32_t slot = order_[i];
    const std::vector<std::uint32_t>& places = places_[slot].in(article);
    watch_.count(places.size() + starts_.size());
    auto place = places.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      while (place != places.end() && *place < start + slot) ++place;
      return place == places.end() || *place != start + slot;
    });
  }
  watch_.count(1 + starts_.size());
  std::erase_if(starts_, [this](std::uint32_t start) { return start >= position_limit_; });
  return starts_;
}

}  // namespace newsdex
