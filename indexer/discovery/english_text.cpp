#include "discovery/english_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace newsdex {
namespace {

// Sorted. Left out are those that are frequent in other languages, too: "a", "in", "is", "was",
// "for".
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"about", "after", "and",  "are",  "been", "but",   "from", "has",  "have", "he",
     "his",   "it",    "its",  "not",  "of",   "said",  "she",  "than", "that", "the",
     "their", "they",  "this", "were", "when", "which", "who",  "with", "would"});
static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

constexpr std::size_t kLookedAt = 256;  // tokens
constexpr std::size_t kEnough = 6;      // function words, if they are frequent so far
// Of so few words none may be a function word, and capitals are all there is: a headline.
constexpr std::size_t kTooFewToTell = 12;
// One word in so many is a function word, where the article is said to be in English, and where
// nothing is said.
constexpr std::size_t kRarest = 30;
constexpr std::size_t kRarestUnsaid = 12;

enum class Said { nothing, english, other };

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// "en", "en-US", "eng", "English".
Said said_by(std::string_view language) {
  if (language.empty()) return Said::nothing;
  const std::size_t end = std::min(language.find_first_of("-_"), language.size());
  const auto is = [&](std::string_view word) {
    return std::equal(word.begin(), word.end(), language.begin(),
                      language.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char a, char b) { return a == lower_ascii(b); });
  };
  return is("en") || is("eng") || is("english") ? Said::english : Said::other;
}

struct Share {
  std::size_t function_words = 0;
  std::size_t words = 0;

  void look_through(std::span<const Token> tokens, std::size_t rarest) {
    for (const Token& token : tokens) {
      if (words == kLookedAt || (function_words >= kEnough && function_words * rarest >= words))
        return;
      ++words;
      if (std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), token.form))
        ++function_words;
    }
  }
};

}  // namespace

bool reads_as_english(const AnalyzedArticle& article, std::string_view language) {
  const Said said = said_by(language);
  if (said == Said::other) return false;
  const std::size_t rarest = said == Said::english ? kRarest : kRarestUnsaid;
  Share share;
  share.look_through(article.body_tokens, rarest);
  if (share.words < kTooFewToTell) share.look_through(article.title_tokens, rarest);
  if (said == Said::english && share.words < kTooFewToTell) return true;
  return share.function_words * rarest >= share.words && share.function_words > 0;
}

}  // namespace newsdex
