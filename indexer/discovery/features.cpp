#include "discovery/features.hpp"

#include <algorithm>

namespace newsdex::discovery {
namespace {

// First template numbers: a group may grow to a hundred.
enum Group : std::uint64_t {
  kWindowGroup = 100,
  kAffixGroup = 200,
  kClusterGroup = 300,
  kListGroup = 400,
  kRunGroup = 500,
  kArticleGroup = 600,
  kLongestRunGroup = 700,
  kSegmentGroup = 800,
};

// An item as its neighbours' features see it.
struct Seen {
  std::uint64_t hash = 0;
  std::uint64_t appearance = static_cast<std::uint64_t>(Appearance::none);
  std::uint64_t coarse = 0;
  std::uint64_t fine = 0;
  std::uint64_t kinds = 0;
  bool known_lower = false;
  std::string_view form;
};

Clusters clusters_of(const ArticleWord& word, bool capital) {
  const std::uint16_t wanted = capital ? word.capitalised_clusters : word.lower_clusters;
  const std::uint16_t other = capital ? word.lower_clusters : word.capitalised_clusters;
  return unpack_clusters(wanted != 0 ? wanted : other);
}

Seen see(const ArticleContext& context, std::uint32_t item) {
  const ArticleWord& word = context.word_of(item);
  const Clusters clusters = clusters_of(word, context.text.items[item].capital);
  return {word.hash,       static_cast<std::uint64_t>(context.items[item].appearance),
          clusters.coarse, clusters.fine,
          word.kinds,      word.lower_clusters != 0,
          word.form};
}

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

class FeatureExtractor {
 public:
  FeatureExtractor(const ArticleContext& context, std::uint32_t item, FeatureKeys& out)
      : context_(context),
        item_(item),
        sentence_(context.sentence_of(item)),
        about_(context.items[item]),
        word_(context.word_of(item)),
        out_(out),
        here_(see(context, item)),
        before_(at(-1)),
        after_(at(1)),
        before2_(at(-2)),
        after2_(at(2)) {}

  void extract() {
    out_.clear();
    add_window();
    add_affixes();
    add_clusters();
    add_lists();
    if (about_.in_run()) add_run();
    add_article();
    add_longest_run();
    add_segment();
  }

 private:
  // The item `distance` away, if it is in the sentence.
  Seen at(std::int64_t distance) const {
    const std::int64_t i = static_cast<std::int64_t>(item_) + distance;
    return i < sentence_.begin || i >= sentence_.end ? Seen{}
                                                     : see(context_, static_cast<std::uint32_t>(i));
  }

  void add_window() {
    const Seen& t = here_;
    const Seen& a = before_;
    const Seen& b = after_;
    const Seen& a2 = before2_;
    const Seen& b2 = after2_;
    out_.begin_group(kWindowGroup);
    out_.add(0);
    out_.add(t.hash);
    out_.add(t.hash, t.appearance);
    out_.add(a2.hash);
    out_.add(b2.hash);
    out_.add(t.hash, b.hash);
    out_.add(a.appearance, t.appearance, b.appearance);
    out_.add(combine(a2.appearance, a.appearance), combine(t.appearance, b.appearance),
             b2.appearance);
    out_.add(a.hash, t.appearance);
    out_.add(b.hash, t.appearance);
    const std::uint64_t glue = glue_around();
    out_.add(glue, a.appearance, b.appearance);
    out_.add(glue, t.hash);
    out_.add(glue, t.appearance, glue == 2 ? b.hash : a.hash);
    out_.add(t.known_lower, t.appearance);
    out_.add(combine(a.known_lower, t.known_lower), b.known_lower, t.appearance);
  }

  // 1: a hyphen in front; 2: one behind; 3: both.
  std::uint64_t glue_around() const {
    const bool behind = item_ + 1 < sentence_.end && context_.text.items[item_ + 1].glued;
    return (context_.text.items[item_].glued ? 1U : 0U) + (behind ? 2U : 0U);
  }

  void add_affixes() {
    const std::string_view form = here_.form;
    out_.begin_group(kAffixGroup);
    for (std::size_t length = 2; length <= 4; ++length) out_.add(prefix(form, length));
    for (const std::size_t length : {1U, 2U, 4U}) out_.add(suffix(form, length));
    out_.add(suffix(form, 3), here_.appearance);
    out_.add(suffix(before_.form, 3), before_.appearance);
    out_.add(suffix(after_.form, 3), after_.appearance);
  }

  void add_clusters() {
    const Seen& t = here_;
    const Seen& a = before_;
    const Seen& b = after_;
    const Seen& a2 = before2_;
    const Seen& b2 = after2_;
    out_.begin_group(kClusterGroup);
    out_.add(t.coarse);
    out_.add(a2.fine);
    out_.add(b2.fine);
    out_.add(a.coarse, t.coarse);
    out_.add(t.coarse, b.coarse);
    out_.add(a.coarse, b.coarse);
    out_.add(a.coarse, t.coarse, b.coarse);
    out_.add(t.fine, t.appearance);
    out_.add(a.fine, t.appearance);
    out_.add(b.fine, t.appearance);
  }

