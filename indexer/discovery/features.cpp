#include "discovery/features.hpp"

#include <algorithm>

namespace newsdex::discovery {
namespace {

// Numbers of templates: each stands for itself in the model's keys, and must not change.
enum Template : std::uint64_t {
  kWord = 101,  // and thirteen more up to 115
  kAffix = 201,
  kCluster = 301,
  kList = 401,
  kListBit = 451,
  kRun = 501,
  kArticle = 601,
  kRunEvidenceBit = 651,
  kLongestRun = 701,
  kSegment = 801,
};

std::uint64_t prefix(std::string_view form, std::size_t length) {
  if (form.size() < length) return 0;
  std::uint64_t bytes = 0;
  for (const char c : form.substr(0, length)) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return bytes;
}

std::uint64_t suffix(std::string_view form, std::size_t length) {
  return form.size() < length ? 0 : prefix(form.substr(form.size() - length), length);
}

// Counts from 3 on are alike.
std::uint64_t bucket(std::uint16_t count) {
  return std::min<std::uint64_t>(count, 3);
}

// Sets the key of a group whose features depend on `a` and `b`. Never to 0.
void set(GroupKeys& keys, FeatureGroup group, std::uint64_t a, std::uint64_t b) {
  const auto number = static_cast<std::uint64_t>(group);
  keys[number] = scramble(combine(a ^ (number + 1) * 0xD6E8FEB86659FD93U, b)) | 1U;
}

// A feature for each bit that is set: the templates count those before it.
void add_bits(std::uint64_t first_template, std::uint64_t bits, std::uint64_t with,
              FeatureKeys& out) {
  for (std::uint64_t bit = 0; bits >> bit != 0; ++bit) {
    if ((bits >> bit & 1U) != 0) out.add(first_template++, bit, with);
  }
}

}  // namespace

SegmentFeatures::Seen SegmentFeatures::see(const ArticleContext& context, std::uint32_t item) {
  const TextItem& text = context.text.items[item];
  const auto appearance = static_cast<std::uint64_t>(context.items[item].appearance);
  const Clusters clusters = unpack_clusters(text.clusters);
  const std::uint64_t id = combine(appearance << 1 | (text.capital ? 1U : 0U), text.hash);
  return {text.hash,     id,         appearance,       clusters.coarse,
          clusters.fine, text.kinds, text.known_lower, text.form};
}

void SegmentFeatures::look_at(const ArticleContext& context, const Segment& segment) {
  context_ = &context;
  segment_ = &segment;
  sentence_ = &context.sentence_of(segment.begin);
  seen_.resize(segment.end - segment.begin + 2 * kReach);
  for (std::uint32_t i = 0; i < seen_.size(); ++i) {
    const std::uint32_t item = segment.begin + i;  // and two more
    const bool in_sentence = item >= sentence_->begin + kReach && item < sentence_->end + kReach;
    seen_[i] = in_sentence ? see(context, item - kReach) : Seen{};
  }
}

void SegmentFeatures::turn_to(std::uint32_t item) {
  item_ = item;
  here_ = &seen_[item - segment_->begin + kReach];
  about_ = &context_->items[item];
  word_ = &context_->words[about_->word];
  glue_ = glue_around();
  const std::uint32_t length = about_->run_end - about_->run_begin;
  place_in_run_ = (item_ == about_->run_begin ? 0U : 1U) +
                  (item_ + 1 == about_->run_end ? 2U : 0U) + 4 * std::min<std::uint64_t>(length, 5);
  if (about_->in_run()) find_run();
}

void SegmentFeatures::find_run() {
  run_left_ = seen_or_see(std::int64_t{about_->run_begin} - 1, outside_[0]);
  run_right_ = seen_or_see(about_->run_end, outside_[1]);
  run_first_ = seen_or_see(about_->run_begin, outside_[2]);
  run_last_ = seen_or_see(std::int64_t{about_->run_end} - 1, outside_[3]);
}

const SegmentFeatures::Seen* SegmentFeatures::seen_or_see(std::int64_t item, Seen& outside) const {
  const std::int64_t place = item - std::int64_t{segment_->begin} + kReach;
  if (place >= 0 && place < static_cast<std::int64_t>(seen_.size())) {
    return &seen_[static_cast<std::size_t>(place)];
  }
  const bool in_sentence = item >= sentence_->begin && item < sentence_->end;
  outside = in_sentence ? see(*context_, static_cast<std::uint32_t>(item)) : Seen{};
  return &outside;
}

// 1: a hyphen in front; 2: one behind; 3: both.
std::uint64_t SegmentFeatures::glue_around() const {
  const auto& items = context_->text.items;
  const bool behind = item_ + 1 < sentence_->end && items[item_ + 1].glued;
  return (items[item_].glued ? 1U : 0U) + (behind ? 2U : 0U);
}

std::uint64_t SegmentFeatures::side_in_segment() const {
  return (item_ == segment_->begin ? 0U : 1U) + (item_ + 1 == segment_->end ? 2U : 0U);
}

// Whether the article has a longer run with the item's word than the one the item is in.
bool SegmentFeatures::has_longer_run() const {
  return word_->longest_run_end != 0 &&
         word_->longest_run_end - word_->longest_run_begin > about_->run_end - about_->run_begin;
}

std::uint64_t SegmentFeatures::place_in_longest_run() const {
  if (context_->items[word_->longest_run_end - 1].word == about_->word) return 2;
  return context_->items[word_->longest_run_begin].word == about_->word ? 0 : 1;
}

const ListMatch& SegmentFeatures::match_before() const {
  static constexpr ListMatch kNone;
  return item_ == sentence_->begin ? kNone : context_->items[item_ - 1].match;
}

GroupKeys SegmentFeatures::group_keys() const {
  GroupKeys keys{};
  set_word_keys(keys);
  set_article_keys(keys);
  if (about_->in_run()) set_run_keys(keys);
  if (has_longer_run()) set_longest_run_key(keys);
  return keys;
}

void SegmentFeatures::set_word_keys(GroupKeys& keys) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  const Seen& b = at(1);
  const std::uint64_t place = place_or_none();
  const std::uint64_t known_lower =
      (a.known_lower ? 1U : 0U) | (t.known_lower ? 2U : 0U) | (b.known_lower ? 4U : 0U);
  set(keys, FeatureGroup::here, t.id, glue_ | place << 8);
  set(keys, FeatureGroup::before, a.id,
      t.appearance | glue_ << 8 | (begins_run() ? place << 16 : 0));
  set(keys, FeatureGroup::after, b.id, t.appearance | glue_ << 8 | (ends_run() ? place << 16 : 0));
  set(keys, FeatureGroup::before2, at(-2).id, 0);
  set(keys, FeatureGroup::after2, at(2).id, 0);
  set(keys, FeatureGroup::clusters, t.kinds | a.kinds << 8 | b.kinds << 16 | glue_ << 24,
      a.coarse | t.coarse << 16 | b.coarse << 32);
  set(keys, FeatureGroup::appearances,
      at(-2).appearance | a.appearance << 8 | t.appearance << 16 | b.appearance << 24 |
          at(2).appearance << 32,
      glue_ | known_lower << 8);
}

