// The five articles that the project was begun for. They are not ours to copy, so the test runs
// only where they are at hand and quotes nothing of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

struct SeedArticle {
  std::string title;
  std::string body;
};

std::filesystem::path seeds_folder() {
  const char* given = std::getenv("NEWSDEX_SEEDS");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(NEWSDEX_SOURCE_DIR) / ".." / "shared" / "seeds";
}

// A title is the line before one that begins with the mark.
std::vector<SeedArticle> read_seeds(std::istream& in) {
  std::vector<SeedArticle> articles;
  std::string previous;
  for (std::string line; std::getline(in, line); previous = line) {
    if (line.starts_with("◢")) {
      articles.push_back({previous, {}});
      previous.clear();
    } else if (!articles.empty()) {
      articles.back().body += previous + '\n';
    }
  }
  if (!articles.empty()) articles.back().body += previous;
  return articles;
}

class SeedArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(seeds_folder() / "iran-telegram-2018.txt");
    if (!in) GTEST_SKIP() << "the seed articles are not at hand";
    const std::vector<SeedArticle> articles = read_seeds(in);
    ASSERT_EQ(articles.size(), 5U);
    const NameListFile file = default_name_list();
    Tagger tagger(Gazetteer::parse({&file, 1}));
    for (const SeedArticle& article : articles) {
      std::set<std::string> names;
      for (const Mention& mention : tagger.recognize(article.title, article.body).mentions) {
        const Entity& entity = tagger.gazetteer().entities()[mention.entity];
        names.insert(entity.name);
        types_[entity.name] = entity.type;
      }
      for (const std::string& name : names) ++articles_with_[name];
    }
  }

  [[nodiscard]] std::map<std::string, int> articles_with(EntityType type) const {
    std::map<std::string, int> out;
    for (const auto& [name, count] : articles_with_) {
      if (types_.at(name) == type) out[name] = count;
    }
    return out;
  }

  std::map<std::string, int> articles_with_;
  std::map<std::string, EntityType> types_;
};

TEST_F(SeedArticles, NameTheirPlatforms) {
  EXPECT_THAT(articles_with(EntityType::platform),
              UnorderedElementsAre(Pair("Telegram", 5), Pair("Instagram", 3), Pair("Twitter", 4),
                                   Pair("Facebook", 3), Pair("YouTube", 1), Pair("Soroush", 3),
                                   Pair("Gap", 2)));
}

TEST_F(SeedArticles, NameTheirActors) {
  EXPECT_THAT(
      articles_with(EntityType::person),
      UnorderedElementsAre(Pair("Hassan Rouhani", 4), Pair("Mohammad-Javad Azari-Jahromi", 3),
                           Pair("Ali Khamenei", 3), Pair("Pavel Durov", 3),
                           Pair("Javad Javidnia", 1), Pair("Eshagh Jahangiri", 1),
                           Pair("Bahram Ghassemi", 1), Pair("Abolfazl Abutorabi", 1)));
}

}  // namespace
}  // namespace newsdex::testing
