// A query made ready to be matched: words analysed, names looked up.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// One word of a sequence: the form as analysed, and its stems, one for each way the languages of
/// the index stem it.
struct WordSlot {
  std::string form;
  std::vector<std::string> stems;  // distinct

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

/// Articles that carry one of the labels.
struct LabelPlan {
  Field field = Field::actor;
  std::vector<std::string> terms;
  std::vector<std::string> values;  // the same, as facets show them
};

struct DatePlan {
  DateRange range;
  bool none = false;
  Field field = Field::date;  // or mentions
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

struct Plan {
  std::variant<AllPlan, WordsPlan, LabelPlan, DatePlan, AndPlan, OrPlan, NotPlan> node;
};

/// Alternatives within one facet field, kept apart from the rest so that the field's own counts can
/// leave them out.
struct FilterPlan {
  Field field = Field::actor;
  LabelPlan labels;
};

struct SearchPlan {
  Plan rest;
  std::vector<FilterPlan> filters;
  std::vector<WordsPlan> scored;  // the leaves of words that do not stand under a NOT
  std::vector<LabelPlan> marked;  // labels not under a NOT, filters included
  std::vector<DateRange> spoken;  // days asked for by `mentions:`, not under a NOT
};

}  // namespace newsdex
