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
  for (std::size_t i = 0; i < length; ++i) bytes = bytes << 8 | static_cast<unsigned char>(form[i]);
  return bytes;
}

std::uint64_t suffix(std::string_view form, std::size_t length) {
  return form.size() < length ? 0 : prefix({form.data() + form.size() - length, length}, length);
}

// Counts from 3 on are alike.
std::uint64_t bucket(std::uint16_t count) {
  return std::min<std::uint64_t>(count, 3);
}

// Sets the key of a group whose features depend on `a` and `b`. Never to 0.
void set(GroupKeys& keys, FeatureGroup group, std::uint64_t a, std::uint64_t b) {
  const auto number = static_cast<std::uint64_t>(group);
  keys[number] =
      scramble(a ^ (b + 1) * 0x9E3779B97F4A7C15U ^ (number + 1) * 0xD6E8FEB86659FD93U) | 1U;
}

// A feature for each bit that is set: the templates count those before it.
void add_bits(std::uint64_t first_template, std::uint64_t bits, std::uint64_t with,
              FeatureKeys& out) {
  for (std::uint64_t bit = 0; bits >> bit != 0; ++bit) {
    if ((bits >> bit & 1U) != 0) out.add(first_template++, bit, with);
  }
}

constexpr TextItem kNoItem;
constexpr ArticleWord kNoArticleWord;

}  // namespace

SegmentFeatures::Seen SegmentFeatures::see_around(std::int64_t item) const {
  if (item >= sentence_->begin && item < sentence_->end) return see(static_cast<std::size_t>(item));
  return {&kNoItem, 1, static_cast<std::uint64_t>(Appearance::none)};
}

SegmentFeatures::Seen SegmentFeatures::see(std::size_t item) const {
  const TextItem& text = context_->text.items[item];
  const auto appearance = static_cast<std::uint64_t>(context_->items[item].appearance);
  return {&text, combine(appearance << 1 | (text.capital ? 1U : 0U), text.hash), appearance};
}

void SegmentFeatures::look_at(const ArticleContext& context, const Segment& segment) {
  context_ = &context;
  segment_ = &segment;
  sentence_ = &context.sentence_of(segment);
  seen_.resize(segment.end - segment.begin + 2 * kReach);
  for (std::uint32_t i = 0; i < seen_.size(); ++i) {
    seen_[i] = see_around(std::int64_t{segment.begin} + i - kReach);
  }
  run_found_ = ItemContext::kNoWord;
}

void SegmentFeatures::turn_to(std::uint32_t item) {
  item_ = item;
  here_ = &seen_[item - segment_->begin + kReach];
  about_ = &context_->items[item];
  word_ = about_->word == ItemContext::kNoWord ? &kNoArticleWord : &context_->words[about_->word];
  if (!about_->in_run()) {
    side_ = 4;
    place_in_run_ = 99;
    run_left_ = at(-1);
    run_right_ = at(1);
    run_found_ = ItemContext::kNoWord;
    return;
  }
  const std::uint32_t length = about_->run_end - about_->run_begin;
  side_ = (item_ == about_->run_begin ? 0U : 1U) + (item_ + 1 == about_->run_end ? 2U : 0U);
  place_in_run_ = side_ + 4 * std::min<std::uint64_t>(length, 5);
  if (run_found_ != about_->run_begin) find_run();
}

