// Which items are looked at: a quarter of a text's, and nearly all names of edited text are in it.
#include <algorithm>

#include "discovery/context_steps.hpp"

namespace newsdex::discovery {
namespace {

// Most items between two capitalised words of a name: "Ministry of the Interior".
constexpr std::uint32_t kMostJoiners = 3;

// Longer rows of candidates are cut: a text in capitals without a full stop.
constexpr std::uint32_t kLongestSegment = 256;

bool is_joiner(const TextItem& item) {
  if (item.shape == Shape::mark) {
    return item.mark == Mark::possessive || item.mark == Mark::ampersand ||
           item.mark == Mark::slash || item.mark == Mark::quote;
  }
  return (item.roles & kJoinsNames) != 0;
}

bool counts_as_capital(const TextItem& item, Appearance appearance) {
  switch (appearance) {
    case Appearance::capitalised:
    case Appearance::all_caps:
    case Appearance::mixed:
    case Appearance::initial:
    case Appearance::headline_name:
    case Appearance::first_uncertain:
      return true;
    case Appearance::alphanumeric:
      return item.capital;
    default:
      return false;
  }
}

class CandidateFinder {
 public:
  explicit CandidateFinder(ArticleContext& context) : context_(context) {}

  void run() {
    context_.runs.clear();
    context_.segments.clear();
    find_runs();
    for (const Run& run : context_.runs) find_joiners(run);
    cut_segments();
    for (Segment& segment : context_.segments) segment.acronym = acronym_behind(segment);
  }

 private:
  void find_runs() {
    std::uint32_t sentence = 0;
    for (const std::uint32_t i : context_.text.with_capitals) {
      while (i >= context_.text.sentences[sentence].end) ++sentence;
      const TextItem& item = context_.text.items[i];
      ItemContext& about = context_.items[i];
      about.candidate = item.capital;
      if (!counts_as_capital(item, about.appearance)) continue;
      about.candidate = true;
      Run* const last = context_.runs.empty() ? nullptr : &context_.runs.back();
      if (last != nullptr && last->end == i && last->sentence == sentence) {
        ++last->end;
      } else {
        context_.runs.push_back({i, i + 1, sentence});
      }
    }
    for (const Run& run : context_.runs) {
      for (std::uint32_t i = run.begin; i < run.end; ++i) {
        context_.items[i].run_begin = run.begin;
        context_.items[i].run_end = run.end;
      }
    }
  }

  void find_joiners(const Run& run) {
    const Sentence& sentence = context_.sentence_of(run);
    if (run.begin > sentence.begin) {
      take_number(run.begin - 1);
      take_article(run.begin);
    }
    if (run.end >= sentence.end) return;
    take_number(run.end);
    take_syllable(run.end);
    join_from(run.end, sentence.end);
  }

  void take_number(std::uint32_t i) {
    if (context_.text.items[i].shape == Shape::number) context_.items[i].candidate = true;
  }

  // The word before `begin`, in "al-Sadr".
  void take_article(std::uint32_t begin) {
    if (!context_.text.items[begin].glued) return;
    ItemContext& before = context_.items[begin - 1];
    before.candidate = before.candidate || is_joiner(context_.text.items[begin - 1]);
  }

  // The second syllable of "Ching-te".
  void take_syllable(std::uint32_t i) {
    const TextItem& item = context_.text.items[i];
    if (item.glued && item.shape == Shape::lower) context_.items[i].candidate = true;
  }

  // Items from `from`, behind a run, become candidates if a run follows them soon.
  void join_from(std::uint32_t from, std::uint32_t end) {
    std::uint32_t to = from;
    while (to < end && to - from < kMostJoiners && is_joiner(context_.text.items[to])) ++to;
    if (to == end || !context_.items[to].in_run()) return;
    for (std::uint32_t i = from; i < to; ++i) context_.items[i].candidate = true;
  }

  // Every row of candidates has a word with a capital: from there on they reach to both sides.
  void cut_segments() {
    std::uint32_t sentence = 0;
    std::uint32_t done = 0;  // all items before are looked at
    for (const std::uint32_t i : context_.text.with_capitals) {
      while (i >= context_.text.sentences[sentence].end) ++sentence;
      if (i < done || !context_.items[i].candidate) continue;
      const Sentence& around = context_.text.sentences[sentence];
      const std::uint32_t least = std::max(done, around.begin);
      std::uint32_t begin = i;
      while (begin > least && context_.items[begin - 1].candidate) --begin;
      std::uint32_t end = i + 1;
      while (end < around.end && context_.items[end].candidate && end - begin < kLongestSegment) {
        ++end;
      }
      context_.segments.push_back({begin, end, sentence, AcronymBehind::none});
      done = end;
    }
  }

  AcronymBehind acronym_behind(const Segment& segment) const {
    const auto& items = context_.text.items;
    const std::uint32_t end = context_.sentence_of(segment).end;
    if (segment.end + 1 >= end || items[segment.end].mark != Mark::opening) {
      return AcronymBehind::none;
    }
    const TextItem& inside = items[segment.end + 1];
    const bool acronym = inside.shape == Shape::all_caps || inside.shape == Shape::mixed;
    if (!acronym || items[segment.begin].form.empty()) return AcronymBehind::none;
    return inside.form.front() == items[segment.begin].form.front() ? AcronymBehind::first_letter
                                                                    : AcronymBehind::other_letter;
  }

  ArticleContext& context_;
};

}  // namespace

void find_candidates(ArticleContext& context) {
  CandidateFinder(context).run();
}

}  // namespace newsdex::discovery
