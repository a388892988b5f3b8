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

// Whether a name says no more than another: all its words, and its generation if it has one.
bool is_contained(const PersonName& part, const PersonName& whole) {
  return (part.generation.empty() || part.generation == whole.generation) &&
         is_contained(part.words, whole.words);
}

bool differ_in_gender(const PersonName& a, const PersonName& b) {
  return !a.gender.empty() && !b.gender.empty() && a.gender != b.gender;
}

}  // namespace

std::uint32_t PersonsInFull::add(const PersonName& name) {
  const auto known = by_last_.find(name.words.back());
  if (known != by_last_.end()) {
    for (const std::uint32_t person : known->second) {
      if (persons_[person] != name) continue;
      if (persons_[person].gender.empty()) persons_[person].gender = name.gender;
      return person;
    }
  }
  const auto person = static_cast<std::uint32_t>(persons_.size());
  persons_.push_back(name);
  std::vector<std::uint32_t>& namesakes = by_last_[name.words.back()];
  if (namesakes.size() < kMostNamesakes) namesakes.push_back(person);
  std::vector<std::uint32_t>& beginning = by_first_[name.words.front()];
  if (beginning.size() < kMostNamesakes) beginning.push_back(person);
  return person;
}

// Father and son of one name are two: each is meant by the name as it was given in full only.
std::uint32_t PersonsInFull::meant_by(const PersonName& name) const {
  const auto last = by_last_.find(name.words.back());
  if (last == by_last_.end() || last->second.size() == kMostNamesakes) return kNobody;
  std::uint32_t only = kNobody;
  for (const std::uint32_t person : last->second) {
    const PersonName& other = persons_[person];
    if (!is_contained(name, other) || differ_in_gender(name, other)) continue;
    if (only == kNobody) {
      only = person;
      continue;
    }
    const PersonName& best = persons_[only];
    if (best.generation != other.generation) {
      if (other == name) only = person;
      if (other != name && best != name) return kNobody;
    } else if (is_contained(best, other)) {
      only = person;
    } else if (!is_contained(other, best)) {
      return kNobody;
    }
  }
  return only;
}

std::uint32_t PersonsInFull::meant_or_added(const PersonName& name) {
  const std::uint32_t person = meant_by(name);
  if (person != kNobody) return person;
  return add({{name.words.front(), name.generation}, {}});
}

std::vector<std::uint32_t> PersonsInFull::bearers_of(const PersonName& name) const {
  const auto last = by_last_.find(name.words.back());
  if (last == by_last_.end()) return {};
  std::vector<std::uint32_t> out;
  for (const std::uint32_t person : last->second) {
    const PersonName& other = persons_[person];
    if (is_contained(name, other) && !differ_in_gender(name, other)) out.push_back(person);
  }
  return out;
}

std::vector<std::uint32_t> PersonsInFull::beginning_with(std::string_view word) const {
  const auto first = by_first_.find(word);
  return first == by_first_.end() ? std::vector<std::uint32_t>() : first->second;
}

}  // namespace newsdex::discovery
