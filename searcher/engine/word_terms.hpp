// The terms of a segment that tell in which articles one word of a query occurs, how often, and
// where.
#pragma once

#include <string>
#include <vector>

#include "query/plan.hpp"
#include "storage/postings_reader.hpp"

namespace newsdex {

/// A word occurs as often as the terms of `add` do, less those of `subtract`.
struct CountedTerms {
  std::vector<std::string> add;
  std::vector<std::string> subtract;
};

/// A word occurs only in articles with a term of `holders`, at the positions of `places`.
struct PlacedTerms {
  std::vector<std::string> holders;
  std::vector<std::string> places;
};

/// Both go by stem, or by form where the word is meant exactly. A form that equals its stem has no
/// term of its own: it occurs where the stem does and none of the stem's other forms, and the
/// stem's positions are its own alone. A pattern goes by the forms that it stands for.
CountedTerms counted_terms(const WordSlot& slot, bool exact, const PostingsReader& postings);
PlacedTerms placed_terms(const WordSlot& slot, bool exact, const PostingsReader& postings);

}  // namespace newsdex
