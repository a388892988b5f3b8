#include "engine/facet_dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/terms.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string_view last_word(std::string_view key) {
  return key.substr(key.rfind(' ') + 1);
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether the key of a value may end with this word. To make the keys of all values takes long, and
// of most the last letters tell: those of ASCII stand for themselves.
bool may_end_with(std::string_view value, std::string_view word) {
  const std::string_view tail = value.substr(value.size() - std::min(value.size(), word.size()));
  return !std::all_of(tail.begin(), tail.end(), is_plain) || ascii_lower(tail) == word;
}

}  // namespace

FacetDictionary::FacetDictionary(std::span<const FacetColumn* const> columns,
                                 GlobalOrdinals ordinals)
    : columns_(columns.begin(), columns.end()), ordinals_(std::move(ordinals)) {}

void FacetDictionary::note_search() {
  if (++searches_ != 2 || values().size() + 2 > UINT16_MAX) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) only_.push_back(only_numbers_of(i));
}

std::vector<FacetDictionary::Only> FacetDictionary::only_numbers_of(std::size_t segment) const {
  const FacetColumn& column = *columns_[segment];
  const std::span<const std::uint32_t> numbers = numbers_of(segment);
  std::vector<Only> only(column.starts.size() - 1, several_values());
  for (std::size_t article = 0; article < only.size(); ++article) {
    const std::uint64_t begin = column.starts[article];
    const std::uint64_t values = column.starts[article + 1] - begin;
    // What is damaged is left as it is: to those who ask the column for several values.
    if (values == 0) only[article] = no_value();
    if (values != 1 || begin >= column.ordinals.size()) continue;
    const std::uint32_t ordinal = column.ordinals[begin];
    if (ordinal < numbers.size()) only[article] = static_cast<Only>(numbers[ordinal]);
  }
  return only;
}

template <typename Accept>
std::vector<std::string> FacetDictionary::with_keys(std::string_view last_word, Analyzer& analyzer,
                                                    const Deadline& deadline, Accept accept) const {
  constexpr std::size_t kStepsOfKey = 64;
  std::vector<std::string> found;
  DeadlineWatch watch(deadline);
  for (std::size_t i = 0; i < values().size(); ++i) {
    const std::string_view value = values()[i];
    const bool may_end = may_end_with(value, last_word);
    watch.count(may_end ? kStepsOfKey : 1);
    if (may_end && accept(name_key(analyzer, value))) found.emplace_back(value);
  }
  return found;
}

std::vector<std::string> FacetDictionary::ending_with(std::string_view key, Analyzer& analyzer,
                                                      const Deadline& deadline) const {
  const std::string end = fmt::format(" {}", key);
  return with_keys(last_word(key), analyzer, deadline,
                   [&](const std::string& whole) { return whole.ends_with(end); });
}

std::vector<std::string> FacetDictionary::spellings(std::string_view key, Analyzer& analyzer,
                                                    const Deadline& deadline) const {
  return with_keys(last_word(key), analyzer, deadline,
                   [&](const std::string& whole) { return whole == key; });
}

}  // namespace newsdex
