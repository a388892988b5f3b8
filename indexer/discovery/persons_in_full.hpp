// The persons whom an article names in full, and whom its shorter names mean.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsdex::discovery {

using WordRow = std::vector<std::string_view>;  // folded forms

/// Numbers the persons in the order in which they are added.
class PersonsInFull {
 public:
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  /// `words` are two or more; the bytes behind them must outlive the persons. Returns the number of
  /// the person with these words.
  std::uint32_t add(const WordRow& words);

  /// Once all are added: whom a name means, a full or a shorter one that ends alike. "A. Shamkhani"
  /// and "Shamkhani" are "Ali Shamkhani"; where two persons fit, nobody is meant. A given name
  /// alone means nobody: too many bear it.
  [[nodiscard]] std::uint32_t meant_by(const WordRow& words) const;

 private:
  // Of so many persons of one surname, a further one is not told from the others.
  static constexpr std::size_t kMostNamesakes = 32;

  std::vector<WordRow> persons_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_last_;  // word
};

}  // namespace newsdex::discovery
