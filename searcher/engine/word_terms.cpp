#include "engine/word_terms.hpp"

#include "analysis/terms.hpp"

namespace newsdex {
namespace {

void append_other_forms(const std::string& stem, const PostingsReader& postings,
                        std::vector<std::string>& out) {
  TermCursor forms = postings.terms(form_term_prefix(stem));
  while (forms.next()) out.emplace_back(forms.term());
}

std::vector<std::string> terms_of_form(const WordSlot& slot) {
  std::vector<std::string> terms;
  for (const std::string& stem : slot.stems) {
    terms.push_back(stem == slot.form ? stem : form_term(stem, slot.form));
  }
  return terms;
}

}  // namespace

CountedTerms counted_terms(const WordSlot& slot, bool exact, const PostingsReader& postings) {
  if (slot.expansion) return {slot.expansion->add, slot.expansion->subtract};
  if (!exact) return {slot.stems, {}};
  CountedTerms terms = {terms_of_form(slot), {}};
  for (const std::string& stem : slot.stems) {
    if (stem == slot.form) append_other_forms(stem, postings, terms.subtract);
  }
  return terms;
}

PlacedTerms placed_terms(const WordSlot& slot, bool exact, const PostingsReader& postings) {
  if (slot.expansion) return {slot.expansion->places, slot.expansion->places};
  if (exact) return {terms_of_form(slot), terms_of_form(slot)};
  PlacedTerms terms = {slot.stems, slot.stems};
  for (const std::string& stem : slot.stems) append_other_forms(stem, postings, terms.places);
  return terms;
}

}  // namespace newsdex