void SegmentFeatures::set_article_keys(GroupKeys& keys) const {
  const ListMatch& match = about_->match;
  const ListMatch& left = match_before();
  const std::uint64_t in_title = context_->text.items[item_].field == TextField::title ? 1 : 0;
  set(keys, FeatureGroup::lists,
      std::uint64_t{match.kinds} | std::uint64_t{match.length} << 8 |
          std::uint64_t{match.place} << 16,
      here_->kinds | std::uint64_t{left.kinds} << 8 | std::uint64_t{left.place} << 16);
  set(keys, FeatureGroup::segment, joiner(),
      static_cast<std::uint64_t>(segment_->acronym) | side_in_segment() << 8 |
          first_of_segment().kinds << 16 | last_of_segment().kinds << 24);
  set(keys, FeatureGroup::article,
      word_->run_evidence | bucket(word_->capitalised) << 16 | bucket(word_->lower) << 18 |
          bucket(word_->mid_sentence) << 20 | in_title << 22 |
          static_cast<std::uint64_t>(sentence_->letter_case) << 24,
      here_->appearance | place_or_none() << 8);
}

void SegmentFeatures::set_run_keys(GroupKeys& keys) const {
  const std::uint64_t place = place_in_run();
  if (!begins_run()) {
    set(keys, FeatureGroup::run_left, run_left_->id, place);
    set(keys, FeatureGroup::run_first, run_first_->id, place);
  }
  if (!ends_run()) {
    set(keys, FeatureGroup::run_right, run_right_->id, place);
    set(keys, FeatureGroup::run_last, run_last_->id, place);
  }
  set(keys, FeatureGroup::run_sides, run_left_->coarse | run_right_->coarse << 16, place);
  set(keys, FeatureGroup::run_ends, run_first_->coarse | run_last_->coarse << 16,
      place | run_first_->kinds << 8 | run_last_->kinds << 16);
}

