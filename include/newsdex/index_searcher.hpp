// Searching an index: the library behind newsdex-search.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "newsdex/query.hpp"
#include "newsdex/search_result.hpp"

namespace newsdex {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

/// A facet to be counted.
struct FacetRequest {
  Field field = Field::actor;
  std::uint32_t limit = 0;   // values at most; 0 for all
  std::uint32_t offset = 0;  // values to pass over
};

/// See Matrix.
struct MatrixRequest {
  Field rows = Field::actor;
  Field columns = Field::platform;
  MatrixUnit unit = MatrixUnit::article;  // sentences only of fields of kind name
  std::uint32_t row_limit = 10;
  std::uint32_t column_limit = 8;
};

/// What a search is asked for. Hits are those from `offset` on in the order of `sort`, `limit` at
/// most; totals, facets and the timeline count all articles that match, however many are shown.
struct SearchRequest {
  Query query;
  std::string query_text;     // what SearchResult::query repeats
  std::string narrowed_text;  // the same, so that filters may be written after it
  std::vector<FacetRequest> facets;
  std::optional<TimelineUnit> timeline;
  std::optional<FacetRequest> timeline_by;  // a timeline a value, by the unit of `timeline`
  std::optional<MatrixRequest> matrix;
  SortOrder sort = SortOrder::relevance;
  std::uint32_t limit = 10;
  std::uint64_t offset = 0;
  // Whether near copies are no hits of their own but listed with the earliest of those that match.
  bool fold = false;
  // Whether hits are ranked also by words that the best of them have in common, if by relevance.
  // What is found stays the same.
  bool expand = false;
  bool highlight = true;                 // whether hits get their snippets and marks
  bool whole_text = false;               // one snippet, the whole text, instead of passages
  bool suggest = false;                  // whether SearchResult::suggestion is looked for
  std::chrono::milliseconds timeout{0};  // after which the search stops; 0 for never
};

/// What one leaf of a query is to an index.
struct ExplainedLeaf {
  std::string text;  // the leaf as a query
  std::string
      meaning;  // stems, the words a pattern stands for, or the canonical name; may be empty
  std::uint64_t articles = 0;
  bool negated = false;
};

/// A stem by which SearchRequest::expand ranks as well.
struct AddedWord {
  std::string stem;
  double weight = 0;  // a word of the query that stands there once has 1
  std::uint64_t articles = 0;
};

/// How a search is shared out among threads.
struct SearchThreads {
  unsigned workers = 0;  // the calling thread included; 0: one a core
  /// A search of fewer steps (postings read, articles scored, values counted) is done by the
  /// calling thread alone: sharing it out would take longer. 0 shares out everything.
  std::uint64_t parallel_from = 20'000;
  /// Larger segments are looked at in slices of about so many articles.
  std::uint32_t slice_articles = 1U << 17;
};

/// How shards on other machines are treated.
struct ShardOptions {
  /// After so long without an answer one counts as dead; 0 for what the list of shards says.
  std::chrono::milliseconds timeout{0};
  /// Whether a search is refused unless all shards answer, instead of giving what the others find.
  bool require_all = false;
  /// Where pieces of them are kept for later searches, readable by the user only; empty for
  /// nowhere.
  std::string cache;
};

class Deadline;

/// An index open for searching. It shows the state that was published when it was opened, whatever
/// a writer does meanwhile. Not to be shared among threads.
class IndexSearcher {
 public:
  /// `index` is the folder of an index, or a list of shards that are searched as one, or a folder
  /// that has such a list. Throws Error{no_index} or Error{bad_index}, and Error{usage} for a list
  /// that cannot be read.
  explicit IndexSearcher(const std::string& index, const SearchThreads& threads = {},
                         const ShardOptions& shards = {});
  ~IndexSearcher();
  IndexSearcher(const IndexSearcher&) = delete;
  IndexSearcher& operator=(const IndexSearcher&) = delete;

  /// Equal articles rank by order of their date, newest first, then by a hash of their ids. The
  /// error is for a name filter that names nobody or several, a pattern that stands for too many
  /// words, an unknown id, or a search that was stopped by its time limit. Throws Error{bad_index}
  /// when the index turns out damaged. Shards that do not answer are named in the result, which is
  /// then that of the others; Error{no_shard} when none does.
  [[nodiscard]] tl::expected<SearchResult, QueryError> search(const SearchRequest& request);

  /// Those of the last answer or refusal: what a query names may be known to one that is missing.
  [[nodiscard]] AbsentShards absent_shards() const;

  /// The leaves of the query in order, each with the number of articles that it matches by itself.
  /// Errors as those of search().
  [[nodiscard]] tl::expected<std::vector<ExplainedLeaf>, QueryError> explain(
      const Query& query, std::chrono::milliseconds timeout);

  /// What SearchRequest::expand ranks the hits of the query by besides its own words, the
  /// weightiest first. Errors as those of search().
  [[nodiscard]] tl::expected<std::vector<AddedWord>, QueryError> added_words(
      const Query& query, std::chrono::milliseconds timeout);

 private:
  struct Parts;
  template <typename Action>
  auto with_shards(Action&& action);
  [[nodiscard]] Deadline deadline_after(std::chrono::milliseconds timeout) const;
  template <typename Action>
  auto in_time(std::chrono::milliseconds timeout, Action&& action);
  [[nodiscard]] tl::expected<SearchResult, QueryError> answer(const SearchRequest& request,
                                                              const Deadline& deadline);
  [[nodiscard]] std::optional<std::string> suggest(const SearchRequest& request,
                                                   std::uint64_t total, const Deadline& deadline);
  std::unique_ptr<Parts> parts_;
};

}  // namespace newsdex