  void add_lists() {
    const Seen& t = here_;
    const Seen& a = before_;
    const Seen& b = after_;
    const ListMatch& match = about_.match;
    out_.begin_group(kListGroup);
    out_.add(t.kinds, t.appearance);
    out_.add(a.kinds);
    out_.add(b.kinds);
    out_.add(a.kinds, t.kinds);
    out_.add(t.kinds, b.kinds);
    out_.add(match.kinds, match.place);
    out_.add(match.kinds, combine(match.length, match.place), t.kinds);
    const bool first = item_ == sentence_.begin;
    const ListMatch left = first ? ListMatch{} : context_.items[item_ - 1].match;
    out_.add(left.kinds, left.place);
    out_.begin_group(kListGroup + 50);
    for (std::uint64_t bit = 0; bit < 8; ++bit) {
      if ((t.kinds >> bit & 1U) != 0) out_.add(bit, t.appearance);
    }
  }

  std::uint64_t side_in_run() const {
    return (item_ == about_.run_begin ? 0U : 1U) + (item_ + 1 == about_.run_end ? 2U : 0U);
  }
  std::uint64_t place_in_run() const {
    return side_in_run() + 4 * std::min<std::uint64_t>(about_.run_end - about_.run_begin, 5);
  }

  void add_run() {
    const auto distance = [&](std::uint32_t i) { return std::int64_t{i} - std::int64_t{item_}; };
    const Seen left = at(distance(about_.run_begin) - 1);
    const Seen right = at(distance(about_.run_end));
    const Seen first = see(context_, about_.run_begin);
    const Seen last = see(context_, about_.run_end - 1);
    const std::uint64_t side = side_in_run();
    const std::uint64_t place = place_in_run();
    out_.begin_group(kRunGroup);
    out_.add(left.hash, side);
    out_.add(right.hash, side);
    out_.add(first.hash, side);
    out_.add(last.hash, side);
    out_.add(place);
    out_.add(left.fine, place);
    out_.add(right.fine, place);
    out_.add(last.fine, place);
    out_.add(first.fine, place);
    out_.add(left.coarse, right.coarse, place);
    out_.add(first.coarse, last.coarse, place);
    out_.add(first.kinds, last.kinds, place);
    out_.add(left.kinds & kTitleWord, place);
  }

  void add_article() {
    const std::uint64_t place = about_.in_run() ? place_in_run() : 99;
    out_.begin_group(kArticleGroup);
    out_.add(word_.run_evidence, here_.appearance);
    out_.add(bucket(word_.capitalised), bucket(word_.lower), here_.appearance);
    out_.add(bucket(word_.mid_sentence), bucket(word_.lower), here_.appearance);
    out_.add(context_.text.items[item_].field == TextField::title ? 1 : 0,
             static_cast<std::uint64_t>(sentence_.letter_case), here_.appearance);
    out_.begin_group(kArticleGroup + 50);
    for (std::uint64_t bit = 0; bit < kRunEvidenceBits; ++bit) {
      if ((word_.run_evidence >> bit & 1U) != 0) out_.add(bit, place);
    }
  }

  // The longest run of the article that this item's word is in, if it is longer than the item's.
  void add_longest_run() {
    const std::uint32_t begin = word_.longest_run_begin;
    const std::uint32_t end = word_.longest_run_end;
    if (end == 0 || end - begin <= about_.run_end - about_.run_begin) return;
    const std::uint64_t place = place_within(begin, end);
    const Seen first = see(context_, begin);
    const Seen last = see(context_, end - 1);
    out_.begin_group(kLongestRunGroup);
    out_.add(first.hash, place);
    out_.add(last.hash, place);
    out_.add(first.kinds, last.kinds, combine(place, end - begin));
    out_.add(first.fine, place);
    out_.add(last.fine, place);
    out_.add(about_.in_run() ? place_in_run() : 99, place);
  }

  // The candidates around, with the words that join them.
  void add_segment() {
    const Segment& segment = context_.segments[about_.segment];
    const std::uint64_t side =
        (item_ == segment.begin ? 0U : 1U) + (item_ + 1 == segment.end ? 2U : 0U);
    const Seen first = see(context_, segment.begin);
    const Seen last = see(context_, segment.end - 1);
    const std::uint64_t joiner = about_.in_run() ? 0 : here_.hash;
    out_.begin_group(kSegmentGroup);
    out_.add(static_cast<std::uint64_t>(segment.acronym), side, joiner);
    out_.add(first.kinds, last.kinds, combine(side, joiner));
    out_.add(before_.kinds, after_.kinds, here_.hash);
    out_.add(before_.coarse, after_.coarse, here_.hash);
    out_.add(glue_around(), before_.kinds, combine(here_.kinds, after_.kinds));
  }

  std::uint64_t place_within(std::uint32_t begin, std::uint32_t end) const {
    if (context_.items[end - 1].word == about_.word) return 2;
    return context_.items[begin].word == about_.word ? 0 : 1;
  }

  const ArticleContext& context_;
  std::uint32_t item_;
  const Sentence& sentence_;
  const ItemContext& about_;
  const ArticleWord& word_;
  FeatureKeys& out_;
  Seen here_;
  Seen before_;
  Seen after_;
  Seen before2_;
  Seen after2_;
};

}  // namespace

void extract_features(const ArticleContext& context, std::uint32_t item, FeatureKeys& out) {
  FeatureExtractor(context, item, out).extract();
}

}  // namespace newsdex::discovery
