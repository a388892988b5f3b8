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
      cues_(names.cues().find(text)),
      sentences_(number_sentences(text, names.lexicon())) {}

bool ContextSearch::is_near(std::uint32_t token, const Candidate& candidate) const {
  if (sentences_[token] == sentences_[candidate.first]) return true;
  return token < candidate.first ? candidate.first - token <= kReach
                                 : token - candidate.last < kReach;
}

bool ContextSearch::has_cue_near(const Candidate& candidate, std::uint32_t entity) const {
  const auto precedes = [](const CuePlace& cue, std::uint32_t token) { return cue.token < token; };
  const auto left = std::lower_bound(cues_.begin(), cues_.end(), candidate.first, precedes);
  const auto right = std::lower_bound(left, cues_.end(), candidate.last, precedes);
  auto at = left;
  for (int looked = 0; at != cues_.begin() && looked < kMaxCuesLookedAt; ++looked) {
    --at;
    if (!is_near(at->token, candidate)) break;
    if (names_.cues().speaks_for(at->cue, entity)) return true;
  }
  at = right;
  for (int looked = 0; at != cues_.end() && looked < kMaxCuesLookedAt; ++looked, ++at) {
    if (!is_near(at->token, candidate)) break;
    if (names_.cues().speaks_for(at->cue, entity)) return true;
  }
  return false;
}

}  // namespace newsdex
