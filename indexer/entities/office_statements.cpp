#include "entities/office_statements.hpp"

#include <algorithm>
#include <tuple>

#include "entities/letters.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kMostWordsOfName = 5;

bool joins_names(Gap gap) {
  return gap == Gap::space || gap == Gap::hyphen;
}

}  // namespace

void OfficeStatements::note(const FieldText& text, const RolePlace& place, const Listed& listed) {
  std::optional<bool> of_another = by_name(text, place, listed.person);
  if (!of_another) of_another = by_country(text, place, listed.country);
  if (of_another) by_role_[place.role].push_back({text.field(), place.first, *of_another});
}

bool OfficeStatements::is_of_another(TextField field, const RolePlace& place) const {
  const auto found = by_role_.find(place.role);
  if (found == by_role_.end()) return false;
  const std::vector<Statement>& said = found->second;
  auto at = std::partition_point(said.begin(), said.end(), [&](const Statement& one) {
    return std::tie(one.field, one.token) <= std::tie(field, place.first);
  });
  if (at != said.begin()) --at;
  return at->of_another;
}

// "Foreign Minister Sergei Lavrov", "the foreign minister, Sergei Lavrov,"; in Persian also behind
// the country.
std::optional<bool> OfficeStatements::by_name(const FieldText& text, const RolePlace& place,
                                              std::uint32_t person) const {
  if (const auto told = by_name_behind(text, place.last, person)) return told;
  const Candidate* country = interpretation_.beginning_at(text.field(), place.last);
  if (country != nullptr && text.gap_before(place.last) == Gap::space) {
    if (const auto told = by_name_behind(text, country->last, person)) return told;
  }
  return by_name_before(text, place, person);
}

std::optional<bool> OfficeStatements::by_name_behind(const FieldText& text, std::uint32_t token,
                                                     std::uint32_t person) const {
  const Gap gap = text.gap_before(token);
  if (gap != Gap::space && gap != Gap::comma) return std::nullopt;
  if (text.token(token - std::size_t{1}).possessive) return std::nullopt;
  if (const auto told = by_listed_person(interpretation_.beginning_at(text.field(), token), person))
    return told;
  const std::uint32_t end = full_name_end(text, token);
  if (end == token) return std::nullopt;
  return !is_spelling_of(text, token, end, person);
}

// "Sergei Lavrov, the foreign minister,"; in Persian without commas:
// "ظریف وزیر خارجه".
std::optional<bool> OfficeStatements::by_name_before(const FieldText& text, const RolePlace& place,
                                                     std::uint32_t person) const {
  std::uint32_t end = place.first;
  if (!is_caseless(text.written(place.first))) {
    if (text.gap_before(place.last) != Gap::comma) return std::nullopt;
    const bool has_article = end > 0 && text.gap_before(end) == Gap::space &&
                             names_.lexicon().is(text.token(end - 1).form, WordClass::grammar);
    if (has_article) --end;
    if (text.gap_before(end) != Gap::comma) return std::nullopt;
  } else if (text.gap_before(end) != Gap::space) {
    return std::nullopt;
  }
  return by_listed_person(interpretation_.ending_at(text.field(), end), person);
}

// In Persian a country stands behind the title: "in Germany the foreign minister" may be anybody's.
std::optional<bool> OfficeStatements::by_country(const FieldText& text, const RolePlace& place,
                                                 std::uint32_t country) const {
  const CountryBeside::Span title = {text, place.first, place.last};
  const std::optional<std::uint32_t> stated = is_caseless(text.written(place.first))
                                                  ? beside_.after(title, false)
                                                  : beside_.of_body(title, country);
  return stated ? std::optional(*stated != country) : std::nullopt;
}

std::optional<bool> OfficeStatements::by_listed_person(const Candidate* candidate,
                                                       std::uint32_t person) const {
  if (candidate == nullptr) return std::nullopt;
  std::optional<bool> told;
  for (const Reading& reading : interpretation_.readings_of(*candidate)) {
    const std::uint32_t entity = reading.form->entity;
    if (!reading.accepted() || names_.entity(entity).type != EntityType::person) continue;
    if (entity == person) return false;
    told = true;
  }
  return told;
}

// Where a name of two words or more ends that begins at a token; the token itself if none does. In
// a headline capitals tell nothing; without capitals a given name begins it.
std::uint32_t OfficeStatements::full_name_end(const FieldText& text, std::uint32_t first) const {
  if (text.field() == TextField::title) return first;
  const bool is_in_capitals =
      first < text.tokens().size() && text.token(first - std::size_t{1}).all_caps;
  if (is_in_capitals || !may_be_name(text, first)) return first;
  if (is_caseless(text.written(first)) &&
      !names_.lexicon().is(text.token(first).form, WordClass::given_name)) {
    return first;
  }
  std::uint32_t end = first + 1;
  while (end < first + kMostWordsOfName && joins_names(text.gap_before(end)) &&
         !text.token(end - std::size_t{1}).possessive && may_be_name(text, end)) {
    ++end;
  }
  return end > first + 1 ? end : first;
}

bool OfficeStatements::may_be_name(const FieldText& text, std::uint32_t token) const {
  if (token >= text.tokens().size()) return false;
  const Token& word = text.token(token);
  const Lexicon& lexicon = names_.lexicon();
  if (lexicon.is(word.form, WordClass::particle)) return true;
  if (!word.capitalised && !is_caseless(text.written(token))) return false;
  return !lexicon.is(word.form, WordClass::grammar) && !lexicon.is(word.form, WordClass::office);
}

// "Mohammad Javad Zareef", "Javed Zarif": by two words of his, or by one that is no given name, it
// is the listed one as the list does not spell him.
bool OfficeStatements::is_spelling_of(const FieldText& text, std::uint32_t first,
                                      std::uint32_t last, std::uint32_t person) const {
  const auto words = text.tokens().subspan(first, last - first);
  const Lexicon& lexicon = names_.lexicon();
  int own = 0;
  for (const Token& word : words) {
    if (lexicon.is(word.form, WordClass::particle)) continue;
    if (!names_.name_words().belong_to(person, word.form)) continue;
    if (++own > 1 || !lexicon.is(word.form, WordClass::given_name)) return true;
  }
  return false;
}

}  // namespace newsdex
