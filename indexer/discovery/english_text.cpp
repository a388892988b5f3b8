#include "discovery/english_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// Sorted. Left out are those that are frequent in other languages, too: "a", "in", "is", "was",
// "for".
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"about", "after", "and",  "are",  "been", "but",   "from", "has",  "have", "he",
     "his",   "it",    "its",  "not",  "of",   "said",  "she",  "than", "that", "the",
     "their", "they",  "this", "were", "when", "which", "who",  "with", "would"});
static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

// Sorted. Words of English that other languages have, too.
constexpr auto kSharedWords =
    std::to_array<std::string_view>({"a", "an", "as", "at", "be", "by", "for", "had", "in", "is",
                                     "no", "on", "or", "over", "to", "was", "will"});
static_assert(std::is_sorted(kSharedWords.begin(), kSharedWords.end()));

// Sorted. Function words of other languages in Latin letters, without accents, that are no words of
// English nor parts of names.
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"aan",    "aber",   "akan",  "als",   "anche", "aos",    "att",   "au",    "auch",   "auf",
     "aux",    "avec",   "bir",   "blir",  "bu",    "cette",  "che",   "cok",   "como",   "cu",
     "cuando", "czy",    "daha",  "dalam", "dalla", "dans",   "dari",  "dass",  "dat",    "degil",
     "delle",  "dengan", "des",   "det",   "deze",  "dla",    "dopo",  "durch", "een",    "ein",
     "eine",   "einen",  "einer", "ej",    "ela",   "ele",    "ella",  "ese",   "essa",   "esta",
     "este",   "et",     "ete",   "ett",   "foi",   "fra",    "fue",   "gibi",  "gli",    "hanno",
     "heeft",  "het",    "hij",   "hogy",  "icin",  "ihre",   "ikke",  "il",    "ile",    "ini",
     "inte",   "isso",   "ist",   "itu",   "jag",   "jak",    "jest",  "juga",  "juz",    "kan",
     "kepada", "las",    "le",    "les",   "leur",  "los",    "lui",   "maar",  "mai",    "mais",
     "mehr",   "mit",    "mutta", "muy",   "naar",  "nach",   "nao",   "nar",   "nas",    "nel",
     "nella",  "nem",    "nicht", "nie",   "niet",  "noch",   "nog",   "och",   "oder",   "og",
     "olan",   "oleh",   "oli",   "ont",   "ook",   "oraz",   "paa",   "pada",  "para",   "pela",
     "pelo",   "pentru", "pero",  "piu",   "por",   "porque", "przez", "qu",    "quando", "que",
     "questo", "qui",    "sao",   "segun", "selon", "ses",    "seu",   "sich",  "sie",    "sind",
     "sobre",  "som",    "sono",  "sont",  "sua",   "suo",    "tidak", "tra",   "tym",    "uber",
     "uit",    "uma",    "una",   "und",   "une",   "untuk",  "ve",    "vom",   "voor",   "werden",
     "wie",    "wird",   "wordt", "yang",  "zich",  "zijn",   "zu",    "zum",   "zur"});
static_assert(std::is_sorted(kOtherWords.begin(), kOtherWords.end()));

constexpr std::size_t kLookedAt = 256;  // tokens
constexpr std::size_t kEnough = 6;      // function words, if they are frequent so far
// One word in so many is a function word, where the article is said to be in English, and where
// nothing is said.
constexpr std::size_t kRarest = 30;
constexpr std::size_t kRarestUnsaid = 12;
// In a headline and two sentences other words must tell, too.
constexpr std::size_t kShort = 60;
constexpr std::size_t kHeadline = 20;  // so few words may all be names and verbs
// Terse English has so few function words, two that no other language has among them.
constexpr std::size_t kRarestTerse = 20;
constexpr std::size_t kLeastCertain = 2;

enum class Said { nothing, english, other };

