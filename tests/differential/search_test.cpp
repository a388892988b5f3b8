// The engine against a brute-force scan: totals, order, scores and facet counts on random articles
// and queries, over an index of one segment and over one that updates have cut up.
#include <gtest/gtest.h>

#include "differential/random_articles.hpp"
#include "differential/reference_search.hpp"
#include "newsdex/index_builder.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

constexpr int kArticles = 120;
constexpr int kQueries = 150;

class DifferentialTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  void write(const std::map<std::string, Article>& articles, const std::string& name) {
    std::string lines;
    for (const auto& [id, article] : articles) lines += to_json_line(article);
    folder_.write(name, lines);
  }

  BuildOptions options(const std::string& index) {
    BuildOptions options;
    options.sources = {folder_.path("articles")};
    options.index = folder_.path(index);
    options.jobs = 2;
    options.built_in_names = false;
    options.name_lists = {folder_.write("names.yaml", random_article_names())};
    return options;
  }

  void compare(const std::string& index, const std::string& text) {
    SCOPED_TRACE(index + ": " + text);
    const auto query = parse_query(text);
    ASSERT_TRUE(query) << query.error().message;
    SearchRequest request;
    request.query = *query;
    request.limit = kArticles * 2;
    for (const Field field : {Field::actor, Field::platform, Field::source, Field::language}) {
      request.facets.push_back({field, 0});
    }
    const auto found = IndexSearcher(folder_.path(index)).search(request);
    if (!found) return;  // a name that no article has made unique: nothing to compare
    const ReferenceResult expected = reference_.search(*query);
    ASSERT_EQ(found->total, expected.hits.size());
    ASSERT_EQ(found->hits.size(), expected.hits.size());
    compare_hits(found->hits, expected);
    for (const Facet& facet : found->facets) compare_facet(facet, expected);
    ++compared_;
  }

  void compare_hits(const std::vector<Hit>& hits, const ReferenceResult& expected) {
    std::map<std::string, double> scores;
    for (const ReferenceHit& hit : expected.hits) scores[hit.id] = hit.score;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      ASSERT_TRUE(scores.contains(hits[i].id)) << hits[i].id;
      EXPECT_NEAR(hits[i].score, scores[hits[i].id], 1e-6) << hits[i].id;
      EXPECT_NEAR(hits[i].score, expected.hits[i].score, 1e-6) << "place " << i;
    }
  }

  static void compare_facet(const Facet& facet, const ReferenceResult& expected) {
    std::map<std::string, std::uint64_t> counts;
    for (const FacetCount& value : facet.values) {
      if (value.count > 0) counts[value.value] = value.count;
    }
    const auto wanted = expected.facets.find(facet.field);
    EXPECT_EQ(counts, wanted == expected.facets.end() ? decltype(counts){} : wanted->second)
        << spec(facet.field).name;
  }

  TemporaryFolder folder_;
  ReferenceSearch reference_{random_article_names()};
  int compared_ = 0;
};

TEST_P(DifferentialTest, SearchFindsWhatAScanFinds) {
  RandomArticles random(GetParam());
  std::map<std::string, Article> first;
  std::map<std::string, Article> second;
  for (int i = 0; i < kArticles; ++i) {
    const std::string id = "a" + std::to_string(i);
    (i % 2 == 0 ? first : second)[id] = random.article(id);
  }
  // Built from one half, then changed by updates into the whole with some changed and some gone.
  write(first, "articles/first.jsonl");
  build_index(options("updated"));
  write(second, "articles/second.jsonl");
  update_index(options("updated"));
  for (int i = 0; i < kArticles; i += 7) first.erase("a" + std::to_string(i));
  for (int i = 2; i < kArticles; i += 10) {
    const std::string id = "a" + std::to_string(i);
    if (first.contains(id)) first[id] = random.article(id);
  }
  write(first, "articles/first.jsonl");
  update_index(options("updated"));
  build_index(options("built"));
  BuildOptions merge = options("merged");
  std::filesystem::copy(folder_.path("updated"), folder_.path("merged"),
                        std::filesystem::copy_options::recursive);
  merge_index(merge);
  for (const auto* articles : {&first, &second}) {
    for (const auto& [id, article] : *articles) reference_.set(article);
  }
  for (int i = 0; i < kQueries; ++i) {
    const std::string query = random.query();
    for (const char* index : {"updated", "built", "merged"}) {
      compare(index, query);
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
  }
  EXPECT_GT(compared_, kQueries) << "too few queries could be compared";
}

INSTANTIATE_TEST_SUITE_P(Seeds, DifferentialTest, ::testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace newsdex::testing
