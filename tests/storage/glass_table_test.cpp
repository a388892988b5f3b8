// Tables against a map of what was written.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "newsdex/error.hpp"
#include "storage/glass/table_reader.hpp"
#include "storage/glass/table_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::glass {
namespace {

using newsdex::testing::TemporaryFolder;
using Entries = std::map<std::string, std::string>;

// A table in a folder of its own, open for reading.
class TableFile {
 public:
  template <typename Write>
  TableFile(Write&& write, std::uint32_t compress_min,
            TableWriter::Order order = TableWriter::Order::sorted) {
    TableWriter writer(folder_.path("postlist.glass"), compress_min, order);
    std::forward<Write>(write)(writer);
    root_ = writer.finish();
    open();
  }

  [[nodiscard]] const TableReader& reader() const { return *reader_; }

  /// Opens it again with other content, of which the checksums are right.
  template <typename Change>
  void forge(Change&& change) {
    const std::string path = folder_.path("postlist.glass");
    std::string content = read_whole_file(path);
    std::forward<Change>(change)(reinterpret_cast<std::uint8_t*>(content.data()), root_);
    reader_.reset();
    sums_.reset();
    write_file(path, content);
    open();
  }

  [[nodiscard]] const Root& root() const { return root_; }

 private:
  void open() {
    BlockSumsWriter sums(folder_.path());
    sums.add("postlist.glass");
    sums.finish();
    sums_.emplace(folder_.path());
    reader_.emplace(folder_.path("postlist.glass"), root_, sums_->of("postlist.glass"));
  }

  TemporaryFolder folder_;
  Root root_;
  std::optional<BlockSums> sums_;
  std::optional<TableReader> reader_;
};

TableFile file_of(const Entries& entries, std::uint32_t compress_min = 0) {
  return TableFile(
      [&](TableWriter& writer) {
        for (const auto& [key, tag] : entries) writer.add(key, tag);
      },
      compress_min);
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string out(size, '\0');
  for (char& byte : out) byte = static_cast<char>(random());
  return out;
}

Entries random_entries(std::uint32_t seed, std::size_t count, std::size_t longest_key,
                       std::size_t longest_tag) {
  std::mt19937 random(seed);
  Entries entries;
  while (entries.size() < count) {
    std::string key = random_bytes(random, 1 + random() % longest_key);
    if (random() % 3 == 0 && !entries.empty()) key = entries.begin()->first + key;
    entries[key.substr(0, kMaxKeyBytes)] = random_bytes(random, random() % (longest_tag + 1));
  }
  return entries;
}

Entries read_all(const TableReader& table) {
  Entries found;
  std::vector<char> buffer;
  auto place = table.first_from("");
  if (!place) return found;
  while (table.advance(*place)) {  // past the null item
    const std::string key(place->leaf.leaf_item(place->item).key);
    found.emplace(key, table.tag(*place, buffer));
  }
  return found;
}

void expect_found(const TableReader& table, const Entries& entries) {
  std::vector<char> buffer;
  for (const auto& [key, tag] : entries) {
    std::optional<Place> place = table.find(key);
    ASSERT_TRUE(place);
    EXPECT_EQ(table.tag(*place, buffer), tag);
    EXPECT_FALSE(entries.contains(key + "x") != table.find(key + "x").has_value());
  }
}

std::string key_at(const std::optional<Place>& place) {
  return place ? std::string(place->leaf.leaf_item(place->item).key) : "(none)";
}

struct Shape {
  std::size_t count;
  std::size_t longest_key;
  std::size_t longest_tag;

