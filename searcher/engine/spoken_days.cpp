#include "engine/spoken_days.hpp"

#include "storage/date_terms.hpp"

namespace newsdex {
namespace {

void insert(PostingCursor postings, const Slice& slice, ArticleSet& out) {
  if (slice.begin > 0) postings.skip_to(slice.begin);
  for (auto block = postings.next(); !block.empty(); block = postings.next()) {
    for (const Posting& posting : block) {
      if (posting.article >= slice.end) return;
      if (posting.article >= slice.begin) out.insert(posting.article - slice.begin);
    }
  }
}

}  // namespace

ArticleSet articles_speaking_of(const DateRange& range, const Slice& slice) {
  ArticleSet found(slice.size());
  TermCursor terms = slice.postings().terms(spec(Field::mentions).prefix);
  while (terms.next()) {
    const std::optional<DaySpan> days = days_of_term(terms.term());
    if (!days) continue;
    if (range.last && days->first > *range.last) break;  // terms ascend by their first day
    if (speaks_of(*days, range)) insert(terms.postings(), slice, found);
  }
  return found;
}

}  // namespace newsdex
