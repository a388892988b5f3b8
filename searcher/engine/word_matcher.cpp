#include "engine/word_matcher.hpp"

#include <algorithm>
#include <optional>

#include "engine/sequence_matcher.hpp"
#include "engine/word_terms.hpp"

namespace newsdex {
namespace {

template <typename Action>
void for_each_live(std::string_view term, const Slice& slice, Action&& action) {
  slice.check_time();
  PostingCursor cursor = slice.postings().postings(term);
  if (slice.begin > 0) cursor.skip_to(slice.begin);
  for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& posting : block) {
      if (posting.article >= slice.end) return;
      const bool counts =
          posting.article >= slice.begin && slice.segment->live.contains(posting.article);
      if (counts) action(posting);
    }
  }
}

std::vector<Posting> live_postings(std::string_view term, const Slice& slice) {
  std::vector<Posting> out;
  out.reserve(std::min(slice.postings().frequency(term), slice.size()));
  for_each_live(term, slice, [&](const Posting& posting) { out.push_back(posting); });
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

// Of many terms: a count for each article of the slice, instead of a list made longer by each term.
std::vector<Posting> count_many(const CountedTerms& terms, const Slice& slice) {
  std::vector<std::uint32_t> counts(slice.size());
  for (const std::string& term : terms.add) {
    for_each_live(term, slice,
                  [&](const Posting& p) { counts[p.article - slice.begin] += p.count; });
  }
  for (const std::string& term : terms.subtract) {
    for_each_live(term, slice, [&](const Posting& p) {
      std::uint32_t& count = counts[p.article - slice.begin];
      count -= std::min(count, p.count);
    });
  }
  std::vector<Posting> found;
  for (std::uint32_t i = 0; i < slice.size(); ++i) {
    if (counts[i] > 0) found.push_back({slice.begin + i, counts[i]});
  }
  return found;
}

// Occurrences of a single word by the counts of its terms, without reading positions.
std::vector<Posting> count_word(const CountedTerms& terms, const Slice& slice) {
  constexpr std::size_t kMany = 4;
  if (terms.add.size() + terms.subtract.size() > kMany) return count_many(terms, slice);
  std::vector<Posting> found;
  for (const std::string& term : terms.add) {
    std::vector<Posting> postings = live_postings(term, slice);
    found = found.empty() ? std::move(postings) : unite(found, postings, sum);
  }
  for (const std::string& term : terms.subtract) {
    // An article has at least as many of the stem as of its forms, so this never wraps; forms
    // occur only where their stem does.
    found = unite(found, live_postings(term, slice), [](std::uint32_t all, std::uint32_t other) {
      return all - std::min(all, other);
    });
  }
  std::erase_if(found, [](const Posting& posting) { return posting.count == 0; });
  return found;
}

// Titles have terms of stems only.
bool is_stems(const Expansion& expansion) {
  return expansion.subtract.empty() &&
         std::none_of(expansion.add.begin(), expansion.add.end(),
                      [](const std::string& term) { return term.starts_with(kFormPrefix); });
}

// Whether the leaf is counted by terms alone, without a look at positions.
bool is_counted(const WordSequence& sequence, const WordsPlan& words) {
  if (sequence.size() != 1) return false;
  const std::shared_ptr<const Expansion>& expansion = sequence.front().expansion;
  if (words.scope != Field::title) return true;
  return !words.exact && (!expansion || is_stems(*expansion));
}

CountedTerms terms_in_scope(const WordSlot& slot, const WordsPlan& words,
                            const PostingsReader& postings) {
  CountedTerms terms = counted_terms(slot, words.exact, postings);
  if (words.scope == Field::title) {
    for (std::string& term : terms.add) term.insert(0, spec(Field::title).prefix);
  }
  return terms;
}

std::vector<Posting> match_sequence(const WordSequence& sequence, const WordsPlan& words,
                                    const Slice& slice) {
  const PostingsReader& postings = slice.postings();
  if (is_counted(sequence, words)) {
    return count_word(terms_in_scope(sequence.front(), words, postings), slice);
  }
  std::vector<PlacedTerms> terms;
  for (const WordSlot& slot : sequence) terms.push_back(placed_terms(slot, words.exact, postings));
  const std::uint32_t limit = words.scope == Field::title ? kBodyPosition : UINT32_MAX;
  return match_sequence(terms, slice, limit);
}

std::vector<Posting> match_words(const WordsPlan& words, const Slice& slice) {
  std::vector<Posting> found;
  for (const WordSequence& sequence : words.sequences) {
    std::vector<Posting> postings = match_sequence(sequence, words, slice);
    found = found.empty() ? std::move(postings) : unite(found, postings, sum);
  }
  return found;
}

// The one term of the segment that says all about the leaf, if there is such a term.
std::optional<std::string> only_term(const WordsPlan& words, const Slice& slice) {
  if (words.sequences.size() != 1 || !is_counted(words.sequences.front(), words)) {
    return std::nullopt;
  }
  const PostingsReader& postings = slice.postings();
  CountedTerms terms = terms_in_scope(words.sequences.front().front(), words, postings);
  if (!terms.subtract.empty()) return std::nullopt;
  if (terms.add.size() > 1) {
    std::erase_if(terms.add,
                  [&](const std::string& term) { return postings.frequency(term) == 0; });
  }
  if (terms.add.size() > 1) return std::nullopt;
  return terms.add.empty() ? std::string() : std::move(terms.add.front());
}

std::uint64_t count_deleted(std::string_view term, const LiveSegment& segment) {
  std::uint64_t count = 0;
  const Slice whole = {&segment, 0, 0, segment.articles()};
  PostingStream postings(segment.segment.postings.postings(term));
  for (std::uint32_t at = 0; at < whole.end; at += kWindowArticles) {
    const Window window = whole.window_at(at);
    WindowSet deleted = ArticleSet::all(whole.end).within(window);
    deleted -= segment.live.within(window);
    postings.read(window, deleted, [&](std::uint32_t offset, std::uint32_t) {
      count += deleted.contains(offset) ? 1U : 0U;
    });
  }
  return count;
}

}  // namespace

OpenLeaf open_leaf(const LeafPlan& leaf, const Slice& slice) {
  if (const auto* near = std::get_if<NearPlan>(&leaf)) return open_near(*near, slice);
  return open_words(std::get<WordsPlan>(leaf), slice);
}

OpenLeaf open_words(const WordsPlan& words, const Slice& slice) {
  const std::optional<std::string> term = only_term(words, slice);
  if (!term) {
    std::vector<Posting> found = match_words(words, slice);
    const std::size_t articles = found.size();
    return {PostingStream(std::move(found)), articles};
  }
  if (term->empty()) return {};
  PostingCursor cursor = slice.postings().postings(*term);
  if (slice.begin > 0) return {PostingStream(std::move(cursor)), 0};  // the first slice counts all
  std::uint64_t articles = cursor.frequency();
  if (!slice.segment->has_deleted || articles == 0)
    return {PostingStream(std::move(cursor)), articles};
  // A list is gone through to see which of its articles are dead: a short one is kept then, and
  // of a long one the number is remembered.
  constexpr std::uint64_t kShort = 1U << 15;
  if (articles <= kShort && slice.end == slice.segment->articles()) {
    std::vector<Posting> live = live_postings(*term, slice);
    articles = live.size();
    return {PostingStream(std::move(live)), articles};
  }
  articles -= slice.segment->deleted_counts.count(
      *term, [&] { return count_deleted(*term, *slice.segment); });
  return {PostingStream(std::move(cursor)), articles};
}

}  // namespace newsdex
