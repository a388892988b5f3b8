// Found names to those who bear them: within an article, and with the entities of the name list.
//
// What the list has found stands: a found name that touches one of its mentions is dropped, and one
// that is among its forms goes to its entity. The rest are named as the article names them most
// fully, so that the value is the same in every article that does, in whatever order and by
// whatever thread they are read.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "discovery/persons_in_full.hpp"
#include "entities/lexicon.hpp"
#include "entities/spelling_keys.hpp"
#include "newsdex/analyzed_article.hpp"
#include "newsdex/discovered_name.hpp"
#include "newsdex/entity_recognizer.hpp"
#include "newsdex/gazetteer.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex {

/// Immutable after construction: share one among threads.
class ArticleLinker;

class NameLinker {
 public:
  /// Names that are less sure than this (percent) count for nobody.
  static constexpr std::uint8_t kLeastConfidence = 60;

  explicit NameLinker(const Gazetteer& gazetteer);

  /// `found` is in order, and about the same article as `recognition`, to which mentions of listed
  /// entities are added. Returns the others, by field, then begin.
  [[nodiscard]] std::vector<DiscoveredName> link(const AnalyzedArticle& article,
                                                 std::span<const FoundName> found,
                                                 Recognition& recognition) const;

 private:
  struct Listed {
    SpellingKeys spellings;
    Lexicon lexicon;
    std::unordered_map<std::string, std::uint32_t> entities;  // by type and slug
    std::unordered_set<std::string> flagged;   // slugs of forms that count only on conditions
    std::deque<std::string> forms;             // the bytes behind `names`
    std::vector<discovery::PersonName> names;  // by entity, a person's; others have none
    std::vector<std::string> shown;            // by entity: the name that results show
    std::vector<bool> surname_first;           // by entity: "Kim Jong Un"
  };

  NameLinker(const Gazetteer& gazetteer, Analyzer&& analyzer);

  Listed listed_;
  friend class ArticleLinker;
};

}  // namespace newsdex
