#include "entities/role_finder.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "entities/role_titles.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

// Name lists say of an office without an end that it was held at the end of this year, not since
// when it no longer is.
constexpr std::int16_t kKnownUntil = 2024;

constexpr std::uint32_t kMaxTitleWords = 8;

// Whether the office was certainly held on all days of `date`. An office without a beginning began
// before anything that the list tells; one with neither end is not dated at all.
bool covers(const Office& office, const PartialDate& date) {
  if (!office.from && !office.to) return false;
  if (office.from && last_day(*office.from) > first_day(date)) return false;
  if (office.to) return first_day(*office.to) >= last_day(date);
  return date.year <= std::max(kKnownUntil, office.from->year);
}

// Whether `word` is one of those that "|" separates.
bool is_listed(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// "Former President Rajapaksa"
bool is_of_the_past(const FieldText& text, const RolePlace& title) {
  constexpr std::array<std::string_view, 6> kPast = {"former", "ex",   "late",
                                                     "then",   "past", "previous"};
  const Gap gap = text.gap_before(title.first);
  return (gap == Gap::space || gap == Gap::hyphen) &&
         is_one_of(text.token(title.first - std::size_t{1}).form, kPast);
}

bool began_before_end_of(const Office& office, const PartialDate& date) {
  if (!office.from || date.precision == DatePrecision::none) return true;
  return first_day(*office.from) <= last_day(date);
}

}  // namespace

RoleFinder::RoleFinder(const Gazetteer& gazetteer, Analyzer& analyzer) : gazetteer_(gazetteer) {
  for (RoleId role = 0; role < kRoleTitles.size(); ++role) {
    add_phrases(role, kRoleTitles[role].phrases, analyzer);
  }
  for (std::size_t i = 0; i < kBodyTitles.size(); ++i) {
    const auto role = static_cast<RoleId>(kRoleTitles.size() + i);
    add_phrases(role, kBodyTitles[i].phrases, analyzer);
  }
  titles_.freeze();
  add_offices();
}

void RoleFinder::add_phrases(RoleId role, std::string_view phrases, Analyzer& analyzer) {
  TokenStream words;
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find('|'), phrases.size());
    const std::string_view phrase = phrases.substr(0, end);
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
    analyzer.analyze(phrase, {}, words);
    const TokenAutomaton::Node node = titles_.add(phrase, words.tokens(), {});
    if (node >= roles_at_.size()) roles_at_.resize(node + std::size_t{1});
    roles_at_[node].push_back(role);
  }
}

void RoleFinder::add_offices() {
  const std::span<const Entity> entities = gazetteer_.entities();
  std::unordered_map<std::string_view, std::uint32_t> places;
  std::unordered_map<std::string_view, std::uint32_t> bodies;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const bool is_place = entities[i].type == EntityType::place;
    if (entities[i].type != EntityType::person)
      (is_place ? places : bodies).emplace(entities[i].name, i);
  }
  std::unordered_map<std::string_view, RoleId> roles;
  for (RoleId role = 0; role < kRoleTitles.size(); ++role) {
    roles.emplace(kRoleTitles[role].role, role);
  }
  for (std::uint32_t person = 0; person < entities.size(); ++person) {
    for (std::uint16_t i = 0; i < entities[person].offices.size(); ++i) {
      const Office& held = entities[person].offices[i];
      const auto role = roles.find(held.role);
      const auto country = places.find(held.of);
      const auto body = bodies.find(held.of);
      if (body != bodies.end()) body_terms_.push_back({held.role, body->second, {person, i}});
      if (role == roles.end() || country == places.end()) continue;
      terms_.push_back({role->second, country->second, {person, i}});
    }
  }
  std::stable_sort(terms_.begin(), terms_.end(),
                   [](const Term& a, const Term& b) { return a.role < b.role; });
  std::stable_sort(body_terms_.begin(), body_terms_.end(),
                   [](const BodyTerm& a, const BodyTerm& b) { return a.body < b.body; });
}

// Empty if no title begins there; `node` is where the first word leads.
RolePlace RoleFinder::longest_from(const FieldText& text, std::size_t first,
                                   TokenAutomaton::Node node) const {
  RolePlace best;
  for (std::size_t next = first + 1; node != TokenAutomaton::kRoot; ++next) {
    if (node < roles_at_.size() && !roles_at_[node].empty()) {
      best = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(next),
              roles_at_[node].front()};
    }
    const Gap gap = text.gap_before(next);
    if (gap != Gap::space && gap != Gap::hyphen) break;
    node = titles_.step(node, text.token(next));
  }
  return best;
}

