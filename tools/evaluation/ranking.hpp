// How well articles are ranked.
#pragma once

#include <span>
#include <string>

namespace newsdex::evaluation {

/// Indexes documents, searches for any of the words of each topic and prints nDCG@10, the mean
/// average precision, P@10 and recall@100 (ranking_measures.hpp) over the topics that have
/// judgments. `arguments` are a file of documents that newsdex-index reads, whose ids are those of
/// the judgments; topics, a line each of number, tab and text; and judgments in the form of TREC's
/// qrels, of topic, a word that is passed over, document, grade. A grade is the gain, unless
/// "--gains=GRADE:GAIN,..." says another, or "--gains=cranfield" that 1 to 4 gain 4 to 1.
/// "--topics=odd" or "even" takes only these; "--expand" ranks by pseudo-relevance feedback as
/// well; "--list" prints each topic. Returns the exit status.
int evaluate_ranking(std::span<const std::string> arguments);

}  // namespace newsdex::evaluation
