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
    for (const Sentence& sentence : context_.text.sentences) {
      find_runs(sentence);
      find_joiners(sentence);
      cut_segments(sentence);
    }
    for (Segment& segment : context_.segments) segment.acronym = acronym_behind(segment);
  }

 private:
  bool capital(std::uint32_t i) const {
    return counts_as_capital(context_.text.items[i], context_.items[i].appearance);
  }

  void find_runs(const Sentence& sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      const std::uint32_t begin = i;
      while (i < sentence.end && capital(i)) ++i;
      for (std::uint32_t k = begin; k < i; ++k) {
        context_.items[k].run_begin = begin;
        context_.items[k].run_end = i;
        context_.items[k].candidate = true;
      }
      if (i == begin) {
        context_.items[i].candidate = context_.text.items[i].capital;
        ++i;
      }
    }
  }

  void find_joiners(const Sentence& sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!context_.items[i].in_run()) continue;
      const bool begins = context_.items[i].run_begin == i;
      if (begins && i > sentence.begin) take_number(i - 1);
      i = context_.items[i].run_end;
      if (i >= sentence.end) return;
      take_number(i);
      join_from(i, sentence.end);
      --i;
    }
  }

  void take_number(std::uint32_t i) {
    if (context_.text.items[i].shape == Shape::number) context_.items[i].candidate = true;
  }

  // Items from `from`, behind a run, become candidates if a run follows them soon.
  void join_from(std::uint32_t from, std::uint32_t end) {
    std::uint32_t to = from;
    while (to < end && to - from < kMostJoiners && is_joiner(context_.text.items[to])) ++to;
    if (to == end || !context_.items[to].in_run()) return;
    for (std::uint32_t i = from; i < to; ++i) context_.items[i].candidate = true;
  }

  void cut_segments(const Sentence& sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t begin = i;
      while (i < sentence.end && context_.items[i].candidate && i - begin < kLongestSegment) ++i;
      for (std::uint32_t k = begin; k < i; ++k) {
        context_.items[k].segment = static_cast<std::uint32_t>(context_.segments.size());
      }
      if (i > begin) context_.segments.push_back({begin, i, AcronymBehind::none});
      if (i - begin == kLongestSegment) --i;
    }
  }

  AcronymBehind acronym_behind(const Segment& segment) const {
    const auto& items = context_.text.items;
    const std::uint32_t end = context_.sentence_of(segment.begin).end;
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
