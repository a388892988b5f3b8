// Articles, shards of them, and what can go wrong with those.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "differential/random_articles.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "newsdex/index_searcher.hpp"
#include "storage/generation.hpp"
#include "storage/shard_mark.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {

namespace fs = std::filesystem;

class ShardFixture : public ::testing::Test {
 protected:
  void write_articles(int from, int to) {
    RandomArticles random(static_cast<std::uint32_t>(9 + from));
    std::string lines;
    for (int i = from; i < to; ++i) lines += to_json_line(random.article(fmt::format("a{}", i)));
    folder_.write(fmt::format("articles/{}.jsonl", from), lines);
  }

  BuildOptions options(const std::string& index, unsigned shards) {
    BuildOptions options;
    options.sources = {folder_.path("articles")};
    options.index = folder_.path(index);
    options.built_in_names = false;
    options.name_lists = {folder_.write("names.yaml", random_article_names())};
    options.shards = shards;
    return options;
  }

  BuildReport repair(const std::string& index) { return repair_index(options(index, 0)); }

  // Of everything, with the hits, so that stored articles and near copies are read.
  static SearchRequest everything() {
    SearchRequest wanted;
    wanted.query = {AllQuery{}};
    wanted.limit = 1000;
    wanted.fold = true;
    return wanted;
  }

  SearchResult all(const std::string& index) {
    return IndexSearcher(folder_.path(index)).search(everything()).value();
  }

  std::size_t articles(const std::string& index) { return all(index).total; }

  // Files that searches read of a shard, by path within it.
  static std::vector<std::string> read_files(const std::string& folder, bool is_first) {
    const GenerationHandle handle(folder);
    std::vector<std::string> names = {"CURRENT"};
    for (const std::string_view name : {kNearCopiesFile, kOtherPlacesFile, kShardFile})
      names.push_back(fmt::format("{}/{}", handle.generation().name, name));
    for (const std::string_view name : {kNamesFile, kMergesFile}) {
      if (is_first) names.push_back(fmt::format("{}/{}", handle.generation().name, name));
    }
    for (const GenerationSegment& segment : handle.generation().segments) {
      for (const char* name : {"articles", "columns", "positions", "postings/iamglass",
                               "postings/postlist.glass", "postings/sums"})
        names.push_back(fmt::format("{}/{}", segment.name, name));
    }
    return names;
  }

  // Turns a bit in the middle of the only file of the shard that ends so.
  std::string damage(const std::string& shard, std::string_view ending) {
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path(shard))) {
      const std::string path = entry.path().string();
      if (!entry.is_regular_file() || !path.ends_with(ending)) continue;
      const std::string name = path.substr(folder_.path().size() + 1);
      std::string bytes = folder_.read(name);
      bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
      folder_.write(name, bytes);
      return name;
    }
    ADD_FAILURE() << "no file ends so: " << ending;
    return {};
  }

  // Runs a build that ends between two of the renames by which it publishes, as if it were killed:
  // a folder has the place of the CURRENT of the last shard, or of the file `where`.
  void build_and_die(const std::string& index, unsigned shards, std::string where = {}) {
    if (where.empty()) where = fmt::format("shard-{}/CURRENT", shards - 1);
    const std::string place = folder_.path(fmt::format("{}/{}", index, where));
    const bool was_there = fs::exists(place);
    if (was_there) fs::rename(place, folder_.path("kept"));
    fs::create_directories(place + "/in the way");
    if (!was_there) folder_.write(index + "/lock", "");
    EXPECT_THROW(build_index(options(index, shards)), Error) << where;
    fs::remove_all(place);
    if (was_there) fs::rename(folder_.path("kept"), place);
  }

  template <typename Action>
  static std::string hint_of(Action&& action) {
    try {
      action();
    } catch (const Error& error) {
      return error.hint();
    }
    return "nothing was thrown";
  }

  TemporaryFolder folder_;
};

}  // namespace newsdex::testing
