// Near copies among what a search finds: all but the earliest of those that match are folded under
// it.
//
// By relevance a group ranks as the best of its members that match, whichever is shown: each is a
// hit of its group (TopHits). By date it stands where the one that is shown stands. Whether an
// earlier copy matches is not known before all slices are scanned; so a group's first member, which
// nothing can come before, is a hit like any other, and of the others those are kept aside that
// could be hits, until it is known which of them is the earliest that matches.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/article_set.hpp"
#include "engine/top_hits.hpp"
#include "storage/near_copies.hpp"

namespace newsdex {

/// The near copies of a collection, and by segment the set of articles that have any.
struct FoldableCopies {
  NearCopies groups;
  std::vector<ArticleSet> members;  // by segment
};

class MatchedCopies {
 public:
  MatchedCopies() = default;
  /// `copies` must outlive it.
  explicit MatchedCopies(const FoldableCopies& copies);

  /// Takes note of the copies among the matches of a window of a segment, which are put into
  /// `copies`.
  void note(std::uint32_t segment, const Window& window, const WindowSet& matched,
            WindowSet& copies);

  /// Of a copy: its group, and whether it is the first of it.
  struct Standing {
    std::uint32_t group = 0;
    bool is_first = false;
  };
  [[nodiscard]] Standing standing(CopyMember copy) const;

  /// Keeps a copy aside which is good enough for a hit by date and not the first of its group.
  void keep(const RankedArticle& article);

  void merge(const MatchedCopies& other);

  /// To be called when all slices have been scanned: adds to `top` those kept aside that are the
  /// earliest of their group. Returns how many of the matches are folded.
  std::uint64_t settle(TopHits& top) const;

  /// The earliest of a group that matches: there is one.
  [[nodiscard]] CopyMember earliest(std::uint32_t group) const;

  /// The matches that are folded under a hit, the earliest first.
  [[nodiscard]] std::vector<CopyMember> folded_under(const RankedArticle& hit) const;

 private:
  [[nodiscard]] bool contains(std::uint32_t member) const {
    return (matched_[member / 64] >> (member % 64) & 1) != 0;
  }
  [[nodiscard]] bool is_earliest(std::uint32_t member) const;

  const FoldableCopies* copies_ = nullptr;
  std::vector<std::uint64_t> matched_;                          // a bit for each member of a group
  std::vector<std::pair<std::uint32_t, RankedArticle>> aside_;  // by member
};

}  // namespace newsdex
