#include "discovery/persons_in_full.hpp"

#include <algorithm>

namespace newsdex::discovery {
namespace {

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial == word || (initial.size() == 1 && word.starts_with(initial));
}

// Whether every word of `part` stands in `whole`, in this order, the last one last; initials stand
// for words.
bool is_contained(const WordRow& part, const WordRow& whole) {
  if (part.size() > whole.size() || part.back() != whole.back()) return false;
  std::size_t at = 0;
  for (const std::string_view word : part) {
    while (at < whole.size() && !is_initial_of(word, whole[at])) ++at;
    if (at == whole.size()) return false;
    ++at;
  }
  return true;
}

}  // namespace

std::uint32_t PersonsInFull::add(const WordRow& words) {
  const auto known = by_last_.find(words.back());
  if (known != by_last_.end()) {
    for (const std::uint32_t person : known->second) {
      if (persons_[person] == words) return person;
    }
  }
  const auto person = static_cast<std::uint32_t>(persons_.size());
  persons_.push_back(words);
  std::vector<std::uint32_t>& namesakes = by_last_[words.back()];
  if (namesakes.size() < kMostNamesakes) namesakes.push_back(person);
  return person;
}

std::uint32_t PersonsInFull::meant_by(const WordRow& words) const {
  const auto last = by_last_.find(words.back());
  if (last == by_last_.end() || last->second.size() == kMostNamesakes) return kNobody;
  std::uint32_t only = kNobody;
  for (const std::uint32_t person : last->second) {
    if (!is_contained(words, persons_[person])) continue;
    if (only == kNobody || is_contained(persons_[only], persons_[person])) {
      only = person;
    } else if (!is_contained(persons_[person], persons_[only])) {
      return kNobody;
    }
  }
  return only;
}

}  // namespace newsdex::discovery
