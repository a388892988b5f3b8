// Shards against one index of the same articles: whatever is asked, the answer is the same to the
// byte. Copies and near copies of an article, and spellings of a name, lie in different shards.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <sstream>

#include "differential/random_articles.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "newsdex/index_searcher.hpp"
#include "printing/result_printer.hpp"
#include "storage/postings_reader.hpp"
#include "storage/segment.hpp"
#include "storage/served_copy.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class ShardsTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  void write_articles(RandomArticles& random) {
    std::string lines;
    std::string copies;
    for (int i = 0; i < 80; ++i) {
      Article article = random.article(fmt::format("a{}", i));
      article.body += random.article(article.id).body;
      lines += to_json_line(article);
      if (i % 3 == 0) {
        article.id = fmt::format("near{}", i);
        article.body += " as our own desk has it";
        lines += to_json_line(article);
      }
      if (i % 7 == 0) {
        article.id = fmt::format("other{}", i);
        article.title = random.article(article.id).title;
        lines += to_json_line(article);
      }
      article.id.clear();
      copies += to_json_line(article);
    }
    folder_.write("articles/a.jsonl", lines);
    folder_.write("articles/b.jsonl", copies);
    folder_.write("articles/c.jsonl", copies);
  }

  BuildOptions options(const std::string& index, unsigned shards) {
    BuildOptions options;
    options.sources = {folder_.path("articles")};
    options.index = folder_.path(index);
    options.jobs = 2;
    options.built_in_names = false;
    options.name_lists = {folder_.write("names.yaml", random_article_names())};
    options.shards = shards;
    return options;
  }

  static SearchRequest request(const std::string& text, RandomArticles& random) {
    SearchRequest request;
    request.query = parse_query(text).value();
    request.query_text = request.narrowed_text = text;
    for (const FieldSpec& field : kFields) {
      if (field.facet) request.facets.push_back({field.field, 0, 0});
    }
    request.timeline = static_cast<TimelineUnit>(random.below(4));
    request.sort = static_cast<SortOrder>(random.below(3));
    request.fold = random.below(2) == 0;
    request.expand = random.below(3) == 0;
    request.limit = static_cast<std::uint32_t>(1 + random.below(30));
    request.offset = random.below(3) == 0 ? random.below(20) : 0;
    request.suggest = true;
    if (random.below(4) == 0)
      request.matrix = {Field::actor, Field::platform, MatrixUnit::article, 5, 5};
    return request;
  }

  static std::string answer(IndexSearcher& searcher, const SearchRequest& request) {
    auto result = searcher.search(request);
    if (!result) return result.error().message;
    result->took_ms = 0;
    std::ostringstream out;
    print_json(out, *result);
    return out.str();
  }

  TemporaryFolder folder_;
};

