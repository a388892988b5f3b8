// Persons named in full once are known by their surnames elsewhere.
#pragma once

#include <vector>

#include "discovery/article_context.hpp"
#include "discovery/name_label.hpp"

namespace newsdex::discovery {

struct ScoredName {
  LabelledName name;
  std::uint8_t confidence = 0;  // percent
};

/// A capitalised word that stands alone and is the last word of a person's name of several words
/// elsewhere in the article is that person, whatever it was labelled, unless it was found within a
/// longer name. `names` is in order and stays so.
void apply_back_references(const ArticleContext& context, std::vector<ScoredName>& names);

}  // namespace newsdex::discovery
