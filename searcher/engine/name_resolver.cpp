#include "engine/name_resolver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "analysis/terms.hpp"
#include "engine/form_pattern.hpp"
#include "query/query_lexer.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxSuggestions = 5;
constexpr std::size_t kMaxListed = 10;

std::string quoted_list(std::vector<std::string> names) {
  const std::size_t more = names.size() > kMaxListed ? names.size() - kMaxListed : 0;
  names.resize(names.size() - more);
  std::string list = fmt::format("\"{}\"", fmt::join(names, "\", \""));
  if (more > 0) list += fmt::format(" and {} more", more);
  return list;
}

constexpr EntityType type_of(Field field) {
  if (field == Field::platform) return EntityType::platform;
  if (field == Field::organisation) return EntityType::organisation;
  return field == Field::place ? EntityType::place : EntityType::person;
}

}  // namespace

tl::expected<ResolvedName, QueryError> NameResolver::resolve(Field field,
                                                             const std::string& value) {
  deadline_.check();
  const std::string key = name_key(analyzer_, value);
  const Listed listed = listed_as(field, value, key);
  if (listed.is_canonical) return entity_of(field, value, listed);
  const bool is_shown = has_value(field, value);
  if (is_shown) {
    const std::string stands_for(collection_.merges().shown(field, value));
    const Listed whole = listed_as(field, stands_for, name_key(analyzer_, stands_for));
    if (whole.is_canonical) return entity_of(field, value, whole);
  }
  const bool is_sure = listed.is_in_index && !is_made_by_rule(listed.kind);
  if (is_shown || !is_sure) {
    std::vector<std::string> names =
        found(field, collection_.facet(field, deadline_).spellings(key, analyzer_, deadline_));
    if (!names.empty()) return value_of(field, value, names, names_of(listed));
  }
  if (listed.is_in_index) return entity_of(field, value, listed);
  std::vector<std::string> names = namesakes(field, key);
  if (names.size() > 1) return tl::unexpected(several(field, value, std::move(names)));
  if (!names.empty()) return value_of(field, value, names, {});
  if (!listed.entities.empty()) return entity_of(field, value, listed);
  return tl::unexpected(unknown(field, value, key));
}

bool NameResolver::is_made_by_rule(NameTable::KeyKind kind) {
  return kind == NameTable::KeyKind::generated_form ||
         kind == NameTable::KeyKind::generated_surname;
}

bool NameResolver::is_surname(NameTable::KeyKind kind) {
  return kind == NameTable::KeyKind::surname || kind == NameTable::KeyKind::generated_surname;
}

NameResolver::Resolution NameResolver::entity_of(Field field, const std::string& value,
                                                 const Listed& listed) {
  const NameTable& names = collection_.names();
  if (listed.entities.size() > 1) return tl::unexpected(several(field, value, names_of(listed)));
  const std::uint32_t entity = listed.entities.front();
  ResolvedName resolved{
      names.type(entity), {std::string(names.id(entity))}, std::string(names.name(entity)), {}, {}};
  add_merged(field, resolved);
  if (!listed.is_canonical && is_surname(listed.kind)) {
    const std::vector<std::string> others = namesakes(field, name_key(analyzer_, value));
    resolved.note = note_of(value, resolved.name, others);
  }
  return resolved;
}

// The ids of found names are made of their words: see NameLinker.
NameResolver::Resolution NameResolver::value_of(Field field, const std::string& value,
                                                const std::vector<std::string>& names,
                                                const std::vector<std::string>& others) {
  ResolvedName resolved{type_of(field), {}, names.front(), {names.begin() + 1, names.end()}, {}};
  resolved.ids.push_back(id_of(resolved.name));
  add_merged(field, resolved);
  resolved.note = note_of(value, resolved.name, others);
  return resolved;
}

// Found names that are spellings of it.
void NameResolver::add_merged(Field field, ResolvedName& resolved) {
  for (const std::string_view other : collection_.merges().others(field, resolved.name))
    resolved.ids.push_back(id_of(other));
}

std::string NameResolver::note_of(const std::string& value, const std::string& name,
                                  std::vector<std::string> others) {
  std::erase(others, name);
  if (others.empty()) return {};
  const std::string list = quoted_list(std::move(others));
  if (name == value) return fmt::format("`{}` may also be {}", value, list);
  return fmt::format("`{}` is taken for {}; it may also be {}", value, name, list);
}