TEST_P(ShardsTest, AnswerAsOneIndexDoes) {
  RandomArticles random(GetParam());
  write_articles(random);
  const BuildReport whole = build_index(options("one", 0));
  IndexSearcher one(folder_.path("one"));
  for (const unsigned shards : {1U, 3U, 8U}) {
    const std::string name = fmt::format("in-{}", shards);
    const BuildReport report = build_index(options(name, shards));
    EXPECT_EQ(report.articles, whole.articles);
    EXPECT_EQ(report.copies, whole.copies);
    IndexSearcher searcher(folder_.path(name), SearchThreads{3, 0, 4096});
    for (int i = 0; i < 60; ++i) {
      const std::string text = i == 0 ? std::string() : random.query();
      const SearchRequest wanted = request(text, random);
      ASSERT_EQ(answer(searcher, wanted), answer(one, wanted)) << shards << " shards: " << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ShardsTest, ::testing::Range(1U, 4U));

using ShardFolders = ShardsTest;

// As a server hands them out.
class ServedChunks final : public ChunkSource {
 public:
  explicit ServedChunks(const std::string& folder) : postings_(folder) {}
  std::string fetch(std::uint32_t file, std::uint32_t chunk) override {
    ++requests;
    return unpack_chunk(postings_.metadata(chunk_key(file, chunk)), 1 << 20).value();
  }
  std::string metadata(std::string_view key) { return postings_.metadata(key); }

  std::size_t requests = 0;

 private:
  PostingsReader postings_;
};

TEST_F(ShardFolders, ServedCopyHoldsTheIndex) {
  RandomArticles random(7);
  write_articles(random);
  build_index(options("index", 2));
  const std::string folder = folder_.path("index/shard-1");
  PostingsReader::check(folder + "/served");
  const auto chunks = std::make_shared<ServedChunks>(folder + "/served");
  const ServedDirectory directory = parse_directory(chunks->metadata(kDirectoryKey), "shard");
  const auto files = std::make_shared<IndexFiles>(chunks, directory, "shard");
  ASSERT_GT(directory.openings, 0U);
  for (std::uint32_t i = 0; i < directory.openings; ++i) {
    const std::string parcel = chunks->metadata(opening_key(i));
    EXPECT_LT(parcel.size(), std::size_t{257} << 10) << i;
    files->put_together(parcel);
  }
  const GenerationHandle served{FilePlace(files)};
  const GenerationHandle local{FilePlace(folder)};
  EXPECT_EQ(to_json(served.generation()), to_json(local.generation()));
  ASSERT_FALSE(local.generation().segments.empty());
  for (const GenerationSegment& entry : local.generation().segments) {
    const Segment a(served.segment(entry.name));
    const Segment b(local.segment(entry.name));
    EXPECT_EQ(chunks->requests, 0U) << "of what is sent in the beginning";
    EXPECT_EQ(a.columns.damaged_sections(), std::vector<std::string>());
    EXPECT_EQ(a.articles.damaged_sections(), std::vector<std::string>());
    EXPECT_EQ(a.positions.damaged_sections(), std::vector<std::string>());
    TermCursor terms = b.postings.terms();
    std::size_t count = 0;
    for (; terms.next(); ++count) {
      const std::string term(terms.term());
      EXPECT_EQ(a.postings.frequency(term), b.postings.frequency(term)) << term;
    }
    EXPECT_GT(count, 100U);
  }
  EXPECT_THROW(Segment(FilePlace(files) / "seg-000099"), Error);
}

TEST_F(ShardFolders, AreWrittenTogether) {
  RandomArticles random(3);
  write_articles(random);
  build_index(options("index", 3));
  const auto refused = [&](auto&& run, const BuildOptions& how) {
    EXPECT_THROW(run(how), Error) << how.index;
  };
  refused(build_index, options("index", 0));
  refused(build_index, options("index/shard-1", 0));
  refused(build_index, options("index/shard-1", 2));
  refused(update_index, options("index", 0));
  refused(update_index, options("index/shard-1", 0));
  refused(merge_index, options("index/shard-1", 0));
  refused(retag_index, options("index/shard-1", 0));
  EXPECT_TRUE(check_index(folder_.path("index/shard-1")).empty());
  const std::string served = folder_.read("index/shard-1/served/postlist.glass");
  std::string damaged = served;
  damaged[served.size() / 2] = static_cast<char>(damaged[served.size() / 2] ^ 1);
  folder_.write("index/shard-1/served/postlist.glass", damaged);
  EXPECT_EQ(check_index(folder_.path("index/shard-1")).size(), 1U);
  build_index(options("one", 0));
  refused(build_index, options("one", 2));
  // Fewer shards than before leave none of those.
  build_index(options("index", 2));
  EXPECT_FALSE(std::filesystem::exists(folder_.path("index/shard-2")));
  IndexSearcher searcher(folder_.path("index"));
  SearchRequest wanted;
  wanted.query = {AllQuery{}};
  EXPECT_EQ(searcher.search(wanted)->total,
            IndexSearcher(folder_.path("one")).search(wanted)->total);
}

TEST_F(ShardFolders, OfDifferentBuildsAreNotMixed) {
  RandomArticles random(4);
  write_articles(random);
  build_index(options("a", 2));
  folder_.write("articles/more.jsonl", to_json_line(random.article("more")));
  build_index(options("b", 2));
  const std::string mixed = folder_.write("mixed", "local a/shard-0\nlocal b/shard-1\n");
  EXPECT_THROW(IndexSearcher{mixed}, Error);
  const std::string twice = folder_.write("twice", "local a/shard-0\nlocal ./a/shard-0\n");
  EXPECT_THROW(IndexSearcher{twice}, Error);
}

TEST_F(ShardFolders, ThatAreGoneLeaveTheOthers) {
  RandomArticles random(5);
  write_articles(random);
  build_index(options("index", 3));
  SearchRequest wanted;
  wanted.query = {AllQuery{}};
  const std::uint64_t all = IndexSearcher(folder_.path("index")).search(wanted)->total;
  const std::uint64_t lost = IndexSearcher(folder_.path("index/shard-1")).search(wanted)->total;
  std::filesystem::remove_all(folder_.path("index/shard-1"));
  IndexSearcher searcher(folder_.path("index"));
  const auto rest = searcher.search(wanted);
  EXPECT_EQ(rest->total, all - lost);
  ASSERT_EQ(rest->missing.size(), 1U);
  EXPECT_EQ(rest->missing[0].name, "shard-1");
  IndexSearcher strict(folder_.path("index"), {}, {std::chrono::milliseconds(0), true, {}});
  EXPECT_FALSE(strict.search(wanted).has_value());
  for (const char* other : {"index/shard-0", "index/shard-2"})
    std::filesystem::remove_all(folder_.path(other));
  EXPECT_THROW(IndexSearcher{folder_.path("index")}, Error);
}

TEST_F(ShardFolders, ThatAListLeavesOutAreMissing) {
  RandomArticles random(7);
  write_articles(random);
  build_index(options("index", 3));
  SearchRequest wanted;
  wanted.query = {AllQuery{}};
  const std::string two = folder_.write("two", "local index/shard-0\nlocal index/shard-2\n");
  const auto found = IndexSearcher(two).search(wanted);
  ASSERT_EQ(found->missing.size(), 1U);
  EXPECT_EQ(found->missing[0].name, "shard-1");
  IndexSearcher strict(two, {}, {std::chrono::milliseconds(0), true, {}});
  EXPECT_FALSE(strict.search(wanted).has_value());
  EXPECT_TRUE(IndexSearcher(folder_.path("index")).search(wanted)->missing.empty());
  const std::string one = folder_.write("one", "local index/shard-0\nlocal index/gone\n");
  EXPECT_EQ(IndexSearcher(one).search(wanted)->missing.size(), 2U);
}

// Whatever became of a copy, articles of both would count twice.
TEST_F(ShardFolders, CopiesOfOneIndexAreNotCountedTwice) {
  RandomArticles random(8);
  folder_.write("articles/a.jsonl", to_json_line(random.article("a")));
  build_index(options("a", 0));
  const auto copy = [&](const std::string& to) {
    std::filesystem::copy(folder_.path("a"), folder_.path(to),
                          std::filesystem::copy_options::recursive);
  };
  copy("same");
  copy("updated");
  folder_.write("articles/b.jsonl", to_json_line(random.article("b")));
  update_index(options("updated", 0));
  for (const char* other : {"same", "updated"}) {
    const std::string list = folder_.write("twice", fmt::format("local a\nlocal {}\n", other));
    try {
      IndexSearcher searcher(list);
      ADD_FAILURE() << other;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("are copies of one index"), std::string::npos)
          << error.what();
    }
  }
}

// Indexes that were made on their own may be searched together, too.
TEST_F(ShardFolders, MayBeAnyIndexes) {
  RandomArticles random(6);
  folder_.write("articles/a.jsonl", to_json_line(random.article("a")));
  build_index(options("a", 0));
  folder_.write("articles/a.jsonl", to_json_line(random.article("b")));
  build_index(options("b", 0));
  IndexSearcher searcher(folder_.write("both", "local a\nlocal b\n"));
  SearchRequest wanted;
  wanted.query = {AllQuery{}};
  wanted.fold = true;
  EXPECT_EQ(searcher.search(wanted)->total, 2U);
}

}  // namespace
}  // namespace newsdex::testing
