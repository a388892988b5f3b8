// The analyzer without its table of words and its own boundaries: those of ICU, and every word
// normalized anew.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/icu_words.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

/// What a token says, but for the number of its word.
struct TokenFacts {
  std::string form;
  std::string stem;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  bool capitalised = false;
  bool all_caps = false;
  bool possessive = false;

  bool operator==(const TokenFacts&) const = default;
};

std::ostream& operator<<(std::ostream& out, const TokenFacts& token);

std::vector<TokenFacts> facts_of(const TokenStream& stream);

class ReferenceAnalyzer {
 public:
  std::vector<TokenFacts> analyze(std::string_view text, std::string_view language);

 private:
  IcuWords words_;
};

}  // namespace newsdex
