// How well names were found: strict scores, where a name counts only with its exact words and
// class.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "discovery/name_label.hpp"
#include "labelled_article.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::training {

/// A name as the words it covers, so that marks around it do not matter: tokens [begin, end).
struct TokenName {
  TextField field = TextField::body;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  discovery::NameClass name_class = discovery::NameClass::person;

  auto operator<=>(const TokenName&) const = default;
};

/// In order; names without a word are left out.
std::vector<TokenName> token_names(std::span<const LabelledName> names,
                                   const AnalyzedArticle& article);

/// The same of what the tagger found.
std::vector<LabelledName> labelled(std::span<const FoundName> names);

struct Counts {
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;   // found, but no such name is there
  std::uint64_t missed = 0;  // there, but not found

  void add(const Counts& other);
  [[nodiscard]] double precision() const;  // each 0 to 1; 0 where there is nothing to divide by
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

class NameScores {
 public:
  void add(std::span<const TokenName> expected, std::span<const TokenName> found);
  void add(const NameScores& other);

  [[nodiscard]] const Counts& of(discovery::NameClass name_class) const {
    return counts_[static_cast<std::size_t>(name_class)];
  }
  [[nodiscard]] Counts all() const;

  /// A line a class and one for all: precision, recall, F1 in percent and the number of names.
  [[nodiscard]] std::string table() const;

 private:
  std::array<Counts, discovery::kNameClasses> counts_{};
};

}  // namespace newsdex::training
