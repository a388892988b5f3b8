// Abbreviations of an article: those of its organisations, and those that stand for no name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "discovery/name_spelling.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::discovery {

class Abbreviations {
 public:
  /// Notes a found name with its words, which are some of `all` tokens of its field, and its slug.
  void note(const FoundName& name, const NameTokens& words, const std::string& slug,
            std::span<const Token> all);

  /// Once all are noted: the slug of the organisation of which a slug has the initials; empty if
  /// there is none, or several.
  [[nodiscard]] std::string_view full_name_of(const std::string& slug) const;

  /// Whether the article has it behind the common words that it stands for: "virtual private
  /// network (VPN)".
  [[nodiscard]] bool are_common(const std::string& slug) const { return common_.contains(slug); }

 private:
  void note_acronym(const FoundName& name, const NameTokens& words, const std::string& slug);
  void note_common(const FoundName& name, const NameTokens& words, const std::string& slug,
                   std::span<const Token> all);

  std::unordered_map<std::string, std::string> acronyms_;  // to the slug of the full name
  std::unordered_set<std::string> common_;                 // slugs
};

}  // namespace newsdex::discovery
