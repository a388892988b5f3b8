#include "dates/relative_years.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "dates/text_cursor.hpp"
#include "dates/word_set.hpp"
#include "dates/written_day.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct CountingWord {
  std::string_view word;
  int years;
};

// Of several in one expression the first of the table: "this past year".
constexpr auto kDeicticWords = std::to_array<CountingWord>({{"last", -1},
                                                            {"past", -1},
                                                            {"گذشته", -1},
                                                            {"پارسال", -1},
                                                            {"this", 0},
                                                            {"current", 0},
                                                            {"امسال", 0},
                                                            {"جاری", 0},
                                                            {"next", 1},
                                                            {"coming", 1},
                                                            {"آینده", 1}});

constexpr auto kNumbers = std::to_array<CountingWord>({{"a", 1},
                                                       {"one", 1},
                                                       {"two", 2},
                                                       {"three", 3},
                                                       {"four", 4},
                                                       {"five", 5},
                                                       {"six", 6},
                                                       {"seven", 7},
                                                       {"eight", 8},
                                                       {"nine", 9},
                                                       {"ten", 10}});

// "three years ago".
std::optional<int> years_ago(std::string_view folded) {
  TextCursor cursor(folded);
  std::optional<int> count = cursor.number(1, 2);
  if (!count) {
    const std::string_view word = cursor.letters();
    const auto* const found =
        std::find_if(kNumbers.begin(), kNumbers.end(),
                     [&](const CountingWord& each) { return each.word == word; });
    if (found == kNumbers.end()) return std::nullopt;
    count = found->years;
  }
  const bool years = cursor.spaces() && (cursor.text("years") || cursor.text("year"));
  return years && cursor.spaces() && cursor.text("ago") && cursor.at_end() ? count : std::nullopt;
}

// How many years after the text's own the mention lies; nullopt for one that does not count so.
std::optional<int> years_from_now(std::string_view words, const DateMention& mention) {
  if (mention.value != "XXXX") return std::nullopt;
  const std::string folded = ascii_lower(words);
  if (mention.rule == "shift") {
    const auto ago = years_ago(folded);
    return ago ? std::optional(-*ago) : std::nullopt;
  }
  if (mention.rule != "deictic-unit" && mention.rule != "deictic-year") return std::nullopt;
  for (const CountingWord& each : kDeicticWords) {
    if (folded.find(each.word) != std::string::npos) return each.years;
  }
  return std::nullopt;
}

// No name, which stands in many sentences, and no word that goes with any noun.
bool may_name_event(const Token& token) {
  constexpr std::size_t kShortestNoun = 4;
  constexpr auto kNone = sorted(std::to_array<std::string_view>(
      {"about", "after",  "against", "also",  "been",  "before", "between", "could",
       "days",  "during", "from",    "have",  "into",  "killed", "last",    "least",
       "many",  "month",  "months",  "more",  "most",  "over",   "people",  "said",
       "since", "some",   "than",    "that",  "their", "them",   "then",    "there",
       "these", "they",   "this",    "those", "were",  "when",   "where",   "which",
       "while", "will",   "with",    "would", "year",  "years"}));
  return !token.capitalised && token.form.size() >= kShortestNoun && !contains(kNone, token.form);
}

enum class Bond : std::uint8_t { none, neighbours, sentence, apposition };

class Counting {
 public:
  Counting(const AnalyzedArticle& article, std::span<const DateMention> mentions,
           std::span<const SaidYear> years)
      : article_(article), mentions_(mentions), years_(years) {
    for (const SaidYear& each : years) {
      if (each.tense == Tense::future) continue;
      if (each.year >= latest_past_) {
        before_latest_ = std::exchange(latest_past_, each.year);
        latest_at_ = each.mention;
      } else {
        before_latest_ = std::max(before_latest_, each.year);
      }
    }
  }

