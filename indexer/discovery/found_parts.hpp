// Found names cut to what is a name: a span that runs on into the next line or over "his brother"
// holds two, and titles before a name are none of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "discovery/name_spelling.hpp"
#include "entities/lexicon.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/discovered_name.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::discovery {

/// A part of a found name, with its words.
struct FoundPart {
  FoundName found;  // with the bytes of the part
  NameTokens words;
  std::size_t generation = 0;  // of `words`, so many at the end tell a son from his father: "Jr"
  bool after_kinship = false;  // "his brother" stands before it
};

/// Appends the parts of `name` that are names, in order. The generation that stands behind a
/// person's name belongs to it, whether or not it was found with it. `listed` are the mentions of
/// listed entities, in order: behind "on X." a sentence ends.
void add_parts(const FoundName& name, const AnalyzedArticle& article,
               std::span<const Mention> listed, const Lexicon& lexicon,
               std::vector<FoundPart>& out);

/// Headlines write verbs with a capital: a person of the title who goes on behind a name that the
/// body gives to somebody ("Nadia Haddad Leaves") ends where that name does, and one who was found
/// in part goes on as long as it. `title` has the tokens of the title.
void cut_headline_names(std::vector<FoundPart>& parts, std::span<const Token> title);

}  // namespace newsdex::discovery
