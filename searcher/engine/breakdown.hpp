// What a search found, broken down by the values of fields: matrices and timelines a value.
//
// A value stands for the articles that its query finds: each is searched for by itself and the sets
// are cut with each other, so that every count is, by the way it is made, what the query of a cell
// or bar finds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/search.hpp"
#include "engine/search_tools.hpp"

namespace newsdex {

class Breakdown {
 public:
  /// `search` has run and kept its matches.
  Breakdown(const Search& search, const SearchTools& tools) : search_(search), tools_(tools) {}

  /// `query` is what was searched for. Throws TimeIsUp.
  [[nodiscard]] Matrix matrix(const MatrixRequest& request, std::string_view query);

  /// Along the periods of `whole`, the timeline of all that was found. Throws TimeIsUp.
  [[nodiscard]] ValueTimelines timelines(const FacetRequest& request, const Timeline& whole,
                                         std::string_view query);

 private:
  using Sets = std::vector<ArticleSet>;  // by slice

  struct Value {
    std::string value;
    std::string query;  // finds its articles
    SearchPlan plan;
    Sets articles;  // of those that the search found
    std::uint64_t count = 0;
  };
  struct Values {
    std::vector<Value> values;
    std::uint64_t more = 0;
  };

  [[nodiscard]] Values most_frequent(const FacetRequest& request);
  [[nodiscard]] Facet count(const FacetRequest& request);
  [[nodiscard]] std::vector<Value> resolve(const Facet& facet);
  void find_articles(Value& value);
  void count_by_article(const Values& rows, const Values& columns, Matrix& matrix) const;
  void count_by_sentence(const Values& rows, const Values& columns, Matrix& matrix) const;
  [[nodiscard]] DayCounter days_of(const Sets& sets) const;

  const Search& search_;
  SearchTools tools_;
};

}  // namespace newsdex
