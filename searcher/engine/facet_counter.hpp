// Counts the values of one facet field over sets of articles.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/article_set.hpp"
#include "newsdex/search_result.hpp"
#include "storage/segment.hpp"

namespace newsdex {

class FacetCounter {
 public:
  explicit FacetCounter(Field field) : field_(field) {}

  /// Adds the articles of `matched`, a set of the segment with these columns.
  void add(const SegmentColumns& columns, const ArticleSet& matched);

  /// At most `limit` values (0: all), highest count first; the `selected` ones are always there.
  [[nodiscard]] Facet result(const std::vector<std::string>& selected, std::size_t limit) const;

 private:
  void add_values(const FacetColumn& column, const ArticleSet& matched);
  void add_periods(const SegmentColumns& columns, const ArticleSet& matched);

  Field field_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace newsdex
