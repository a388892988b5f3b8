// The terms of a segment that tell where one word of a query stands.
#pragma once

#include <string>
#include <vector>

#include "query/plan.hpp"
#include "storage/postings.hpp"

namespace newsdex {

/// The places of `add`, less those of `subtract`, are the word's.
struct WordTerms {
  std::vector<std::string> add;
  std::vector<std::string> subtract;
};

/// By stem, or by form where the word is meant exactly.
WordTerms word_terms(const WordSlot& slot, bool exact, const PostingsReader& postings);

}  // namespace newsdex
