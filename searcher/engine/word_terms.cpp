#include "engine/word_terms.hpp"

#include "analysis/terms.hpp"

namespace newsdex {

WordTerms word_terms(const WordSlot& slot, bool exact, const PostingsReader& postings) {
  WordTerms terms;
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

}  // namespace newsdex
