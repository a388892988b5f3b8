// The years that a text names, and what stands around them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dates/tense.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

inline constexpr int kLatestNews = 2099;  // later years are of plans and novels

/// A mention that says its year.
struct SaidYear {
  std::size_t mention = 0;  // its place among the mentions
  int year = 0;
  bool fine = false;        // it is a month or a day of that year
  bool background = false;  // of what began then: "founded in May 2013", "since 2009"
  Tense tense = Tense::unknown;
};

/// The years from 1980 to 2099 that `mentions` say, in their order.
std::vector<SaidYear> said_years(const AnalyzedArticle& article,
                                 std::span<const DateMention> mentions);

/// The text of the field that the mention stands in, and its tokens.
std::string_view text_of(const AnalyzedArticle& article, const DateMention& mention);
std::span<const Token> tokens_of(const AnalyzedArticle& article, const DateMention& mention);

/// The first token of the mention; the number of tokens where there is none.
std::size_t token_of(const AnalyzedArticle& article, const DateMention& mention);

/// Whether one of the `count` words before or after the mention, in its sentence, tells of a
/// beginning: "founded", "elected", "born", "since".
bool begins_before(const AnalyzedArticle& article, const DateMention& mention, std::size_t count);
bool begins_after(const AnalyzedArticle& article, const DateMention& mention, std::size_t count);

}  // namespace newsdex
