#include "entities/spelling_variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "entities/embedded_texts.hpp"
#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// A name with several words that have variants has all their combinations, up to so many.
constexpr std::size_t kMaxVariants = 48;

std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return trim_spaces(part);
}

std::vector<std::string> split(std::string_view values, char separator) {
  std::vector<std::string> out;
  while (!values.empty()) {
    const std::string_view value = take_until(values, separator);
    if (!value.empty()) out.emplace_back(value);
  }
  return out;
}

bool is_latin(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xD0;  // Cyrillic, Arabic and beyond
  });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// `word` with `to` for every `from` (in lower case), a capital at its head kept.
std::string replaced(std::string_view word, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view part = word.substr(at, from.size());
    const bool found = std::equal(part.begin(), part.end(), from.begin(), from.end(),
                                  [](char a, char b) { return lower(a) == b; });
    if (!found) {
      out += word[at++];
      continue;
    }
    const std::size_t head = out.size();
    out += to;
    if (word[at] != lower(word[at]) && out[head] >= 'a') {
      out[head] = static_cast<char>(out[head] - 'a' + 'A');
    }
    at += from.size();
  }
  return out;
}

std::size_t word_end(std::string_view name, std::size_t begin) {
  return std::min(name.find_first_of(" -", begin), name.size());
}

// The name without its surname at the end; empty if it does not end so.
std::string_view given_names(std::string_view name, std::string_view surname) {
  const bool fits = !surname.empty() && name.size() > surname.size() + 1 &&
                    name.ends_with(surname) && name[name.size() - surname.size() - 1] == ' ';
  return fits ? name.substr(0, name.size() - surname.size() - 1) : std::string_view{};
}

// The words of given names, at most three; none where one is no plain word with a capital.
std::vector<std::string> given_words(std::string_view given) {
  constexpr std::size_t kMostWords = 3;
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < given.size();) {
    const std::size_t end = word_end(given, begin);
    const std::string_view word = given.substr(begin, end - begin);
    if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z' || word[1] == '.') return {};
    out.emplace_back(word);
    begin = end + 1;
  }
  return out.size() > kMostWords ? std::vector<std::string>() : out;
}

}  // namespace

SpellingVariants::SpellingVariants() : SpellingVariants(spelling_variants_text()) {}

SpellingVariants::SpellingVariants(std::string_view rules) {
  while (!rules.empty()) {
    std::string_view line = take_until(rules, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view keyword = take_until(line, ':');
    read_line(keyword, line);
  }
}

void SpellingVariants::read_line(std::string_view keyword, std::string_view values) {
  if (keyword == "countries") {
    for (std::string& country : split(values, ';')) countries_.insert(std::move(country));
  } else if (keyword == "family-first") {
    for (std::string& country : split(values, ';')) family_first_.insert(std::move(country));
  } else if (keyword == "same") {
    add_group(split(values, ' '));
  } else if (keyword == "letters") {
    const std::string_view from = take_until(values, '=');
    letters_.emplace_back(from, trim_spaces(values));
  } else if (keyword == "given") {
    for (std::string& word : split(values, ' ')) given_names_.push_back(std::move(word));
  } else if (keyword == "compound") {
    for (std::string& word : split(values, ' ')) compound_heads_.push_back(std::move(word));
  } else if (keyword == "joined") {
    for (std::string& word : split(values, ' ')) compound_tails_.insert(std::move(word));
  } else if (keyword == "ending") {
    for (std::string& ending : split(values, ' ')) endings_.push_back(std::move(ending));
  } else if (keyword == "except") {
    for (std::string& word : split(values, ' ')) exceptions_.insert(std::move(word));
  } else {
    throw std::invalid_argument("no rule of spelling: " + std::string(keyword));
  }
}

void SpellingVariants::add_group(std::vector<std::string> words) {
  for (const std::string& word : words) {
    const auto [known, is_new] = same_.emplace(word, groups_.size());
    if (!is_new && known->second != groups_.size())
      throw std::invalid_argument("in two groups of spellings: " + word);
  }
  groups_.push_back(std::move(words));
}

bool SpellingVariants::is_for(const Entity& person) const {
  return person.type == EntityType::person && countries_.contains(person.country);
}

// The word itself, then its variants.
std::vector<std::string> SpellingVariants::of_word(std::string_view word, bool is_surname) const {
  std::vector<std::string> out = {std::string(word)};
  const auto same = same_.find(out.front());
  if (same != same_.end()) {
    const std::vector<std::string>& group = groups_[same->second];
    out.insert(out.end(), group.begin(), group.end());
  } else if (is_surname && !exceptions_.contains(out.front())) {
    for (const auto& [from, to] : letters_) out.push_back(replaced(word, from, to));
  }
  std::vector<std::string> distinct;
  for (std::string& variant : out) {
    if (std::find(distinct.begin(), distinct.end(), variant) == distinct.end()) {
      distinct.push_back(std::move(variant));
    }
  }
  return distinct;
}

// All combinations of its words' variants but the name itself. What belongs to `surname`, at its
// end, also varies by letters.
std::vector<std::string> SpellingVariants::of_words(std::string_view name,
                                                    std::string_view surname) const {
  const std::size_t surname_begin =
      name.ends_with(surname) ? name.size() - surname.size() : name.size();
  std::vector<std::string> out = {{}};
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = word_end(name, begin);
    const std::string_view joint = end < name.size() ? name.substr(end, 1) : std::string_view{};
    std::vector<std::string> longer;
    for (const std::string& variant :
         of_word(name.substr(begin, end - begin), begin >= surname_begin)) {
      for (const std::string& head : out) {
        if (longer.size() < kMaxVariants) longer.push_back(head + variant + std::string(joint));
      }
    }
    out = std::move(longer);
    begin = end + joint.size();
  }
  std::erase(out, std::string(name));
  return out;
}