void SegmentFeatures::find_run() {
  run_found_ = about_->run_begin;
  run_left_ = see_around(std::int64_t{about_->run_begin} - 1);
  run_right_ = see_around(about_->run_end);
  run_first_ = see(about_->run_begin);
  run_last_ = see(about_->run_end - 1);
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

void SegmentFeatures::set_group_keys(GroupKeys& keys) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  const Seen& b = at(1);
  const std::uint64_t known_lower = (a.text->known_lower ? 1U : 0U) |
                                    (t.text->known_lower ? 2U : 0U) |
                                    (b.text->known_lower ? 4U : 0U);
  set(keys, FeatureGroup::here, t.id, side());
  set(keys, FeatureGroup::before, a.id, side() | (glued_before() ? 8U : 0U));
  set(keys, FeatureGroup::after, b.id, side() | (glued_behind() ? 8U : 0U));
  set(keys, FeatureGroup::before2, at(-2).id, 0);
  set(keys, FeatureGroup::after2, at(2).id, 0);
  set(keys, FeatureGroup::pair_before, a.sort() << 16 | t.sort(), 0);
  set(keys, FeatureGroup::pair_after, t.sort() << 16 | b.sort(), 0);
  set(keys, FeatureGroup::appearances,
      at(-2).appearance | a.appearance << 4 | t.appearance << 8 | b.appearance << 12 |
          at(2).appearance << 16 | glue_around() << 20 | known_lower << 22,
      0);
  set(keys, FeatureGroup::run_sides, run_left_.coarse() | run_right_.coarse() << 8, place_in_run());
  set_article_key(keys);
  set_run_keys(keys);
  set_rare_keys(keys);
}

void SegmentFeatures::set_run_keys(GroupKeys& keys) const {
  for (const FeatureGroup group :
       {FeatureGroup::run_ends, FeatureGroup::run_first, FeatureGroup::run_last}) {
    keys[static_cast<std::size_t>(group)] = 0;
  }
  const std::uint32_t length = about_->run_end - about_->run_begin;
  if (length < 2) return;
  set(keys, FeatureGroup::run_ends, run_first_.sort() | run_last_.sort() << 16, place_in_run());
  if (item_ > about_->run_begin + 1) set(keys, FeatureGroup::run_first, run_first_.id, side());
  if (item_ + 2 < about_->run_end) set(keys, FeatureGroup::run_last, run_last_.id, side());
}

void SegmentFeatures::set_article_key(GroupKeys& keys) const {
  const std::uint64_t in_title = here_->text->field == TextField::title ? 1 : 0;
  const std::uint64_t in_longer = has_longer_run() ? place_in_longest_run() : 3;
  set(keys, FeatureGroup::article,
      word_->run_evidence | bucket(word_->capitalised) << 16 | bucket(word_->lower) << 18 |
          bucket(word_->mid_sentence) << 20 | in_title << 22 |
          static_cast<std::uint64_t>(sentence_->letter_case) << 24 | in_longer << 26,
      here_->appearance | side() << 8);
}

// Of groups that most items have no features of.
void SegmentFeatures::set_rare_keys(GroupKeys& keys) const {
  for (const FeatureGroup group :
       {FeatureGroup::lists, FeatureGroup::longest_run, FeatureGroup::segment}) {
    keys[static_cast<std::size_t>(group)] = 0;
  }
  const ListMatch& match = about_->match;
  const ListMatch& left = match_before();
  if (match.length != 0 || left.length != 0) {
    set(keys, FeatureGroup::lists,
        std::uint64_t{match.kinds} | std::uint64_t{match.length} << 8 |
            std::uint64_t{match.place} << 16 | here_->kinds() << 24,
        std::uint64_t{left.kinds} << 8 | std::uint64_t{left.place} << 16);
  }
  if (has_longer_run()) {
    const std::uint64_t length = word_->longest_run_end - word_->longest_run_begin;
    set(keys, FeatureGroup::longest_run,
        combine(see(word_->longest_run_begin).id, see(word_->longest_run_end - 1).id),
        place_in_longest_run() | length << 8);
  }
  if (segment_->end - segment_->begin > 1 || segment_->acronym != AcronymBehind::none) {
    set(keys, FeatureGroup::segment, joiner(),
        static_cast<std::uint64_t>(segment_->acronym) | side_in_segment() << 8 |
            first_of_segment().kinds() << 16 | last_of_segment().kinds() << 24);
  }
}

