#include "engine/matched_copies.hpp"

#include <algorithm>
#include <bit>

namespace newsdex {

MatchedCopies::MatchedCopies(const FoldableCopies& copies)
    : copies_(&copies), matched_((copies.groups.members() + 63) / 64) {}

void MatchedCopies::note(std::uint32_t segment, const Window& window, const WindowSet& matched,
                         WindowSet& copies) {
  copies = copies_->members[segment].within(window);
  copies &= matched;
  if (!copies.any()) return;
  const NearCopies& groups = copies_->groups;
  const auto& in_segment = groups.of_segment(segment);
  const auto& articles = in_segment.articles;
  const auto& members = in_segment.members;
  auto at = std::lower_bound(articles.begin(), articles.end(), window.begin);
  copies.for_each([&](std::uint32_t offset) {
    while (*at < window.begin + offset) ++at;
    const std::uint32_t member = members[static_cast<std::size_t>(at - articles.begin())];
    matched_[member / 64] |= std::uint64_t{1} << (member % 64);
  });
}

MatchedCopies::Standing MatchedCopies::standing(CopyMember copy) const {
  const std::uint32_t member = *copies_->groups.find(copy);
  const std::uint32_t group = copies_->groups.group_of(member);
  return {group, member == copies_->groups.begin_of(group)};
}

CopyMember MatchedCopies::earliest(std::uint32_t group) const {
  const NearCopies& groups = copies_->groups;
  std::uint32_t member = groups.begin_of(group);
  while (!contains(member)) ++member;
  return groups.member(member);
}

void MatchedCopies::keep(const RankedArticle& article) {
  aside_.emplace_back(*copies_->groups.find({article.segment, article.article}), article);
}

void MatchedCopies::merge(const MatchedCopies& other) {
  for (std::size_t i = 0; i < matched_.size(); ++i) matched_[i] |= other.matched_[i];
  aside_.insert(aside_.end(), other.aside_.begin(), other.aside_.end());
}

bool MatchedCopies::is_earliest(std::uint32_t member) const {
  const NearCopies& groups = copies_->groups;
  for (std::uint32_t i = groups.begin_of(groups.group_of(member)); i < member; ++i) {
    if (contains(i)) return false;
  }
  return true;
}

std::uint64_t MatchedCopies::settle(TopHits& top) const {
  if (copies_ == nullptr) return 0;
  for (const auto& [member, article] : aside_) {
    if (is_earliest(member)) top.add(article);
  }
  std::uint64_t folded = 0;
  std::uint32_t last = copies_->groups.groups();  // no group
  for (std::size_t w = 0; w < matched_.size(); ++w) {
    for (std::uint64_t word = matched_[w]; word != 0; word &= word - 1) {
      const std::uint32_t group = copies_->groups.group_of(
          static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      folded += group == last ? 1 : 0;
      last = group;
    }
  }
  return folded;
}

std::vector<CopyMember> MatchedCopies::folded_under(const RankedArticle& hit) const {
  if (copies_ == nullptr) return {};
  const NearCopies& groups = copies_->groups;
  const auto member = groups.find({hit.segment, hit.article});
  if (!member) return {};
  std::vector<CopyMember> folded;
  const std::uint32_t end = groups.end_of(groups.group_of(*member));
  for (std::uint32_t i = *member + 1; i < end; ++i) {
    if (contains(i)) folded.push_back(groups.member(i));
  }
  return folded;
}

}  // namespace newsdex
