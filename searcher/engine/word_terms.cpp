#include "engine/word_terms.hpp"

#include <iterator>

#include "analysis/terms.hpp"

namespace newsdex {
namespace {

std::vector<std::string> other_forms(const std::string& stem, const PostingsReader& postings) {
  std::vector<std::string> forms;
  TermCursor terms = postings.terms(form_term_prefix(stem));
  while (terms.next()) forms.emplace_back(terms.term());
  return forms;
}

void append(std::vector<std::string>& to, std::vector<std::string> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

WordTerms terms_of_form(const WordSlot& slot, const PostingsReader& postings) {
  WordTerms terms;
  for (const std::string& stem : slot.stems) {
    if (stem == slot.form) {
      // The form equals its stem and has no term of its own: it occurs where the stem does and
      // none of the stem's other forms, and the stem's positions are its own.
      terms.add.push_back(stem);
      append(terms.subtract, other_forms(stem, postings));
    } else {
      terms.add.push_back(form_term(stem, slot.form));
    }
  }
  terms.places = terms.add;
  return terms;
}

}  // namespace

WordTerms word_terms(const WordSlot& slot, bool exact, const PostingsReader& postings) {
  if (exact) return terms_of_form(slot, postings);
  WordTerms terms = {slot.stems, {}, slot.stems};
  for (const std::string& stem : slot.stems) append(terms.places, other_forms(stem, postings));
  return terms;
}

}  // namespace newsdex
