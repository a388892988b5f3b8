// The engine against a brute-force scan: totals, order, scores, facets and timelines on random
// articles and queries, over indexes of one segment and of several with deleted articles, by one
// thread and by several.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "differential/random_articles.hpp"
#include "differential/reference_search.hpp"
#include "newsdex/index_builder.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

constexpr Field kFacets[] = {Field::actor,       Field::platform, Field::organisation, Field::place,
                             Field::source,      Field::language, Field::year,         Field::month,
                             Field::date_source, Field::mentions, Field::tagged_by};

// Every search is shared out, however small.
constexpr SearchThreads kAlwaysParallel = {3, 0, 4096};

std::string id_of(int article) {
  return fmt::format("a{}", article);
}

class DifferentialTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  using Articles = std::map<std::string, Article>;

  void write(const Articles& articles, const std::string& name) {
    std::string lines;
    for (const auto& [id, article] : articles) lines += to_json_line(article);
    folder_.write(fmt::format("articles/{}", name), lines);
  }

  BuildOptions options(const std::string& index) {
    BuildOptions options;
    options.sources = {folder_.path("articles")};
    options.index = folder_.path(index);
    options.jobs = 2;
    options.built_in_names = false;
    options.discovery = false;
    options.name_lists = {folder_.write("names.yaml", random_article_names())};
    return options;
  }

  void open(const std::string& name, const std::string& index, const SearchThreads& threads) {
    searchers_[name] = std::make_unique<IndexSearcher>(folder_.path(index), threads);
  }

  // Compares all open indexes with the scan, up to the first failure.
  void compare_all(RandomArticles& random, int queries) {
    for (int i = 0; i < queries && !HasFailure(); ++i) compare_query(random.query(), random);
    EXPECT_GE(compared_, queries * 3 / 4) << "too few queries could be compared";
  }

  void compare_query(const std::string& text, RandomArticles& random) {
    const auto query = parse_query(text);
    ASSERT_TRUE(query) << text << ": " << query.error().message;
    expand_ = random.below(3) == 0;
    const ReferenceResult expected = reference_.search(*query, expand_);
    std::size_t refused = 0;
    for (auto& [name, searcher] : searchers_) {
      SCOPED_TRACE(fmt::format("{}: {}", name, text));
      compare(*searcher, *query, text, expected, random);
      if (HasFailure()) return;
      if (refused_) ++refused;
    }
    EXPECT_TRUE(refused == 0 || refused == searchers_.size()) << text << ": refused by some";
    if (refused == 0) ++compared_;
  }

  void compare(IndexSearcher& searcher, const Query& query, const std::string& text,
               const ReferenceResult& expected, RandomArticles& random) {
    SearchRequest request;
    request.query = query;
    request.narrowed_text = fmt::format("({})", text);
    request.limit = limit_;
    request.expand = expand_;
    request.timeline = static_cast<TimelineUnit>(random.below(4));
    for (const Field field : kFacets) request.facets.push_back({field, 0});
    const auto found = searcher.search(request);
    refused_ = !found;
    if (refused_) return;  // a name that no article has made unique: nothing to compare
    ASSERT_EQ(found->total, expected.hits.size());
    ASSERT_EQ(found->hits.size(), std::min<std::size_t>(limit_, expected.hits.size()));
    compare_hits(found->hits, expected);
    for (const Facet& facet : found->facets) compare_facet(facet, expected);
    compare_choice(searcher, query, found->facets, random);
    compare_timeline(searcher, *found->timeline, expected, random);
    compare_page(searcher, request, found->hits, random);
  }

  // Whether sums added up otherwise could put this hit and a neighbour the other way round.
  static bool is_close_to_a_neighbour(const std::vector<ReferenceHit>& hits, std::size_t place) {
    const auto close = [&](std::size_t other) {
      const double apart = std::abs(hits[place].score - hits[other].score);
      return apart > 1e-12 && apart < 1e-6;
    };
    return (place > 0 && close(place - 1)) || (place + 1 < hits.size() && close(place + 1));
  }

  static void compare_hits(const std::vector<Hit>& hits, const ReferenceResult& expected) {
    std::map<std::string, double> scores;
    for (const ReferenceHit& hit : expected.hits) scores[hit.id] = hit.score;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      ASSERT_TRUE(scores.contains(hits[i].id)) << hits[i].id;
      EXPECT_NEAR(hits[i].score, scores[hits[i].id], 1e-6) << hits[i].id;
      EXPECT_NEAR(hits[i].score, expected.hits[i].score, 1e-6) << "place " << i;
      if (is_close_to_a_neighbour(expected.hits, i)) continue;
      EXPECT_EQ(hits[i].id, expected.hits[i].id) << "place " << i;
    }
  }

  static void compare_facet(const Facet& facet, const ReferenceResult& expected) {
    Counts counts;
    for (const FacetCount& value : facet.values) {
      if (value.count > 0) counts[value.value] = value.count;
    }
    const auto wanted = expected.facets.find(facet.field);
    EXPECT_EQ(counts, wanted == expected.facets.end() ? Counts{} : wanted->second)
        << spec(facet.field).name;
  }

  // A value of a facet, put in the place of its own filters, finds as much as it is counted.
  void compare_choice(IndexSearcher& searcher, const Query& query, const std::vector<Facet>& facets,
                      RandomArticles& random) {
    constexpr Field kByName[] = {Field::actor, Field::platform, Field::year, Field::month,
                                 Field::mentions};
    const Field field = kByName[random.below(std::size(kByName))];
    const auto facet = std::find_if(facets.begin(), facets.end(),
                                    [&](const Facet& each) { return each.field == field; });
    if (facet->values.empty()) return;
    const FacetCount& row = facet->values[random.below(facet->values.size())];
    const std::string value = to_query_text({ValueQuery{field, row.value}, 0});
    SearchRequest request;
    request.query = {AndQuery{{without_filters(query, field), parse_query(value).value()}, false}};
    request.facets = {{field, 0}};
    request.limit = 0;
    const auto found = searcher.search(request);
    ASSERT_TRUE(found) << value;
    EXPECT_EQ(found->total, row.count) << value;
    const std::vector<FacetCount>& values = found->facets.front().values;
    const auto chosen = std::find_if(values.begin(), values.end(), [&](const FacetCount& each) {
      return each.value == row.value;
    });
    ASSERT_NE(chosen, values.end()) << value;
    EXPECT_TRUE(chosen->selected) << value;
    EXPECT_EQ(chosen->count, row.count) << value;
  }

  // The query that a bar carries finds the bar's articles.
  static void compare_bar(IndexSearcher& searcher, const TimelineBar& bar) {
    SearchRequest request;
    const auto query = parse_query(bar.query);
    ASSERT_TRUE(query) << bar.query;
    request.query = *query;
    EXPECT_EQ(searcher.search(request)->total, bar.count) << bar.query;
  }

  static void compare_timeline(IndexSearcher& searcher, const Timeline& timeline,
                               const ReferenceResult& expected, RandomArticles& random) {
    std::uint64_t placed = 0;
    Counts counts;
    for (const TimelineBar& bar : timeline.bars) {
      placed += bar.count;
      if (bar.count > 0) counts[bar.period] = bar.count;
    }
    EXPECT_EQ(placed + timeline.unplaced, expected.hits.size());
    if (!timeline.bars.empty())
      compare_bar(searcher, timeline.bars[random.below(timeline.bars.size())]);
    if (timeline.unit == TimelineUnit::week) return;  // the scan knows no weeks
    const auto wanted = expected.timelines.find(timeline.unit);
    EXPECT_EQ(counts, wanted == expected.timelines.end() ? Counts{} : wanted->second);
  }

  // A page must be what stands there in the whole list, though far less is scored for it.
  static void compare_page(IndexSearcher& searcher, SearchRequest request,
                           const std::vector<Hit>& all, RandomArticles& random) {
    request.limit = static_cast<std::uint32_t>(1 + random.below(5));
    request.offset = random.below(4);
    request.facets.clear();
    request.timeline.reset();
    const auto page = searcher.search(request);
    const std::size_t begin = std::min<std::size_t>(request.offset, all.size());
    ASSERT_EQ(page->hits.size(), std::min<std::size_t>(request.limit, all.size() - begin));
    for (std::size_t i = 0; i < page->hits.size(); ++i) {
      EXPECT_EQ(page->hits[i].id, all[begin + i].id) << "place " << begin + i;
      EXPECT_EQ(page->hits[i].score, all[begin + i].score);
    }
  }

  // Every count of a matrix is that of its query in the brute-force scan.
  void compare_matrix(IndexSearcher& searcher, const Query& query, const std::string& text,
                      const MatrixRequest& wanted) {
    SearchRequest request;
    request.query = query;
    request.narrowed_text = fmt::format("({})", text);
    request.limit = 0;
    request.matrix = wanted;
    request.timeline = TimelineUnit::month;
    request.timeline_by = {wanted.rows, 3, 0};
    const auto found = searcher.search(request);
    if (!found) return;
    const Matrix& matrix = *found->matrix;
    for (const MatrixCell& cell : matrix.cells) {
      const auto cell_query = parse_query(cell.query);
      ASSERT_TRUE(cell_query) << cell.query;
      EXPECT_EQ(reference_.search(*cell_query).hits.size(), cell.count) << cell.query;
      request.matrix.reset();
      request.timeline_by.reset();
      request.query = *cell_query;
      EXPECT_EQ(searcher.search(request)->total, cell.count) << cell.query;
    }
    for (const ValueTimeline& value : found->value_timelines->values) {
      std::uint64_t placed = 0;
      for (const TimelineBar& bar : value.timeline.bars) placed += bar.count;
      EXPECT_EQ(placed + value.timeline.unplaced, value.count) << value.value;
      EXPECT_EQ(value.timeline.bars.size(), found->timeline->bars.size());
    }
  }

  // Fields and units by turns.
  void compare_matrices(RandomArticles& random, int queries) {
    constexpr Field kRows[] = {Field::actor, Field::platform, Field::source, Field::actor};
    constexpr Field kColumns[] = {Field::platform, Field::actor, Field::month, Field::actor};
    for (int i = 0; i < queries; ++i) {
      const std::string text = random.query();
      const auto query = parse_query(text);
      ASSERT_TRUE(query) << text;
      MatrixRequest wanted = {kRows[i % 4], kColumns[i % 4], MatrixUnit::article, 4, 4};
      if (i % 4 != 2 && i % 3 != 0) wanted.unit = MatrixUnit::sentence;
      for (auto& [name, searcher] : searchers_) {
        SCOPED_TRACE(fmt::format("{}: {}", name, text));
        compare_matrix(*searcher, *query, text, wanted);
        if (HasFailure()) return;
      }
    }
  }

  TemporaryFolder folder_;
  ReferenceSearch reference_{random_article_names()};
  std::map<std::string, std::unique_ptr<IndexSearcher>> searchers_;
  std::uint32_t limit_ = 1000;  // of the hits that are compared
  bool expand_ = false;         // whether they are ranked by feedback
  bool refused_ = false;        // the query that was compared last
  int compared_ = 0;            // queries that all searchers have answered
};

