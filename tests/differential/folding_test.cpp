// Folding near copies against a brute-force reference: each article is compared with each, by all
// of its words in a row, and each list of hits is gone through for those that have an earlier copy
// in it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "differential/random_articles.hpp"
#include "differential/reference_search.hpp"
#include "newsdex/index_builder.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

using Shingles = std::set<std::vector<std::string>>;

Shingles shingles_of(const Article& article) {
  Analyzer analyzer;
  TokenStream tokens;
  analyzer.analyze(article.body, article.language, tokens);
  Shingles shingles;
  std::vector<std::string> forms;
  for (const Token& token : tokens.tokens()) {
    forms.emplace_back(token.form);
    if (forms.size() >= 4) shingles.emplace(forms.end() - 4, forms.end());
  }
  return shingles;
}

// Of the smaller set, as far as the two are of a size.
double exact_containment(const Shingles& a, const Shingles& b) {
  const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
  if (smaller < 0.4 * static_cast<double>(std::max(a.size(), b.size()))) return 0;
  const auto both =
      std::count_if(a.begin(), a.end(), [&](const auto& shingle) { return b.contains(shingle); });
  return static_cast<double>(both) / smaller;
}

// Earliest first, those without a date last.
struct Dated {
  std::string id;
  Day day = 0;

  auto operator<=>(const Dated& other) const {
    return std::tie(day, id) <=> std::tie(other.day, other.id);
  }
  bool operator==(const Dated&) const = default;
};

// By id, the group's number; each is compared with each.
std::map<std::string, std::size_t> reference_groups(const std::map<std::string, Article>& articles,
                                                    std::vector<Dated> in_order) {
  std::map<std::string, Shingles> shingles;
  for (const auto& [id, article] : articles) shingles[id] = shingles_of(article);
  std::vector<std::vector<std::string>> groups;
  std::map<std::string, std::size_t> group_of;
  std::sort(in_order.begin(), in_order.end());
  for (const Dated& each : in_order) {
    const auto common = [&](const std::string& id) {
      return exact_containment(shingles[id], shingles[each.id]);
    };
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& members) {
      return common(members.front()) >= 0.5 &&
             std::any_of(members.begin(), members.end(),
                         [&](const std::string& id) { return common(id) >= 0.8; });
    });
    group_of[each.id] = static_cast<std::size_t>(group - groups.begin());
    if (group == groups.end()) {
      groups.push_back({each.id});
    } else {
      group->push_back(each.id);
    }
  }
  return group_of;
}

class FoldingTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  // A hit, and the ids folded under it.
  using Folded = std::map<std::string, std::vector<std::string>>;

  void make_articles(RandomArticles& random) {
    for (int i = 0; i < 48; ++i) {
      const std::string id = fmt::format("a{}", i);
      articles_[id] = random.article(id);
      articles_[id].body += random.article(id).body;
      for (std::size_t copy = random.below(3) == 0 ? 1 + random.below(3) : 0; copy > 0; --copy) {
        const std::string other =
            fmt::format("{}{}", random.below(2) == 0 ? "b" : "a", 100 * i + static_cast<int>(copy));
        articles_[other] = changed(articles_[id], other, random);
      }
    }
  }

  static Article changed(const Article& article, const std::string& id, RandomArticles& random) {
    Article copy = random.article(id);
    copy.language = article.language;
    copy.body = article.body;
    if (random.below(2) == 0) copy.body += " as our own desk has it";
    if (random.below(2) == 0) copy.body.insert(0, "Again today: ");
    return copy;
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

  // Article i of the order goes to part i % 4.
  void write_part(std::size_t part) {
    std::string lines;
    std::size_t i = 0;
    for (const auto& [id, article] : articles_) {
      if (i++ % 4 == part) lines += to_json_line(article);
    }
    folder_.write(fmt::format("articles/{}.jsonl", part), lines);
  }

  void make_indexes() {
    write_part(0);
    build_index(options("updated"));
    for (const std::size_t part : {1U, 2U, 3U}) {
      write_part(part);
      update_index(options("updated"));
    }
    build_index(options("built"));
    std::filesystem::copy(folder_.path("updated"), folder_.path("merged"),
                          std::filesystem::copy_options::recursive);
    merge_index(options("merged"));
    for (const char* name : {"updated", "built", "merged"})
      searchers_.push_back(
          std::make_unique<IndexSearcher>(folder_.path(name), SearchThreads{3, 0, 4096}));
  }

  void group_by_reference() {
    std::vector<Dated> all;
    for (const auto& [id, article] : articles_) reference_.set(article);
    for (const ReferenceHit& hit : reference_.search({AllQuery{}}).hits) {
      all.push_back({hit.id, hit.day == INT32_MIN ? INT32_MAX : hit.day});
      days_[hit.id] = all.back().day;
    }
    group_of_ = reference_groups(articles_, all);
  }

  Folded folded(const ReferenceResult& result) {
    std::map<std::size_t, std::vector<Dated>> by_group;
    for (const ReferenceHit& hit : result.hits)
      by_group[group_of_[hit.id]].push_back({hit.id, days_[hit.id]});
    Folded out;
    for (auto& [group, members] : by_group) {
      std::sort(members.begin(), members.end());
      std::vector<std::string>& copies = out[members.front().id];
      for (std::size_t i = 1; i < members.size(); ++i) copies.push_back(members[i].id);
    }
    return out;
  }

  void compare(IndexSearcher& searcher, const Query& query, RandomArticles& random) {
    const ReferenceResult expected = reference_.search(query);
    const Folded heads = folded(expected);
    SearchRequest request;
    request.query = query;
    request.limit = 1000;
    request.fold = true;
    request.facets = {{Field::actor, 0}};
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
      request.sort = sort;
      const auto found = searcher.search(request);
      if (!found) return;  // a name that no article has made unique
      ASSERT_EQ(found->total, expected.hits.size());
      ASSERT_EQ(found->hits.size(), heads.size());
      EXPECT_EQ(found->folded, found->total - heads.size());
      for (const Hit& hit : found->hits) {
        ASSERT_TRUE(heads.contains(hit.id)) << hit.id;
        EXPECT_EQ(hit.copies, heads.at(hit.id)) << hit.id;
      }
      compare_order(found->hits, expected, heads, sort);
      compare_page(searcher, request, found->hits, random);
    }
    compare_unfolded(searcher, request);
    ++compared_;
    folded_ += expected.hits.size() - heads.size();
  }

  void compare_order(const std::vector<Hit>& hits, const ReferenceResult& expected,
                     const Folded& heads, SortOrder sort) {
    if (sort == SortOrder::relevance) {
      compare_scores(hits, expected, heads);
      return;
    }
    for (std::size_t i = 1; i < hits.size(); ++i) {
      const Day before = days_[hits[i - 1].id];
      const Day day = days_[hits[i].id];
      if (sort == SortOrder::oldest) {
        EXPECT_LE(before, day);
      } else if (day != INT32_MAX) {
        EXPECT_GE(before, day);
      }
    }
  }

  // A group scores, and ranks, as the best of those of it that match.
  static void compare_scores(const std::vector<Hit>& hits, const ReferenceResult& expected,
                             const Folded& heads) {
    std::map<std::string, double> scores;
    for (const ReferenceHit& hit : expected.hits) scores[hit.id] = hit.score;
    std::vector<double> in_order;
    for (const auto& [head, copies] : heads) {
      double best = scores.at(head);
      for (const std::string& copy : copies) best = std::max(best, scores.at(copy));
      scores[head] = best;
      in_order.push_back(best);
    }
    std::sort(in_order.begin(), in_order.end(), std::greater<>());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      EXPECT_NEAR(hits[i].score, scores.at(hits[i].id), 1e-6) << hits[i].id;
      EXPECT_NEAR(hits[i].score, in_order[i], 1e-6) << "place " << i;
    }
  }

  static void compare_page(IndexSearcher& searcher, SearchRequest request,
                           const std::vector<Hit>& all, RandomArticles& random) {
    request.limit = static_cast<std::uint32_t>(1 + random.below(5));
    request.offset = random.below(6);
    const auto page = searcher.search(request);
    const std::size_t begin = std::min<std::size_t>(request.offset, all.size());
    ASSERT_EQ(page->hits.size(), std::min<std::size_t>(request.limit, all.size() - begin));
    for (std::size_t i = 0; i < page->hits.size(); ++i) {
      EXPECT_EQ(page->hits[i].id, all[begin + i].id) << "place " << begin + i;
      EXPECT_EQ(page->hits[i].copies, all[begin + i].copies);
    }
  }

  // Counts are of articles, folded or not.
  static void compare_unfolded(IndexSearcher& searcher, SearchRequest request) {
    const auto folded = searcher.search(request);
    request.fold = false;
    const auto all = searcher.search(request);
    EXPECT_EQ(all->total, folded->total);
    EXPECT_EQ(all->hits.size(), all->total);
    EXPECT_EQ(all->folded, 0U);
    EXPECT_EQ(all->facets[0].values, folded->facets[0].values);
  }

  TemporaryFolder folder_;
  std::map<std::string, Article> articles_;
  ReferenceSearch reference_{random_article_names()};
  std::map<std::string, Day> days_;
  std::map<std::string, std::size_t> group_of_;
  std::vector<std::unique_ptr<IndexSearcher>> searchers_;
  int compared_ = 0;
  std::uint64_t folded_ = 0;
};

TEST_P(FoldingTest, HitsAreThoseWithoutAnEarlierCopyAmongThem) {
  RandomArticles random(GetParam());
  make_articles(random);
  ASSERT_LT(articles_.size(), 100U) << "more are not all looked at twice by the ranking";
  make_indexes();
  group_by_reference();
  for (int i = 0; i < 40; ++i) {
    const std::string text = i == 0 ? "" : random.query();
    const auto query = parse_query(text);
    ASSERT_TRUE(query) << text;
    for (const auto& searcher : searchers_) {
      SCOPED_TRACE(text);
      compare(*searcher, *query, random);
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(compared_, 40);
  EXPECT_GT(folded_, 200U) << "too little to fold";
}

INSTANTIATE_TEST_SUITE_P(Seeds, FoldingTest, ::testing::Values(11U, 12U, 13U));

}  // namespace
}  // namespace newsdex::testing