void SegmentFeatures::add_here(FeatureKeys& out) const {
  const Seen& t = *here_;
  const std::uint64_t hash = t.hash();
  const std::string_view form = t.form();
  out.add(kWord, 0);
  out.add(kWord + 1, hash);
  out.add(kWord + 2, hash, t.appearance);
  out.add(kWord + 13, t.text->known_lower, t.appearance);
  for (std::size_t length = 2; length <= 4; ++length) {
    out.add(kAffix + length - 2, prefix(form, length));
  }
  out.add(kAffix + 3, suffix(form, 1));
  out.add(kAffix + 4, suffix(form, 2));
  out.add(kAffix + 5, suffix(form, 4));
  out.add(kAffix + 6, suffix(form, 3), t.appearance);
  out.add(kCluster, t.coarse());
  out.add(kCluster + 7, t.fine(), t.appearance);
  out.add(kList, t.kinds(), t.appearance);
  add_bits(kListBit, t.kinds(), t.appearance, out);
  out.add(kRun + 2, hash, side());
  out.add(kRun + 8, t.fine(), side());
  out.add(kRun + 13, t.kinds(), side());
}

void SegmentFeatures::add_before(FeatureKeys& out) const {
  const Seen& a = at(-1);
  const std::uint64_t joint = side() | (glued_before() ? 8U : 0U);
  out.add(kWord + 8, a.hash());
  out.add(kAffix + 7, suffix(a.form(), 3), a.appearance);
  out.add(kCluster + 8, a.fine());
  out.add(kList + 1, a.kinds());
  out.add(kRun, a.hash(), joint);
  out.add(kRun + 5, a.fine(), joint);
  out.add(kRun + 12, a.kinds(), joint);
}

void SegmentFeatures::add_after(FeatureKeys& out) const {
  const Seen& b = at(1);
  const std::uint64_t joint = side() | (glued_behind() ? 8U : 0U);
  out.add(kWord + 9, b.hash());
  out.add(kAffix + 8, suffix(b.form(), 3), b.appearance);
  out.add(kCluster + 9, b.fine());
  out.add(kList + 2, b.kinds());
  out.add(kRun + 1, b.hash(), joint);
  out.add(kRun + 6, b.fine(), joint);
  out.add(kRun + 14, b.kinds(), joint);
}

void SegmentFeatures::add_before2(FeatureKeys& out) const {
  const Seen& a = at(-2);
  out.add(kWord + 3, a.hash());
  out.add(kCluster + 1, a.fine());
  out.add(kList + 8, a.kinds());
}

void SegmentFeatures::add_after2(FeatureKeys& out) const {
  const Seen& b = at(2);
  out.add(kWord + 4, b.hash());
  out.add(kCluster + 2, b.fine());
  out.add(kList + 9, b.kinds());
}

void SegmentFeatures::add_pair_before(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  out.add(kCluster + 3, a.coarse(), t.coarse());
  out.add(kList + 3, a.kinds(), t.kinds());
}

void SegmentFeatures::add_pair_after(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& b = at(1);
  out.add(kCluster + 4, t.coarse(), b.coarse());
  out.add(kList + 4, t.kinds(), b.kinds());
}

void SegmentFeatures::add_appearances(FeatureKeys& out) const {
  const Seen& t = *here_;
  const Seen& a = at(-1);
  const Seen& b = at(1);
  out.add(kWord + 6, a.appearance, t.appearance, b.appearance);
  out.add(kWord + 7, combine(at(-2).appearance, a.appearance), combine(t.appearance, b.appearance),
          at(2).appearance);
  out.add(kWord + 10, glue_around(), a.appearance, b.appearance);
  out.add(kWord + 14, combine(a.text->known_lower, t.text->known_lower), b.text->known_lower,
          t.appearance);
}

void SegmentFeatures::add_article(FeatureKeys& out) const {
  const std::uint64_t appearance = here_->appearance;
  const std::uint64_t in_title = here_->text->field == TextField::title ? 1 : 0;
  const std::uint64_t in_longer = has_longer_run() ? place_in_longest_run() : 3;
  out.add(kArticle, word_->run_evidence, appearance);
  out.add(kArticle + 1, bucket(word_->capitalised), bucket(word_->lower), appearance);
  out.add(kArticle + 2, bucket(word_->mid_sentence), bucket(word_->lower), appearance);
  out.add(kArticle + 3, in_title, static_cast<std::uint64_t>(sentence_->letter_case), appearance);
  add_bits(kRunEvidenceBit, word_->run_evidence, side(), out);
  out.add(kLongestRun + 5, side(), in_longer);
}

