// A word as written to what it is indexed as.
#pragma once

#include <string>
#include <string_view>

#include "analysis/stemmer.hpp"
#include "analysis/word_folder.hpp"

namespace newsdex {

struct NormalizedWord {
  std::string form;  // folded; empty if the word consists of marks only
  std::string stem;  // empty only if the form is
  bool capitalised = false;
  bool all_caps = false;
};

/// Folds and stems the words of one language. Not to be shared among threads.
class WordNormalizer {
 public:
  /// `language` is a primary subtag; empty stands for English.
  explicit WordNormalizer(std::string_view language) : stemmer_(language) {}

  void normalize(std::string_view word, NormalizedWord& out);

 private:
  WordFolder folder_;
  Stemmer stemmer_;
  std::string folded_;
  std::string stemmed_;
};

}  // namespace newsdex