std::vector<std::string> SpellingVariants::of_name(const Entity& person,
                                                   std::string_view name) const {
  if (person.type == EntityType::person && !is_latin(name)) return of_compounds(name);
  if (!is_for(person) || !is_latin(name) || name.find_first_of(" -") == std::string_view::npos) {
    return {};
  }
  std::string_view surname;
  for (const std::string& one : person.surnames) {
    if (name.ends_with(one) && one.size() > surname.size()) surname = one;
  }
  return of_words(name, surname);
}

// "محمد جواد ظریف" for "محمدجواد ظریف", and the other way round, wherever the halves stand but at
// the end, where they are a surname.
std::vector<std::string> SpellingVariants::of_compounds(std::string_view name) const {
  std::vector<std::string> out;
  for (std::size_t begin = 0, end = 0; begin < name.size(); begin = end + 1) {
    end = std::min(name.find(' ', begin), name.size());
    if (end == name.size()) break;
    const std::string_view word = name.substr(begin, end - begin);
    for (const std::string& head : compound_heads_) {
      if (!word.starts_with(head)) continue;
      std::string_view tail = word.substr(head.size());
      if (tail.starts_with(kZeroWidthNonJoiner)) tail.remove_prefix(kZeroWidthNonJoiner.size());
      const std::size_t half = begin + head.size();
      if (compound_tails_.contains(std::string(tail))) {
        out.push_back(fmt::format("{} {}{}", name.substr(0, half), tail, name.substr(end)));
      } else if (tail.empty()) {
        const std::size_t next = std::min(name.find(' ', end + 1), name.size());
        const std::string after(name.substr(end + 1, next - end - 1));
        if (next < name.size() && compound_tails_.contains(after))
          out.push_back(fmt::format("{}{}", name.substr(0, half), name.substr(end + 1)));
      }
    }
  }
  return out;
}

std::vector<std::string> SpellingVariants::with_endings(std::string_view name) const {
  // One letter more makes another word of a short one: the messenger Eitaa, "eytam" (orphans).
  constexpr std::size_t kShortName = 4;  // letters
  std::vector<std::string> out;
  if (!is_caseless(name)) return out;
  const bool is_short = count_characters(name) <= kShortName;
  for (const std::string& ending : endings_) {
    if (!is_short || count_characters(ending) > 1) out.push_back(fmt::format("{}{}", name, ending));
  }
  return out;
}

std::vector<std::string> SpellingVariants::of_surname(const Entity& person,
                                                      std::string_view surname) const {
  if (!is_for(person) || !is_latin(surname)) return {};
  return of_words(surname, surname);
}

std::vector<std::string> SpellingVariants::other_orders(const Entity& person) const {
  if (person.type != EntityType::person || !is_latin(person.name)) return {};
  std::vector<std::string> out;
  for (const std::string& surname : person.surnames) {
    const std::string_view given = given_names(person.name, surname);
    if (given.empty()) continue;
    out.push_back(surname + ", " + std::string(given));
    if (family_first_.contains(person.country)) out.push_back(surname + ' ' + std::string(given));
    return out;
  }
  // "Xi Jinping" is listed as it is written there; "Jinping Xi" is how others write it.
  for (const std::string& surname : person.surnames) {
    if (!family_first_.contains(person.country) || !person.name.starts_with(surname + ' '))
      continue;
    out.push_back(person.name.substr(surname.size() + 1) + ' ' + surname);
    return out;
  }
  return out;
}

std::vector<std::string> SpellingVariants::with_initials(const Entity& person) {
  std::vector<std::string> out;
  if (person.type != EntityType::person || !is_latin(person.name)) return out;
  for (const std::string& surname : person.surnames) {
    const std::string_view given = given_names(person.name, surname);
    if (given.empty()) continue;
    const std::vector<std::string> words = given_words(given);
    if (words.empty()) return out;
    // Bit i stands for word i: whether it is cut to its initial.
    const unsigned combinations = 1U << words.size();
    for (unsigned cut = 1; cut < combinations; ++cut) {
      std::string name;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_cut = (cut >> i & 1U) != 0;
        name += is_cut ? words[i].substr(0, 1) + ". " : words[i] + ' ';
      }
      out.push_back(name + surname);
    }
    return out;
  }
  return out;
}

}  // namespace newsdex
