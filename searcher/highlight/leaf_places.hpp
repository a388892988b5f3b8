// Where the leaves of a plan stand in a text that was analysed again.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "query/deadline.hpp"
#include "query/nearness.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Which words of the leaves a word of the text may be is looked up once for each different word,
/// by the number that its analyzer gave it: then a text takes time by its length and its matches,
/// however many leaves there are.
class LeafPlaces {
 public:
  /// Throws TimeIsUp from its functions when the time of `deadline` is up.
  LeafPlaces(std::span<const LeafPlan> leaves, const Deadline& deadline);

  /// Looks through the tokens of a text, always of the same analyzer. `in_title`: whether leaves of
  /// titles count.
  void find(std::span<const Token> tokens, bool in_title);

  /// Where the leaf stands in the text looked through last: numbers of tokens, in no particular
  /// order. Of words near one another only those that are, each for itself.
  [[nodiscard]] std::vector<PositionSpan> of(std::size_t leaf) const;

 private:
  using Slots = std::vector<std::uint32_t>;  // ascending

  // A row of words; its slots are numbered from `first_slot` on.
  struct Row {
    std::size_t part = 0;
    std::uint32_t first_slot = 0;
    std::uint32_t words = 0;
    bool title_only = false;
  };
  // A leaf has a part, or as many as operands that are to be near one another.
  struct Leaf {
    std::size_t first_part = 0;
    std::size_t parts = 1;
    const NearPlan* near = nullptr;
  };

  void add_part(const WordsPlan& words, std::size_t part);
  void add_slot(const WordSlot& slot, bool exact);
  const Slots& slots_of(const Token& token);
  [[nodiscard]] Slots look_up(const Token& token) const;
  bool stands_at(const Row& row, std::span<const Token> tokens);

  std::vector<Leaf> leaves_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> row_of_slot_;  // that begins with it; kNoRow for others
  std::map<std::string, Slots, std::less<>> by_form_;
  std::map<std::string, Slots, std::less<>> by_stem_;
  std::unordered_map<std::uint32_t, Slots> by_word_;  // of the words met so far
  std::vector<std::vector<PositionSpan>> parts_;
  Deadline deadline_;
};

}  // namespace newsdex