std::string NameResolver::id_of(std::string_view name) {
  std::string id = name_key(analyzer_, name);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

bool NameResolver::has_value(Field field, std::string_view value) {
  return collection_.facet(field, deadline_).has_value(value);
}

std::vector<std::string> NameResolver::namesakes(Field field, const std::string& key) {
  if (field != Field::actor || key.empty()) return {};
  std::vector<std::string> names =
      collection_.facet(field, deadline_).ending_with(key, analyzer_, deadline_);
  return found(field, std::move(names));
}

std::vector<std::string> NameResolver::found(Field field, std::vector<std::string> names) {
  for (std::string& name : names) name = collection_.merges().shown(field, name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::erase_if(names, [&](const std::string& name) {
    return listed_as(field, name, name_key(analyzer_, name)).is_canonical ||
           !is_in_index(entity_term(type_of(field), id_of(name)));
  });
  return names;
}

NameResolver::Listed NameResolver::listed_as(Field field, const std::string& value,
                                             const std::string& key) {
  const NameTable& names = collection_.names();
  std::array<std::vector<std::uint32_t>, NameTable::kKeyKinds> by_kind;
  for (const NameTable::Key& entry : names.find(key)) {
    if (field_of(names.type(entry.entity)) != field) continue;
    // The canonical name to the letter settles it.
    if (names.name(entry.entity) == value) return {{entry.entity}, entry.kind, true, true};
    auto& entities = by_kind.at(static_cast<std::size_t>(entry.kind));
    if (entities.empty() || entities.back() != entry.entity) entities.push_back(entry.entity);
  }
  Listed first;
  for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
    const auto& entities = by_kind.at(kind);
    if (entities.empty()) continue;
    Listed present{{}, static_cast<NameTable::KeyKind>(kind), false, true};
    std::copy_if(entities.begin(), entities.end(), std::back_inserter(present.entities),
                 [&](std::uint32_t entity) {
                   return is_in_index(entity_term(names.type(entity), names.id(entity)));
                 });
    if (!present.entities.empty()) return present;
    if (first.entities.empty()) first = {entities, present.kind, false, false};
  }
  return first;
}

bool NameResolver::is_in_index(const std::string& term) {
  return std::any_of(collection_.segments().begin(), collection_.segments().end(),
                     [&](const LiveSegment& s) { return holds_live(s, term); });
}

std::vector<std::string> NameResolver::names_of(const Listed& listed) const {
  std::vector<std::string> names;
  for (const std::uint32_t entity : listed.entities)
    names.emplace_back(collection_.names().name(entity));
  return names;
}

QueryError NameResolver::several(Field field, const std::string& value,
                                 std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return {fmt::format("`{}` may be {} different {}s", value, names.size(), spec(field).name),
          fmt::format("name one of them in full: {}", quoted_list(std::move(names))), 0};
}

QueryError NameResolver::unknown(Field field, const std::string& value, const std::string& key) {
  const NameTable& names = collection_.names();
  FuzzyForms forms(key, count_letters(key) < 5 ? 1 : 2);
  std::map<std::string, std::uint32_t> distance_of;  // by canonical name
  DeadlineWatch watch(deadline_);
  for (std::size_t i = 0; i < names.keys(); ++i) {
    watch.count(key.size());
    const NameTable::Key entry = names.key(i);
    if (field_of(names.type(entry.entity)) != field) continue;
    const std::optional<std::uint32_t> distance = forms.edits_to(entry.text);
    if (!distance) continue;
    const std::string name(names.name(entry.entity));
    const auto [known, is_new] = distance_of.try_emplace(name, *distance);
    known->second = std::min(known->second, *distance);
  }
  std::vector<std::string> near;
  for (const auto& [name, distance] : distance_of) near.push_back(name);
  std::stable_sort(near.begin(), near.end(), [&](const std::string& a, const std::string& b) {
    return distance_of[a] < distance_of[b];
  });
  near.resize(std::min(near.size(), kMaxSuggestions));
  return {fmt::format("no {} is known as `{}`", spec(field).name, value),
          near.empty() ? fmt::format("--facet {} lists those in the index", spec(field).name)
                       : fmt::format("did you mean {}?", quoted_list(std::move(near))),
          0};
}

}  // namespace newsdex