  CountedYear run() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const DateMention& mention = mentions_[i];
      const auto away = years_from_now(words_of(text_of(article_, mention), mention), mention);
      if (away) weigh_around(i, *away);
    }
    return best_;
  }

 private:
  // The years said a few mentions before and after it.
  void weigh_around(std::size_t at, int away) {
    constexpr std::size_t kFar = 3;
    const auto first = std::lower_bound(
        years_.begin(), years_.end(), at < kFar ? 0 : at - kFar,
        [](const SaidYear& year, std::size_t mention) { return year.mention < mention; });
    for (auto each = first; each != years_.end() && each->mention <= at + kFar; ++each) {
      const Bond bond = bond_of(at, away, *each);
      const int year = each->year - away;
      if (bond == Bond::none || bond < bond_ || year < latest_past_besides(*each)) continue;
      if (bond > bond_) best_ = {};
      best_.contradicted |= best_.year && *best_.year != year;
      best_.year = year;
      bond_ = bond;
    }
  }

  [[nodiscard]] Bond bond_of(std::size_t at, int away, const SaidYear& said) const {
    const DateMention& counted = mentions_[at];
    const DateMention& dated = mentions_[said.mention];
    if (counted.field != dated.field) return Bond::none;
    if (stand_for_one(article_, counted, dated)) return Bond::apposition;
    if (!said.fine || said.background) return Bond::none;
    const bool past = away < 0 && said.tense != Tense::future && said.year == latest_past_;
    const int ends = sentence_ends(counted, dated);
    if (ends == 1 && away == -1 && past && tells_of_event_in(counted, dated)) {
      return Bond::neighbours;
    }
    if (ends != 0) return Bond::none;
    const bool future = away > 0 || (away == 0 && said.tense == Tense::future);
    return (away == -1 && past && follows_closely(counted, dated)) || future ? Bond::sentence
                                                                             : Bond::none;
  }

  // "Last year's report, out in March 2018": the date belongs to what was last year. Farther off
  // in the sentence it is of anything: "last year's book on the war of September 1980".
  [[nodiscard]] bool follows_closely(const DateMention& counted, const DateMention& dated) const {
    constexpr std::size_t kNearInTokens = 6;
    const std::size_t first = token_of(article_, counted);
    const std::size_t second = token_of(article_, dated);
    return first < second && second - first <= kNearInTokens;
  }

  // Whether "last year's" is followed by a noun that stands in the sentence of the date, too: "last
  // year's attack on the parade" beside "In September 2018 gunmen fired on a parade".
  [[nodiscard]] bool tells_of_event_in(const DateMention& counted, const DateMention& dated) const {
    constexpr std::size_t kLongestEvent = 8;
    const auto tokens = tokens_of(article_, counted);
    const std::string_view text = text_of(article_, counted);
    std::size_t at = token_of(article_, counted);
    while (at + 1 < tokens.size() && tokens[at + 1].begin < counted.end) ++at;
    if (at >= tokens.size() || !tokens[at].possessive) return false;
    const std::size_t end = std::min(tokens.size(), at + 1 + kLongestEvent);
    for (++at; at < end && !sentence_ends_between(text, tokens[at - 1], tokens[at]); ++at) {
      if (may_name_event(tokens[at]) && stands_in_sentence_of(dated, tokens[at].form)) return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_in_sentence_of(const DateMention& dated, std::string_view form) const {
    constexpr std::size_t kFarInTokens = 40;
    const auto tokens = tokens_of(article_, dated);
    const std::string_view text = text_of(article_, dated);
    const std::size_t middle = token_of(article_, dated);
    const std::size_t last = std::min(tokens.size(), middle + kFarInTokens);
    for (std::size_t at = middle; at < last; ++at) {
      if (at > middle && sentence_ends_between(text, tokens[at - 1], tokens[at])) break;
      if (tokens[at].form == form) return true;
    }
    for (std::size_t at = middle; at > 0 && middle - at < kFarInTokens; --at) {
      if (sentence_ends_between(text, tokens[at - 1], tokens[at])) break;
      if (tokens[at - 1].form == form) return true;
    }
    return false;
  }

  // The text was not written before what it tells of as past.
  [[nodiscard]] int latest_past_besides(const SaidYear& said) const {
    return said.mention == latest_at_ ? before_latest_ : latest_past_;
  }

  // How many sentences end between the two; more than one where they are far apart.
  [[nodiscard]] int sentence_ends(const DateMention& a, const DateMention& b) const {
    constexpr std::size_t kFarInTokens = 60;
    const auto tokens = tokens_of(article_, a);
    const auto [first, second] = std::minmax({token_of(article_, a), token_of(article_, b)});
    if (second >= tokens.size() || second - first > kFarInTokens) return 2;
    int ends = 0;
    for (std::size_t at = first; at < second; ++at) {
      ends += sentence_ends_between(text_of(article_, a), tokens[at], tokens[at + 1]) ? 1 : 0;
    }
    return ends;
  }

  const AnalyzedArticle& article_;
  std::span<const DateMention> mentions_;
  std::span<const SaidYear> years_;
  int latest_past_ = 0;
  int before_latest_ = 0;  // the latest of the others
  std::size_t latest_at_ = SIZE_MAX;
  Bond bond_ = Bond::none;
  CountedYear best_;
};

}  // namespace

bool stand_for_one(const AnalyzedArticle& article, const DateMention& a, const DateMention& b) {
  constexpr std::size_t kLongestLink = 8;
  const DateMention& first = a.begin < b.begin ? a : b;
  const DateMention& second = a.begin < b.begin ? b : a;
  if (a.field != b.field || second.begin < first.end || second.begin - first.end > kLongestLink) {
    return false;
  }
  std::string_view link = text_of(article, a).substr(first.end, second.begin - first.end);
  link = trim_spaces(link);
  if (!link.starts_with(',') && !link.starts_with('(') && !link.starts_with("،")) return false;
  link = trim_spaces(link.substr(link.starts_with("،") ? 2 : 1));
  return link.empty() || link == "in" || link == "on";
}

CountedYear year_by_counting(const AnalyzedArticle& article, std::span<const DateMention> mentions,
                             std::span<const SaidYear> years) {
  return Counting(article, mentions, years).run();
}

}  // namespace newsdex
