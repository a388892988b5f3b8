// A search in an index with a flipped bit is refused or answers as if there were none.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/file.hpp"
#include "storage/generation.hpp"
#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

constexpr const char* kQueries[] = {"",
                                    "telegram",
                                    "\"court banned\"",
                                    "court NEAR/4 messenger",
                                    "ban* OR telegran~1",
                                    "platform:Telegram -durov",
                                    "date:2018-05",
                                    "source:wire \"the court\" officials"};

class DamagedIndex : public IndexFixture {
 protected:
  DamagedIndex() {
    constexpr const char* kWords[] = {
        "court",  "banned", "Telegram", "messenger", "officials", "Pavel Durov", "network", "on",
        "Monday", "the",    "filters",  "Instagram", "said",      "users",       "again"};
    std::mt19937 random(5);
    std::string lines;
    for (int i = 0; i < 400; ++i) {
      std::string body = "The court banned Telegram, officials said.";
      for (int n = 0; n < 60; ++n) body += fmt::format(" {}", kWords[random() % std::size(kWords)]);
      // Words of its own, so that the dictionary is long.
      body += fmt::format(" name{} town{}", i, i * 7919 % 1000);
      lines += fmt::format(
          R"({{"id":"a{}","title":"Story {}","date":"2018-{:02}-{:02}","source":"wire","body":"{}"}})"
          "\n",
          i, i, 1 + i % 12, 1 + i % 28, body);
    }
    folder_.write("articles/all.jsonl", lines);
    BuildOptions one = options();
    one.jobs = 1;
    build_index(one);
    // Some are dead.
    folder_.write("articles/all.jsonl", lines.substr(lines.find('\n', lines.size() / 8) + 1));
    update_index(one);
    whole_ = answers();
  }

  // All that a search says, query after query; an error ends it.
  std::string answers() {
    IndexSearcher searcher(options().index);
    std::string text;
    for (const char* query : kQueries) {
      SearchRequest request;
      request.query = parse_query(query).value();
      request.limit = 5;
      request.fold = true;
      request.facets = {{Field::platform, 0}, {Field::actor, 0}, {Field::month, 0}};
      request.timeline = TimelineUnit::month;
      const auto found = searcher.search(request);
      text += fmt::format("{}: {} {}\n", query, found->total, found->folded);
      for (const Hit& hit : found->hits) {
        text += fmt::format("{} {} {:.6f} {}", hit.id, hit.title, hit.score, hit.path);
        for (const Snippet& snippet : hit.snippets) text += snippet.text;
        for (const std::string& copy : hit.copies) text += " " + copy;
      }
      for (const Facet& facet : found->facets) {
        for (const FacetCount& row : facet.values)
          text += fmt::format("{} {},", row.value, row.count);
      }
      for (const TimelineBar& bar : found->timeline->bars)
        text += fmt::format("{} {},", bar.period, bar.count);
    }
    return text;
  }

  std::vector<std::string> files() {
    const GenerationHandle handle(options().index);
    const IndexLayout& layout = handle.layout();
    std::vector<std::string> paths;
    for (const GenerationSegment& segment : handle.generation().segments) {
      const std::string folder = layout.segment(segment.name);
      paths.push_back(columns_path(folder));
      paths.push_back(positions_path(folder));
      paths.push_back(articles_path(folder));
      if (segment.live_articles < segment.articles)
        paths.push_back(layout.tombstones(handle.generation().name, segment.name));
    }
    for (const std::string_view name : {kNearCopiesFile, kOtherPlacesFile})
      paths.push_back(layout.file(handle.generation().name, name));
    return paths;
  }

  // All files that the manifest names.
  std::vector<std::string> named_files() {
    const GenerationHandle handle(options().index);
    const IndexLayout& layout = handle.layout();
    std::vector<std::string> paths;
    for (const GenerationSegment& segment : handle.generation().segments) {
      for (const auto& sum : segment.checksums)
        paths.push_back(fmt::format("{}/{}", layout.segment(segment.name), sum.first));
    }
    for (const auto& sum : handle.generation().checksums)
      paths.push_back(layout.file(handle.generation().name, sum.first));
    return paths;
  }

  std::string whole_;
};

TEST_F(DamagedIndex, AFlippedBitIsRefusedOrDoesNotMatter) {
  std::mt19937 random(9);
  int refused = 0;
  int right = 0;
  for (const std::string& path : files()) {
    const std::string whole = read_whole_file(path);
    for (int i = 0; i < 60; ++i) {
      std::string damaged = whole;
      const std::size_t at = random() % damaged.size();
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
      std::ofstream(path, std::ios::binary) << damaged;
      try {
        EXPECT_EQ(answers(), whole_) << path << ", byte " << at;
        ++right;
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_index) << error.what();
        EXPECT_FALSE(error.hint().empty());
        ++refused;
      }
    }
    write_file(path, whole);
  }
  EXPECT_EQ(answers(), whole_);
  EXPECT_GT(refused, 100);
  EXPECT_GT(right, 10) << "what a search does not read it does not check";
}

TEST_F(DamagedIndex, AMissingFileIsDamage) {
  const std::set<std::string> unread = {"name-lists.json", "dates.json", "troubled",
                                        // These tables are empty.
                                        "docdata.glass", "position.glass"};
  for (const std::string& path : named_files()) {
    SCOPED_TRACE(path);
    std::filesystem::rename(path, path + ".away");
    try {
      EXPECT_EQ(answers(), whole_);
      EXPECT_TRUE(unread.contains(std::filesystem::path(path).filename().string()));
    } catch (const Damage& error) {
      EXPECT_EQ(error.path(), path);
      EXPECT_NE(std::string(error.what()).find("missing"), std::string::npos) << error.what();
    } catch (const Error& error) {
      ADD_FAILURE() << error.what();
    }
    std::filesystem::rename(path + ".away", path);
  }
  EXPECT_EQ(answers(), whole_);
}

}  // namespace
}  // namespace newsdex::testing
