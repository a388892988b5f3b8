#include "engine/word_matcher.hpp"

#include <algorithm>
#include <limits>

#include "analysis/terms.hpp"

namespace newsdex {
namespace {

// The terms whose positions, less those of others, are the places of one word.
struct SlotTerms {
  std::vector<std::string> add;
  std::vector<std::string> subtract;
};

SlotTerms slot_terms(const WordSlot& slot, bool exact, const PostingsReader& postings) {
  SlotTerms terms;
  if (!exact) {
    terms.add = slot.stems;
    return terms;
  }
  for (const std::string& stem : slot.stems) {
    if (stem != slot.form) {
      terms.add.push_back(form_term(stem, slot.form));
      continue;
    }
    // The form equals its stem and has no term of its own: it stands where the stem stands and none
    // of the stem's other forms does.
    terms.add.push_back(stem);
    for (std::string& other : postings.terms_with_prefix(form_term_prefix(stem))) {
      terms.subtract.push_back(std::move(other));
    }
  }
  return terms;
}

std::vector<Posting> live_postings(std::string_view term, const LiveSegment& segment) {
  std::vector<Posting> out;
  segment.segment.postings.read(term, [&](std::span<const Posting> batch) {
    for (const Posting& posting : batch) {
      if (segment.live.contains(posting.article)) out.push_back(posting);
    }
  });
  return out;
}

// Joins two rows of postings; counts of an article in both are combined.
template <typename Combine>
std::vector<Posting> unite(const std::vector<Posting>& a, const std::vector<Posting>& b,
                           Combine&& combine) {
  std::vector<Posting> out;
  out.reserve(a.size() + b.size());
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    if (j == b.end() || (i != a.end() && i->article < j->article)) {
      out.push_back(*i++);
    } else if (i == a.end() || j->article < i->article) {
      out.push_back(*j++);
    } else {
      out.push_back({i->article, combine(i->count, j->count)});
      ++i;
      ++j;
    }
  }
  return out;
}

std::uint32_t sum(std::uint32_t a, std::uint32_t b) {
  return a + b;
}

// Occurrences of a single word by the counts of its terms, without reading positions.
std::vector<Posting> count_word(const SlotTerms& terms, const LiveSegment& segment) {
  std::vector<Posting> found;
  for (const std::string& term : terms.add) {
    std::vector<Posting> postings = live_postings(term, segment);
    found = found.empty() ? std::move(postings) : unite(found, postings, sum);
  }
  for (const std::string& term : terms.subtract) {
    // An article has at least as many of the stem as of its forms, so this never wraps; forms
    // occur only where their stem does.
    found = unite(found, live_postings(term, segment), [](std::uint32_t all, std::uint32_t other) {
      return all - std::min(all, other);
    });
  }
  std::erase_if(found, [](const Posting& posting) { return posting.count == 0; });
  return found;
}

// The places of one word in article after article.
class SlotCursor {
 public:
  SlotCursor(const SlotTerms& terms, const PostingsReader& postings) {
    for (const std::string& term : terms.add) add_.push_back(postings.positions_of(term));
    for (const std::string& term : terms.subtract) subtract_.push_back(postings.positions_of(term));
  }

  const std::vector<std::uint32_t>& positions(std::uint32_t article) {
    collect(add_, article, places_);
    if (places_.empty() || subtract_.empty()) return places_;
    collect(subtract_, article, taken_);
    kept_.clear();
    std::set_difference(places_.begin(), places_.end(), taken_.begin(), taken_.end(),
                        std::back_inserter(kept_));
    return kept_;
  }

 private:
  using Cursors = std::vector<std::unique_ptr<PositionCursor>>;

  void collect(Cursors& cursors, std::uint32_t article, std::vector<std::uint32_t>& out) {
    out.clear();
    for (const auto& cursor : cursors) {
      if (!cursor->seek(article)) continue;
      cursor->positions(one_);
      out.insert(out.end(), one_.begin(), one_.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  Cursors add_;
  Cursors subtract_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::uint32_t> one_;
};

ArticleSet articles_with_all(const std::vector<SlotTerms>& slots, const LiveSegment& segment) {
  ArticleSet candidates = segment.live;
  for (const SlotTerms& slot : slots) {
    ArticleSet with_word(candidates.universe());
    for (const std::string& term : slot.add) {
      segment.segment.postings.read(term, [&](std::span<const Posting> batch) {
        for (const Posting& posting : batch) with_word.insert(posting.article);
      });
    }
    candidates &= with_word;
  }
  return candidates;
}

// Counts the places, up to `limit`, where all slots stand side by side.
std::uint32_t count_sequences(std::vector<SlotCursor>& slots, std::uint32_t article,
                              std::uint32_t limit) {
  std::vector<std::uint32_t> starts = slots[0].positions(article);
  for (std::uint32_t i = 1; i < slots.size() && !starts.empty(); ++i) {
    const std::vector<std::uint32_t>& places = slots[i].positions(article);
    std::erase_if(starts, [&](std::uint32_t start) {
      return !std::binary_search(places.begin(), places.end(), start + i);
    });
  }
  return static_cast<std::uint32_t>(std::count_if(
      starts.begin(), starts.end(), [&](std::uint32_t start) { return start < limit; }));
}

std::vector<Posting> match_sequence(const WordSequence& sequence, const WordsPlan& words,
                                    const LiveSegment& segment) {
  const PostingsReader& postings = segment.segment.postings;
  const bool in_title = words.scope == Field::title;
  std::vector<SlotTerms> terms;
  for (const WordSlot& slot : sequence) terms.push_back(slot_terms(slot, words.exact, postings));
  if (sequence.size() == 1 && !in_title) return count_word(terms[0], segment);
  if (sequence.size() == 1 && !words.exact) {
    for (std::string& term : terms[0].add) term.insert(0, spec(Field::title).prefix);
    return count_word(terms[0], segment);
  }
  std::vector<SlotCursor> cursors;
  for (const SlotTerms& slot : terms) cursors.emplace_back(slot, postings);
  const std::uint32_t limit = in_title ? kBodyPosition : std::numeric_limits<std::uint32_t>::max();
  std::vector<Posting> found;
  articles_with_all(terms, segment).for_each([&](std::uint32_t article) {
    const std::uint32_t count = count_sequences(cursors, article, limit);
    if (count > 0) found.push_back({article, count});
  });
  return found;
}

}  // namespace

std::vector<Posting> match_words(const WordsPlan& words, const LiveSegment& segment) {
  std::vector<Posting> found;
  for (const WordSequence& sequence : words.sequences) {
    std::vector<Posting> postings = match_sequence(sequence, words, segment);
    found = found.empty() ? std::move(postings) : unite(found, postings, sum);
  }
  return found;
}

}  // namespace newsdex
