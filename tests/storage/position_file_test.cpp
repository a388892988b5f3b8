#include "storage/position_file.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

using Positions = std::vector<std::uint32_t>;
using Lists = std::map<std::string, std::map<std::uint32_t, Positions>>;  // term, article

void write(const Lists& lists, const std::string& path) {
  PositionFileWriter writer(path);
  for (const auto& [term, of_term] : lists) {
    writer.begin(term);
    for (const auto& [article, positions] : of_term) {
      std::string list;
      encode_positions(positions, list);
      if (positions.size() == 1 && article % 2 == 0) {
        writer.add(article, positions.front());
      } else {
        writer.add(article, list);
      }
    }
  }
  writer.begin("termless");
  writer.finish();
}

// Terms in few and in many articles, lists that are single, dense, and far apart.
Lists random_lists(std::uint32_t seed) {
  Random random(seed);
  Lists lists;
  for (int t = 0; t < 200; ++t) {
    auto& of_term = lists["term" + std::to_string(random() % 100000)];
    const std::uint32_t count = t % 10 == 0 ? 500 : 1 + random() % 5;
    std::uint32_t article = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      article += 1 + random() % (random() % 4 == 0 ? 1000 : 2);
      std::uint32_t at = 0;
      for (std::uint32_t n = 1 + random() % 5; n > 0; --n)
        of_term[article].push_back(at += 1 + random() % (random() % 3 == 0 ? 1'000'000 : 40));
    }
  }
  return lists;
}

Positions positions_of(TermPositions& lists) {
  Positions positions;
  lists.append_to(positions);
  return positions;
}

TEST(PositionFile, GivesBackEveryListInOrder) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(1);
  write(lists, folder.path("positions"));
  const PositionFile file(folder.path("positions"));
  for (const auto& [term, of_term] : lists) {
    TermPositions found = file.find(term);
    for (const auto& [article, positions] : of_term) {
      ASSERT_TRUE(found.seek(article)) << term << " " << article;
      ASSERT_EQ(positions_of(found), positions) << term << " " << article;
    }
    EXPECT_FALSE(found.seek(of_term.rbegin()->first + 1));
  }
  EXPECT_FALSE(file.find("absent").seek(0));
  EXPECT_FALSE(file.find("").seek(0));
  EXPECT_TRUE(file.damaged_sections().empty());
}

TEST(PositionFile, MovesOnToArticlesThatHaveAListOrNone) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(2);
  write(lists, folder.path("positions"));
  const PositionFile file(folder.path("positions"));
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    for (const auto& [term, of_term] : lists) {
      TermPositions found = file.find(term);
      const std::uint32_t stride = 1 + random() % 300;
      const std::uint32_t end = of_term.rbegin()->first + 500;
      for (std::uint32_t article = random() % 90; article < end; article += 1 + random() % stride) {
        const auto expected = of_term.find(article);
        ASSERT_EQ(found.seek(article), expected != of_term.end()) << term << " " << article;
        if (expected == of_term.end() || random() % 3 == 0) continue;  // a list may be left unread
        ASSERT_EQ(positions_of(found), expected->second) << term << " " << article;
      }
    }
  }
}

TEST(PositionFile, HandsOutEncodedListsForAnotherFile) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(4);
  write(lists, folder.path("positions"));
  const PositionFile file(folder.path("positions"));
  PositionFileWriter copy(folder.path("copy"));
  for (const auto& [term, of_term] : lists) {
    TermPositions found = file.find(term);
    copy.begin(term);
    for (const auto& [article, positions] : of_term) {
      ASSERT_TRUE(found.seek(article));
      copy.add(article, found.encoded());
    }
  }
  copy.finish();
  EXPECT_EQ(folder.read("copy"), folder.read("positions"));
}

TEST(PositionFile, HoldsNoTermAtAll) {
  const TemporaryFolder folder;
  write({}, folder.path("positions"));
  EXPECT_FALSE(PositionFile(folder.path("positions")).find("ban").seek(0));
}

// The lists of a file for the articles of `wanted`.
Lists read_all(const PositionFile& file, const Lists& wanted) {
  Lists found;
  for (const auto& [term, of_term] : wanted) {
    TermPositions lists = file.find(term);
    for (const auto& [article, positions] : of_term) {
      if (lists.seek(article)) found[term][article] = positions_of(lists);
    }
  }
  return found;
}

TEST(PositionFile, IsRefusedOrShownToBeDamagedByItsChecksums) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(5);
  write(lists, folder.path("positions"));
  const std::string whole = folder.read("positions");
  Random random(6);
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    const std::size_t at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    folder.write("damaged", bytes);
    try {
      const PositionFile file(folder.path("damaged"));
      const bool harmless = file.damaged_sections().empty();  // in the padding
      const Lists found = read_all(file, lists);
      EXPECT_TRUE(!harmless || found == lists) << "byte " << at;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
    }
  }
}

TEST(PositionFileWriter, RefusesListsThatNoSkipLeadsThrough) {
  const TemporaryFolder folder;
  PositionFileWriter writer(folder.path("positions"), 100);
  writer.begin("term");
  const auto add_all = [&] {
    for (std::uint32_t article = 0; article < 200; ++article) writer.add(article, 1000U);
  };
  EXPECT_THROW(add_all(), Error);
}

}  // namespace
}  // namespace newsdex::testing