// "en", "en-US", "eng", "English".
Said said_by(std::string_view language) {
  if (language.empty()) return Said::nothing;
  const std::string name = ascii_lower(language.substr(0, language.find_first_of("-_")));
  return name == "en" || name == "eng" || name == "english" ? Said::english : Said::other;
}

template <std::size_t kSize>
bool is_function_word(const std::array<std::string_view, kSize>& words, const Token& token) {
  return std::binary_search(words.begin(), words.end(), token.form);
}

struct Share {
  std::size_t function_words = 0;
  std::size_t words = 0;

  void look_through(std::span<const Token> tokens, std::size_t rarest) {
    for (const Token& token : tokens) {
      if (words == kLookedAt || (function_words >= kEnough && function_words * rarest >= words))
        return;
      ++words;
      if (is_function_word(kFunctionWords, token)) ++function_words;
    }
  }
};

// Whether a word speaks for another language: one of its function words, or one in other letters. A
// capital may make it part of a name: "La Paz".
bool is_of_another(const Token& token, std::string_view text) {
  if (!may_be_latin(decode(text, token.begin).value)) return true;
  return !token.capitalised && is_function_word(kOtherWords, token);
}

// What the words of a short text speak for.
struct Votes {
  std::size_t words = 0;
  std::size_t certain = 0;  // for English
  std::size_t shared = 0;   // for English, and others
  std::size_t others = 0;

  void count(std::span<const Token> tokens, std::string_view text) {
    words += tokens.size();
    for (const Token& token : tokens) {
      if (is_function_word(kFunctionWords, token)) ++certain;
      if (is_function_word(kSharedWords, token)) ++shared;
      if (is_of_another(token, text)) ++others;
    }
  }
};

Votes votes_of(const AnalyzedArticle& article) {
  Votes votes;
  const auto count = [&](std::span<const Token> tokens, std::string_view text) {
    votes.count(tokens.first(std::min(tokens.size(), kLookedAt - votes.words)), text);
  };
  count(article.title_tokens, article.title);
  count(article.body_tokens, article.body);
  return votes;
}

// "Floods killed six, officials said. Rescuers found bodies.": said to be English, and nothing in
// it is of another language.
bool reads_as_terse_english(const AnalyzedArticle& article) {
  const Votes votes = votes_of(article);
  const std::size_t english = votes.certain + votes.shared;
  return votes.others == 0 && votes.certain >= kLeastCertain &&
         english * kRarestTerse >= votes.words;
}

bool reads_as_short_english(const AnalyzedArticle& article, Said said) {
  const Votes votes = votes_of(article);
  const std::size_t english = votes.certain + votes.shared;
  if (said == Said::english && votes.words <= kHeadline)
    return votes.others == 0 || votes.others < english;
  const bool is_frequent = english * kRarestUnsaid >= votes.words;
  return is_frequent && votes.others < english && (said == Said::english || votes.certain > 0);
}

bool has_function_words(const AnalyzedArticle& article, Said said) {
  if (article.title_tokens.size() + article.body_tokens.size() <= kShort)
    return reads_as_short_english(article, said);
  const std::size_t rarest = said == Said::english ? kRarest : kRarestUnsaid;
  Share share;
  share.look_through(article.body_tokens, rarest);
  if (share.words <= kShort) share.look_through(article.title_tokens, rarest);
  return share.function_words * rarest >= share.words && share.function_words > 0;
}

}  // namespace

bool reads_as_english(const AnalyzedArticle& article, std::string_view language) {
  const Said said = said_by(language);
  if (said == Said::other) return false;
  return has_function_words(article, said) ||
         (said == Said::english && reads_as_terse_english(article));
}

std::string why_not_english(const AnalyzedArticle& article, std::string_view language) {
  if (reads_as_english(article, language)) return {};
  if (said_by(language) == Said::other)
    return fmt::format("the article's language is {}, and only English is read", language);
  return "the text does not read as English";
}

}  // namespace newsdex