TEST_P(DifferentialTest, SearchFindsWhatAScanFinds) {
  constexpr int kArticles = 100;
  constexpr int kParts = 4;
  RandomArticles random(GetParam());
  std::vector<Articles> parts(kParts);
  for (int i = 0; i < kArticles; ++i) {
    const std::string id = id_of(i);
    parts[static_cast<std::size_t>(i % kParts)][id] = random.article(id);
  }
  // Built from one part, then made whole by updates, a segment each, and last some are changed and
  // some go.
  write(parts[0], "0.jsonl");
  build_index(options("updated"));
  for (std::size_t part = 1; part < kParts; ++part) {
    write(parts[part], fmt::format("{}.jsonl", part));
    update_index(options("updated"));
  }
  for (int i = 0; i < kArticles; i += 7) parts[0].erase(id_of(i));
  for (int i = 2; i < kArticles; i += 10) {
    const std::string id = id_of(i);
    if (parts[2].contains(id)) parts[2][id] = random.article(id);
  }
  write(parts[0], "0.jsonl");
  write(parts[2], "2.jsonl");
  update_index(options("updated"));
  build_index(options("built"));
  std::filesystem::copy(folder_.path("updated"), folder_.path("merged"),
                        std::filesystem::copy_options::recursive);
  merge_index(options("merged"));
  for (const Articles& articles : parts) {
    for (const auto& [id, article] : articles) reference_.set(article);
  }
  open("updated", "updated", {});
  open("updated, by several threads", "updated", kAlwaysParallel);
  open("built", "built", {});
  open("merged", "merged", {});
  compare_all(random, 60);
  compare_matrices(random, 12);
}

