// What Xapian does with a database of the direct writer: query, compact and update it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "comparison.hpp"
#include "corpus.hpp"
#include "storage/block_sums.hpp"
#include "storage/postings_reader.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class XapianUseTest : public ::testing::Test {
 protected:
  XapianUseTest() {
    write_corpus(corpus_, WriterKind::direct, direct_);
    write_corpus(corpus_, WriterKind::api, api_);
  }

  TemporaryFolder folder_;
  Corpus corpus_ = random_corpus({.articles = 1500, .vocabulary = 200});
  std::string direct_ = folder_.path("direct");
  std::string api_ = folder_.path("api");
};

std::vector<std::pair<Xapian::docid, double>> answers(const std::string& path,
                                                      const Xapian::Query& query) {
  const Xapian::Database database(path);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<std::pair<Xapian::docid, double>> out;
  for (auto i = found.begin(); i != found.end(); ++i) out.emplace_back(*i, i.get_weight());
  return out;
}

TEST_F(XapianUseTest, QueriesFindTheSameWithTheSameScores) {
  const std::string phrase[] = {"w1", "w2"};
  const Xapian::Query queries[] = {
      Xapian::Query("w1"),
      Xapian::Query(Xapian::Query::OP_OR, Xapian::Query("w5"), Xapian::Query("XAactor3")),
      Xapian::Query(Xapian::Query::OP_PHRASE, std::begin(phrase), std::end(phrase), 2),
      Xapian::Query(Xapian::Query::OP_NEAR, std::begin(phrase), std::end(phrase), 5),
      Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 0, "20183", "20186"),
      Xapian::Query(Xapian::Query::OP_WILDCARD, "w1"),
  };
  for (const Xapian::Query& query : queries) {
    EXPECT_GT(answers(direct_, query).size(), 3U) << query.get_description();
    EXPECT_EQ(answers(direct_, query), answers(api_, query)) << query.get_description();
  }
}

TEST_F(XapianUseTest, CompactsTwoIntoOne) {
  const Corpus more = random_corpus({.articles = 900, .vocabulary = 300, .seed = 5});
  write_corpus(more, WriterKind::direct, folder_.path("more"));
  for (const int block_size : {2048, 8192, 65536}) {
    const std::string merged = folder_.path(fmt::format("merged{}", block_size));
    Xapian::Database both(direct_);
    both.add_database(Xapian::Database(folder_.path("more")));
    both.compact(merged, 0, block_size);
    write_block_sums(merged);
    PostingsReader::check(merged);

    Corpus joined = corpus_;
    joined.articles.insert(joined.articles.end(), more.articles.begin(), more.articles.end());
    const std::string expected = folder_.path(fmt::format("expected{}", block_size));
    write_corpus(joined, WriterKind::direct, expected);
    EXPECT_EQ(first_difference(Xapian::Database(merged), Xapian::Database(expected)), "");
    EXPECT_EQ(first_difference(PostingsReader(merged), Xapian::Database(expected)), "");
  }
}

Xapian::Document changed_document(std::uint32_t seed) {
  std::mt19937 random(seed);
  Xapian::Document document;
  for (std::uint32_t i = 1; i < 50; ++i) {
    const auto word = static_cast<std::uint32_t>(random() % 300);
    document.add_posting(fmt::format("w{}", word), i);
  }
  document.set_data(std::string(random() % 9000, 'd'));
  document.add_value(0, fmt::format("2019{}", seed));
  return document;
}

void update(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  std::mt19937 random(4);
  for (std::uint32_t round = 0; round < 4; ++round) {
    for (std::uint32_t i = 0; i < 100; ++i) database.add_document(changed_document(round + 9 * i));
    for (std::uint32_t i = 0; i < 100; ++i) {
      database.replace_document(static_cast<Xapian::docid>(1 + random() % 1500),
                                changed_document(i));
    }
    for (std::uint32_t i = 1; i < 200; ++i) {
      const auto docid = static_cast<Xapian::docid>(round * 300 + i);
      if (docid % 3 == 0) database.delete_document(docid);
    }
    database.set_metadata("round", std::to_string(round));
    database.commit();
  }
}

TEST_F(XapianUseTest, UpdatesComeOutAsInADatabaseOfItsOwn) {
  update(direct_);
  update(api_);
  EXPECT_EQ(first_difference(Xapian::Database(direct_), Xapian::Database(api_)), "");
  EXPECT_EQ(Xapian::Database::check(direct_, 0, nullptr), 0U);
  write_block_sums(direct_);
  EXPECT_EQ(first_difference(PostingsReader(direct_), Xapian::Database(api_)), "");
  PostingsReader::check(direct_);
}

TEST_F(XapianUseTest, DeletesEverythingAndBeginsAnew) {
  for (const std::string& path : {direct_, api_}) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    for (Xapian::docid docid = 1; docid <= 1500; ++docid) database.delete_document(docid);
    database.commit();
    database.add_document(changed_document(1));
    database.commit();
  }
  EXPECT_EQ(first_difference(Xapian::Database(direct_), Xapian::Database(api_)), "");
  EXPECT_EQ(Xapian::Database::check(direct_, 0, nullptr), 0U);
}

TEST(XapianDocids, MayBeAsLargeAsTheyGet) {
  const TemporaryFolder folder;
  {
    Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
    for (const Xapian::docid docid : {1u, 0x7FFFu, 0x8000u, 0x400000u, 0x20000000u, 0xFFFFFFFEu}) {
      database.replace_document(docid, changed_document(docid));
    }
    database.commit();
  }
  write_block_sums(folder.path("db"));
  EXPECT_EQ(
      first_difference(PostingsReader(folder.path("db")), Xapian::Database(folder.path("db"))), "");
}

}  // namespace
}  // namespace newsdex::testing
