// The terms of a segment that tell where one word of a query stands.
#pragma once

#include <string>
#include <vector>

#include "query/plan.hpp"
#include "storage/postings_reader.hpp"

namespace newsdex {

struct WordTerms {
  std::vector<std::string> add;       // the word occurs as often as these do,
  std::vector<std::string> subtract;  // less these
  std::vector<std::string> places;    // whose positions are the word's
};

/// By stem, or by form where the word is meant exactly.
WordTerms word_terms(const WordSlot& slot, bool exact, const PostingsReader& postings);

}  // namespace newsdex
