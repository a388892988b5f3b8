// Makes up words that can be pronounced and look like English, no two alike.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "generator/random.hpp"

namespace newsdex::benchmarks {

class WordForge {
 public:
  explicit WordForge(Random random) : random_(random) {}

  /// A new word of at least this many syllables, with the ending; it gets longer when there is no
  /// new one of that length.
  std::string make(std::uint32_t syllables, std::string_view ending = {});

  /// A word not to be made.
  void reserve(std::string_view word) { made_.emplace(word); }

 private:
  std::string syllable(bool last);

  Random random_;
  std::unordered_set<std::string> made_;
};

}  // namespace newsdex::benchmarks
