#include "entities/calendar_words.hpp"

#include <array>
#include <string_view>

#include "entities/sentences.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// What stands before a month, and hardly before a person.
constexpr std::array<std::string_view, 15> kBeforeMonths = {
    "in",  "last", "next", "since", "until", "till", "during", "early",
    "mid", "late", "this", "every", "each",  "of",   "through"};

// What stands behind the verb "may" at the head of a sentence.
constexpr std::array<std::string_view, 12> kBehindVerb = {
    "he", "she", "it", "they", "we", "i", "you", "the", "his", "her", "this", "god"};

// "5", "2018", "5th".
bool is_number(std::string_view form) {
  return !form.empty() && form[0] >= '0' && form[0] <= '9';
}

// What a month has: "the end of May".
constexpr std::array<std::string_view, 8> kPartsOfMonths = {"end",   "beginning", "middle", "start",
                                                            "month", "half",      "week",   "rest"};

// "Of" says little by itself: "the policy of May".
bool has_month_before(const FieldText& text, std::size_t first) {
  const Gap gap = text.gap_before(first);
  if (gap != Gap::space && gap != Gap::hyphen) return false;
  const std::string_view before = text.token(first - 1).form;
  if (is_number(before)) return true;
  if (!is_one_of(before, kBeforeMonths)) return false;
  if (before != "of") return true;
  return first > 1 && (is_number(text.token(first - 2).form) ||
                       is_one_of(text.token(first - 2).form, kPartsOfMonths));
}

}  // namespace

bool reads_as_month(const FieldText& text, std::size_t first, std::size_t last,
                    const Lexicon& lexicon) {
  if (last - first != 1 || !is_one_of(text.token(first).form, kMonths)) return false;
  if (first > 0 && has_month_before(text, first)) return true;
  if (last >= text.tokens().size() || text.token(first).possessive) return false;
  const Gap gap = text.gap_before(last);
  const std::string_view next = text.token(last).form;
  if ((gap == Gap::space || gap == Gap::comma) && is_number(next)) return true;
  return gap == Gap::space && is_one_of(next, kBehindVerb) &&
         sentence_begins_at(text, first, lexicon);
}

}  // namespace newsdex
