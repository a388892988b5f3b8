#include "entities/spelling_keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "entities/spelling_variants.hpp"

namespace newsdex {

SpellingKeys::SpellingKeys(Analyzer& analyzer) {
  TokenStream stream;
  const auto words_of = [&](const std::string& spelling) {
    analyzer.analyze(spelling, {}, stream);
    std::vector<std::string> words;
    for (const Token& token : stream.tokens()) words.emplace_back(token.form);
    return words;
  };
  const SpellingVariants variants;
  for (const std::vector<std::string>& group : variants.groups()) {
    const std::vector<std::string> first = words_of(group.front());
    for (const std::string& spelling : group) {
      const std::vector<std::string> words = words_of(spelling);
      if (words.size() == 1) words_.emplace(words.front(), first);
    }
  }
  for (const std::string& name : variants.further_given_names()) {
    const std::vector<std::string> words = words_of(name);
    if (words.size() == 1) words_.emplace(words.front(), words);
  }
}

void SpellingKeys::add_words(std::string_view form, std::string_view written,
                             std::vector<std::string_view>& out) const {
  constexpr std::size_t kMostInitials = 4;
  const bool is_initials =
      form.size() <= kMostInitials && form.size() > 1 &&
      written.find('.') != std::string_view::npos &&
      std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (is_initials) {
    for (std::size_t at = 0; at < form.size(); ++at) out.push_back(form.substr(at, 1));
    return;
  }
  const auto known = words_.find(std::string(form));
  if (known == words_.end()) {
    out.push_back(form);
  } else {
    out.insert(out.end(), known->second.begin(), known->second.end());
  }
}

std::string SpellingKeys::surname_key(std::string_view form) {
  // Longer ones first.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kLetters = {{{"gh", "q"},
                                                                                       {"ou", "u"},
                                                                                       {"oo", "u"},
                                                                                       {"ee", "i"},
                                                                                       {"ey", "ei"},
                                                                                       {"iy", "i"},
                                                                                       {"dj", "j"},
                                                                                       {"ph", "f"},
                                                                                       {"o", "u"},
                                                                                       {"w", "v"},
                                                                                       {"y", "i"}}};
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto* const rule = std::find_if(kLetters.begin(), kLetters.end(), [&](const auto& pair) {
      return form.substr(at).starts_with(pair.first);
    });
    const bool has_rule = rule != kLetters.end();
    const std::string_view letters = has_rule ? rule->second : form.substr(at, 1);
    at += has_rule ? rule->first.size() : 1;
    for (const char letter : letters) {
      if (out.empty() || out.back() != letter) out += letter;
    }
  }
  if (out.ends_with("eh")) out.pop_back();
  return out;
}

}  // namespace newsdex
