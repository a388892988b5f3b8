#include "generator/word_forge.hpp"

#include <array>

namespace newsdex::benchmarks {
namespace {

constexpr std::array<std::string_view, 40> kOnsets = {
    "b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m",  "n",  "p", "r",  "s",
    "t",  "v",  "w",  "b",  "c",  "d",  "m",  "p",  "r",  "s",  "t",  "l", "br", "ch",
    "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "th", "tr", ""};
constexpr std::array<std::string_view, 12> kVowels = {"a", "e", "i", "o",  "u",  "a",
                                                      "e", "i", "o", "ea", "ai", "ou"};
constexpr std::array<std::string_view, 24> kCodas = {"",  "",   "",   "",   "",   "n",  "r",  "l",
                                                     "s", "t",  "m",  "d",  "c",  "g",  "p",  "n",
                                                     "r", "nd", "nt", "rt", "st", "ck", "ll", "rm"};

}  // namespace

std::string WordForge::syllable(bool last) {
  constexpr double kClosed = 0.25;  // of the syllables within a word
  std::string out(random_.pick(std::span<const std::string_view>(kOnsets)));
  out += random_.pick(std::span<const std::string_view>(kVowels));
  if (last || random_.chance(kClosed)) {
    out += random_.pick(std::span<const std::string_view>(kCodas));
  }
  return out;
}

std::string WordForge::make(std::uint32_t syllables, std::string_view ending) {
  constexpr int kTries = 8;  // before the word gets longer
  for (int tries = 0;; ++tries) {
    std::string word;
    const std::uint32_t wanted = syllables + static_cast<std::uint32_t>(tries / kTries);
    for (std::uint32_t i = 0; i < wanted; ++i) word += syllable(i + 1 == wanted);
    word += ending;
    if (word.size() > 2 && made_.insert(word).second) return word;
  }
}

}  // namespace newsdex::benchmarks
