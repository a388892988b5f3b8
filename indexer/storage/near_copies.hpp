// Which articles of a generation are near copies of one another: a file of the generation, made
// when it is published, so that a search need not compare any texts.
//
// Layout: a column file. Groups lie one after the other, the earliest member of each first: "start"
// has where each begins and where the last ends (u32), "segment" and "article" have the members,
// segments numbered as in the manifest. For each segment, "N.article" (u32, ascending) has its
// articles that are members, and "N.member" (u32) their places in the row of all members.
// In a shard, groups have only those members that lie in it, be it one; what brings them together
// again are "key" (u64, by group), the same in all shards, and "rank" (u32, by member), the place
// in the group of the whole collection.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/column_file.hpp"

namespace newsdex {

/// An article of a generation, as a member of a group.
struct CopyMember {
  std::uint32_t segment = 0;  // place in the generation's list
  std::uint32_t article = 0;

  bool operator==(const CopyMember&) const = default;
};

/// Articles that are near copies of one another, the earliest first; two at least.
using CopyGroup = std::vector<CopyMember>;

/// The file's content, for a generation of so many segments.
std::string encode_near_copies(std::span<const CopyGroup> groups, std::size_t segments);

/// What a shard has of a group.
struct ShardCopyGroup {
  std::uint64_t key = 0;
  CopyGroup members;  // ascending by rank
  std::vector<std::uint32_t> ranks;
};

/// The file's content in a shard of so many segments.
std::string encode_shard_copies(std::span<const ShardCopyGroup> groups, std::size_t segments);

class GenerationHandle;

class NearCopies {
 public:
  /// Throws Error{bad_index} when the file is damaged, missing, or not of so many segments.
  NearCopies(const FilePlace& place, std::size_t segments);
  /// Those of a generation. Throws Error{bad_index}, also when a member is in none of its segments.
  static NearCopies of(const GenerationHandle& handle);
  /// Ones put together in memory; `path` is their name in errors.
  NearCopies(ColumnFile file, std::size_t segments, const std::string& path = "near-copies");

  [[nodiscard]] std::uint32_t groups() const {
    return static_cast<std::uint32_t>(starts_.size() - 1);
  }
  /// Members of all groups, in a row.
  [[nodiscard]] std::uint32_t members() const {
    return static_cast<std::uint32_t>(articles_.size());
  }
  [[nodiscard]] CopyMember member(std::uint32_t number) const {
    return {segments_[number], articles_[number]};
  }
  /// The group of a member, and where a group's members begin and end in the row.
  [[nodiscard]] std::uint32_t group_of(std::uint32_t member) const { return group_of_[member]; }
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t group) const { return starts_[group]; }
  [[nodiscard]] std::uint32_t end_of(std::uint32_t group) const { return starts_[group + 1]; }

  /// Whether they are those of a shard; then the key of a group and the rank of a member.
  [[nodiscard]] bool is_of_shard() const { return !ranks_.empty(); }
  [[nodiscard]] std::uint64_t key_of(std::uint32_t group) const { return keys_[group]; }
  [[nodiscard]] std::uint32_t rank_of(std::uint32_t member) const { return ranks_[member]; }

  [[nodiscard]] std::size_t segments() const { return by_segment_.size(); }

  /// Of a segment: its articles that are members, ascending, and their places in the row.
  struct SegmentMembers {
    std::span<const std::uint32_t> articles;
    std::span<const std::uint32_t> members;
  };
  [[nodiscard]] const SegmentMembers& of_segment(std::size_t segment) const {
    return by_segment_[segment];
  }
  /// The place of an article in the row; nullopt for one without copies.
  [[nodiscard]] std::optional<std::uint32_t> find(CopyMember place) const;

 private:
  [[nodiscard]] bool is_whole() const;
  [[nodiscard]] bool are_members(std::uint32_t segment) const;

  ColumnFile file_;
  std::span<const std::uint32_t> starts_;
  std::span<const std::uint32_t> segments_;
  std::span<const std::uint32_t> articles_;
  std::span<const std::uint64_t> keys_;   // in a shard
  std::span<const std::uint32_t> ranks_;  // in a shard
  std::vector<SegmentMembers> by_segment_;
  std::vector<std::uint32_t> group_of_;  // by member
};

/// The near copies of several indexes together, whose segments follow one another: shards' groups
/// are joined by their keys, other indexes' stay what they are.
NearCopies joined_near_copies(std::span<const NearCopies> parts);

}  // namespace newsdex
