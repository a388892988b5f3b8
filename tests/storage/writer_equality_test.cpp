// Both writers make the same database of the same articles, and the own reader sees in it what
// Xapian does.
#include <gtest/gtest.h>

#include "comparison.hpp"
#include "corpus.hpp"
#include "storage/postings_reader.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class WriterEqualityTest : public ::testing::TestWithParam<std::string> {
 protected:
  WriterEqualityTest() {
    const Corpus corpus = named_corpus(GetParam());
    write_corpus(corpus, WriterKind::direct, direct_);
    write_corpus(corpus, WriterKind::api, api_);
  }

  TemporaryFolder folder_;
  std::string direct_ = folder_.path("direct");
  std::string api_ = folder_.path("api");
};

// One test, as making the databases takes longest.
TEST_P(WriterEqualityTest, WritersMakeTheSameAndReadersSeeTheSame) {
  const Xapian::Database api(api_);
  EXPECT_EQ(first_difference(Xapian::Database(direct_), api), "") << "the two writers";
  EXPECT_EQ(first_difference(PostingsReader(direct_), api), "") << "the direct writer's, read";
  EXPECT_EQ(first_difference(PostingsReader(api_), api), "") << "Xapian's, read";
  EXPECT_NO_THROW(PostingsReader::check(direct_));
  EXPECT_NO_THROW(PostingsReader::check(api_));
}

INSTANTIATE_TEST_SUITE_P(Corpora, WriterEqualityTest, ::testing::ValuesIn(corpus_names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace newsdex::testing
