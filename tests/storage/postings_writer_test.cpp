// What both writers refuse, and what the direct one promises besides.
#include "storage/postings_writer.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "corpus.hpp"
#include "newsdex/error.hpp"
#include "storage/file.hpp"
#include "storage/postings_reader.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

struct Refusal {
  const char* name;
  std::function<void(PostingsWriter&)> write;
  bool xapian_minds = false;
};

const Posting kOne[] = {{0, 1}};
const Posting kTwice[] = {{0, 1}, {0, 1}};
const Posting kHuge[] = {{0, UINT32_MAX}};
const TermCount kHugeList[] = {{"a", UINT32_MAX}, {"b", 1}};
const Posting kBeyond[] = {{7, 1}};
const std::uint32_t kStarts[] = {0, 2};
const std::uint32_t kSamePositions[] = {4, 4};
const TermCount kFalling[] = {{"b", 1}, {"a", 1}};
const ArticleValue kFallingValues[] = {{1, "v"}, {0, "v"}};

const Refusal kRefusals[] = {
    {"a term that is too long",
     [](PostingsWriter& out) { out.add_term(std::string(246, 'a'), kOne); }, true},
    {"an empty term", [](PostingsWriter& out) { out.add_term("", kOne); }, true},
    {"a key that is too long",
     [](PostingsWriter& out) { out.add_term(std::string(200, '\0'), kOne); }, true},
    {"metadata without a key", [](PostingsWriter& out) { out.add_metadata("", "v"); }, true},
    {"a metadata key that is too long",
     [](PostingsWriter& out) { out.add_metadata(std::string(254, 'k'), "v"); }, true},
    {"falling terms",
     [](PostingsWriter& out) {
       out.add_term("b", kOne);
       out.add_term("a", kOne);
     }},
    {"an article twice", [](PostingsWriter& out) { out.add_term("a", kTwice); }},
    {"an article that there is not", [](PostingsWriter& out) { out.add_term("a", kBeyond); }},
    {"a position twice",
     [](PostingsWriter& out) {
       out.add_term("a", kOne, {kStarts, kSamePositions});
     }},
    {"an article that is too long",
     [](PostingsWriter& out) {
       out.add_term("a", kHuge);
       out.add_term("b", kHuge);
     }},
    {"a list of terms that is too long", [](PostingsWriter& out) { out.add_term_list(kHugeList); }},
    {"falling metadata",
     [](PostingsWriter& out) {
       out.add_metadata("b", "v");
       out.add_metadata("a", "v");
     }},
    {"falling values", [](PostingsWriter& out) { out.add_values(0, kFallingValues); }},
    {"a list of falling terms", [](PostingsWriter& out) { out.add_term_list(kFalling); }},
    {"more lists of terms than articles",
     [](PostingsWriter& out) {
       out.add_term_list({});
       out.add_term_list({});
       out.add_term_list({});
     }},
};

TEST(PostingsWriter, RefusesWhatNoDatabaseCanHold) {
  for (const Refusal& refusal : kRefusals) {
    for (const WriterKind kind : {WriterKind::direct, WriterKind::api}) {
      if (kind == WriterKind::api && !refusal.xapian_minds) continue;
      const TemporaryFolder folder;
      EXPECT_THROW(
          {
            const auto writer = make_postings_writer(kind, folder.path("db"));
            writer->store("");
            writer->store("");
            refusal.write(*writer);
            writer->finish();
          },
          Error)
          << refusal.name;
      EXPECT_THROW(PostingsReader(folder.path("db")), Error) << refusal.name;
    }
  }
}

TEST(PostingsWriter, RefusesAFolderThatExistsOrCannotBe) {
  const TemporaryFolder folder;
  for (const WriterKind kind : {WriterKind::direct, WriterKind::api}) {
    EXPECT_THROW(make_postings_writer(kind, folder.path()), Error);
  }
  EXPECT_THROW(make_postings_writer(WriterKind::direct, folder.path("no/such")), Error);
}

TEST(PostingsWriter, WritesTheSameFilesAgain) {
  const TemporaryFolder folder;
  const Corpus corpus = named_corpus("Random");
  write_corpus(corpus, WriterKind::direct, folder.path("a"));
  write_corpus(corpus, WriterKind::direct, folder.path("b"));
  for (const char* name : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass",
                           "position.glass", "sums"}) {
    EXPECT_EQ(read_whole_file(folder.path("a/") + name), read_whole_file(folder.path("b/") + name));
  }
}

TEST(PostingsWriter, LeavesNothingThatOpensIfNotFinished) {
  const TemporaryFolder folder;
  for (const WriterKind kind : {WriterKind::direct, WriterKind::api}) {
    const std::string path = folder.path(kind == WriterKind::direct ? "direct" : "api");
    make_postings_writer(kind, path)->store("text");
    EXPECT_THROW(PostingsReader{path}, Error);
  }
}

}  // namespace
}  // namespace newsdex::testing
