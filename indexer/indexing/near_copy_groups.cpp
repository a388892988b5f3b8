#include "indexing/near_copy_groups.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <future>
#include <mutex>
#include <numeric>
#include <tuple>

#include "indexing/shingle_signature.hpp"
#include "storage/generation_segment.hpp"

namespace newsdex {
namespace {

// Of articles that have a key in common and are no copies of one another, so many are compared with
// the rest: forms filled in ever anew would take time by the square of their number.
constexpr std::size_t kLeadersOfBucket = 32;
constexpr std::size_t kLeadersOfCluster = 64;

// What joins a group has so much in common with its earliest article, and is a near copy of one of
// its first members.
constexpr double kLeastOfLeader = 0.5;
constexpr std::size_t kMembersAsked = 16;

// Bands are worked through in lots of as many, each by one thread: always the same, so that the
// outcome does not depend on the number of threads.
constexpr std::uint32_t kBandsOfLot = 3;
constexpr std::uint32_t kLots = kSignatureBands / kBandsOfLot;
static_assert(kLots * kBandsOfLot == kSignatureBands);

// Each takes 36 bytes an article.
constexpr unsigned kMostThreads = 3;

// The articles that have signatures, numbered.
class SignedArticles {
 public:
  SignedArticles(const IndexLayout& layout, const Generation& generation,
                 const std::map<std::string, Tombstones>& tombstones) {
    for (const GenerationSegment& segment : generation.segments) {
      const auto number = static_cast<std::uint32_t>(columns_.size());
      const SegmentColumns& columns =
          columns_.emplace_back(open_columns(layout.segment(segment.name), segment));
      const auto found = tombstones.find(segment.name);
      const Tombstones deleted = found == tombstones.end() ? Tombstones() : found->second;
      for (std::uint32_t article = 0; article < columns.articles(); ++article) {
        if (is_deleted(deleted, article) || !is_signature(columns.signatures()[article])) continue;
        places_.push_back({number, article});
      }
    }
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  [[nodiscard]] CopyMember place(std::uint32_t number) const { return places_[number]; }

  [[nodiscard]] std::string_view signature(std::uint32_t number) const {
    return columns(number).signatures()[places_[number].article];
  }

  [[nodiscard]] SignedText text(std::uint32_t number) const {
    return {OpenSignature(signature(number)), shingles(number)};
  }

  // By date, those without one last, then by id.
  [[nodiscard]] bool earlier(std::uint32_t a, std::uint32_t b) const {
    const auto first = moment(a);
    const auto second = moment(b);
    return first != second ? first < second : id(a) < id(b);
  }

 private:
  [[nodiscard]] const SegmentColumns& columns(std::uint32_t number) const {
    return columns_[places_[number].segment];
  }
  [[nodiscard]] std::uint32_t shingles(std::uint32_t number) const {
    const std::uint32_t article = places_[number].article;
    constexpr std::uint32_t kLost = kShingleWords - 1;
    return columns(number).lengths()[article] - columns(number).title_lengths()[article] - kLost;
  }
  [[nodiscard]] std::tuple<Day, std::uint32_t> moment(std::uint32_t number) const {
    const std::uint32_t article = places_[number].article;
    return {columns(number).first_days()[article], columns(number).minutes()[article]};
  }
  [[nodiscard]] std::string_view id(std::uint32_t number) const {
    return columns(number).ids()[places_[number].article];
  }

  std::deque<SegmentColumns> columns_;
  std::vector<CopyMember> places_;
};

// Disjoint sets (Galler and Fischer, 1964), with paths halved.
class DisjointSets {
 public:
  explicit DisjointSets(std::uint32_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = find(a);
    const std::uint32_t second = find(b);
    parent_[std::max(first, second)] = std::min(first, second);
  }
  void unite(DisjointSets& other) {
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      if (other.parent_[i] != i) unite(i, other.parent_[i]);
    }
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// A key, and in the lower half the number of its article.
using KeyedArticles = std::vector<std::uint64_t>;

// By keys, in three rounds of a counting sort.
void sort_by_key(KeyedArticles& keyed, KeyedArticles& room) {
  constexpr unsigned kBits = 11;
  constexpr std::size_t kValues = std::size_t{1} << kBits;
  room.resize(keyed.size());
  for (unsigned shift = 32; shift < 64; shift += kBits) {
    std::array<std::uint32_t, kValues + 1> starts = {};
    for (const std::uint64_t each : keyed) ++starts[(each >> shift) % kValues + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    for (const std::uint64_t each : keyed) room[starts[(each >> shift) % kValues]++] = each;
    keyed.swap(room);
  }
}

struct NumberedText {
  std::uint32_t number;
  SignedText text;
};

bool are_near(const NumberedText& a, const NumberedText& b) {
  return containment(a.text, b.text) >= kNearCopy;
}

// Unites near copies among articles that have a key in common.
void compare_bucket(const SignedArticles& articles, std::vector<std::uint32_t>& bucket,
                    DisjointSets& clusters) {
  std::sort(bucket.begin(), bucket.end(),
            [&](std::uint32_t a, std::uint32_t b) { return articles.earlier(a, b); });
  std::vector<NumberedText> leaders;
  for (const std::uint32_t number : bucket) {
    const NumberedText member = {number, articles.text(number)};
    const auto leader = std::find_if(leaders.begin(), leaders.end(), [&](const NumberedText& each) {
      return clusters.find(each.number) == clusters.find(number) || are_near(each, member);
    });
    if (leader != leaders.end()) {
      clusters.unite(leader->number, number);
    } else if (leaders.size() < kLeadersOfBucket) {
      leaders.push_back(member);
    }
  }
}

// The keys of a lot's bands, a row of all articles for each of them.
std::array<KeyedArticles, kBandsOfLot> keys_of_lot(const SignedArticles& articles,
                                                   std::uint32_t lot) {
  std::array<KeyedArticles, kBandsOfLot> keyed;
  for (KeyedArticles& band : keyed) band.resize(articles.size());
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const OpenSignature signature(articles.signature(i));
    for (std::uint32_t band = 0; band < kBandsOfLot; ++band)
      keyed[band][i] = std::uint64_t{band_key(signature, lot * kBandsOfLot + band)} << 32 | i;
  }
  return keyed;
}

// What a lot unites; of no use once `goes_on`, asked before each bucket, has said no.
DisjointSets cluster_by_lot(const SignedArticles& articles, std::uint32_t lot,
                            const std::function<bool()>& goes_on) {
  DisjointSets clusters(articles.size());
  KeyedArticles room;
  std::vector<std::uint32_t> bucket;
  for (KeyedArticles& keyed : keys_of_lot(articles, lot)) {
    sort_by_key(keyed, room);
    for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
      while (end < keyed.size() && keyed[end] >> 32 == keyed[begin] >> 32) ++end;
      if (end - begin < 2) continue;
      if (!goes_on()) return clusters;
      bucket.clear();
      for (std::size_t i = begin; i < end; ++i)
        bucket.push_back(static_cast<std::uint32_t>(keyed[i]));
      compare_bucket(articles, bucket, clusters);
    }
  }
  return clusters;
}

// Unites what the lots find. Whichever thread is free takes the next one; what `step` throws in one
// of them ends the work of all.
class LotsOfBands {
 public:
  LotsOfBands(const SignedArticles& articles, const std::function<void()>& step)
      : articles_(articles), step_(step), clusters_(articles.size()) {}

