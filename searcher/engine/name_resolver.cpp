#include "engine/name_resolver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

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
  const std::string key = name_key(analyzer_, value);
  const std::vector<std::uint32_t> found = candidates(field, value, key);
  if (found.empty()) {
    if (const auto resolution = discovered(field, value, key)) return *resolution;
    return tl::unexpected(unknown(field, value, key));
  }
  if (found.size() > 1) return tl::unexpected(ambiguous(field, value, found));
  const NameTable& names = collection_.names();
  const std::uint32_t entity = found.front();
  return ResolvedName{
      names.type(entity), {std::string(names.id(entity))}, std::string(names.name(entity)), {}};
}

// The ids of found names are made of their words: see NameLinker.
std::optional<NameResolver::Resolution> NameResolver::discovered(Field field,
                                                                 const std::string& value,
                                                                 const std::string& key) {
  if (key.empty()) return std::nullopt;
  std::vector<std::string> names = shown(field, collection_.facet(field).spellings(key, analyzer_));
  if (names.empty() && field == Field::actor) {
    names = shown(field, collection_.facet(field).ending_with(key, analyzer_));
    if (names.size() > 1) return tl::unexpected(several(field, value, std::move(names)));
  }
  if (names.empty()) return std::nullopt;
  ResolvedName resolved{type_of(field), {}, names.front(), {names.begin() + 1, names.end()}};
  const auto add = [&](std::string_view name) {
    std::string id = name_key(analyzer_, name);
    std::replace(id.begin(), id.end(), ' ', '-');
    resolved.ids.push_back(std::move(id));
  };
  add(resolved.name);
  for (const std::string_view other : collection_.merges().others(field, resolved.name)) add(other);
  return resolved;
}

std::vector<std::string> NameResolver::shown(Field field, std::vector<std::string> names) const {
  for (std::string& name : names) name = collection_.merges().shown(field, name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::uint32_t> NameResolver::candidates(Field field, const std::string& value,
                                                    const std::string& key) {
  const NameTable& names = collection_.names();
  std::array<std::vector<std::uint32_t>, NameTable::kKeyKinds> by_kind;
  for (const NameTable::Key& entry : names.find(key)) {
    if (field_of(names.type(entry.entity)) != field) continue;
    // The canonical name to the letter settles it.
    if (names.name(entry.entity) == value) return {entry.entity};
    auto& entities = by_kind.at(static_cast<std::size_t>(entry.kind));
    if (entities.empty() || entities.back() != entry.entity) entities.push_back(entry.entity);
  }
  for (const auto& entities : by_kind) {
    std::vector<std::uint32_t> present;
    std::copy_if(entities.begin(), entities.end(), std::back_inserter(present),
                 [&](std::uint32_t entity) { return is_in_index(entity); });
    if (!present.empty()) return present;
  }
  const auto* const listed = std::find_if(by_kind.begin(), by_kind.end(),
                                          [](const auto& entities) { return !entities.empty(); });
  return listed == by_kind.end() ? std::vector<std::uint32_t>() : *listed;
}

bool NameResolver::is_in_index(std::uint32_t entity) {
  const std::string term =
      entity_term(collection_.names().type(entity), collection_.names().id(entity));
  return std::any_of(collection_.segments().begin(), collection_.segments().end(),
                     [&](const LiveSegment& s) { return holds_live(s, term); });
}

QueryError NameResolver::ambiguous(Field field, const std::string& value,
                                   const std::vector<std::uint32_t>& entities) {
  std::vector<std::string> names;
  for (const std::uint32_t entity : entities) names.emplace_back(collection_.names().name(entity));
  return several(field, value, std::move(names));
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
  for (std::size_t i = 0; i < names.keys(); ++i) {
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
