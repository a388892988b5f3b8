// Who is named with whom in one sentence of an article.
//
// Sentences are those of highlight/sentences; the title is one of its own. Where names stand is
// told by the stored mentions, so that surnames, roles and aliases count as facets count them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "query/plan.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

class SentenceNames {
 public:
  /// Counts the labels of a name field as one of the group of this number.
  void add(const LabelPlan& labels, std::uint32_t group);

  struct Named {
    std::uint32_t sentence = 0;
    std::uint32_t group = 0;

    auto operator<=>(const Named&) const = default;
  };

  /// Which groups each sentence names: ascending, each once. Sentences without any have gaps in the
  /// numbers. Valid until the next call.
  [[nodiscard]] const std::vector<Named>& find(const StoredArticle& stored);

  /// Whether one sentence names all of the groups 0 to `groups`.
  [[nodiscard]] bool any_names_all(const StoredArticle& stored, std::size_t groups);

  /// Which sentences do.
  struct Sentences {
    bool title = false;
    std::vector<ByteRange> body;  // ascending

    [[nodiscard]] bool hold(TextField field, std::uint32_t byte) const;
  };
  [[nodiscard]] Sentences naming_all(const StoredArticle& stored, std::size_t groups);

 private:
  [[nodiscard]] std::vector<std::uint32_t> numbers_naming_all(const StoredArticle& stored,
                                                              std::size_t groups);

  std::map<std::pair<Field, std::string>, std::vector<std::uint32_t>, std::less<>> groups_;
  std::vector<Named> named_;
};

}  // namespace newsdex