void SegmentFeatures::set_longest_run_key(GroupKeys& keys) const {
  const std::uint64_t length = word_->longest_run_end - word_->longest_run_begin;
  set(keys, FeatureGroup::longest_run,
      combine(see(*context_, word_->longest_run_begin).id,
              see(*context_, word_->longest_run_end - 1).id),
      place_in_longest_run() | length << 8 | place_or_none() << 16);
}

void SegmentFeatures::add_here(FeatureKeys& out) const {
  const Seen& t = *here_;
  out.add(kWord, 0);
  out.add(kWord + 1, t.hash);
  out.add(kWord + 2, t.hash, t.appearance);
  out.add(kWord + 11, glue_, t.hash);
  out.add(kWord + 13, t.known_lower, t.appearance);
  for (std::size_t length = 2; length <= 4; ++length) {
    out.add(kAffix + length - 2, prefix(t.form, length));
  }
  out.add(kAffix + 3, suffix(t.form, 1));
  out.add(kAffix + 4, suffix(t.form, 2));
  out.add(kAffix + 5, suffix(t.form, 4));
  out.add(kAffix + 6, suffix(t.form, 3), t.appearance);
  out.add(kCluster, t.coarse);
  out.add(kCluster + 7, t.fine, t.appearance);
  out.add(kList, t.kinds, t.appearance);
  add_bits(kListBit, t.kinds, t.appearance, out);
  if (begins_run()) add_run_first(out);
  if (ends_run()) add_run_last(out);
}

void SegmentFeatures::add_before(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  out.add(kWord + 8, a.hash, t.appearance);
  if (glue_ != 2) out.add(kWord + 12, glue_, t.appearance, a.hash);
  out.add(kAffix + 7, suffix(a.form, 3), a.appearance);
  out.add(kCluster + 8, a.fine, t.appearance);
  out.add(kList + 1, a.kinds);
  if (begins_run()) add_run_left(out);
}

void SegmentFeatures::add_after(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& b = at(1);
  out.add(kWord + 9, b.hash, t.appearance);
  if (glue_ == 2) out.add(kWord + 12, glue_, t.appearance, b.hash);
  out.add(kAffix + 8, suffix(b.form, 3), b.appearance);
  out.add(kCluster + 9, b.fine, t.appearance);
  out.add(kList + 2, b.kinds);
  if (ends_run()) add_run_right(out);
}

void SegmentFeatures::add_before2(FeatureKeys& out) const {
  out.add(kWord + 3, at(-2).hash);
  out.add(kCluster + 1, at(-2).fine);
}

void SegmentFeatures::add_after2(FeatureKeys& out) const {
  out.add(kWord + 4, at(2).hash);
  out.add(kCluster + 2, at(2).fine);
}

void SegmentFeatures::add_clusters(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  const Seen& b = at(1);
  out.add(kCluster + 3, a.coarse, t.coarse);
  out.add(kCluster + 4, t.coarse, b.coarse);
  out.add(kCluster + 5, a.coarse, b.coarse);
  out.add(kCluster + 6, a.coarse, t.coarse, b.coarse);
  out.add(kList + 3, a.kinds, t.kinds);
  out.add(kList + 4, t.kinds, b.kinds);
  out.add(kSegment + 4, glue_, a.kinds, combine(t.kinds, b.kinds));
}

void SegmentFeatures::add_appearances(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  const Seen& b = at(1);
  out.add(kWord + 6, a.appearance, t.appearance, b.appearance);
  out.add(kWord + 7, combine(at(-2).appearance, a.appearance), combine(t.appearance, b.appearance),
          at(2).appearance);
  out.add(kWord + 10, glue_, a.appearance, b.appearance);
  out.add(kWord + 14, combine(a.known_lower, t.known_lower), b.known_lower, t.appearance);
}

void SegmentFeatures::add_lists(FeatureKeys& out) const {
  const ListMatch& match = about_->match;
  const ListMatch& left = match_before();
  out.add(kList + 5, match.kinds, match.place);
  out.add(kList + 6, match.kinds, combine(match.length, match.place), here_->kinds);
  out.add(kList + 7, left.kinds, left.place);
}

void SegmentFeatures::add_run_left(FeatureKeys& out) const {
  const Seen& left = *run_left_;
  out.add(kRun, left.hash, side_in_run());
  out.add(kRun + 5, left.fine, place_in_run());
  out.add(kRun + 12, left.kinds & kTitleWord, place_in_run());
}

void SegmentFeatures::add_run_right(FeatureKeys& out) const {
  out.add(kRun + 1, run_right_->hash, side_in_run());
  out.add(kRun + 6, run_right_->fine, place_in_run());
}

