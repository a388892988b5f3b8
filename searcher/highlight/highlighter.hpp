// What of an article to show, and what of it matched.
//
// The stored text is analysed again by the analyzer that indexed it; what a leaf of the plan
// matches is marked in place, whole phrases as one, and mentions of the entities that were asked
// for by their stored spans. Nothing under a NOT is marked. Offsets are bytes into the stored text.
#pragma once

#include <span>
#include <string>
#include <vector>

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
  /// `idfs` weighs the plan's scored leaves. All references must outlive the highlighter.
  Highlighter(const SearchPlan& plan, std::span<const double> idfs, Analyzer& analyzer,
              PassageSplitter& passages, HighlightOptions options);

  struct Result {
    std::vector<ByteRange> title;
    std::vector<Snippet> snippets;
  };
  Result highlight(const StoredArticle& stored);

 private:
  struct Match {
    ByteRange range;
    std::size_t target = 0;  // which leaf or label it belongs to
  };

  std::vector<Match> find(const StoredArticle& stored, TextField field);
  void find_dates(const StoredArticle& stored, TextField field, std::vector<Match>& out) const;
  [[nodiscard]] std::vector<Snippet> choose_snippets(std::string_view body,
                                                     std::span<const Match> matches);
  static Snippet whole_text(std::string_view body, std::span<const Match> matches);
  [[nodiscard]] double weight(std::size_t target) const;

  const SearchPlan& plan_;
  std::span<const double> idfs_;
  Analyzer& analyzer_;
  PassageSplitter& passages_;
  HighlightOptions options_;
  TokenStream tokens_;
};

}  // namespace newsdex
