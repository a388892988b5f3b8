#include "storage/near_copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "storage/damage.hpp"
#include "storage/generation.hpp"

namespace newsdex {
namespace {

struct Member {
  std::uint32_t article = 0;
  std::uint32_t number = 0;
};

std::string section_of(std::size_t segment, std::string_view part) {
  return fmt::format("{}.{}", segment, part);
}

void add_groups(ColumnFileWriter& out, std::span<const CopyGroup> groups, std::size_t segments) {
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
}

// A member as it is brought together with those of other indexes.
struct JoinedMember {
  std::size_t part = 0;  // 0 where keys tell groups apart, else one more than the index's place
  std::uint64_t key = 0;
  std::uint32_t rank = 0;
  CopyMember place;

  [[nodiscard]] auto group() const { return std::pair(part, key); }
  [[nodiscard]] auto order() const { return std::tuple(part, key, rank); }
};

void append_members(const NearCopies& from, std::size_t part, std::uint32_t first_segment,
                    std::vector<JoinedMember>& out) {
  for (std::uint32_t i = 0; i < from.members(); ++i) {
    const std::uint32_t group = from.group_of(i);
    CopyMember place = from.member(i);
    place.segment += first_segment;
    if (from.is_of_shard()) {
      out.push_back({0, from.key_of(group), from.rank_of(i), place});
    } else {
      out.push_back({part + 1, group, i, place});
    }
  }
}

}  // namespace

std::string encode_near_copies(std::span<const CopyGroup> groups, std::size_t segments) {
  ColumnFileWriter out;
  add_groups(out, groups, segments);
  return out.finish();
}

std::string encode_shard_copies(std::span<const ShardCopyGroup> groups, std::size_t segments) {
  std::vector<CopyGroup> members;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> ranks;
  for (const ShardCopyGroup& group : groups) {
    members.push_back(group.members);
    keys.push_back(group.key);
    ranks.insert(ranks.end(), group.ranks.begin(), group.ranks.end());
  }
  ColumnFileWriter out;
  add_groups(out, members, segments);
  out.add<std::uint64_t>("key", keys);
  out.add<std::uint32_t>("rank", ranks);
  return out.finish();
}

NearCopies::NearCopies(const FilePlace& place, std::size_t segments)
    : NearCopies(ColumnFile(place), segments, place.path()) {}

NearCopies NearCopies::of(const GenerationHandle& handle) {
  const auto& segments = handle.generation().segments;
  const FilePlace place = handle.file(kNearCopiesFile);
  NearCopies copies(place, segments.size());
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const auto& articles = copies.of_segment(s).articles;
    if (!articles.empty() && articles.back() >= segments[s].articles)
      throw_damaged(place.path(), "it is not of these segments");
  }
  return copies;
}

NearCopies::NearCopies(ColumnFile file, std::size_t segments, const std::string& path)
    : file_(std::move(file)) {
  starts_ = file_.section<std::uint32_t>("start");
  segments_ = file_.section<std::uint32_t>("segment");
  articles_ = file_.section<std::uint32_t>("article");
  for (std::size_t s = 0; s < segments; ++s) {
    by_segment_.push_back({file_.section<std::uint32_t>(section_of(s, "article")),
                           file_.section<std::uint32_t>(section_of(s, "member"))});
  }
  if (file_.has_section("key")) {
    keys_ = file_.section<std::uint64_t>("key");
    ranks_ = file_.section<std::uint32_t>("rank");
  }
  if (!is_whole()) throw_damaged(path, "it is not what an index was published with");
  group_of_.resize(articles_.size());
  for (std::uint32_t group = 0; group < groups(); ++group) {
    std::fill(group_of_.begin() + starts_[group], group_of_.begin() + starts_[group + 1], group);
  }
}

bool NearCopies::is_whole() const {
  if (!file_.damaged_sections().empty()) return false;
  const bool parted = !starts_.empty() && starts_.front() == 0 &&
                      starts_.back() == articles_.size() &&
                      std::is_sorted(starts_.begin(), starts_.end());
  std::size_t listed = 0;
  for (std::uint32_t segment = 0; segment < by_segment_.size(); ++segment) {
    if (!are_members(segment)) return false;
    listed += by_segment_[segment].members.size();
  }
  const bool keyed = !file_.has_section("key") ||
                     (keys_.size() == starts_.size() - 1 && ranks_.size() == articles_.size());
  return parted && keyed && listed == articles_.size();
}

// Whether a segment's list says of its articles what the row of all members does.
bool NearCopies::are_members(std::uint32_t segment) const {
  const auto& [articles, members] = by_segment_[segment];
  if (articles.size() != members.size() || segments_.size() != articles_.size()) return false;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i > 0 && articles[i] <= articles[i - 1]) return false;
    if (members[i] >= articles_.size()) return false;
    if (member(members[i]) != CopyMember{segment, articles[i]}) return false;
  }
  return true;
}

std::optional<std::uint32_t> NearCopies::find(CopyMember place) const {
  const SegmentMembers& segment = by_segment_[place.segment];
  const auto at = std::lower_bound(segment.articles.begin(), segment.articles.end(), place.article);
  if (at == segment.articles.end() || *at != place.article) return std::nullopt;
  return segment.members[static_cast<std::size_t>(at - segment.articles.begin())];
}

NearCopies joined_near_copies(std::span<const NearCopies> parts) {
  std::vector<JoinedMember> members;
  std::size_t segments = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    append_members(parts[part], part, static_cast<std::uint32_t>(segments), members);
    segments += parts[part].segments();
  }
  std::sort(members.begin(), members.end(),
            [](const JoinedMember& a, const JoinedMember& b) { return a.order() < b.order(); });
  std::vector<CopyGroup> groups;
  for (auto begin = members.begin(); begin != members.end();) {
    const auto end = std::find_if(
        begin, members.end(), [&](const JoinedMember& m) { return m.group() != begin->group(); });
    if (end - begin > 1) {
      CopyGroup& group = groups.emplace_back();
      std::transform(begin, end, std::back_inserter(group),
                     [](const JoinedMember& member) { return member.place; });
    }
    begin = end;
  }
  ColumnFile file(MappedFile::of_bytes(encode_near_copies(groups, segments)), "near-copies");
  return {std::move(file), segments};
}

}  // namespace newsdex
