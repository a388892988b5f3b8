// What of an article to show, and what of it matched.
//
// The stored text is analysed again by the analyzer that indexed it; what a leaf of the plan
// matches is marked in place, whole phrases as one, and mentions of the entities that were asked
// for by their stored spans: of those asked for in one sentence, where a sentence has them all.
// Nothing is marked under a NOT, nor in a branch that the article does not match. Offsets are bytes
// into the stored text.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "highlight/leaf_places.hpp"
#include "highlight/matched_parts.hpp"
#include "highlight/passages.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/search_result.hpp"
#include "query/plan.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

struct HighlightOptions {
  std::size_t max_snippets = 3;
  std::size_t max_bytes = 280;  // of one snippet, about
  bool whole_text = false;      // one snippet, of everything
};

class Highlighter {
 public:
  /// `idfs` weighs the plan's scored leaves. All references must outlive the highlighter, but for
  /// the deadline, after which it throws TimeIsUp.
  Highlighter(const SearchPlan& plan, std::span<const double> idfs, Analyzer& analyzer,
              PassageSplitter& passages, HighlightOptions options, const Deadline& deadline = {});

  struct Result {
    std::vector<ByteRange> title;
    std::vector<Snippet> snippets;
  };
  Result highlight(const StoredArticle& stored);

 private:
  struct Match {
    ByteRange range;
    std::size_t target = 0;  // which leaf, label or stretch of days it belongs to
  };
  using LabelNumbers = std::map<std::string, std::vector<std::size_t>, std::less<>>;
  // Of one field of the article.
  struct Found {
    std::vector<std::vector<ByteRange>> leaves;  // by number in parts_
    std::vector<Match> others;                   // by the article's own tags
  };

  std::span<const Token> indexed_words(const StoredArticle& stored, TextField field);
  [[nodiscard]] Found find(const StoredArticle& stored, TextField field);
  void find_names(const StoredArticle& stored, TextField field, std::vector<Match>& out) const;
  void find_dates(const StoredArticle& stored, TextField field, std::vector<Match>& out) const;
  [[nodiscard]] std::vector<Match> kept(Found found, TextField field,
                                        const MatchedParts& parts) const;
  [[nodiscard]] std::vector<Snippet> choose_snippets(std::string_view body,
                                                     std::span<const Match> matches);
  static Snippet whole_text(std::string_view body, std::span<const Match> matches);
  [[nodiscard]] double weight(std::size_t target) const;

  const SearchPlan& plan_;
  std::span<const double> idfs_;
  Analyzer& analyzer_;
  PassageSplitter& passages_;
  HighlightOptions options_;
  Deadline deadline_;
  PartMatcher parts_;
  LeafPlaces places_;
  // By field and value, the numbers of the marked labels that have the value.
  std::array<LabelNumbers, kFields.size()> labels_;
  TokenStream tokens_;
  std::vector<Token> indexed_;  // those of the last body that had boilerplate, without it
};

}  // namespace newsdex