  void work() {
    try {
      for (std::uint32_t lot = next_++; lot < kLots && goes_on(); lot = next_++) {
        DisjointSets found = cluster_by_lot(articles_, lot, [this] { return goes_on(); });
        const std::lock_guard<std::mutex> lock(mutex_);
        clusters_.unite(found);
      }
    } catch (...) {
      given_up_ = true;
      throw;
    }
  }

  DisjointSets clusters() && { return std::move(clusters_); }

 private:
  bool goes_on() {
    if (step_) step_();
    return !given_up_;
  }

  const SignedArticles& articles_;
  const std::function<void()>& step_;
  std::atomic<std::uint32_t> next_ = 0;
  std::atomic<bool> given_up_ = false;
  std::mutex mutex_;
  DisjointSets clusters_;
};

DisjointSets cluster(const SignedArticles& articles, unsigned jobs,
                     const std::function<void()>& step) {
  LotsOfBands lots(articles, step);
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < std::min(jobs, kMostThreads); ++i)
    others.push_back(std::async(std::launch::async, [&lots] { lots.work(); }));
  lots.work();
  for (std::future<void>& other : others) other.get();
  return std::move(lots).clusters();
}

// A group in the making: numbers of articles, the earliest first, and what those are compared by
// that are asked whether one more belongs to them.
struct Group {
  std::vector<std::uint32_t> members;
  std::vector<NumberedText> asked;

  explicit Group(const NumberedText& first) { add(first); }

  void add(const NumberedText& article) {
    members.push_back(article.number);
    if (asked.size() < kMembersAsked) asked.push_back(article);
  }

  [[nodiscard]] bool takes(const NumberedText& article) const {
    return containment(asked.front().text, article.text) >= kLeastOfLeader &&
           std::any_of(asked.begin(), asked.end(),
                       [&](const NumberedText& member) { return are_near(member, article); });
  }
};

// Parts a cluster into groups. Members ascend by date and id.
void part_cluster(const SignedArticles& articles, std::span<const std::uint32_t> members,
                  std::vector<CopyGroup>& groups) {
  std::vector<Group> found;
  for (const std::uint32_t number : members) {
    const NumberedText member = {number, articles.text(number)};
    const auto group = std::find_if(found.begin(), found.end(),
                                    [&](const Group& each) { return each.takes(member); });
    if (group != found.end()) {
      group->add(member);
    } else if (found.size() < kLeadersOfCluster) {
      found.emplace_back(member);
    }
  }
  for (const Group& group : found) {
    if (group.members.size() < 2) continue;
    CopyGroup& places = groups.emplace_back();
    for (const std::uint32_t member : group.members) places.push_back(articles.place(member));
  }
}

}  // namespace

std::vector<CopyGroup> near_copy_groups(const IndexLayout& layout, const Generation& generation,
                                        const std::map<std::string, Tombstones>& tombstones,
                                        unsigned jobs, const std::function<void()>& step) {
  const SignedArticles articles(layout, generation, tombstones);
  DisjointSets clusters = cluster(articles, jobs, step);
  std::vector<std::uint32_t> clustered;  // members of clusters of two or more
  std::vector<std::uint32_t> sizes(articles.size());
  for (std::uint32_t i = 0; i < articles.size(); ++i) ++sizes[clusters.find(i)];
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (sizes[clusters.find(i)] > 1) clustered.push_back(i);
  }
  std::sort(clustered.begin(), clustered.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = clusters.find(a);
    const std::uint32_t second = clusters.find(b);
    return first != second ? first < second : articles.earlier(a, b);
  });
  std::vector<CopyGroup> groups;
  for (std::size_t begin = 0; begin < clustered.size();) {
    const std::size_t end = begin + sizes[clusters.find(clustered[begin])];
    part_cluster(articles, std::span(clustered).subspan(begin, end - begin), groups);
    begin = end;
  }
  return groups;
}

}  // namespace newsdex