void SegmentFeatures::add_run_first(FeatureKeys& out) const {
  out.add(kRun + 2, run_first_->hash, side_in_run());
  out.add(kRun + 8, run_first_->fine, place_in_run());
}

void SegmentFeatures::add_run_last(FeatureKeys& out) const {
  out.add(kRun + 3, run_last_->hash, side_in_run());
  out.add(kRun + 7, run_last_->fine, place_in_run());
}

void SegmentFeatures::add_run_sides(FeatureKeys& out) const {
  out.add(kRun + 4, place_in_run());
  out.add(kRun + 9, run_left_->coarse, run_right_->coarse, place_in_run());
}

void SegmentFeatures::add_run_ends(FeatureKeys& out) const {
  const Seen& first = *run_first_;
  const Seen& last = *run_last_;
  out.add(kRun + 10, first.coarse, last.coarse, place_in_run());
  out.add(kRun + 11, first.kinds, last.kinds, place_in_run());
}

void SegmentFeatures::add_article(FeatureKeys& out) const {
  const std::uint64_t appearance = here_->appearance;
  const std::uint64_t in_title = context_->text.items[item_].field == TextField::title ? 1 : 0;
  out.add(kArticle, word_->run_evidence, appearance);
  out.add(kArticle + 1, bucket(word_->capitalised), bucket(word_->lower), appearance);
  out.add(kArticle + 2, bucket(word_->mid_sentence), bucket(word_->lower), appearance);
  out.add(kArticle + 3, in_title, static_cast<std::uint64_t>(sentence_->letter_case), appearance);
  add_bits(kRunEvidenceBit, word_->run_evidence, place_or_none(), out);
}

void SegmentFeatures::add_longest_run(FeatureKeys& out) const {
  const std::uint32_t begin = word_->longest_run_begin;
  const std::uint32_t end = word_->longest_run_end;
  const std::uint64_t place = place_in_longest_run();
  const Seen first = see(*context_, begin);
  const Seen last = see(*context_, end - 1);
  out.add(kLongestRun, first.hash, place);
  out.add(kLongestRun + 1, last.hash, place);
  out.add(kLongestRun + 2, first.kinds, last.kinds, combine(place, end - begin));
  out.add(kLongestRun + 3, first.fine, place);
  out.add(kLongestRun + 4, last.fine, place);
  out.add(kLongestRun + 5, place_or_none(), place);
}

// The candidates around, with the words that join them.
void SegmentFeatures::add_segment(FeatureKeys& out) const {
  const Seen& first = first_of_segment();
  const Seen& last = last_of_segment();
  out.add(kSegment, static_cast<std::uint64_t>(segment_->acronym), side_in_segment(), joiner());
  out.add(kSegment + 1, first.kinds, last.kinds, combine(side_in_segment(), joiner()));
}

void SegmentFeatures::add_pairs(FeatureKeys& out) const {
  out.add(kWord + 5, here_->hash, at(1).hash);
  out.add(kSegment + 2, at(-1).kinds, at(1).kinds, here_->hash);
  out.add(kSegment + 3, at(-1).coarse, at(1).coarse, here_->hash);
}

void SegmentFeatures::add_group(FeatureGroup group, FeatureKeys& out) const {
  using Adder = void (SegmentFeatures::*)(FeatureKeys&) const;
  static constexpr std::array<Adder, kFeatureGroups> kAdders = {
      &SegmentFeatures::add_here,        &SegmentFeatures::add_before,
      &SegmentFeatures::add_after,       &SegmentFeatures::add_before2,
      &SegmentFeatures::add_after2,      &SegmentFeatures::add_clusters,
      &SegmentFeatures::add_appearances, &SegmentFeatures::add_lists,
      &SegmentFeatures::add_run_left,    &SegmentFeatures::add_run_right,
      &SegmentFeatures::add_run_first,   &SegmentFeatures::add_run_last,
      &SegmentFeatures::add_run_sides,   &SegmentFeatures::add_run_ends,
      &SegmentFeatures::add_article,     &SegmentFeatures::add_longest_run,
      &SegmentFeatures::add_segment};
  (this->*kAdders[static_cast<std::size_t>(group)])(out);
}

void extract_features(const SegmentFeatures& features, FeatureKeys& out) {
  out.clear();
  const GroupKeys keys = features.group_keys();
  for (std::size_t group = 0; group < kFeatureGroups; ++group) {
    if (keys[group] != 0) features.add_group(static_cast<FeatureGroup>(group), out);
  }
  features.add_pairs(out);
}

}  // namespace newsdex::discovery
