#include "entities/forms_of_address.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsdex {
namespace {

// Folded forms of address that tell the gender.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kAddresses = {
    {{"mr", "m"},
     {"sir", "m"},
     {"lord", "m"},
     {"herr", "m"},
     {"monsieur", "m"},
     {"senor", "m"},
     {"signor", "m"},
     {"آقای", "m"},
     {"mrs", "f"},
     {"ms", "f"},
     {"miss", "f"},
     {"mme", "f"},
     {"madame", "f"},
     {"frau", "f"},
     {"senora", "f"},
     {"signora", "f"},
     {"خانم", "f"}}};

}  // namespace

std::string_view gender_by_address(const FieldText& text, std::size_t token) {
  if (token == 0) return {};
  const Gap gap = text.gap_before(token);
  if (gap != Gap::space && gap != Gap::dot) return {};
  const std::string_view word = text.token(token - 1).form;
  const auto* const found = std::find_if(kAddresses.begin(), kAddresses.end(),
                                         [&](const auto& row) { return row.first == word; });
  return found == kAddresses.end() ? std::string_view{} : found->second;
}

std::string_view gender_of_given_name(const Lexicon& lexicon, std::string_view form) {
  const bool is_male = lexicon.is(form, WordClass::male_name);
  const bool is_female = lexicon.is(form, WordClass::female_name);
  if (is_male == is_female) return {};
  return is_male ? "m" : "f";
}

}  // namespace newsdex
