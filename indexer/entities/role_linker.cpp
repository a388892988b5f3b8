#include "entities/role_linker.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "entities/capitals.hpp"
#include "entities/letters.hpp"
#include "entities/role_titles.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

constexpr std::uint8_t kByTitle = 80;  // percent

constexpr std::array<std::string_view, 3> kArticles = {"the", "le", "la"};
constexpr std::array<std::string_view, 4> kJoints = {"of", "de", "du", "d"};

// Before the whole phrase, they make another office or another time of it: "then Germany's
// chancellor", "was elected president of Iran".
constexpr std::array<std::string_view, 22> kOtherTime = {
    "then",    "former", "ex",      "late",   "next",      "future",    "deputy",    "vice",
    "elected", "become", "becomes", "became", "named",     "appointed", "nominated", "as",
    "first",   "last",   "a",       "an",     "candidate", "previous"};
constexpr std::uint32_t kYearReach = 15;  // tokens to either side
constexpr std::size_t kMaxPhraseWords = 3;

// Words between an article and a title that leave the office the same.
constexpr std::array<std::string_view, 6> kHarmless = {"current",  "embattled",    "reformist",
                                                       "hardline", "conservative", "moderate"};

// What stands behind a body's name where only a part of it is meant.
constexpr std::array<std::string_view, 16> kPartsOfBodies = {
    "navy",   "intelligence", "ground", "aerospace", "air",        "force",    "forces", "unit",
    "branch", "office",       "bureau", "cyber",     "department", "division", "in",     "for"};

// Folded words that stand behind a title in Persian and are neither a name nor an adjective.
constexpr std::array<std::string_view, 29> kPersianAfterTitle = {
    "گفت",     "در",      "از",  "به",   "با",     "که",  "و",     "اعلام", "تاکید", "اظهار",
    "افزود",   "خواستار", "نیز", "هم",   "را",     "است", "بود",   "روز",   "دیروز", "امروز",
    "کشورمان", "گفته",    "می",  "برای", "درباره", "پیش", "هشدار", "تصریح", "ما"};

bool is_year(std::string_view form) {
  const bool begins_so = form.starts_with("19") || form.starts_with("20");
  return form.size() == 4 && begins_so && form[2] >= '0' && form[2] <= '9' && form[3] >= '0' &&
         form[3] <= '9';
}

bool is_phrase_gap(const FieldText& text, std::size_t token) {
  return text.gap_before(token) == Gap::space;
}

}  // namespace

std::vector<Mention> RoleLinker::link() {
  std::vector<Mention> out;
  if (published_.precision == DatePrecision::none) return out;
  link_field(interpretation_.title, out);
  link_field(interpretation_.body, out);
  return out;
}

void RoleLinker::link_field(const FieldText& text, std::vector<Mention>& out) {
  for (const RolePlace& place : names_.roles().find(text)) {
    const std::optional<Holder> holder = holder_at(text, place);
    if (!holder || is_of_another_time(text, place)) continue;
    Mention mention;
    mention.entity = holder->person;
    mention.type = EntityType::person;
    mention.field = text.field();
    mention.rule = MentionRule::role;
    mention.confidence = kByTitle;
    mention.form = holder->office;
    mention.begin = text.token(place.first).begin;
    mention.end = text.token(place.last - std::size_t{1}).end;
    out.push_back(mention);
  }
}

std::optional<Holder> RoleLinker::holder_at(const FieldText& text, const RolePlace& place) {
  if (RoleFinder::is_of_body(place.role)) {
    const std::optional<std::uint32_t> body = body_of(text, place);
    return body ? names_.roles().holder_in_body(place.role, *body, published_) : std::nullopt;
  }
  const std::optional<std::uint32_t> country = country_of(text, place);
  return country ? names_.roles().holder(place.role, *country, published_) : std::nullopt;
}

// "The IRGC commander", "Telegram's chief executive", "the head of Roskomnadzor"; but "an IRGC
// commander" is one of many, and "the commander of the IRGC navy" another.
std::optional<std::uint32_t> RoleLinker::body_of(const FieldText& text,
                                                 const RolePlace& place) const {
  if (has_name_beside(text, place)) return std::nullopt;
  const auto follows_article = [&](std::uint32_t token) {
    return token > 0 && is_phrase_gap(text, token) &&
           is_one_of(text.token(token - 1).form, kArticles);
  };
  const bool goes_on = is_phrase_gap(text, place.last) &&
                       place.last + std::size_t{1} < text.tokens().size() &&
                       is_one_of(text.token(place.last).form, kJoints);
  if (goes_on) {
    if (!follows_article(place.first)) return std::nullopt;
    std::uint32_t named = place.last + 1;
    if (is_one_of(text.token(named).form, kArticles)) ++named;
    const Candidate* body = interpretation_.beginning_at(text.field(), named);
    if (body == nullptr || text.token(body->last - std::size_t{1}).possessive) return std::nullopt;
    const bool is_part =
        is_phrase_gap(text, body->last) && (text.token(body->last).capitalised ||
                                            is_one_of(text.token(body->last).form, kPartsOfBodies));
    return is_part ? std::nullopt : body_of(*body);
  }
  if (place.first == 0 || !is_phrase_gap(text, place.first)) return std::nullopt;
  const Candidate* body = interpretation_.ending_at(text.field(), place.first);
  if (body == nullptr) return std::nullopt;
  const bool is_definite = text.token(body->last - std::size_t{1}).possessive ||
                           follows_article(body->first) ||
                           is_one_of(text.token(body->first).form, kArticles);
  return is_definite ? body_of(*body) : std::nullopt;
}

