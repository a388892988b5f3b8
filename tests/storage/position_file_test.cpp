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
using Lists = std::map<std::string, std::vector<Positions>>;

void write(const Lists& lists, const std::string& path) {
  PositionFileWriter writer(path);
  for (const auto& [term, of_term] : lists) {
    for (const Positions& positions : of_term) {
      std::string list;
      encode_positions(positions, list);
      writer.add(term, list);
    }
  }
  writer.finish();
}

// Terms with few and many lists, lists that are empty, single, dense, and far apart.
Lists random_lists(std::uint32_t seed) {
  Random random(seed);
  Lists lists;
  for (int t = 0; t < 200; ++t) {
    std::vector<Positions>& of_term = lists["term" + std::to_string(random() % 100000)];
    const std::uint32_t count = t % 10 == 0 ? 500 : 1 + random() % 5;
    for (std::uint32_t i = 0; i < count; ++i) {
      Positions positions;
      std::uint32_t at = 0;
      for (std::uint32_t n = random() % 6; n > 0; --n)
        positions.push_back(at += 1 + random() % (random() % 3 == 0 ? 1'000'000 : 40));
      of_term.push_back(positions);
    }
  }
  return lists;
}

TEST(PositionFile, GivesBackEveryListInOrder) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(1);
  write(lists, folder.path("positions"));
  const PositionFile file(folder.path("positions"));
  Positions found;
  for (const auto& [term, of_term] : lists) {
    auto cursor = file.find(term);
    ASSERT_TRUE(cursor) << term;
    ASSERT_EQ(cursor->size(), of_term.size());
    for (std::uint32_t i = 0; i < of_term.size(); ++i) {
      cursor->positions(i, found);
      ASSERT_EQ(found, of_term[i]) << term << " " << i;
    }
  }
  EXPECT_FALSE(file.find("absent"));
  EXPECT_FALSE(file.find(""));
  EXPECT_TRUE(file.damaged_sections().empty());
}

TEST(PositionFile, JumpsForwardOverLists) {
  const TemporaryFolder folder;
  const Lists lists = random_lists(2);
  write(lists, folder.path("positions"));
  const PositionFile file(folder.path("positions"));
  Random random(3);
  Positions found;
  for (const auto& [term, of_term] : lists) {
    auto cursor = file.find(term);
    for (std::uint32_t i = random() % 90; i < of_term.size(); i += 1 + random() % 150) {
      cursor->positions(i, found);
      ASSERT_EQ(found, of_term[i]) << term << " " << i;
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
    auto cursor = file.find(term);
    for (std::uint32_t i = 0; i < of_term.size(); ++i) copy.add(term, cursor->encoded(i));
  }
  copy.finish();
  EXPECT_EQ(folder.read("copy"), folder.read("positions"));
}

TEST(PositionFile, HoldsNoTermAtAll) {
  const TemporaryFolder folder;
  write({}, folder.path("positions"));
  EXPECT_FALSE(PositionFile(folder.path("positions")).find("ban"));
}

// All lists of a file by term; the sizes that a damaged file claims are not believed.
Lists read_all(const PositionFile& file, const Lists& terms) {
  Lists found;
  for (const auto& [term, ignored] : terms) {
    auto lists = file.find(term);
    for (std::uint32_t i = 0; lists && i < std::min(lists->size(), 600U); ++i)
      lists->positions(i, found[term].emplace_back());
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

}  // namespace
}  // namespace newsdex::testing
