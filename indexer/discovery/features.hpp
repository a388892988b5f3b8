// What the recogniser sees of an item: the keys of its features.
//
// Templates are those usual for names (Zhang and Johnson 2003; Ratinov and Roth 2009): words and
// affixes in a window of five, how they are written, clusters, lists, the run of capitalised words
// an item is in, and what other places in the article say of its word.
//
// Features come in groups. All of a group depend on the same few things, a word and how it is
// written or the clusters of three words, and those come again and again: so a group has a key of
// its own, and who adds up weights can remember the sum by it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "discovery/article_context.hpp"
#include "discovery/hashing.hpp"

namespace newsdex::discovery {

/// Collects keys of features. A feature is a template and a value; both go into its key.
class FeatureKeys {
 public:
  static constexpr std::size_t kMost = 128;

  void clear() { size_ = 0; }

  void add(std::uint64_t number_of_template, std::uint64_t value) {
    keys_[size_++] = scramble(combine(number_of_template * 0x2545F4914F6CDD1DU, value));
  }
  void add(std::uint64_t number_of_template, std::uint64_t a, std::uint64_t b) {
    add(number_of_template, combine(a, b));
  }
  void add(std::uint64_t number_of_template, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    add(number_of_template, combine(combine(a, b), c));
  }

  [[nodiscard]] std::span<const std::uint64_t> keys() const { return {keys_.data(), size_}; }

 private:
  std::array<std::uint64_t, kMost> keys_;
  std::size_t size_ = 0;
};

enum class FeatureGroup : std::uint8_t {
  here,    // the word itself, and its place in its run
  before,  // the one before it, and further ones around
  after,
  before2,
  after2,
  pair_before,  // clusters and lists of it and a neighbour
  pair_after,
  appearances,
  article,
  run_sides,  // what its run stands between
  run_ends,   // what a run of two words or more begins and ends with
  run_first,  // the same, of words that are no neighbours
  run_last,
  lists,
  longest_run,
  segment,
};
inline constexpr std::size_t kFeatureGroups = 16;

/// By group; 0 for a group without features.
using GroupKeys = std::array<std::uint64_t, kFeatureGroups>;

/// The features of a segment's items, one after the other. Reused, so that it allocates little.
class SegmentFeatures {
 public:
  /// `context` must outlive what is asked of the segment.
  void look_at(const ArticleContext& context, const Segment& segment);

  /// Turns to an item of the segment.
  void turn_to(std::uint32_t item);

  /// Items of the same key have the same features in that group, in any article.
  void set_group_keys(GroupKeys& keys) const;
  void add_group(FeatureGroup group, FeatureKeys& out) const;

  /// The feature that hardly comes again, and is in no group.
  void add_pair_of_words(FeatureKeys& out) const;

 private:
  // An item as its neighbours' features see it.
  struct Seen {
    const TextItem* text = nullptr;
    std::uint64_t id = 0;  // of all that is seen of it
    std::uint64_t appearance = 0;

    [[nodiscard]] std::uint64_t hash() const { return text->hash; }
    [[nodiscard]] std::uint64_t kinds() const { return text->kinds; }
    [[nodiscard]] std::uint64_t coarse() const { return unpack_clusters(text->clusters).coarse; }
    [[nodiscard]] std::uint64_t fine() const { return unpack_clusters(text->clusters).fine; }
    [[nodiscard]] std::string_view form() const { return text->form; }
    // Coarse cluster and lists.
    [[nodiscard]] std::uint64_t sort() const { return coarse() << 8 | kinds(); }
  };

  [[nodiscard]] Seen see(std::size_t item) const;
  // The same, of an item that may be outside the sentence.
  [[nodiscard]] Seen see_around(std::int64_t item) const;
  // The item at this distance; it must be within the segment or up to two items away from it.
  [[nodiscard]] const Seen& at(std::int64_t distance) const { return here_[distance]; }
  [[nodiscard]] const Seen& first_of_segment() const { return seen_[kReach]; }
  [[nodiscard]] const Seen& last_of_segment() const { return seen_[seen_.size() - kReach - 1]; }
  void find_run();

  [[nodiscard]] bool glued_before() const { return here_->text->glued; }
  [[nodiscard]] bool glued_behind() const { return at(1).text->glued; }
  [[nodiscard]] std::uint64_t glue_around() const {
    return (glued_before() ? 1U : 0U) + (glued_behind() ? 2U : 0U);
  }
  // 0 to 3 of an item in a run: whether it is the first or the last; 4 of another.
  [[nodiscard]] std::uint64_t side() const { return side_; }
  [[nodiscard]] std::uint64_t place_in_run() const { return place_in_run_; }
  [[nodiscard]] std::uint64_t side_in_segment() const;
  [[nodiscard]] std::uint64_t joiner() const { return about_->in_run() ? 0 : here_->hash(); }
  [[nodiscard]] std::uint64_t place_in_longest_run() const;
  [[nodiscard]] bool has_longer_run() const;
  [[nodiscard]] const ListMatch& match_before() const;

  void set_run_keys(GroupKeys& keys) const;
  void set_article_key(GroupKeys& keys) const;
  void set_rare_keys(GroupKeys& keys) const;

  void add_here(FeatureKeys& out) const;
  void add_before(FeatureKeys& out) const;
  void add_after(FeatureKeys& out) const;
  void add_before2(FeatureKeys& out) const;
  void add_after2(FeatureKeys& out) const;
  void add_pair_before(FeatureKeys& out) const;
  void add_pair_after(FeatureKeys& out) const;
  void add_appearances(FeatureKeys& out) const;
  void add_article(FeatureKeys& out) const;
  void add_run_sides(FeatureKeys& out) const;
  void add_run_ends(FeatureKeys& out) const;
  void add_run_first(FeatureKeys& out) const;
  void add_run_last(FeatureKeys& out) const;
  void add_lists(FeatureKeys& out) const;
  void add_longest_run(FeatureKeys& out) const;
  void add_segment(FeatureKeys& out) const;

  const ArticleContext* context_ = nullptr;
  const Segment* segment_ = nullptr;
  const Sentence* sentence_ = nullptr;
  static constexpr std::uint32_t kReach = 2;
  std::vector<Seen> seen_;  // from two items before the segment to two behind it

  std::uint32_t item_ = 0;
  const Seen* here_ = nullptr;
  const ItemContext* about_ = nullptr;
  const ArticleWord* word_ = nullptr;
  std::uint64_t side_ = 0;
  std::uint64_t place_in_run_ = 0;

  // Around and within the item's run, or where it is in none, around it.
  std::uint32_t run_found_ = 0;  // the run's first item
  Seen run_left_;
  Seen run_right_;
  Seen run_first_;
  Seen run_last_;
};

/// All features of the item that `features` has turned to.
void extract_features(const SegmentFeatures& features, FeatureKeys& out);

}  // namespace newsdex::discovery
