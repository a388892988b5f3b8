#include "indexing/value_merging.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

#include "analysis/terms.hpp"
#include "entities/lexicon.hpp"
#include "entities/spelling_keys.hpp"
#include "newsdex/analyzer.hpp"
#include "storage/generation_segment.hpp"
#include "storage/segment_columns.hpp"

namespace newsdex {
namespace {

using Words = std::vector<std::string>;

// Of so many persons of one surname an initial tells none.
constexpr std::size_t kMostOfASurname = 256;

// Values that differ by spelling only.
struct Spellings {
  Words words;  // the last one as SpellingKeys::surname_key has it
  std::set<std::string> surnames;
  bool is_transliterated = false;  // a Persian or Arabic name
  std::string generation;
  std::vector<std::string> values;
  std::string most_frequent;
  std::uint64_t articles = 0;
  bool listed = false;

  void add(const std::string& value, std::uint64_t count) {
    const bool is_better =
        values.empty() || count > articles || (count == articles && value < most_frequent);
    values.push_back(value);
    if (!is_better) return;
    most_frequent = value;
    articles = count;
  }
};

bool is_initial_word(std::string_view word) {
  return word.size() == 1;
}

bool has_initial(const Words& words) {
  return std::any_of(words.begin(), words.end(), is_initial_word);
}

// How a name with initials may be short for a full one: the initials that stand for no word of it.
// "a roe" fits "ali roe", "ali x roe" with the rest "x"; nothing where it does not fit.
std::optional<Words> rest_of(const Words& part, const Words& whole) {
  if (part.back() != whole.back()) return std::nullopt;
  Words rest;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < part.size(); ++i) {
    const bool has_more = at + 1 < whole.size();
    const bool is_same = has_more && part[i] == whole[at];
    const bool is_short = has_more && is_initial_word(part[i]) && whole[at].starts_with(part[i]);
    if (is_same || is_short) {
      ++at;
    } else if (i > 0 && is_initial_word(part[i])) {
      rest.push_back(part[i]);
    } else {
      return std::nullopt;
    }
  }
  const bool all_met = at + 1 == whole.size();
  if (at == 0 || (!rest.empty() && !all_met)) return std::nullopt;
  return rest;
}

class PersonMerger {
 public:
  PersonMerger() : spellings_(analyzer_), lexicon_(analyzer_) {}

  void add(const std::string& value, std::uint64_t articles, bool listed) {
    analyzer_.analyze(value, {}, stream_);
    std::vector<std::string_view> words;
    std::string generation;
    for (const Token& token : stream_.tokens()) {
      if (!words.empty() && lexicon_.is(token.form, WordClass::generation)) {
        generation = token.form;
      } else {
        const auto written = std::string_view(value).substr(token.begin, token.end - token.begin);
        spellings_.add_words(token.form, written, words);
      }
    }
    if (words.size() < 2) return;
    const std::string surname(words.back());
    const std::string surname_key = SpellingKeys::surname_key(surname);
    const bool is_transliterated = spellings_.knows(words.front());
    if (is_transliterated) words.back() = surname_key;
    std::string key(generation);
    for (const std::string_view word : words) key.append(1, ' ').append(word);
    Spellings& group = groups_[listed ? key + "\n" + value : key];
    group.words.assign(words.begin(), words.end());
    group.words.back() = surname_key;
    group.surnames.insert(surname);
    group.is_transliterated = is_transliterated;
    group.generation = generation;
    group.listed = listed;
    group.add(value, articles);
  }

