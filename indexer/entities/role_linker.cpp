#include "entities/role_linker.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "entities/capitals.hpp"
#include "entities/letters.hpp"
#include "entities/role_titles.hpp"
#include "entities/written_years.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

constexpr std::uint8_t kByTitle = 80;  // percent

constexpr std::array<std::string_view, 3> kArticles = {"the", "le", "la"};
constexpr std::array<std::string_view, 4> kJoints = {"of", "de", "du", "d"};

// Before the whole phrase, they make another office or another time of it: "then Germany's
// chancellor", "was elected president of Iran".
constexpr std::array<std::string_view, 12> kOtherHolder = {
    "then",   "former", "ex",    "late", "next",      "future",
    "deputy", "vice",   "first", "last", "candidate", "previous"};
constexpr std::array<std::string_view, 10> kBecoming = {
    "elected", "become", "becomes", "became", "named", "appointed", "nominated", "as", "a", "an"};
constexpr std::uint32_t kYearReach = 15;  // tokens to either side
constexpr std::size_t kMaxPhraseWords = 3;

// Words between an article and a title that leave the office the same.
constexpr std::array<std::string_view, 6> kHarmless = {"current",  "embattled",    "reformist",
                                                       "hardline", "conservative", "moderate"};

// What stands behind a body's name where only a part of it is meant.
constexpr std::array<std::string_view, 16> kPartsOfBodies = {
    "navy",   "intelligence", "ground", "aerospace", "air",        "force",    "forces", "unit",
    "branch", "office",       "bureau", "cyber",     "department", "division", "in",     "for"};

constexpr std::array<std::string_view, 3> kLocal = {"in", "for", "at"};

// Folded words that stand behind a title in Persian and are neither a name nor an adjective.
constexpr std::array<std::string_view, 27> kPersianAfterTitle = {
    "گفت",   "در",    "از",      "به",  "با",   "که",     "و",   "اعلام", "تاکید",
    "اظهار", "افزود", "خواستار", "نیز", "هم",   "را",     "است", "بود",   "روز",
    "دیروز", "امروز", "گفته",    "می",  "برای", "درباره", "پیش", "هشدار", "تصریح"};

// The same, where they say "our country's".
constexpr std::array<std::string_view, 2> kPersianOurs = {"کشورمان", "ما"};

bool is_phrase_gap(const FieldText& text, std::size_t token) {
  return text.phrase_goes_on_at(token);
}

// Whether one of `words` stands before the title, in its phrase.
bool is_behind_any(const FieldText& text, const RolePlace& place,
                   std::span<const std::string_view> words) {
  for (std::size_t at = place.first, seen = 0; at > 0 && seen < kMaxPhraseWords; --at, ++seen) {
    if (!is_phrase_gap(text, at) && text.gap_before(at) != Gap::hyphen) return false;
    if (is_one_of(text.token(at - 1).form, words)) return true;
  }
  return false;
}

// "In Syria", "for the Gulf": behind a body's title, only a part of the body is led.
bool is_of_a_place(const FieldText& text, std::size_t token, const Lexicon& lexicon) {
  if (!is_phrase_gap(text, token) || !is_one_of(text.token(token).form, kLocal)) return false;
  std::size_t named = token + 1;
  if (text.gap_before(named) != Gap::space) return false;
  if (is_one_of(text.token(named).form, kArticles)) ++named;
  return text.gap_before(named) == Gap::space && text.token(named).capitalised &&
         !lexicon.is(text.token(named).form, WordClass::grammar);
}

// "They left the U.S. President Xi": a capital behind a full stop, unless a sentence begins with
// the country, "The U.S. President".
bool may_begin_sentence(const FieldText& text, std::uint32_t token, std::uint32_t country) {
  if (text.gap_before(token) != Gap::dot || !text.token(token).capitalised) return false;
  return country == 0 || !text.token(country - 1).capitalised;
}

// Why a title that stands alone is nobody's.
constexpr std::string_view kHeldByAnother = "the article names another holder of the office";
constexpr std::string_view kUndated = "the article has no date";
constexpr std::string_view kOtherTime = "another holder or time, by the words beside it";
constexpr std::string_view kNoCountry = "no country beside it says whose office it is";
constexpr std::string_view kNoMainCountry = "no country beside it, and the article is about none";
constexpr std::string_view kNobodyListed =
    "the list has nobody, or several, who held the office then";

}  // namespace

