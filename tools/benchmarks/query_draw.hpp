// Draws queries from what a corpus says, so that each finds something, over words frequent and
// rare.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "generator/random.hpp"
#include "sampled_corpus.hpp"

namespace newsdex::benchmarks {

/// A query in no engine's syntax; a text of several words is a phrase.
struct NeutralQuery {
  std::string kind;  // its class: term, and, or, phrase, filter
  std::vector<std::string> must = {};
  std::vector<std::string> should = {};
  std::string actor = {};  // filters; empty for none
  std::string platform = {};
  std::string since = {};  // first and last day, YYYY-MM-DD
  std::string until = {};
};

class QueryDraw {
 public:
  /// The corpus must outlive the draw.
  QueryDraw(const SampledCorpus& corpus, std::uint64_t seed);

  /// `count` queries of each class, fewer where the corpus has not enough to draw from.
  std::vector<NeutralQuery> draw(std::size_t count);

 private:
  enum class Band : std::uint8_t { common, usual, rare };

  [[nodiscard]] bool is_in(Band band, const std::string& word) const;
  const SampledArticle& article();
  /// A word of `article` in the band that is not `other`; empty when a few tries find none.
  std::string word(const SampledArticle& article, Band band, const std::string& other = {});

  NeutralQuery term(Band band);
  NeutralQuery conjunction(Band band);
  NeutralQuery disjunction(Band band);
  NeutralQuery phrase(Band band);
  NeutralQuery filtered(Band band);

  const SampledCorpus& corpus_;
  Random random_;
  std::unordered_map<std::string, std::uint32_t> frequencies_;  // articles of the sample
  std::size_t next_filter_ = 0;
};

}  // namespace newsdex::benchmarks
