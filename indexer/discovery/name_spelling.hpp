// How a found name is written as a value: alike in all articles that name the same.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsdex/analyzer.hpp"
#include "newsdex/entity.hpp"

namespace newsdex::discovery {

/// The words of a name, as tokens of `text`.
struct NameTokens {
  std::string_view text;
  std::span<const Token> tokens;

  [[nodiscard]] std::string_view written(std::size_t word) const {
    return text.substr(tokens[word].begin, tokens[word].end - tokens[word].begin);
  }
};

/// "Ali Shamkhani" for "ALI SHAMKHANI" and "Alí Shamkhani", too: accents go, and so do capitals
/// that are only those of a headline; hyphens and the full stops of initials stay.
std::string spelled_name(const NameTokens& words, EntityType type);

/// The part of an entity's id that its name makes: "ali-shamkhani".
std::string name_slug(std::span<const Token> tokens);

}  // namespace newsdex::discovery
