#include "engine/facet_dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "analysis/terms.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

using Values = std::vector<std::string_view>;

Values values_of(const FacetColumn& column) {
  Values values(column.values.size());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = column.values[i];
  return values;
}

Values either_of(const Values& a, const Values& b) {
  Values both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// Each value once, ascending. Lists are united by twos, so that none is gone through for every
// other.
Values all_of(std::vector<Values> lists, const Deadline& deadline) {
  for (Values& values : lists) {
    if (!std::is_sorted(values.begin(), values.end())) std::sort(values.begin(), values.end());
  }
  while (lists.size() > 1) {
    deadline.check();
    const std::size_t half = lists.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
      lists[i] = either_of(lists[i], lists.back());
      lists.pop_back();
    }
  }
  return lists.empty() ? Values() : std::move(lists.front());
}

// The place of each of `some` in `all`, which holds them; both ascend, or searching goes on from
// the start where a damaged column does not.
std::vector<std::uint32_t> places(std::span<const std::string_view> some,
                                  std::span<const std::string_view> all) {
  std::vector<std::uint32_t> out(some.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < some.size(); ++i) {
    while (at < all.size() && all[at] < some[i]) ++at;
    if (at == all.size() || all[at] != some[i]) {
      const auto found = std::lower_bound(all.begin(), all.end(), some[i]);
      at = static_cast<std::size_t>(found - all.begin());
    }
    out[i] = static_cast<std::uint32_t>(at);
  }
  return out;
}

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
                                 std::span<const ShownValue> shown, const Deadline& deadline)
    : columns_(columns.begin(), columns.end()) {
  std::vector<Values> by_segment;
  for (const FacetColumn* column : columns) by_segment.push_back(values_of(*column));
  values_ = all_of(by_segment, deadline);
  for (const auto& values : by_segment) {
    deadline.check();
    numbers_.push_back(places(values, values_));
  }
  if (!shown.empty()) merge(shown);
}

// Gives those that others stand for the numbers of these.
void FacetDictionary::merge(std::span<const ShownValue> shown) {
  const auto number_of = [&](std::string_view value) -> std::optional<std::uint32_t> {
    const auto place = std::lower_bound(values_.begin(), values_.end(), value);
    if (place == values_.end() || *place != value) return std::nullopt;
    return static_cast<std::uint32_t>(place - values_.begin());
  };
  std::vector<std::uint32_t> shown_as(values_.size());
  std::iota(shown_as.begin(), shown_as.end(), 0U);
  for (const auto& [value, other] : shown) {
    const auto number = number_of(value);
    const auto other_number = number_of(other);
    if (number && other_number) shown_as[*number] = *other_number;
  }
  for (std::vector<std::uint32_t>& numbers : numbers_) {
    for (std::uint32_t& number : numbers) {
      if (number < shown_as.size()) number = shown_as[number];
    }
  }
}

void FacetDictionary::note_search() {
  if (++searches_ != 2 || values_.size() + 2 > UINT16_MAX) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) only_.push_back(only_numbers_of(i));
}

std::vector<FacetDictionary::Only> FacetDictionary::only_numbers_of(std::size_t segment) const {
  const FacetColumn& column = *columns_[segment];
  const std::span<const std::uint32_t> numbers = numbers_[segment];
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
  for (const std::string_view value : values_) {
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
