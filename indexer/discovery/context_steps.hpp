// The steps by which an article's context is built, in order; each relies on those before it.
#pragma once

#include "discovery/article_context.hpp"

namespace newsdex::discovery {

/// Fills `words` and the words of items that have one, and counts how they are written.
void count_words(ArticleContext& context);

/// Each item's appearance.
void judge_appearance(ArticleContext& context);

/// Runs of capitalised words, then candidates and segments: the words of runs and what may join
/// two of them.
void find_candidates(ArticleContext& context);

/// What runs say of their words.
void gather_run_evidence(ArticleContext& context);

/// The lexicon's names of several words among the candidates.
void match_lists(ArticleContext& context);

}  // namespace newsdex::discovery
