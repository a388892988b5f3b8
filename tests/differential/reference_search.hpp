// Search without an index: every article is looked at for every query.
//
// Slow and plain on purpose, and written apart from the engine: it shares with it only the
// analyzer, the recogniser and the parser, whose output both start from.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexing/document_builder.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex::testing {

struct ReferenceHit {
  std::string id;
  double score = 0;
  Day day = 0;  // for the order of equals; INT32_MIN without a date
};

using Counts = std::map<std::string, std::uint64_t>;

struct ReferenceResult {
  std::vector<ReferenceHit> hits;  // all, in order but for ties of score and day
  std::map<Field, Counts> facets;
  std::map<TimelineUnit, Counts> timelines;  // years, months and days, without gaps
};

/// The period of `date`, or nothing where it is not known as precisely.
std::string period_of(const PartialDate& date, TimelineUnit unit);

/// The query as it would be without the filters that the facet is counted without.
Query without_filters(const Query& query, Field facet);

class ReferenceSearch {
 public:
  /// The name list `names` tags the articles.
  explicit ReferenceSearch(const std::string& names);

  void set(const Article& article);
  void erase(const std::string& id);

  /// `expand`: ranked by pseudo-relevance feedback.
  [[nodiscard]] ReferenceResult search(const Query& query, bool expand = false);

 private:
  struct Word {
    std::string form;
    std::string stem;
  };
  struct Entry {
    std::vector<Word> title;
    std::vector<Word> body;
    std::map<Field, std::set<std::string>> values;
    PartialDate date;
    std::vector<DateRange> spoken;  // stretches of days, both ends known
    std::map<std::size_t, std::map<Field, std::set<std::string>>> sentences;  // names in each
  };
  [[nodiscard]] bool matches(const Query& query, const Entry& entry);
  [[nodiscard]] bool matches_in_sentence(const SentenceQuery& query, const Entry& entry);
  [[nodiscard]] bool is_similar(const SimilarQuery& query, const Entry& entry);
  [[nodiscard]] const std::vector<Query>& telling_words(const std::string& id);
  [[nodiscard]] bool matches_all(const AndQuery& both, const Entry& entry);
  [[nodiscard]] static bool has_date(const DateQuery& query, const Entry& entry);
  [[nodiscard]] bool has_value(const ValueQuery& query, const Entry& entry);
  [[nodiscard]] std::uint32_t occurrences(const Query& leaf, const Entry& entry);
  // Where each of the words of `leaf` stands: first and last word, of titles and bodies apart.
  struct Place {
    bool in_title = false;
    std::size_t first = 0;
    std::size_t last = 0;

    auto operator<=>(const Place&) const = default;
  };
  using Places = std::set<Place>;
  [[nodiscard]] Places places(const Query& leaf, const Entry& entry);
  [[nodiscard]] Places places_of_text(const std::string& text, bool exact, const Entry& entry);
  [[nodiscard]] Places places_near(const NearQuery& near, const Entry& entry);
  template <typename Matches>
  [[nodiscard]] static Places places_where(const Entry& entry, Matches&& matches);
  // A leaf of one plain word; without stems if it is another.
  struct PlainWord {
    std::string form;
    std::set<std::string> stems;
    bool function = false;
  };
  [[nodiscard]] std::vector<PlainWord> plain_words(const std::vector<const Query*>& leaves);
  [[nodiscard]] static bool counts_in_ranking(const std::vector<PlainWord>& words, std::size_t i);
  [[nodiscard]] static double occurrences_in_query(const std::vector<PlainWord>& words,
                                                   std::size_t i);
  [[nodiscard]] static std::vector<int> positions(const PlainWord& word, const Entry& entry,
                                                  int& own);
  [[nodiscard]] static double gain(const std::vector<PlainWord>& words,
                                   const std::vector<double>& weights, const Entry& entry,
                                   double norm);
  [[nodiscard]] static double length_norm(const Entry& entry, double mean_length) {
    const auto length = static_cast<double>(entry.title.size() + entry.body.size());
    return 2 * (0.25 + 0.75 * length / mean_length);
  }
  // What a query is ranked by.
  struct Ranking {
    std::vector<const Query*> leaves;
    std::vector<PlainWord> words;         // of the leaves
    std::vector<double> weights;          // of the leaves
    double shares = 0;                    // sum of the weights without idf
    std::map<std::string, double> added;  // stems with their weights
    double mean_length = 0;
  };
  [[nodiscard]] Ranking ranking_of(const Query& query);
  [[nodiscard]] double idf(double with) const;
  [[nodiscard]] double score(const Ranking& ranking, const Entry& entry);
  [[nodiscard]] static double count_stem(const std::string& stem, const std::vector<Word>& words);
  [[nodiscard]] double articles_with(const std::string& stem) const;
  [[nodiscard]] std::vector<ReferenceHit> ranked(const Query& query, const Ranking& ranking);
  void add_feedback(const std::vector<ReferenceHit>& hits, Ranking& ranking) const;
  void add_facets(const Query& query, ReferenceResult& result);
  void collect_leaves(const Query& query, std::vector<const Query*>& leaves);
  [[nodiscard]] std::set<std::string> languages() const;
  [[nodiscard]] const std::vector<std::vector<Word>>& analysed(const std::string& text);

  Taggers taggers_;
  DocumentBuilder builder_;
  Analyzer analyzer_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, std::vector<std::vector<Word>>> analysed_;  // by text, a row a language
  std::map<std::string, std::vector<Query>> telling_;               // by id
  // Canonical names by field and by the key of any form.
  std::map<std::pair<Field, std::string>, std::set<std::string>> names_;
};

}  // namespace newsdex::testing
