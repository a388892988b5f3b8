// Rows of postings that contradict themselves, in databases whose checksums are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "newsdex/error.hpp"
#include "storage/block_sums.hpp"
#include "storage/glass/keys.hpp"
#include "storage/glass/table_writer.hpp"
#include "storage/postings_reader.hpp"
#include "storage/postings_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

constexpr std::uint32_t kArticles = 100;

using Numbers = std::vector<std::uint64_t>;

// A chunk: packed numbers, the character that says whether it is the last, more of them.
std::string chunk(const Numbers& head, char is_last, const Numbers& rest) {
  std::string out;
  for (const std::uint64_t number : head) glass::append_packed(out, number);
  out += is_last;
  for (const std::uint64_t number : rest) glass::append_packed(out, number);
  return out;
}

std::string later_key(std::string_view term, std::uint32_t article) {
  std::string key = glass::term_key(term).append(glass::kTermEnd);
  glass::append_sorting(key, glass::to_docid(article));
  return key;
}

struct Entry {
  std::string key;
  std::string tag;
};

// A database of kArticles articles with these entries alone.
void forge(const std::string& folder, const std::vector<Entry>& entries) {
  std::filesystem::create_directory(folder);
  glass::TableWriter postlist(folder + "/postlist.glass", 0);
  for (const Entry& entry : entries) postlist.add(entry.key, entry.tag);
  glass::VersionFile version;
  version.statistics.documents = version.statistics.last_docid = kArticles;
  version.root(glass::Table::postlist) = postlist.finish();
  write_file(folder + "/iamglass", version.encode());
  write_block_sums(folder);
}

std::vector<Posting> read(const std::string& folder, std::uint32_t from) {
  const PostingsReader reader(folder);
  PostingCursor cursor = reader.postings("t");
  cursor.skip_to(from);
  std::vector<Posting> all;
  for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
    all.insert(all.end(), block.begin(), block.end());
  }
  return all;
}

// Head: number of postings, sum of counts, first article. Rest: last article less first, first
// count, then gap and count of each further posting.
const Entry kTwoAndMore = {"t", chunk({4, 4, 10}, '0', {3, 1, 2, 1})};

TEST(ForgedPostings, AreReadWhenTheyAreRight) {
  const TemporaryFolder folder;
  forge(folder.path("db"), {kTwoAndMore, {later_key("t", 20), chunk({}, '1', {1, 1, 0, 1})}});
  EXPECT_EQ(read(folder.path("db"), 0), (std::vector<Posting>{{10, 1}, {13, 1}, {20, 1}, {21, 1}}));
  EXPECT_EQ(read(folder.path("db"), 20), (std::vector<Posting>{{20, 1}, {21, 1}}));
}

struct Case {
  std::vector<Entry> entries;
  const char* complaint;
  std::uint32_t from = 0;
};

const Case kCases[] = {
    {{{"t", chunk({0, 1, 10}, '1', {0, 1})}}, "frequency"},
    {{{"t", chunk({101, 1, 10}, '1', {0, 1})}}, "frequency"},
    {{{"t", chunk({1, 1, 10}, '1', {3, 1, 2, 1})}}, "not as long as it says"},
    {{{"t", chunk({3, 1, 10}, '1', {3, 1, 2, 1})}}, "not as long as it says"},
    {{{"t", chunk({2, 1, 10}, '1', {4, 1, 2, 1})}}, "does not end where it says"},
    {{{"t", chunk({2, 1, 10}, '1', {2, 1, 2, 1})}}, "does not end where it says"},
    {{{"t", chunk({2, 1, 10}, '1', {3, 1, 2})}}, "ends early"},
    {{{"t", chunk({2, 1, 10}, '1', {3})}}, "articles that there are not"},
    {{{"t", chunk({2, 1, 99}, '1', {1, 1, 0, 1})}}, "articles that there are not"},
    {{{"t", chunk({2, 1, 10}, '1', {UINT32_MAX, 1, 0, 1})}}, "too large"},
    {{{"t", chunk({2, 1, 10}, '2', {3, 1, 2, 1})}}, "no proper head"},
    {{kTwoAndMore}, "lacks its last chunk"},
    {{kTwoAndMore, {"u", chunk({2, 2, 20}, '1', {1, 1, 0, 1})}}, "lacks its last chunk"},
    {{kTwoAndMore, {later_key("t", 13), chunk({}, '1', {1, 1, 0, 1})}}, "do not ascend"},
    {{kTwoAndMore, {later_key("t", 20) + "x", chunk({}, '1', {1, 1, 0, 1})}}, "no proper key"},
    {{kTwoAndMore, {later_key("t", 20) + "x", chunk({}, '1', {1, 1, 0, 1})}}, "no proper key", 21},
};

TEST(ForgedPostings, AreRefusedWithTheReason) {
  for (const Case& c : kCases) {
    const TemporaryFolder folder;
    forge(folder.path("db"), c.entries);
    try {
      (void)read(folder.path("db"), c.from);
      ADD_FAILURE() << "not refused: " << c.complaint;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
      EXPECT_THAT(error.what(), ::testing::HasSubstr(c.complaint));
    }
  }
}

TEST(ForgedPostings, ATermWithoutItsFirstChunkIsNoticed) {
  const TemporaryFolder folder;
  forge(folder.path("db"), {{later_key("t", 20), chunk({}, '1', {1, 1, 0, 1})}});
  const PostingsReader reader(folder.path("db"));
  TermCursor cursor = reader.terms();
  EXPECT_THROW(cursor.next(), Error);
}

void expect_check_to_fail(const std::string& path, const std::string& complaint) {
  try {
    PostingsReader::check(path);
    ADD_FAILURE() << "not found: " << complaint;
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr(complaint));
  }
}

TEST(Check, ComparesSumsAndLists) {
  const TemporaryFolder folder;
  forge(folder.path("sum"), {{"t", chunk({2, 3, 10}, '1', {3, 1, 2, 1})}});
  expect_check_to_fail(folder.path("sum"), "sum up to");

  const auto writer = make_postings_writer(WriterKind::direct, folder.path("lists"));
  writer->store("");
  writer->add_term("t", std::vector<Posting>{{0, 2}});
  writer->add_term_list(std::vector<TermCount>{{"t", 3}});
  writer->finish();
  expect_check_to_fail(folder.path("lists"), "do not sum up to its length");
}

}  // namespace
}  // namespace newsdex::testing