RoleMentions RoleLinker::link(bool explain) {
  RoleMentions out;
  if (published_.precision == DatePrecision::none && !explain) return out;
  in_title_ = names_.roles().find(interpretation_.title);
  in_body_ = names_.roles().find(interpretation_.body);
  link_field(interpretation_.title, in_title_, explain, out);
  link_field(interpretation_.body, in_body_, explain, out);
  return out;
}

void RoleLinker::link_field(const FieldText& text, const Places& places, bool explain,
                            RoleMentions& out) {
  for (const RolePlace& place : places) {
    const Answer answer = answer_for(text, place);
    const std::uint32_t begin = text.token(place.first).begin;
    const std::uint32_t end = text.token(place.last - std::size_t{1}).end;
    if (!answer.holder) {
      if (explain && !answer.reason.empty())
        out.unresolved.push_back({text.field(), begin, end, std::string(answer.reason)});
      continue;
    }
    const std::uint32_t person = answer.holder->person;
    if (answer.by_article && is_of_another_holder(text, place)) {
      out.rejected.push_back({person, text.field(), begin, end, std::string(kHeldByAnother)});
      continue;
    }
    Mention mention;
    mention.entity = person;
    mention.type = EntityType::person;
    mention.field = text.field();
    mention.rule = MentionRule::role;
    mention.confidence = kByTitle;
    mention.form = answer.holder->office;
    mention.begin = begin;
    mention.end = end;
    out.mentions.push_back(mention);
  }
}

RoleLinker::Answer RoleLinker::answer_for(const FieldText& text, const RolePlace& place) {
  const bool is_persian = is_caseless(text.written(place.first));
  if (!is_persian && has_name_beside(text, place)) return {};
  const bool is_of_body = RoleFinder::is_of_body(place.role);
  const Owner owner = is_of_body ? Owner{body_of(text, place)} : owner_of(text, place);
  const auto nobody = [](std::string_view reason) { return Answer{.reason = reason}; };
  if (!owner.entity) {
    // "The head of the table" is no office, and in Persian a name may follow.
    if (owner.by_article) return nobody(kNoMainCountry);
    if (is_of_body || is_persian) return {};
    return nobody(is_behind_any(text, place, kOtherHolder) ? kOtherTime : kNoCountry);
  }
  if (published_.precision == DatePrecision::none) return nobody(kUndated);
  if (is_of_another_time(text, place)) return nobody(kOtherTime);
  const RoleFinder& roles = names_.roles();
  const auto holder = is_of_body ? roles.holder_in_body(place.role, *owner.entity, published_)
                                 : roles.holder(place.role, *owner.entity, published_);
  return holder ? Answer{holder, owner.by_article, {}} : nobody(kNobodyListed);
}

bool RoleLinker::is_of_another_holder(const FieldText& text, const RolePlace& place) {
  if (!statements_) statements_.emplace(read_statements(*main_country_.get()));
  return statements_->is_of_another(text.field(), place);
}

OfficeStatements RoleLinker::read_statements(std::uint32_t country) const {
  OfficeStatements out(names_, interpretation_);
  read_statements(interpretation_.title, in_title_, country, out);
  read_statements(interpretation_.body, in_body_, country, out);
  return out;
}

void RoleLinker::read_statements(const FieldText& text, const Places& places, std::uint32_t country,
                                 OfficeStatements& out) const {
  for (const RolePlace& place : places) {
    if (RoleFinder::is_of_body(place.role) || is_held_by_nobody_now(text, place)) continue;
    const auto holder = names_.roles().holder(place.role, country, published_);
    if (holder) out.note(text, place, {country, holder->person});
  }
}

// "Former Foreign Minister Ali Akbar Salehi", "deputy foreign minister".
bool RoleLinker::is_held_by_nobody_now(const FieldText& text, const RolePlace& place) const {
  if (is_behind_any(text, place, kOtherHolder)) return true;
  const Candidate* country = interpretation_.beginning_at(text.field(), place.last);
  const std::uint32_t behind = country != nullptr ? country->last : place.last;
  return is_of_another_office(text, place) || is_word_of_other_time(text, place.last) ||
         is_word_of_other_time(text, behind);
}

// In Persian behind a title: "سابق".
bool RoleLinker::is_word_of_other_time(const FieldText& text, std::uint32_t token) const {
  return text.gap_before(token) == Gap::space &&
         names_.lexicon().is(text.token(token).form, WordClass::other_time);
}

