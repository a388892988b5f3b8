#include "storage/near_copies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "storage/damage.hpp"

namespace newsdex {
namespace {

struct Member {
  std::uint32_t article = 0;
  std::uint32_t number = 0;
};

std::string section_of(std::size_t segment, std::string_view part) {
  return fmt::format("{}.{}", segment, part);
}

}  // namespace

std::string encode_near_copies(std::span<const CopyGroup> groups, std::size_t segments) {
  std::vector<std::uint32_t> starts = {0};
  std::vector<std::uint32_t> segment_of;
  std::vector<std::uint32_t> articles;
  std::vector<std::vector<Member>> by_segment(segments);
  for (const CopyGroup& group : groups) {
    for (const CopyMember& place : group) {
      by_segment[place.segment].push_back(
          {place.article, static_cast<std::uint32_t>(articles.size())});
      segment_of.push_back(place.segment);
      articles.push_back(place.article);
    }
    starts.push_back(static_cast<std::uint32_t>(articles.size()));
  }
  ColumnFileWriter out;
  out.add<std::uint32_t>("start", starts);
  out.add<std::uint32_t>("segment", segment_of);
  out.add<std::uint32_t>("article", articles);
  for (std::size_t s = 0; s < segments; ++s) {
    std::vector<Member>& members = by_segment[s];
    std::sort(members.begin(), members.end(),
              [](const Member& a, const Member& b) { return a.article < b.article; });
    std::vector<std::uint32_t> ascending;
    std::vector<std::uint32_t> numbers;
    for (const Member& member : members) {
      ascending.push_back(member.article);
      numbers.push_back(member.number);
    }
    out.add<std::uint32_t>(section_of(s, "article"), ascending);
    out.add<std::uint32_t>(section_of(s, "member"), numbers);
  }
  return out.finish();
}

NearCopies::NearCopies(const std::string& path, std::size_t segments)
    : file_(open_part(path, [](const std::string& file) { return ColumnFile(file); })) {
  starts_ = file_.section<std::uint32_t>("start");
  segments_ = file_.section<std::uint32_t>("segment");
  articles_ = file_.section<std::uint32_t>("article");
  for (std::size_t s = 0; s < segments; ++s) {
    by_segment_.push_back({file_.section<std::uint32_t>(section_of(s, "article")),
                           file_.section<std::uint32_t>(section_of(s, "member"))});
  }
  if (!is_whole()) throw_damaged(path, "it is not what an index was published with");
  group_of_.resize(articles_.size());
  for (std::uint32_t group = 0; group < groups(); ++group) {
    std::fill(group_of_.begin() + starts_[group], group_of_.begin() + starts_[group + 1], group);
  }
}

bool NearCopies::is_whole() const {
  const bool parted = !starts_.empty() && starts_.front() == 0 &&
                      starts_.back() == articles_.size() &&
                      std::is_sorted(starts_.begin(), starts_.end());
  const bool listed = std::all_of(by_segment_.begin(), by_segment_.end(), [](const auto& segment) {
    return segment.articles.size() == segment.members.size();
  });
  return parted && listed && segments_.size() == articles_.size() &&
         file_.damaged_sections().empty();
}

std::optional<std::uint32_t> NearCopies::find(CopyMember place) const {
  const SegmentMembers& segment = by_segment_[place.segment];
  const auto at = std::lower_bound(segment.articles.begin(), segment.articles.end(), place.article);
  if (at == segment.articles.end() || *at != place.article) return std::nullopt;
  return segment.members[static_cast<std::size_t>(at - segment.articles.begin())];
}

}  // namespace newsdex
