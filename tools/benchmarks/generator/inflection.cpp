#include "generator/inflection.hpp"

#include <algorithm>

namespace newsdex::benchmarks {
namespace {

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool ends_in_consonant_and_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

// A short word of one vowel between consonants doubles its last: ban, banned.
bool doubles_its_last(std::string_view word) {
  if (word.size() < 3 || std::count_if(word.begin(), word.end(), is_vowel) != 1) return false;
  const char last = word.back();
  return is_vowel(word[word.size() - 2]) && !is_vowel(last) &&
         std::string_view("hwxy").find(last) == std::string_view::npos;
}

std::string without_last(std::string_view word) {
  return std::string(word.substr(0, word.size() - 1));
}

}  // namespace

std::string with_s(std::string_view word) {
  if (ends_in_consonant_and_y(word)) return without_last(word) + "ies";
  const bool hisses = word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
                      word.ends_with("ch") || word.ends_with("sh");
  return std::string(word) + (hisses ? "es" : "s");
}

std::string with_ed(std::string_view word) {
  if (word.ends_with('e')) return std::string(word) + "d";
  if (ends_in_consonant_and_y(word)) return without_last(word) + "ied";
  return std::string(word) + (doubles_its_last(word) ? std::string(1, word.back()) : "") + "ed";
}

std::string with_ing(std::string_view word) {
  if (word.ends_with('e') && !word.ends_with("ee")) return without_last(word) + "ing";
  return std::string(word) + (doubles_its_last(word) ? std::string(1, word.back()) : "") + "ing";
}

std::string with_ly(std::string_view word) {
  if (word.ends_with("le")) return without_last(word) + "y";
  if (ends_in_consonant_and_y(word)) return without_last(word) + "ily";
  return std::string(word) + "ly";
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace newsdex::benchmarks