// The organisation or platform that a candidate names.
std::optional<std::uint32_t> RoleLinker::body_of(const Candidate& candidate) const {
  const auto number = static_cast<std::uint32_t>(&candidate - interpretation_.candidates.data());
  const std::vector<Reading>& all = interpretation_.readings;
  auto at = std::partition_point(all.begin(), all.end(),
                                 [&](const Reading& r) { return r.candidate < number; });
  for (; at != all.end() && at->candidate == number; ++at) {
    const EntityType type = names_.entity(at->form->entity).type;
    const bool is_body = type == EntityType::organisation || type == EntityType::platform;
    if (at->accepted() && is_body) return at->form->entity;
  }
  return std::nullopt;
}

// "وزیر خارجه ایران"; where no country stands behind it, the article's, if what follows cannot be
// the holder's name or an adjective ("former").
std::optional<std::uint32_t> RoleLinker::country_of_persian(const FieldText& text,
                                                            const RolePlace& place) {
  if (is_of_another_office(text, place)) return std::nullopt;
  if (text.gap_before(place.last) == Gap::space) {
    const auto is_of_other_time = [&](std::uint32_t token) {
      return text.gap_before(token) == Gap::space &&
             names_.lexicon().is(text.token(token).form, WordClass::other_time);
    };
    const Candidate* country = interpretation_.beginning_at(text.field(), place.last);
    if (country != nullptr && is_of_other_time(country->last)) return std::nullopt;
    if (country != nullptr) return country_named_at(text, place.last);
    if (!is_one_of(text.token(place.last).form, kPersianAfterTitle)) return std::nullopt;
  }
  return main_country_.get();
}

// The deputy or the head of office of somebody:
// "معاون وزیر ارتباطات".
// Words may stand between, but none that begins another phrase:
// "معاون حقوقی رئیس‌جمهور".
bool RoleLinker::is_of_another_office(const FieldText& text, const RolePlace& place) const {
  for (std::size_t at = place.first, words = 0; at > 0 && words < kMaxPhraseWords; --at, ++words) {
    if (text.gap_before(at) != Gap::space && text.gap_before(at) != Gap::hyphen) return false;
    const std::string_view form = text.token(at - 1).form;
    if (names_.lexicon().is(form, WordClass::other_office)) return true;
    if (is_one_of(form, kPersianAfterTitle)) return false;
  }
  return false;
}

std::optional<std::uint32_t> RoleLinker::country_of(const FieldText& text, const RolePlace& place) {
  if (is_caseless(text.written(place.first))) return country_of_persian(text, place);
  if (has_name_beside(text, place)) return std::nullopt;
  const auto follows_article = [&](std::uint32_t token) {
    return token > 0 && is_phrase_gap(text, token) &&
           is_one_of(text.token(token - 1).form, kArticles);
  };
  const bool goes_on = place.last + std::size_t{1} < text.tokens().size() &&
                       is_phrase_gap(text, place.last) &&
                       is_one_of(text.token(place.last).form, kJoints);
  if (goes_on) {  // "the president of France", "the president of the company"
    return follows_article(place.first) ? country_named_at(text, place.last + 1) : std::nullopt;
  }
  if (interpretation_.ending_at(text.field(), place.first) != nullptr)
    return country_before(text, place);
  if (!kRoleTitles[place.role].is_portfolio) return std::nullopt;
  const CountryBeside::Span title = {text, place.first, place.last};
  if (const auto country = beside_.owner(title)) return country;
  std::uint32_t before = place.first;
  while (before > 0 && is_phrase_gap(text, before) &&
         is_one_of(text.token(before - 1).form, kHarmless)) {
    --before;
  }
  if (!follows_article(before)) return std::nullopt;
  if (const auto country = beside_.after(title, true)) return country;
  if (const auto country = beside_.opening({text, before, place.last})) return country;
  return main_country_.get();
}

