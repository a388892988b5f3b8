#include "entities/entity_merger.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "entities/name_list_error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

template <typename T>
void append(std::vector<T>& into, std::vector<T> from) {
  into.insert(into.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

// Each text once, at the place of its first appearance.
void drop_repeated(std::vector<std::string>& items) {
  std::unordered_set<std::string> seen;
  std::erase_if(items, [&](const std::string& item) { return !seen.insert(item).second; });
}

// One item a key, at the place of the key's first appearance and as last given.
template <typename T, typename KeyOf>
void keep_last_given(std::vector<T>& items, KeyOf key_of) {
  std::vector<T> kept;
  std::unordered_map<std::string, std::size_t> places;
  for (T& item : items) {
    const auto [place, is_new] = places.try_emplace(key_of(item), kept.size());
    if (is_new) {
      kept.push_back(std::move(item));
    } else {
      kept[place->second] = std::move(item);
    }
  }
  items = std::move(kept);
}

std::string office_key(const Office& office) {
  return fmt::format("{}\n{}\n{}\n{}", office.title, office.role, office.of,
                     office.from ? to_string(*office.from) : std::string());
}

// The last of two words or more; empty for a name of one word.
std::string_view last_word(std::string_view name) {
  const std::size_t space = name.find_last_of(" \t");
  return space == std::string_view::npos ? std::string_view{} : name.substr(space + 1);
}

// Names that differ in signs only ("Google", "Google+") would share an id: later ones get a number.
class IdMaker {
 public:
  std::string make(std::string id) {
    if (used_.insert(id).second) return id;
    int& copies = copies_[id];
    std::string numbered;
    do {
      numbered = fmt::format("{}-{}", id, ++copies + 1);
    } while (!used_.insert(numbered).second);
    return numbered;
  }

 private:
  std::unordered_set<std::string> used_;
  std::unordered_map<std::string, int> copies_;
};

bool separates_words(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 ||
         u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
}

}  // namespace

void EntityMerger::add(NameListEntry entry) {
  const auto [place, is_new] =
      by_name_.try_emplace({entry.type, name_key(entry.name)}, merged_.size());
  if (is_new) merged_.emplace_back();
  Merged& merged = merged_[place->second];
  if (!is_new && merged.file == files_) {
    fail_name_list(entry.file, entry.line,
                   fmt::format("{} is the name of the entry in line {} already, of the same kind",
                               quoted(entry.name), merged.line),
                   "put what both say into one entry");
  }
  merged.file = files_;
  merged.line = entry.line;
  Entity& entity = merged.entity;
  if (!is_new && entity.name != entry.name) merged.further_forms.push_back({.form = entity.name});
  entity.type = entry.type;
  entity.name = std::move(entry.name);
  if (entry.country) {
    entity.country = std::move(*entry.country);
    merged.country_file = std::move(entry.file);
    merged.country_line = entry.country_line;
  }
  if (entry.gender) entity.gender = std::move(*entry.gender);
  if (entry.name_flags) merged.name_flags = *entry.name_flags;
  append(merged.further_forms, std::move(entry.aliases));
  if (entry.surnames) {
    entity.surnames = std::move(*entry.surnames);
    merged.surnames_given = true;
  }
  append(merged.further_surnames, std::move(entry.further_surnames));
  append(entity.context, std::move(entry.context));
  append(entity.demonyms, std::move(entry.demonyms));
  append(entity.offices, std::move(entry.offices));
}

std::vector<Entity> EntityMerger::take() {
  resolve_countries();
  IdMaker ids;
  std::vector<Entity> out;
  out.reserve(merged_.size());
  for (Merged& merged : merged_) {
    out.push_back(finish(std::move(merged)));
    out.back().id = ids.make(std::move(out.back().id));
  }
  merged_.clear();
  by_name_.clear();
  std::sort(out.begin(), out.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
  return out;
}

// How a name is written between its words makes no other name: "Azari-Jahromi", "Azari Jahromi".
std::string EntityMerger::name_key(std::string_view name) const {
  const std::string folded = analyzer_.fold(name);
  std::string out;
  bool between_words = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode(folded, at);
    if (separates_words(point.value)) {
      between_words = true;
    } else {
      if (between_words && !out.empty()) out += ' ';
      out.append(folded, at, point.length);
      between_words = false;
    }
    at += point.length;
  }
  return out;
}

std::string EntityMerger::slug(std::string_view name) {
  analyzer_.analyze(name, {}, words_);
  std::string out;
  for (const Token& word : words_.tokens()) {
    if (!out.empty()) out += '-';
    out += word.form;
  }
  return out;
}

Entity EntityMerger::finish(Merged merged) {
  Entity entity = std::move(merged.entity);
  entity.id = fmt::format("{}/{}", to_string(entity.type), slug(entity.name));
  Alias name = merged.name_flags;
  name.form = entity.name;
  std::erase_if(merged.further_forms, [&](const Alias& a) { return a.form == entity.name; });
  merged.further_forms.insert(merged.further_forms.begin(), std::move(name));
  entity.aliases = std::move(merged.further_forms);
  keep_last_given(entity.aliases, [](const Alias& alias) { return alias.form; });
  if (entity.type == EntityType::person) {
    const std::string_view surname = last_word(entity.name);
    if (!merged.surnames_given && !surname.empty()) entity.surnames = {std::string(surname)};
    append(entity.surnames, std::move(merged.further_surnames));
  }
  drop_repeated(entity.surnames);
  drop_repeated(entity.context);
  drop_repeated(entity.demonyms);
  keep_last_given(entity.offices, office_key);
  return entity;
}

void EntityMerger::resolve_countries() {
  for (Merged& merged : merged_) {
    std::string& country = merged.entity.country;
    if (country.empty()) continue;
    const auto place = by_name_.find({EntityType::place, name_key(country)});
    if (place == by_name_.end()) {
      fail_name_list(merged.country_file, merged.country_line,
                     fmt::format("no entry of kind place is named {}", quoted(country)),
                     "add one, or correct the country");
    }
    country = merged_[place->second].entity.name;
  }
}

}  // namespace newsdex
