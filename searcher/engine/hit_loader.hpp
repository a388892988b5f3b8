// From a ranked article to a hit that can be shown: its stored text, values and marks.
#pragma once

#include <array>
#include <span>

#include "engine/collection.hpp"
#include "engine/top_hits.hpp"
#include "highlight/highlighter.hpp"

namespace newsdex {

/// Fields whose columns tell of a hit.
inline constexpr std::array kHitFields = {Field::actor, Field::platform, Field::organisation,
                                          Field::place};

class HitLoader {
 public:
  /// `idfs` weigh the plan's scored leaves. All must outlive the loader.
  HitLoader(const SearchPlan& plan, std::span<const double> idfs, const Collection& collection,
            Analyzer& analyzer, PassageSplitter& passages, const HighlightOptions& options,
            const Deadline& deadline)
      : collection_(collection), highlighter_(plan, idfs, analyzer, passages, options, deadline) {}

  /// With snippets and marks if `highlight` is set. Throws Error{bad_index} when what is stored is
  /// damaged.
  [[nodiscard]] Hit load(const RankedArticle& ranked, bool highlight);

 private:
  const Collection& collection_;
  Highlighter highlighter_;
};

}  // namespace newsdex
