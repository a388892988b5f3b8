// An article's items and context, as the tagger sees them.
#pragma once

#include "discovery/analyzed.hpp"
#include "discovery/article_context.hpp"

namespace newsdex::discovery {

inline ItemizedText itemized(const newsdex::test::Analyzed& article, std::size_t most_tokens) {
  WordTraitsTable traits{WordLexicon{}};
  ItemizedText out;
  itemize(article.view(), most_tokens, traits, out);
  return out;
}

inline ArticleContext context_of(const newsdex::test::Analyzed& article,
                                 const WordLexicon& lexicon = {}) {
  WordTraitsTable traits(lexicon);
  ArticleContext context(lexicon);
  context.read(article.view(), 1000, traits);
  return context;
}

}  // namespace newsdex::discovery
