#include "entities/newspapers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kLongestTown = 4;

// When papers come out.
constexpr std::array<std::string_view, 9> kDaysOfPapers = {"monday",   "tuesday", "wednesday",
                                                           "thursday", "friday",  "saturday",
                                                           "sunday",   "morning", "evening"};

bool is_capital_the(const FieldText& text, std::uint32_t token) {
  return text.written(token) == "The";
}

// "The (St. John's) Telegram"
bool follows_town_in_brackets(const PlatformPlace& place) {
  const FieldText& text = place.text;
  if (trim_spaces(text.before(place.first)) != ")") return false;
  std::uint32_t town = place.first - 1;
  const std::uint32_t least = town - std::min(town, kLongestTown);
  while (town > least && trim_spaces(text.before(town)) != "(") --town;
  return town > least && is_capital_the(text, town - 1);
}

// Whether a word stands before it in the same phrase.
bool has_word_before(const PlatformPlace& place) {
  return place.text.gap_before(place.first) == Gap::space &&
         !place.text.token(place.first - std::size_t{1}).possessive;
}

// "He reads The Telegram"
bool follows_capital_the(const PlatformPlace& place) {
  const std::uint32_t the = place.first - 1;
  if (!has_word_before(place) || the == 0 || !is_capital_the(place.text, the)) return false;
  const Gap gap = place.text.gap_before(the);
  return gap == Gap::comma || (gap == Gap::space && !place.text.token(the - 1).capitalised);
}

// Where the day or the place begins that stands right before it; its own first token if none does.
std::uint32_t day_or_place_begin(const NameIndex& names, const Interpretation& interpretation,
                                 const PlatformPlace& place) {
  if (is_one_of(place.text.token(place.first - std::size_t{1}).form, kDaysOfPapers))
    return place.first - 1;
  const Candidate* town = interpretation.ending_at(place.text.field(), place.first);
  if (town == nullptr) return place.first;
  const std::span<const Reading> readings = interpretation.readings_of(*town);
  const bool is_place = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return names.entity(reading.form->entity).type == EntityType::place;
  });
  return is_place ? town->first : place.first;
}

// "The Sunday Telegram", "the London Telegram reported"; but "the Sunday Telegram outage", "the
// Iran Telegram ban".
bool follows_day_or_place(const NameIndex& names, const Interpretation& interpretation,
                          const PlatformPlace& place) {
  const FieldText& text = place.text;
  if (!has_word_before(place) || !text.token(place.first - std::size_t{1}).capitalised)
    return false;
  const std::uint32_t begin = day_or_place_begin(names, interpretation, place);
  const bool has_article = begin < place.first && begin > 0 &&
                           text.gap_before(begin) == Gap::space &&
                           text.token(begin - std::size_t{1}).form == "the";
  if (!has_article) return false;
  if (text.token(place.last - std::size_t{1}).possessive) return true;
  if (text.gap_before(place.last) != Gap::space) return true;
  const std::string_view after = text.token(place.last).form;
  const Lexicon& lexicon = names.lexicon();
  return lexicon.is(after, WordClass::grammar) || lexicon.is(after, WordClass::saying) ||
         lexicon.is(after, WordClass::office);
}

}  // namespace

bool ends_newspaper(const NameIndex& names, const Interpretation& interpretation,
                    const PlatformPlace& place) {
  if (place.first == 0) return false;
  return follows_town_in_brackets(place) || follows_capital_the(place) ||
         follows_day_or_place(names, interpretation, place);
}

}  // namespace newsdex