INSTANTIATE_TEST_SUITE_P(Seeds, DifferentialTest, ::testing::Values(1U, 2U, 3U));

// Which words tell an article is known without those of deleted ones only, so none is deleted here.
TEST_P(DifferentialTest, SimilarArticlesAreThoseOfAScan) {
  constexpr int kArticles = 60;
  RandomArticles random(GetParam());
  Articles first;
  Articles second;
  for (int i = 0; i < kArticles; ++i) {
    const Article article = random.article(id_of(i));
    (i % 2 == 0 ? first : second)[article.id] = article;
    reference_.set(article);
  }
  write(first, "0.jsonl");
  build_index(options("updated"));
  write(second, "1.jsonl");
  update_index(options("updated"));
  build_index(options("built"));
  open("updated", "updated", kAlwaysParallel);
  open("built", "built", {});
  constexpr int kQueries = 20;
  for (int i = 0; i < kQueries && !HasFailure(); ++i) {
    const std::string similar = fmt::format("similar:{}", id_of(3 * i));
    const std::string queries[] = {similar, "-" + similar,
                                   fmt::format("{} ({})", similar, random.query(1)),
                                   fmt::format("{} OR ({})", similar, random.query(1)),
                                   fmt::format("{} -similar:{}", similar, id_of(3 * i + 1))};
    compare_query(queries[static_cast<std::size_t>(i) % std::size(queries)], random);
  }
  EXPECT_GE(compared_, kQueries);
}

// So many articles that a segment is looked at in several windows.
class ManyArticlesTest : public DifferentialTest {};

TEST_P(ManyArticlesTest, SearchFindsWhatAScanFinds) {
  RandomArticles random(GetParam());
  limit_ = 60;
  Articles articles;
  for (int i = 0; i < 4500; ++i) {
    const std::string id = id_of(i);
    articles[id] = random.short_article(id);
    reference_.set(articles[id]);
  }
  write(articles, "all.jsonl");
  build_index(options("built"));
  open("built", "built", {});
  open("built, in slices", "built", kAlwaysParallel);
  compare_all(random, 15);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ManyArticlesTest, ::testing::Values(4U));

}  // namespace
}  // namespace newsdex::testing
