// The words of an index that a pattern stands for.
//
// Every form of a word has a term with positions (ARCHITECTURE.md, terms): its stem where the two
// are equal, else one that begins with kFormPrefix and the stem. The former lie in order of the
// forms, of which ranges are passed over; the latter in order of stems, which may differ from the
// form at any letter, so that all of them are looked at, some ten nanoseconds each.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/collection.hpp"
#include "query/deadline.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// What a form of the index is to a pattern.
struct FoundForm {
  std::string_view form;
  std::string_view stem;
  std::string_view term;    // that has its positions
  std::uint32_t edits = 0;  // of a fuzzy word
};

/// Calls `use` for all forms that begin with `prefix`, or are at most so many edits from `word`, in
/// each segment anew, until it returns false. Throws TimeIsUp.
using FormSink = std::function<bool(const FoundForm&)>;
void find_forms_with_prefix(const Collection& collection, std::string_view prefix,
                            const Deadline& deadline, const FormSink& use);
void find_forms_near(const Collection& collection, std::string_view word, std::uint32_t edits,
                     const Deadline& deadline, const FormSink& use);

/// How a pattern finds its forms: one of the functions above with all but the sink.
using FormFinder = std::function<void(const FormSink&)>;

/// What the pattern stands for; null where that is more than kMaxExpansions words. Forms of one
/// stem count as one.
std::shared_ptr<const Expansion> expand(const Collection& collection, const FormFinder& finder);

}  // namespace newsdex
