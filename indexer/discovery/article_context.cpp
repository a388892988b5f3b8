#include "discovery/article_context.hpp"

#include "discovery/context_steps.hpp"

namespace newsdex::discovery {

ArticleContext::ArticleContext(const AnalyzedArticle& article, const WordLexicon& words_known,
                               std::size_t most_tokens)
    : text(itemize(article, most_tokens)), items(text.items.size()), lexicon(words_known) {
  count_words(*this);
  judge_appearance(*this);
  find_candidates(*this);
  gather_run_evidence(*this);
  match_lists(*this);
}

}  // namespace newsdex::discovery
