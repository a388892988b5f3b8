#include "discovery/article_context.hpp"

#include "discovery/context_steps.hpp"

namespace newsdex::discovery {

void ArticleContext::read(const AnalyzedArticle& article, std::size_t most_tokens,
                          WordTraitsTable& traits) {
  itemize(article, most_tokens, traits, text);
  count_words(*this);
  judge_appearance(*this);
  find_candidates(*this);
  gather_run_evidence(*this);
  match_lists(*this);
}

}  // namespace newsdex::discovery