std::vector<RolePlace> RoleFinder::find(const FieldText& text) const {
  std::vector<RolePlace> out;
  for (std::size_t i = 0; i < text.tokens().size();) {
    const TokenAutomaton::Node node = titles_.start(text.token(i));
    if (node == TokenAutomaton::kRoot) {
      ++i;
      continue;
    }
    const RolePlace place = longest_from(text, i, node);
    if (place.last > place.first) out.push_back(place);
    i = std::max<std::size_t>(i + 1, place.last);
  }
  return out;
}

std::optional<RolePlace> RoleFinder::title_before(const FieldText& text,
                                                  std::uint32_t token) const {
  if (token == 0 || text.gap_before(token) != Gap::space) return std::nullopt;
  const std::uint32_t farthest = token - std::min(token, kMaxTitleWords);
  for (std::uint32_t first = farthest; first < token; ++first) {
    const RolePlace place = longest_from(text, first, titles_.start(text.token(first)));
    if (place.last == token && !is_of_body(place.role)) return place;
  }
  return std::nullopt;
}

const Office& RoleFinder::office(const Holder& holder) const {
  return gazetteer_.entities()[holder.person].offices[holder.office];
}

std::optional<Holder> RoleFinder::holder(RoleId role, std::uint32_t country,
                                         const PartialDate& date) const {
  if (date.precision == DatePrecision::none) return std::nullopt;
  std::optional<Holder> found;
  for (const Term& term : terms_) {
    if (term.role != role || term.country != country || !covers(office(term.holder), date)) {
      continue;
    }
    if (found && found->person != term.holder.person) return std::nullopt;
    found = term.holder;
  }
  return found;
}

bool RoleFinder::is_of_body(RoleId role) {
  return role >= kRoleTitles.size();
}

std::optional<Holder> RoleFinder::holder_in_body(RoleId role, std::uint32_t body,
                                                 const PartialDate& date) const {
  if (date.precision == DatePrecision::none) return std::nullopt;
  const std::string_view roles = kBodyTitles[role - kRoleTitles.size()].roles;
  std::optional<Holder> found;
  auto at = std::partition_point(body_terms_.begin(), body_terms_.end(),
                                 [&](const BodyTerm& term) { return term.body < body; });
  for (; at != body_terms_.end() && at->body == body; ++at) {
    if (!is_listed(roles, at->role) || !covers(office(at->holder), date)) continue;
    if (found && found->person != at->holder.person) return std::nullopt;
    found = at->holder;
  }
  return found;
}

template <typename IsMeant>
bool RoleFinder::any_term(std::uint32_t person, RoleId role, IsMeant is_meant) const {
  return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    return term.role == role && term.holder.person == person && is_meant(office(term.holder));
  });
}

bool RoleFinder::has_held(std::uint32_t person, RoleId role, const PartialDate& date) const {
  return any_term(person, role,
                  [&](const Office& held) { return began_before_end_of(held, date); });
}

bool RoleFinder::holds(std::uint32_t person, RoleId role, const PartialDate& date) const {
  return date.precision != DatePrecision::none &&
         any_term(person, role, [&](const Office& held) { return covers(held, date); });
}

bool RoleFinder::is_of_predecessor(const FieldText& text, const RolePlace& title,
                                   std::uint32_t person, const PartialDate& date) const {
  return is_of_the_past(text, title) && holds(person, title.role, date);
}

std::optional<std::uint32_t> RoleFinder::meant_by(const FieldText& text, const RolePlace& title,
                                                  std::span<const std::uint32_t> persons,
                                                  const PartialDate& date) const {
  const auto only = [&](auto is_meant) -> std::optional<std::uint32_t> {
    const auto found = std::find_if(persons.begin(), persons.end(), is_meant);
    if (found == persons.end() || std::any_of(found + 1, persons.end(), is_meant))
      return std::nullopt;
    return *found;
  };
  const auto ever = only([&](std::uint32_t each) {
    return has_held(each, title.role, date) && !is_of_predecessor(text, title, each, date);
  });
  if (ever || is_of_the_past(text, title)) return ever;
  return only([&](std::uint32_t each) { return holds(each, title.role, date); });
}

}  // namespace newsdex
