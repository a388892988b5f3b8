// Random and mutated queries, evaluated: each is answered or refused within its time limit.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "differential/random_articles.hpp"
#include "newsdex/index_builder.hpp"
#include "newsdex/index_searcher.hpp"
#include "support/random_queries.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

using namespace std::chrono_literals;

// An index of so many random articles.
void build_random(const TemporaryFolder& folder, int articles) {
  RandomArticles random(11);
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    lines += to_json_line(random.article(fmt::format("a{}", i)));
  }
  BuildOptions options;
  options.index = folder.path("index");
  options.sources = {folder.write("articles.jsonl", lines)};
  options.name_lists = {folder.write("names.yaml", random_article_names())};
  options.built_in_names = false;
  build_index(options);
}

// A hundred thousand queries in parts, so that they run side by side. NEWSDEX_SEED has others.
class RandomSearchesTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  static constexpr int kQueries = 12'500;
  static constexpr auto kLimit = 2s;
  static constexpr auto kLeeway = 2s;  // of a busy machine

  RandomSearchesTest() {
    constexpr int kArticles = 40;
    build_random(folder_, kArticles);
    searcher_.emplace(folder_.path("index"));
  }

  // What else is asked for changes from one to the next.
  static SearchRequest request(Query query, int number) {
    SearchRequest request;
    request.query = std::move(query);
    request.limit = 3;
    request.timeout = kLimit;
    request.suggest = number % 8 == 0;
    request.expand = number % 5 == 0;
    request.sort = number % 7 == 0 ? SortOrder::newest : SortOrder::relevance;
    if (number % 3 == 0) request.facets = {{Field::actor, 3}, {Field::month, 3}};
    if (number % 11 == 0) request.timeline = TimelineUnit::month;
    return request;
  }

  // Whether it was answered, and not refused.
  bool search(const std::string& text, int number) {
    const auto query = parse_query(text, 17651, saved_);
    if (!query) return false;
    const auto start = std::chrono::steady_clock::now();
    const auto found = searcher_->search(request(*query, number));
    EXPECT_LT(std::chrono::steady_clock::now() - start, kLimit + kLeeway);
    EXPECT_TRUE(found || !found.error().message.empty());
    return found.has_value();
  }

  TemporaryFolder folder_;
  std::optional<IndexSearcher> searcher_;
  SavedQueries saved_ = {{"x", "ban OR filter*"}, {"y", "query:x -title:ban"}};
};

TEST_P(RandomSearchesTest, AreAnsweredOrRefusedInTime) {
  RandomQueries queries(random_seed() + GetParam());
  int answered = 0;
  for (int i = 0; i < kQueries; ++i) {
    const std::string text = queries.next();
    if (search(text, i)) ++answered;
    if (HasFailure()) FAIL() << "query " << i << ": " << text;
  }
  EXPECT_GT(answered, kQueries / 20) << "the queries are too broken to test much";
  EXPECT_LT(answered, kQueries);
}

INSTANTIATE_TEST_SUITE_P(Parts, RandomSearchesTest, ::testing::Range(0U, 8U));

class HostileQueriesTest : public ::testing::Test {
 protected:
  HostileQueriesTest() {
    constexpr int kArticles = 300;
    build_random(folder_, kArticles);
  }

  TemporaryFolder folder_;
};

TEST_F(HostileQueriesTest, TheTimeLimitStopsASearch) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += fmt::format("{}order~2 NEAR/50 user~2", i == 0 ? "" : " OR ");
  SearchRequest request;
  const auto query = parse_query(text.substr(0, text.rfind(" OR ", 3000)));
  ASSERT_TRUE(query) << query.error().message;
  request.query = *query;
  request.timeout = 1ms;
  for (const unsigned workers : {1U, 3U}) {
    IndexSearcher searcher(folder_.path("index"), {workers, 1, 4096});
    const auto start = std::chrono::steady_clock::now();
    const auto found = searcher.search(request);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().message, "the search was stopped after 0.001 s, its time limit");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    request.timeout = 0ms;  // and then it has all the time it wants
    request.query = parse_query("ban").value();
    EXPECT_TRUE(searcher.search(request));
    request.query = *query;
    request.timeout = 1ms;
  }
}

// Small dictionaries, looked through for each of very many words.
TEST_F(HostileQueriesTest, TheTimeLimitStopsTheSearchForWhatWasMeant) {
  constexpr int kWords = 40;
  std::string body;
  std::string misspelt;
  std::string unknown;
  for (int i = 0; i < kWords; ++i) {
    const char letters[] = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26), 0};
    body += fmt::format("tele{}gram ", letters);
    misspelt += fmt::format("telex{}gram ", letters);
    unknown += fmt::format("actor:\"nobody {}gram\" ", letters);
  }
  BuildOptions options;
  options.index = folder_.path("words");
  options.sources = {folder_.write("words.jsonl", fmt::format(R"({{"body":"{}"}})", body))};
  options.discovery = false;
  build_index(options);
  IndexSearcher searcher(options.index);
  SearchRequest request;
  request.query = parse_query(misspelt).value();
  request.suggest = true;
  EXPECT_TRUE(searcher.search(request).value().suggestion);
  request.timeout = 5ms;
  const auto found = searcher.search(request);
  EXPECT_FALSE(found && found->suggestion) << "what was found is an answer without it";
  request.query = parse_query(unknown).value();
  request.timeout = 50ms;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(searcher.search(request));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
}

// One article that is longer than all others together: whatever looks through it must look at the
// clock, too.
TEST_F(HostileQueriesTest, TheTimeLimitStopsWithinAnArticle) {
  constexpr int kWords = 400'000;
  std::string body;
  for (int i = 0; i < kWords; ++i) body += i % 4 == 3 ? "ban, " : "order ";
  BuildOptions options;
  options.index = folder_.path("long");
  options.sources = {folder_.write("long.jsonl", fmt::format(R"({{"body":"{}"}})", body))};
  options.discovery = false;
  options.built_in_names = false;
  build_index(options);
  IndexSearcher searcher(options.index);
  const auto repeat = [](std::string_view words, std::string_view between) {
    std::string text;
    for (int i = 0; i < 100; ++i)
      text += fmt::format("{}{}", i == 0 ? std::string_view() : between, words);
    return text;
  };
  const std::string queries[] = {
      repeat("order", " NEAR/100 "),
      repeat("order", " ADJ/1 "),
      repeat("(order OR ban)", " NEAR/100 "),
      repeat("\"order order order ban order order order ban\"", " OR "),
      repeat("order", " "),
      repeat("order ban", " "),
      repeat("(order NEAR/2 ban)", " OR "),
      repeat("ord*", " OR "),
  };
  int stopped = 0;
  for (const std::string& text : queries) {
    SCOPED_TRACE(text.substr(0, 40));
    const auto query = parse_query(text);
    ASSERT_TRUE(query) << query.error().message;
    SearchRequest request;
    request.query = *query;
    request.timeout = 50ms;
    const auto start = std::chrono::steady_clock::now();
    const auto found = searcher.search(request);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    if (!found && found.error().message.find("was stopped") != std::string::npos) ++stopped;
  }
  EXPECT_GT(stopped, 0) << "no query took as long as the limit";
}

}  // namespace
}  // namespace newsdex::testing
