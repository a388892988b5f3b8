// One word brought to the form under which all its spellings meet.
#pragma once

#include <string>
#include <string_view>

namespace icu_72 {
class Normalizer2;
}

namespace newsdex {

/// Stateless after construction; cheap to copy.
class WordFolder {
 public:
  WordFolder();

  /// NFKC case folding, without apostrophes and without the commas of numbers. Accents stay: the
  /// stemmers need them. (NFKC_Casefold also drops ZWNJ, soft hyphens and other ignorables.)
  void casefold(std::string_view word, std::string& out) const;

  /// What remains after stemming: Latin and Greek letters without accents, Arabic letters in one
  /// form with Persian, without vowel signs and tatweel, digits of all scripts as ASCII.
  void strip_marks(std::string_view folded, std::string& out) const;

 private:
  const icu_72::Normalizer2* casefold_;
  const icu_72::Normalizer2* decompose_;
};

}  // namespace newsdex
