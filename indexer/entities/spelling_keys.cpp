#include "entities/spelling_keys.hpp"

#include <algorithm>

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

}  // namespace newsdex
