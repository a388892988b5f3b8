// Articles in which words stand near one another.
#include <algorithm>
#include <iterator>

#include "engine/sequence_places.hpp"
#include "engine/word_matcher.hpp"
#include "query/nearness.hpp"

namespace newsdex {
namespace {

// One operand: any of several words or phrases.
class NearOperand {
 public:
  NearOperand(const std::vector<WordsPlan>& alternatives, const Slice& slice) {
    for (const WordsPlan& words : alternatives) {
      const std::uint32_t limit = words.scope == Field::title ? kBodyPosition : UINT32_MAX;
      for (const WordSequence& sequence : words.sequences) {
        std::vector<PlacedTerms> terms;
        for (const WordSlot& slot : sequence) {
          terms.push_back(placed_terms(slot, words.exact, slice.postings()));
        }
        parts_.push_back(
            {SequencePlaces(terms, slice, limit), static_cast<std::uint32_t>(sequence.size())});
      }
    }
  }

  [[nodiscard]] std::uint64_t frequency() const {
    std::uint64_t sum = 0;
    for (const Part& part : parts_) sum += part.places.frequency();
    return sum;
  }

  void narrow(const Window& window, WindowSet& wanted) {
    WindowSet any;
    for (Part& part : parts_) {
      WindowSet with = wanted;
      part.places.narrow(window, with);
      any |= with;
    }
    wanted &= any;
  }

  // Ascending, each once.
  void read(std::uint32_t article, DeadlineWatch& watch, std::vector<PositionSpan>& out) {
    out.clear();
    for (Part& part : parts_) {
      watch.count(out.size());
      spans_.clear();
      for (const std::uint32_t start : part.places.starts(article)) {
        spans_.push_back({start, start + part.words - 1});
      }
      if (out.empty()) {
        out.swap(spans_);
        continue;
      }
      before_.swap(out);
      out.clear();
      std::set_union(before_.begin(), before_.end(), spans_.begin(), spans_.end(),
                     std::back_inserter(out));
    }
  }

 private:
  struct Part {
    SequencePlaces places;
    std::uint32_t words;
  };
  std::vector<Part> parts_;
  std::vector<PositionSpan> spans_;   // of one part in the article that is read
  std::vector<PositionSpan> before_;  // of the parts before it
};

class NearMatcher {
 public:
  NearMatcher(const NearPlan& plan, const Slice& slice)
      : plan_(plan), slice_(slice), watch_(slice.time()), spans_(plan.operands.size()) {
    for (const auto& alternatives : plan.operands) operands_.emplace_back(alternatives, slice);
  }

  std::vector<Posting> match() {
    std::vector<Posting> found;
    const auto is_absent = [](const NearOperand& operand) { return operand.frequency() == 0; };
    if (std::any_of(operands_.begin(), operands_.end(), is_absent)) return found;
    for (std::uint32_t at = slice_.begin; at < slice_.end; at += kWindowArticles) {
      slice_.check_time();
      const Window window = slice_.window_at(at);
      WindowSet wanted = slice_.segment->live.within(window);
      for (NearOperand& operand : operands_) operand.narrow(window, wanted);
      wanted.for_each([&](std::uint32_t offset) {
        const std::uint32_t count = occurrences(window.begin + offset);
        if (count > 0) found.push_back({window.begin + offset, count});
      });
    }
    return found;
  }

 private:
  // Places of the last operand that end a row of near ones.
  std::uint32_t occurrences(std::uint32_t article) {
    for (std::size_t i = 0; i < operands_.size(); ++i) {
      operands_[i].read(article, watch_, spans_[i]);
    }
    std::size_t places = 1;
    for (const auto& spans : spans_) places += spans.size();
    watch_.count(places);
    // Few places are not worth asking the clock for.
    keep_near(spans_, plan_.distance, plan_.ordered,
              places < kManyPlaces ? Deadline() : slice_.time());
    return static_cast<std::uint32_t>(spans_.back().size());
  }

  static constexpr std::size_t kManyPlaces = 1024;

  const NearPlan& plan_;
  const Slice& slice_;
  DeadlineWatch watch_;
  std::vector<NearOperand> operands_;
  std::vector<std::vector<PositionSpan>> spans_;  // by operand, of one article
};

}  // namespace

OpenLeaf open_near(const NearPlan& near, const Slice& slice) {
  std::vector<Posting> found = NearMatcher(near, slice).match();
  const std::size_t articles = found.size();
  return {PostingStream(std::move(found)), articles};
}

}  // namespace newsdex
