// Readers beside a writer: every search sees one published state whole.
#include <atomic>
#include <set>
#include <thread>

#include "indexing/index_fixture.hpp"

namespace newsdex::testing {
namespace {

class ConcurrencyTest : public IndexFixture {
 protected:
  void write_articles(int count, const std::string& word) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"" + word + "\",\"body\":\"" +
               word + " of Telegram\"}\n";
    }
    folder_.write("articles/all.jsonl", lines);
  }
};

TEST_F(ConcurrencyTest, AReaderNeverSeesAFailureOrHalfAnIndex) {
  write_articles(20, "alpha");
  build_index(options());
  std::atomic<bool> done = false;
  std::atomic<int> searches = 0;
  std::vector<std::string> problems;
  std::thread reader([&] {
    while (!done) {
      try {
        SearchRequest request;
        request.query = parse_query("platform:Telegram alpha OR beta").value();
        const SearchResult result = IndexSearcher(options().index).search(request).value();
        // Each state is 20 articles of one word or 30 of the other, never a mixture.
        std::set<std::string> titles;
        for (const Hit& hit : result.hits) titles.insert(hit.title);
        const bool whole =
            titles.size() == 1 && result.total == (*titles.begin() == "alpha" ? 20U : 30U);
        if (!whole) problems.push_back(std::to_string(result.total) + " articles");
      } catch (const std::exception& error) {
        problems.emplace_back(error.what());
      }
      ++searches;
    }
  });
  for (int round = 0; round < 4; ++round) {
    write_articles(30, "beta");
    build_index(options());
    write_articles(20, "alpha");
    update_index(options());
    merge_index(options());
  }
  done = true;
  reader.join();
  EXPECT_GT(searches, 5);
  EXPECT_TRUE(problems.empty()) << problems.size() << " problems, first: " << problems.front();
}

TEST_F(ConcurrencyTest, AnOpenSearcherShowsTheStateItWasOpenedWith) {
  write_articles(20, "alpha");
  build_index(options());
  IndexSearcher searcher(options().index);
  write_articles(30, "beta");
  build_index(options());
  SearchRequest request;
  request.query = parse_query("alpha").value();
  EXPECT_EQ(searcher.search(request).value().total, 20U);
}

}  // namespace
}  // namespace newsdex::testing