  std::vector<ValueMerge> merges(Field field) {
    for (auto& [key, group] : groups_) by_surname_[group.words.back()].push_back(&group);
    std::vector<ValueMerge> out;
    for (const auto& [surname, groups] : by_surname_) {
      for (const Spellings* group : groups) {
        if (group->listed) continue;
        const Spellings* whole = whole_of(*group, groups);
        const std::string& shown = (whole == nullptr ? group : whole)->most_frequent;
        for (const std::string& value : group->values) {
          if (value != shown) out.push_back({field, value, shown});
        }
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  // The only full name, listed or found, that one with initials may be short for; nullptr for
  // others, and where it may be short for several.
  static const Spellings* whole_of(const Spellings& part,
                                   const std::vector<const Spellings*>& others) {
    if (!has_initial(part.words) || others.size() > kMostOfASurname) return nullptr;
    const Spellings* only = nullptr;
    for (const Spellings* whole : others) {
      if (has_initial(whole->words) || whole->generation != part.generation) continue;
      if (!whole->is_transliterated && part.surnames != whole->surnames) continue;
      const auto rest = rest_of(part.words, whole->words);
      if (!rest) continue;
      if (only != nullptr || is_contested(*rest, *whole, others)) return nullptr;
      only = whole;
    }
    return only;
  }

  // Whether others have other middle initials: George W. and George H. W. are two.
  static bool is_contested(const Words& rest, const Spellings& whole,
                           const std::vector<const Spellings*>& others) {
    if (rest.empty()) return false;
    return std::any_of(others.begin(), others.end(), [&](const Spellings* other) {
      if (!has_initial(other->words)) return false;
      const auto other_rest = rest_of(other->words, whole.words);
      return other_rest && !other_rest->empty() && *other_rest != rest;
    });
  }

  Analyzer analyzer_;
  TokenStream stream_;
  SpellingKeys spellings_;
  Lexicon lexicon_;
  std::map<std::string, Spellings> groups_;  // by key
  std::map<std::string, std::vector<const Spellings*>> by_surname_;
};

// Bodies and places are one where hyphens, capitals and accents are all that differs.
std::vector<ValueMerge> same_key_merges(Field field, const ValueCounts& values,
                                        const std::set<std::string>& listed) {
  Analyzer analyzer;
  std::map<std::string, Spellings> groups;
  for (const auto& [value, articles] : values) {
    if (!listed.contains(value)) groups[name_key(analyzer, value)].add(value, articles);
  }
  std::vector<ValueMerge> out;
  for (const auto& [key, group] : groups) {
    for (const std::string& value : group.values) {
      if (value != group.most_frequent) out.push_back({field, value, group.most_frequent});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::set<std::string> listed_names(Field field, const Gazetteer& gazetteer) {
  std::set<std::string> out;
  for (const Entity& entity : gazetteer.entities()) {
    if (field_of(entity.type) == field) out.insert(entity.name);
  }
  return out;
}

// By ordinal, of articles that are not deleted.
std::vector<std::uint64_t> live_counts(const SegmentColumns& columns, const FacetColumn& column,
                                       const Tombstones& deleted) {
  std::vector<std::uint64_t> counts(column.values.size());
  for (std::uint32_t article = 0; article < columns.articles(); ++article) {
    if (is_deleted(deleted, article)) continue;
    for (const std::uint32_t ordinal : column.of(article)) ++counts[ordinal];
  }
  return counts;
}

ValueCounts counts_of(const IndexLayout& layout, const Generation& generation,
                      const std::map<std::string, Tombstones>& tombstones, Field field) {
  ValueCounts counts;
  for (const GenerationSegment& segment : generation.segments) {
    const SegmentColumns columns = open_columns(layout.segment(segment.name), segment);
    const FacetColumn& column = columns.facet(field);
    const auto deleted = tombstones.find(segment.name);
    const auto live =
        live_counts(columns, column, deleted == tombstones.end() ? Tombstones() : deleted->second);
    for (std::size_t i = 0; i < live.size(); ++i) {
      if (live[i] > 0) counts[std::string(column.values[i])] += live[i];
    }
  }
  return counts;
}

}  // namespace

std::vector<ValueMerge> merged_values(Field field, const ValueCounts& values,
                                      const Gazetteer& gazetteer) {
  const std::set<std::string> listed = listed_names(field, gazetteer);
  if (field != Field::actor) return same_key_merges(field, values, listed);
  PersonMerger persons;
  for (const auto& [value, articles] : values) persons.add(value, articles, listed.contains(value));
  return persons.merges(field);
}

std::string merges_of(const IndexLayout& layout, const Generation& generation,
                      const std::map<std::string, Tombstones>& tombstones,
                      const Gazetteer& gazetteer) {
  std::vector<ValueMerge> merges;
  if (generation.discovery.empty()) return encode_merges(merges);
  for (const Field field : {Field::actor, Field::organisation, Field::place}) {
    const auto some =
        merged_values(field, counts_of(layout, generation, tombstones, field), gazetteer);
    merges.insert(merges.end(), some.begin(), some.end());
  }
  std::sort(merges.begin(), merges.end());
  return encode_merges(merges);
}

}  // namespace newsdex
