#include "dates/said_years.hpp"

#include <algorithm>
#include <array>

#include "dates/word_set.hpp"
#include "dates/written_day.hpp"

namespace newsdex {
namespace {

constexpr int kEarliestNews = 1980;

// What a year beside it tells of: how something came to be, long ago or not.
constexpr auto kBeginnings = sorted(std::to_array<std::string_view>(
    {"adopted",   "appointed", "became",   "began",     "born",        "built",
     "created",   "dating",    "elected",  "enacted",   "established", "first",
     "formed",    "founded",   "founding", "graduated", "inaugurated", "introduced",
     "joined",    "launched",  "married",  "opened",    "passed",      "ratified",
     "reelected", "signed",    "since",    "started",   "unveiled"}));

bool says_beginning(std::string_view form) {
  return contains(kBeginnings, form);
}

Tense tense_of(const AnalyzedArticle& article, const DateMention& mention) {
  const std::size_t at = token_of(article, mention);
  const auto tokens = tokens_of(article, mention);
  if (at >= tokens.size()) return Tense::unknown;
  return tense_around(text_of(article, mention), tokens, at, at);
}

}  // namespace

std::string_view text_of(const AnalyzedArticle& article, const DateMention& mention) {
  return mention.field == TextField::title ? article.title : article.body;
}

std::span<const Token> tokens_of(const AnalyzedArticle& article, const DateMention& mention) {
  return mention.field == TextField::title ? article.title_tokens : article.body_tokens;
}

std::size_t token_of(const AnalyzedArticle& article, const DateMention& mention) {
  const auto tokens = tokens_of(article, mention);
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), mention.begin,
                       [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
  return static_cast<std::size_t>(first - tokens.begin());
}

bool begins_before(const AnalyzedArticle& article, const DateMention& mention, std::size_t count) {
  const auto tokens = tokens_of(article, mention);
  const std::string_view text = text_of(article, mention);
  std::size_t at = std::min(token_of(article, mention), tokens.size());
  for (; at > 0 && at < tokens.size() && count > 0; --at, --count) {
    if (sentence_ends_between(text, tokens[at - 1], tokens[at])) return false;
    if (says_beginning(tokens[at - 1].form)) return true;
  }
  return false;
}

bool begins_after(const AnalyzedArticle& article, const DateMention& mention, std::size_t count) {
  const auto tokens = tokens_of(article, mention);
  const std::string_view text = text_of(article, mention);
  for (std::size_t at = token_of(article, mention); at + 1 < tokens.size() && count > 0;
       ++at, --count) {
    if (sentence_ends_between(text, tokens[at], tokens[at + 1])) return false;
    if (says_beginning(tokens[at + 1].form)) return true;
  }
  return false;
}

std::vector<SaidYear> said_years(const AnalyzedArticle& article,
                                 std::span<const DateMention> mentions) {
  constexpr std::size_t kNear = 3;  // "founded by him in"
  std::vector<SaidYear> found;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const DateMention& mention = mentions[i];
    if (!mention.first || !says_year(words_of(text_of(article, mention), mention))) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < kEarliestNews || year > kLatestNews) continue;
    const bool fine = precision_of(mention) >= DatePrecision::month;
    found.push_back(
        {i, year, fine, begins_before(article, mention, kNear), tense_of(article, mention)});
  }
  return found;
}

}  // namespace newsdex
