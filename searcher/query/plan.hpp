// A query made ready to be matched: words analysed, names looked up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// The words of the index that `word*` or `word~1` stands for.
struct Expansion {
  std::vector<std::string> forms;  // ascending
  // An article has them as often as it has the terms of `add` less those of `subtract`.
  std::vector<std::string> add;
  std::vector<std::string> subtract;
  std::vector<std::string> places;  // terms that have their positions, and no others
};

/// One word of a sequence: the form as analysed, and its stems, one for each way the languages of
/// the index stem it. Of a pattern instead what it stands for.
struct WordSlot {
  std::string form;
  std::vector<std::string> stems;  // distinct
  std::shared_ptr<const Expansion> expansion = nullptr;
  bool in_capitals = false;  // as typed

  bool operator==(const WordSlot&) const = default;
};

/// Words that must stand side by side.
using WordSequence = std::vector<WordSlot>;

/// A leaf of words: matches where any of its sequences does. There is more than one only where
/// languages split a word differently.
struct WordsPlan {
  std::vector<WordSequence> sequences;
  bool exact = false;  // by form instead of by stem
  Field scope = Field::text;
  bool negated = false;  // stands under a NOT: neither scored nor marked
  std::size_t leaf = 0;  // number among the scored leaves, if not negated
};

/// Every form of a stem, as a leaf.
inline WordsPlan words_with_stem(const std::string& stem) {
  WordsPlan words;
  words.sequences.push_back({WordSlot{stem, {stem}}});
  return words;
}

/// Words near one another: see keep_near(). Each operand is any of several leaves of words.
struct NearPlan {
  std::vector<std::vector<WordsPlan>> operands;
  std::uint32_t distance = 1;
  bool ordered = false;
  bool negated = false;
  std::size_t leaf = 0;
};

/// What is scored as one term.
using LeafPlan = std::variant<WordsPlan, NearPlan>;

/// Articles that carry one of the labels.
struct LabelPlan {
  Field field = Field::actor;
  std::vector<std::string> terms;
  std::vector<std::string> values;  // the same, as facets show them
  std::optional<std::size_t> mark;  // number among the marked labels, if it is one
};

struct DatePlan {
  DateRange range;
  bool none = false;
  Field field = Field::date;          // or mentions
  std::optional<std::size_t> spoken;  // number among the days to mark, if they are
};

/// Articles with a sentence that carries one label of each of the alternatives.
struct SentencePlan {
  std::vector<std::vector<LabelPlan>> names;
};

struct Plan;

struct AllPlan {};
struct AndPlan {
  std::vector<Plan> operands;
};
struct OrPlan {
  std::vector<Plan> operands;
};
struct NotPlan {
  std::vector<Plan> operand;  // exactly one
};

/// Articles with at least so many of the words, but one.
struct SimilarPlan {
  std::vector<WordsPlan> words;
  std::uint32_t at_least = 1;
  std::uint32_t segment = 0;  // of the article that is left out
  std::uint32_t article = 0;
};

struct Plan {
  std::variant<AllPlan, WordsPlan, NearPlan, LabelPlan, DatePlan, SimilarPlan, SentencePlan,
               AndPlan, OrPlan, NotPlan>
      node;
};

/// Alternatives within one facet field, or values of it to leave out, kept apart from the rest so
/// that the field's own counts can be made without them (see FacetFilter).
struct FilterPlan {
  Field field = Field::actor;
  Plan choices;  // LabelPlan, or an OrPlan of DatePlans
  bool excluded = false;

  /// Null if it chooses dates.
  [[nodiscard]] const LabelPlan* labels() const { return std::get_if<LabelPlan>(&choices.node); }
};

struct SearchPlan {
  Plan rest;
  std::vector<FilterPlan> filters;
  std::vector<LeafPlan> scored;    // the leaves of words that do not stand under a NOT
  std::vector<LabelPlan> marked;   // labels not under a NOT, filters included
  std::vector<DateRange> spoken;   // days asked for by `mentions:`, not under a NOT
  std::vector<std::string> notes;  // sentences that tell the user who else a name may mean
};

}  // namespace newsdex