// A word before its phrase, or a year near it, says that the office was held at another time.
bool RoleLinker::is_of_another_time(const FieldText& text, const RolePlace& place) const {
  const std::span<const Token> tokens = text.tokens();
  for (std::size_t i = place.first, words = 0; i > 0 && words < kMaxPhraseWords; --i, ++words) {
    if (text.gap_before(i) != Gap::space && text.gap_before(i) != Gap::hyphen) break;
    if (is_one_of(tokens[i - 1].form, kOtherTime)) return true;
  }
  const std::size_t from = place.first - std::min(place.first, kYearReach);
  const std::size_t to = std::min<std::size_t>(tokens.size(), place.last + kYearReach);
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                     tokens.begin() + static_cast<std::ptrdiff_t>(to), [&](const Token& token) {
                       return is_year(token.form) && token.form != std::to_string(published_.year);
                     });
}

// A name at its side says itself who is meant: "Interior Minister Rahmani Fazli".
bool RoleLinker::has_name_beside(const FieldText& text, const RolePlace& place) const {
  if (place.last >= text.tokens().size() || text.token(place.last - std::size_t{1}).possessive) {
    return false;
  }
  const Gap gap = text.gap_before(place.last);
  const Token& next = text.token(place.last);
  if (gap == Gap::hyphen) return true;                     // "president-elect"
  if (gap == Gap::comma && next.capitalised) return true;  // "the foreign minister, Zarif,"
  if (gap != Gap::space) return false;
  return next.capitalised || names_.automaton().start(next) != TokenAutomaton::kRoot;
}

// "Iran's president", "the Iranian president", "Kyiv's foreign minister"; but "the Bank of Iran's
// president" is the bank's, and other cities have no ministers.
std::optional<std::uint32_t> RoleLinker::country_before(const FieldText& text,
                                                        const RolePlace& place) const {
  if (place.first == 0 || !is_phrase_gap(text, place.first)) return std::nullopt;
  const Candidate* found = interpretation_.ending_at(text.field(), place.first);
  const auto country = names_.countries().country_meant(names_.automaton(), *found, text);
  if (!country) return std::nullopt;
  if (found->first > 1 && is_phrase_gap(text, found->first) &&
      is_phrase_gap(text, found->first - std::size_t{1}) &&
      is_one_of(text.token(found->first - std::size_t{1}).form, kJoints) &&
      text.token(found->first - std::size_t{2}).capitalised) {
    return std::nullopt;
  }
  const auto named = names_.countries().place_named(names_.automaton(), *found, text);
  if (!named || *named == *country) return country;
  const bool is_capital = std::binary_search(kCapitals.begin(), kCapitals.end(),
                                             std::string_view(names_.entity(*named).name));
  return is_capital && !kRoleTitles[place.role].is_of_cities_too ? country : std::nullopt;
}

// The country that is named from a token on, perhaps behind an article: itself, no city of it, and
// not as the beginning of a longer name.
std::optional<std::uint32_t> RoleLinker::country_named_at(const FieldText& text,
                                                          std::uint32_t token) const {
  if (token >= text.tokens().size() || !is_phrase_gap(text, token)) return std::nullopt;
  const Candidate* found = interpretation_.beginning_at(text.field(), token);
  if (found == nullptr && is_one_of(text.token(token).form, kArticles))
    found = interpretation_.beginning_at(text.field(), token + 1);
  if (found == nullptr) return std::nullopt;
  const auto country = names_.countries().country_meant(names_.automaton(), *found, text);
  const auto named = names_.countries().place_named(names_.automaton(), *found, text);
  return named && named == country && is_whole(text, *found) ? country : std::nullopt;
}

// "Iran" is not the whole of "Iran Air", "the Iran chamber of commerce", "Iran-Iraq Chamber" and
// "Iran's parliament". Where an article stands before a name that takes none, a noun follows.
bool RoleLinker::is_whole(const FieldText& text, const Candidate& country) const {
  if (text.token(country.last - std::size_t{1}).possessive) return false;
  const Gap gap = text.gap_before(country.last);
  if (gap == Gap::hyphen) return false;
  if (gap != Gap::space || is_caseless(text.written(country.last))) return true;
  const Token& next = text.token(country.last);
  const Lexicon& lexicon = names_.lexicon();
  const bool is_grammar = lexicon.is(next.form, WordClass::grammar);
  if (next.capitalised) return is_grammar;
  if (lexicon.is(next.form, WordClass::body_head) || lexicon.is(next.form, WordClass::company))
    return false;
  const std::string_view name = text.token(country.first).form;
  const bool has_needless_article = country.last - country.first == 1 && !name.ends_with("s") &&
                                    country.first > 0 &&
                                    is_one_of(text.token(country.first - 1).form, kArticles);
  return is_grammar || !has_needless_article;
}

}  // namespace newsdex