  friend void PrintTo(const Shape& shape, std::ostream* out) {
    *out << shape.count << " entries, keys to " << shape.longest_key << ", tags to "
         << shape.longest_tag;
  }
};

class TableTest : public ::testing::TestWithParam<Shape> {};

TEST_P(TableTest, GivesBackEveryEntryWhicheverWayItIsSought) {
  const Shape shape = GetParam();
  const Entries entries = random_entries(1, shape.count, shape.longest_key, shape.longest_tag);
  for (const std::uint32_t compress_min : {0u, 18u}) {
    const TableFile file = file_of(entries, compress_min);
    EXPECT_EQ(read_all(file.reader()), entries);
    expect_found(file.reader(), entries);
    EXPECT_NO_THROW(file.reader().check());
    EXPECT_EQ(file.root().entries, entries.size());
  }
}

TEST_P(TableTest, FindsTheNeighboursOfKeysThatItLacks) {
  const Shape shape = GetParam();
  const Entries entries = random_entries(2, shape.count, shape.longest_key, shape.longest_tag);
  const TableFile file = file_of(entries);
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string key = random_bytes(random, 1 + random() % shape.longest_key);
    // Just before, at, or just after one of the keys, where a leaf may begin or end.
    if (i % 2 == 0) {
      key = std::next(entries.begin(), static_cast<std::ptrdiff_t>(random() % entries.size()))
                ->first.substr(0, 1 + random() % kMaxKeyBytes);
    }
    const auto after = entries.lower_bound(key);
    EXPECT_EQ(key_at(file.reader().first_from(key)),
              after == entries.end() ? "(none)" : after->first);
    const auto past = entries.upper_bound(key);
    EXPECT_EQ(key_at(file.reader().last_up_to(key, UINT32_MAX)),
              past == entries.begin() ? "" : std::prev(past)->first);
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, TableTest,
                         ::testing::Values(Shape{1, 5, 5}, Shape{200, 20, 100}, Shape{20000, 8, 10},
                                           Shape{3000, 250, 0}, Shape{500, 100, 9000},
                                           Shape{20000, 250, 250}));

TEST(Table, WithoutEntriesFindsNothing) {
  const TemporaryFolder folder;
  EXPECT_TRUE(TableWriter(folder.path("t"), 0).finish().empty);
  const TableReader none("nowhere");
  EXPECT_FALSE(none.find("a"));
  EXPECT_FALSE(none.first_from("a"));
  EXPECT_FALSE(none.last_up_to("a", 1));
  EXPECT_NO_THROW(none.check());
}

TEST(Table, ALateBeginningStandsBeforeTheRest) {
  const Entries early = random_entries(3, 2000, 20, 90);
  Entries late;
  for (const auto& [key, tag] : random_entries(4, 2000, 20, 90)) late["\xFF\xFF" + key] = tag;
  for (const Entries& beginning : {early, Entries{{"a", "b"}}, Entries{}}) {
    const TableFile file(
        [&](TableWriter& writer) {
          for (const auto& [key, tag] : late) writer.add(key, tag);
          for (const auto& [key, tag] : beginning) writer.add_early(key, tag);
        },
        0, TableWriter::Order::late_beginning);
    Entries all = late;
    all.insert(beginning.begin(), beginning.end());
    EXPECT_EQ(read_all(file.reader()), all);
    EXPECT_NO_THROW(file.reader().check());
    EXPECT_FALSE(file.root().in_order);
  }
}

TEST(Table, PutsATagOfTheSizeOfItsRoomInOnePiece) {
  const TableFile file(
      [&](TableWriter& writer) {
        for (std::uint32_t i = 0; i < 100; ++i) {
          const std::string key = std::to_string(100000 + i);
          writer.add(key, std::string(writer.room(key.size()), 'x'));
        }
      },
      0);
  const TableReader& table = file.reader();
  std::uint32_t entries = 0;
  for (auto place = table.first_from("1"); place;) {
    const LeafItem item = place->leaf.leaf_item(place->item);
    EXPECT_TRUE(item.is_last);
    EXPECT_GE(item.tag.size(), 256U);
    ++entries;
    if (!table.advance(*place)) break;
  }
  EXPECT_EQ(entries, 100U);
}

// Xapian splits blocks on the understanding that at least four items fit into each.
TEST(Table, HasNoItemOfMoreThanAQuarterOfABlock) {
  const TableFile file = file_of(random_entries(5, 300, 250, 20000));
  auto place = file.reader().first_from("");
  do {
    const LeafItem item = place->leaf.leaf_item(place->item);
    const std::size_t part = item.part > 1 ? kPartBytes : 0;
    EXPECT_LE(kItemHeadBytes + item.key.size() + part + item.tag.size() + kSlotBytes,
              (kBlockSize - kHeadBytes) / 4);
  } while (file.reader().advance(*place));
}

// The item with this number of the root, a branch block.
std::uint8_t* root_item(std::uint8_t* table, const Root& root, std::uint32_t number) {
  std::uint8_t* const block = table + root.block * kBlockSize;
  return block + load16(block + kHeadBytes + kSlotBytes * number);
}

TEST(Table, AWalkEndsWhereBranchesLeadInACircle) {
  const Entries entries = random_entries(6, 3000, 8, 40);
  TableFile file = file_of(entries);
  ASSERT_EQ(file.root().level, 1U);
  file.forge([](std::uint8_t* table, const Root& root) {
    store32(root_item(table, root, 5), load32(root_item(table, root, 3)));
  });
  EXPECT_THROW(read_all(file.reader()), Error);
  EXPECT_THROW(file.reader().check(), Error);
}

TEST(Table, CheckNoticesASeparatorThatHidesKeys) {
  const Entries entries = random_entries(6, 3000, 8, 40);
  TableFile file = file_of(entries);
  file.forge([](std::uint8_t* table, const Root& root) {
    std::uint8_t* const key = root_item(table, root, 5) + kBranchHeadBytes;
    key[-1] = 1;  // cut to its first byte, and that byte one more: still in order
    ++key[0];
    store16(key + 1, 1);
  });
  EXPECT_THROW(file.reader().check(), Error);
}

TEST(Table, HoldsATagOfAHundredMegabytes) {
  Entries entries = {{"a", "small"}, {"z", "small"}};
  std::mt19937 random(9);
  entries["huge"] = random_bytes(random, 1 << 20);
  while (entries["huge"].size() < 100'000'000) entries["huge"] += entries["huge"];
  entries["huge"].resize(100'000'000);
  const TableFile file = file_of(entries);
  expect_found(file.reader(), entries);
  EXPECT_NO_THROW(file.reader().check());
}

TEST(Table, RefusesWhatItCannotHold) {
  const TemporaryFolder folder;
  TableWriter writer(folder.path("t"), 0);
  EXPECT_THROW(writer.add("", "x"), Error);
  writer.add("b", "x");
  EXPECT_THROW(writer.add("b", "x"), Error);
  EXPECT_THROW(writer.add("a", "x"), Error);
  writer.add(std::string(kMaxKeyBytes, 'c'), "x");
  EXPECT_THROW(writer.add(std::string(kMaxKeyBytes + 1, 'c'), "x"), Error);
  EXPECT_THROW(writer.add("d", std::string(140'000'000, 'x')), Error);
}

TEST(Table, RefusesABeginningThatBelongsLater) {
  const TemporaryFolder folder;
  TableWriter writer(folder.path("t"), 0, TableWriter::Order::late_beginning);
  writer.add("b", "x");
  writer.add_early("c", "x");
  EXPECT_THROW(writer.finish(), Error);
}

}  // namespace
}  // namespace newsdex::glass
