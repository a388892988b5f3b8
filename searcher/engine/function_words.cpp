#include "engine/function_words.hpp"

#include <algorithm>
#include <array>

namespace newsdex {
namespace {

// Sorted by bytes.
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"a",       "about",   "above", "after",  "again",   "against",  "all",    "also",    "am",
     "an",      "and",     "any",   "anyone", "are",     "as",       "at",     "be",      "because",
     "been",    "before",  "being", "below",  "between", "both",     "but",    "by",      "can",
     "could",   "did",     "do",    "does",   "doing",   "done",     "down",   "during",  "each",
     "either",  "else",    "ever",  "every",  "few",     "for",      "from",   "further", "get",
     "give",    "given",   "gives", "had",    "has",     "have",     "having", "he",      "her",
     "here",    "hers",    "him",   "his",    "how",     "however",  "i",      "if",      "in",
     "into",    "is",      "it",    "its",    "itself",  "just",     "let",    "like",    "made",
     "make",    "many",    "may",   "me",     "might",   "more",     "most",   "much",    "must",
     "my",      "no",      "nor",   "not",    "now",     "of",       "off",    "on",      "once",
     "one",     "only",    "or",    "other",  "our",     "out",      "over",   "own",     "per",
     "same",    "shall",   "she",   "should", "since",   "so",       "some",   "such",    "than",
     "that",    "the",     "their", "them",   "then",    "there",    "these",  "they",    "this",
     "those",   "through", "to",    "too",    "under",   "until",    "up",     "upon",    "us",
     "very",    "was",     "we",    "were",   "what",    "whatever", "when",   "where",   "whether",
     "which",   "while",   "who",   "whom",   "whose",   "why",      "will",   "with",    "within",
     "without", "would",   "yet",   "you",    "your",    "آن",       "آیا",    "از",      "است",
     "اما",     "اگر",     "این",   "با",     "بر",      "برای",     "به",     "بود",     "تا",
     "خود",     "در",      "را",    "شد",     "شده",     "می",       "ها",     "های",     "هر",
     "هم",      "و",       "چرا",   "چه",     "چگونه",   "کجا",      "که",     "کی",      "یا",
     "یک"});
static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

}  // namespace

bool is_function_word(std::string_view form) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), form);
}

}  // namespace newsdex
