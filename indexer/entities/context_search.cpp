#include "entities/context_search.hpp"

#include <algorithm>

#include "entities/sentences.hpp"

namespace newsdex {
namespace {

// A "sentence" can be a table of a million words: past this many cue words to either side it holds
// none that matters.
constexpr int kMaxCuesLookedAt = 64;

}  // namespace

ContextSearch::ContextSearch(const NameIndex& names, const FieldText& text)
    : names_(names),
      text_(text),
      cues_(names.cues().find(text)),
      sentences_(number_sentences(text, names.lexicon())) {}

bool ContextSearch::is_near(std::uint32_t token, const Candidate& candidate) const {
  if (sentences_[token] != sentences_[candidate.first]) return false;
  return token < candidate.first ? candidate.first - token <= kReach
                                 : token - candidate.last < kReach;
}

// What follows must be no noun: "he said on Gap profits".
bool ContextSearch::is_said_on(const Candidate& candidate) const {
  const Lexicon& lexicon = names_.lexicon();
  if (candidate.first == 0 || text_.gap_before(candidate.first) != Gap::space) return false;
  if (text_.token(candidate.first - std::size_t{1}).form != "on") return false;
  const Gap behind = text_.gap_before(candidate.last);
  const bool goes_on = behind == Gap::space || behind == Gap::hyphen;
  if (goes_on && !lexicon.is(text_.token(candidate.last).form, WordClass::grammar)) return false;
  const std::uint32_t from = candidate.first - std::min(candidate.first, kReach);
  for (std::uint32_t at = candidate.first - 1; at > from; --at) {
    if (sentences_[at - 1] != sentences_[candidate.first]) return false;
    if (lexicon.is(text_.token(at - 1).form, WordClass::saying)) return true;
  }
  return false;
}

// What the cues met so far amount to.
class ContextSearch::Tally {
 public:
  // `distance` is 1 for the word next to the name; `beside` is how far "the messenger Gap" and "Gap
  // is a messenger" reach.
  void note(Cue cue, bool is_weak, std::uint32_t distance, std::uint32_t beside) {
    constexpr std::uint32_t kWeakBeside = 1;
    constexpr std::uint32_t kWeakNear = 2;
    if (distance <= (is_weak ? kWeakBeside : beside)) support_ = Support::beside;
    const bool is_second = is_weak && weak_ != TokenAutomaton::kRoot && weak_ != cue;
    if (is_weak) weak_ = cue;
    if (!is_weak || distance <= kWeakNear || is_second)
      support_ = std::max(support_, Support::in_sentence);
  }
  [[nodiscard]] Support support() const { return support_; }

 private:
  Support support_ = Support::none;
  Cue weak_ = TokenAutomaton::kRoot;
};

ContextSearch::Support ContextSearch::support(const Candidate& candidate,
                                              std::uint32_t entity) const {
  const auto precedes = [](const CuePlace& cue, std::uint32_t token) { return cue.token < token; };
  const auto left = std::lower_bound(cues_.begin(), cues_.end(), candidate.first, precedes);
  const auto right = std::lower_bound(left, cues_.end(), candidate.last, precedes);
  Tally tally;
  constexpr std::uint32_t kBefore = 2;
  constexpr std::uint32_t kBehind = 3;
  const auto note = [&](const CuePlace& place, std::uint32_t distance, std::uint32_t beside) {
    if (names_.cues().speaks_for(place.cue, entity))
      tally.note(place.cue, names_.cues().is_weak(place.cue), distance, beside);
  };
  auto at = left;
  for (int looked = 0; at != cues_.begin() && looked < kMaxCuesLookedAt; ++looked) {
    --at;
    if (!is_near(at->token, candidate)) break;
    note(*at, candidate.first - at->token, kBefore);
  }
  at = right;
  for (int looked = 0; at != cues_.end() && looked < kMaxCuesLookedAt; ++looked, ++at) {
    if (!is_near(at->token, candidate)) break;
    note(*at, at->token - candidate.last + 1, kBehind);
  }
  return tally.support();
}

}  // namespace newsdex