// "The IRGC commander", "Telegram's chief executive", "the head of Roskomnadzor"; but "an IRGC
// commander" is one of many, "the IRGC commander in Syria" and "the commander of the IRGC navy"
// others.
std::optional<std::uint32_t> RoleLinker::body_of(const FieldText& text,
                                                 const RolePlace& place) const {
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
  if (body == nullptr || is_of_a_place(text, place.last, names_.lexicon())) return std::nullopt;
  const bool is_definite = text.token(body->last - std::size_t{1}).possessive ||
                           follows_article(body->first) ||
                           is_one_of(text.token(body->first).form, kArticles);
  return is_definite ? body_of(*body) : std::nullopt;
}

// The organisation or platform that a candidate names.
std::optional<std::uint32_t> RoleLinker::body_of(const Candidate& candidate) const {
  for (const Reading& reading : interpretation_.readings_of(candidate)) {
    const EntityType type = names_.entity(reading.form->entity).type;
    const bool is_body = type == EntityType::organisation || type == EntityType::platform;
    if (reading.accepted() && is_body) return reading.form->entity;
  }
  return std::nullopt;
}

// "The Iranian foreign ministry spokesman": the ministry's.
std::optional<std::uint32_t> RoleLinker::country_of_body(const Candidate& candidate) const {
  const std::optional<std::uint32_t> body = body_of(candidate);
  return body ? names_.countries().country_of(*body) : std::nullopt;
}

// "وزیر خارجه ایران"; where no country stands behind it, the article's, if what follows cannot be
// the holder's name or an adjective ("former").
RoleLinker::Owner RoleLinker::owner_of_persian(const FieldText& text, const RolePlace& place) {
  if (is_of_another_office(text, place)) return {};
  if (text.gap_before(place.last) == Gap::space) {
    const Candidate* country = interpretation_.beginning_at(text.field(), place.last);
    if (country != nullptr && is_word_of_other_time(text, country->last)) return {};
    if (country != nullptr) return {country_named_at(text, place.last)};
    const std::string_view next = text.token(place.last).form;
    if (is_one_of(next, kPersianOurs)) return {main_country_.get()};
    if (!is_one_of(next, kPersianAfterTitle)) return {};
  }
  return {main_country_.get(), true};
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
    if (is_one_of(form, kPersianAfterTitle) || is_one_of(form, kPersianOurs)) return false;
  }
  return false;
}

RoleLinker::Owner RoleLinker::owner_of(const FieldText& text, const RolePlace& place) {
  if (is_caseless(text.written(place.first))) return owner_of_persian(text, place);
  const Candidate* body = interpretation_.reaching_into(text.field(), place.first);
  if (body != nullptr) return {country_of_body(*body)};
  const auto follows_article = [&](std::uint32_t token) {
    return token > 0 && is_phrase_gap(text, token) &&
           is_one_of(text.token(token - 1).form, kArticles);
  };
  const bool goes_on = place.last + std::size_t{1} < text.tokens().size() &&
                       is_phrase_gap(text, place.last) &&
                       is_one_of(text.token(place.last).form, kJoints);
  if (goes_on) {  // "the president of France", "the president of the company"
    if (!follows_article(place.first)) return {};
    return {country_named_at(text, place.last + 1)};
  }
  if (interpretation_.ending_at(text.field(), place.first) != nullptr)
    return {country_before(text, place)};
  if (!kRoleTitles[place.role].is_portfolio) return {};
  const CountryBeside::Span title = {text, place.first, place.last};
  if (const auto country = beside_.owner(title)) return {country};
  std::uint32_t before = place.first;
  while (before > 0 && is_phrase_gap(text, before) &&
         is_one_of(text.token(before - 1).form, kHarmless)) {
    --before;
  }
  if (!follows_article(before)) return {};
  if (const auto country = beside_.after(title, true)) return {country};
  if (const auto country = beside_.opening({text, before, place.last})) return {country};
  return {main_country_.get(), true};
}

// A word before its phrase, or a year near it, says that the office was held at another time.
bool RoleLinker::is_of_another_time(const FieldText& text, const RolePlace& place) const {
  if (is_behind_any(text, place, kOtherHolder) || is_behind_any(text, place, kBecoming))
    return true;
  const std::uint32_t from = place.first - std::min(place.first, kYearReach);
  const std::size_t to = std::min<std::size_t>(text.tokens().size(), place.last + kYearReach);
  for (std::size_t at = from; at < to; ++at) {
    if (is_year_other_than(text, at, published_.year)) return true;
  }
  return false;
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
  if (may_begin_sentence(text, place.first, found->first)) return std::nullopt;
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
  if (text.gap_before(country.last) == Gap::hyphen) return false;
  if (!is_phrase_gap(text, country.last) || is_caseless(text.written(country.last))) return true;
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