void SegmentFeatures::add_run_sides(FeatureKeys& out) const {
  out.add(kRun + 4, place_in_run());
  out.add(kRun + 9, run_left_.coarse(), run_right_.coarse(), place_in_run());
}

void SegmentFeatures::add_run_ends(FeatureKeys& out) const {
  out.add(kRun + 10, run_first_.coarse(), run_last_.coarse(), place_in_run());
  out.add(kRun + 11, run_first_.kinds(), run_last_.kinds(), place_in_run());
}

void SegmentFeatures::add_run_first(FeatureKeys& out) const {
  out.add(kRun + 15, run_first_.hash(), side());
  out.add(kRun + 16, run_first_.fine(), side());
}

void SegmentFeatures::add_run_last(FeatureKeys& out) const {
  out.add(kRun + 3, run_last_.hash(), side());
  out.add(kRun + 7, run_last_.fine(), side());
}

void SegmentFeatures::add_lists(FeatureKeys& out) const {
  const ListMatch& match = about_->match;
  const ListMatch& left = match_before();
  out.add(kList + 5, match.kinds, match.place);
  out.add(kList + 6, match.kinds, combine(match.length, match.place), here_->kinds());
  out.add(kList + 7, left.kinds, left.place);
}

void SegmentFeatures::add_longest_run(FeatureKeys& out) const {
  const std::uint32_t begin = word_->longest_run_begin;
  const std::uint32_t end = word_->longest_run_end;
  const std::uint64_t place = place_in_longest_run();
  const Seen first = see(begin);
  const Seen last = see(end - 1);
  out.add(kLongestRun, first.hash(), place);
  out.add(kLongestRun + 1, last.hash(), place);
  out.add(kLongestRun + 2, first.kinds(), last.kinds(), combine(place, end - begin));
  out.add(kLongestRun + 3, first.fine(), place);
  out.add(kLongestRun + 4, last.fine(), place);
}

// The candidates around, with the words that join them.
void SegmentFeatures::add_segment(FeatureKeys& out) const {
  const Seen& first = first_of_segment();
  const Seen& last = last_of_segment();
  out.add(kSegment, static_cast<std::uint64_t>(segment_->acronym), side_in_segment(), joiner());
  out.add(kSegment + 1, first.kinds(), last.kinds(), combine(side_in_segment(), joiner()));
}

void SegmentFeatures::add_pair_of_words(FeatureKeys& out) const {
  out.add(kWord + 5, here_->hash(), at(1).hash());
}

void SegmentFeatures::add_group(FeatureGroup group, FeatureKeys& out) const {
  using Adder = void (SegmentFeatures::*)(FeatureKeys&) const;
  static constexpr std::array<Adder, kFeatureGroups> kAdders = {
      &SegmentFeatures::add_here,        &SegmentFeatures::add_before,
      &SegmentFeatures::add_after,       &SegmentFeatures::add_before2,
      &SegmentFeatures::add_after2,      &SegmentFeatures::add_pair_before,
      &SegmentFeatures::add_pair_after,  &SegmentFeatures::add_appearances,
      &SegmentFeatures::add_article,     &SegmentFeatures::add_run_sides,
      &SegmentFeatures::add_run_ends,    &SegmentFeatures::add_run_first,
      &SegmentFeatures::add_run_last,    &SegmentFeatures::add_lists,
      &SegmentFeatures::add_longest_run, &SegmentFeatures::add_segment};
  (this->*kAdders[static_cast<std::size_t>(group)])(out);
}

void extract_features(const SegmentFeatures& features, FeatureKeys& out) {
  out.clear();
  GroupKeys keys;
  features.set_group_keys(keys);
  for (std::size_t group = 0; group < kFeatureGroups; ++group) {
    if (keys[group] != 0) features.add_group(static_cast<FeatureGroup>(group), out);
  }
  features.add_pair_of_words(out);
}

}  // namespace newsdex::discovery
