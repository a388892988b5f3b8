// Where the words of a sequence stand side by side, article by article.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/posting_stream.hpp"
#include "engine/slice.hpp"
#include "engine/word_terms.hpp"

namespace newsdex {

/// The rarest word is looked for first, so that the others are read only where it stands.
class SequencePlaces {
 public:
  /// Of at least one word. Places at or above `position_limit` do not count. The slice must outlive
  /// it.
  SequencePlaces(std::span<const PlacedTerms> terms, const Slice& slice,
                 std::uint32_t position_limit);

  /// About how many articles may have it.
  [[nodiscard]] std::uint64_t frequency() const { return sets_[order_.front()].frequency(); }

  /// Takes out the articles that lack one of the words. Windows must ascend from call to call.
  void narrow(const Window& window, WindowSet& wanted);

  /// The positions of the first word where all stand side by side, ascending. Articles must ascend
  /// from call to call. Good until the next call. Throws TimeIsUp.
  const std::vector<std::uint32_t>& starts(std::uint32_t article);

 private:
  // The places of one word in article after article.
  class Places {
   public:
    Places(const PlacedTerms& terms, const PositionFile& positions);
    // Articles must ascend from call to call.
    const std::vector<std::uint32_t>& in(std::uint32_t article);

   private:
    std::vector<TermPositions> lists_;
    std::vector<std::uint32_t> places_;
  };

  // The articles of one window that hold the word, as far as they are wanted.
  class Holders {
   public:
    Holders(const PlacedTerms& terms, const PostingsReader& postings);
    [[nodiscard]] std::uint64_t frequency() const;
    void narrow(const Window& window, WindowSet& wanted);

   private:
    std::vector<PostingStream> streams_;
  };

  std::uint32_t position_limit_;
  DeadlineWatch watch_;
  std::vector<Holders> sets_;
  std::vector<Places> places_;
  std::vector<std::uint32_t> order_;  // slots, the rarest first
  std::vector<std::uint32_t> starts_;
};

}  // namespace newsdex
