// What there is to know of a word before its article is read: how it is written, and what the
// model's lexicon says of it. Remembered from article to article.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "discovery/word_lexicon.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex::discovery {

/// How an item is written.
enum class Shape : std::uint8_t {
  lower,
  capitalised,
  all_caps,
  mixed,  // capitals after the first letter, or only there
  number,
  alphanumeric,  // letters and digits
  mark,
  initial,  // one capital letter, perhaps of several in an abbreviation ("J", "U.S")
  uncased,  // of a script without capitals
};

/// Words of which runs of capitalised words take notice.
enum WordRole : std::uint8_t {
  kJoinsNames = 1,     // "of", "and", "von": stands within names in lower case
  kPreposition = 2,    // of places: "in", "near"
  kSpeechWord = 4,     // "said", "told"
  kRelativeWord = 8,   // "who", "whose"
  kAbbreviation = 16,  // a full stop behind it is its own: "mr", "gen"
  kLongWord = 32,      // four letters or more: headlines write it with a capital
};

/// What items have of their words. Two registers' worth, so that an item is made by copying.
struct WordTraits {
  std::uint64_t hash = 0;      // of a word's form, or for a mark of its kind
  std::uint16_t clusters = 0;  // packed, of the word with its capital if it has one
  std::uint8_t kinds = 0;      // NameKind
  std::uint8_t roles = 0;      // WordRole
  Shape shape = Shape::mark;
  bool capital = false;       // the first letter is a capital
  bool known_lower = false;   // the lexicon has a cluster of it in lower case
  bool begins_names = false;  // names of several words in the lexicon begin with it
};
static_assert(sizeof(WordTraits) == 16);

/// A table by the words' numbers, in which later words displace earlier ones. Serves the tokens of
/// one analyzer.
class WordTraitsTable {
 public:
  /// The lexicon's tables must outlive the table.
  explicit WordTraitsTable(const WordLexicon& lexicon);

  /// Asks for the memory that `of(token)` will read.
  void announce(const Token& token) const {
    __builtin_prefetch(&entries_[token.word & (kEntries - 1)]);
  }

  /// `written` is what the token stands for in its text. Lives until the next call.
  const WordTraits& of(const Token& token, std::string_view written) {
    Entry& entry = entries_[token.word & (kEntries - 1)];
    if (entry.number != token.word || entry.length != written.size()) {
      entry = {token.word, static_cast<std::uint32_t>(written.size()), make(token, written)};
    }
    return entry.traits;
  }

 private:
  static constexpr std::size_t kEntries = std::size_t{1} << 15;

  struct Entry {
    std::uint32_t number = 0;  // Token::word; 0 in an unused entry
    std::uint32_t length = 0;  // bytes as written
    WordTraits traits;
  };

  [[nodiscard]] WordTraits make(const Token& token, std::string_view written) const;

  struct RoleEntry {
    std::uint64_t hash = 0;
    std::uint8_t roles = 0;
  };

  void add_role(std::string_view form, WordRole role);
  [[nodiscard]] std::uint8_t roles_of(std::uint64_t hash) const;

  WordLexicon lexicon_;
  std::vector<Entry> entries_;
  std::array<RoleEntry, 512> roles_{};  // open addressing by the hash's lowest bits
};

}  // namespace newsdex::discovery
