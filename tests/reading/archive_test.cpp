#include <archive.h>
#include <archive_entry.h>

#include <utility>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Files = std::vector<std::pair<std::string, std::string>>;
enum class Kind { tar, tar_gz, tar_zst, zip, gz };

// An archive of `files`, by libarchive's writer.
std::string packed(Kind kind, const Files& files) {
  std::string bytes(std::size_t{16} << 20, '\0');
  std::size_t used = 0;
  archive* const out = archive_write_new();
  if (kind == Kind::zip) {
    archive_write_set_format_zip(out);
  } else if (kind == Kind::gz) {
    archive_write_set_format_raw(out);
  } else {
    archive_write_set_format_ustar(out);
  }
  if (kind == Kind::tar_gz || kind == Kind::gz) archive_write_add_filter_gzip(out);
  if (kind == Kind::tar_zst) archive_write_add_filter_zstd(out);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

// "key|record@line|title|body"
std::vector<std::string> keyed(const Collected& read) {
  std::vector<std::string> words;
  for (const Article& article : read.articles) {
    words.push_back(article.record_key + "|" + std::to_string(article.record) + "@" +
                    std::to_string(article.line) + "|" + article.title + "|" + article.body);
  }
  return words;
}

const Files kFiles = {{"a.txt", "A\n\nText of A.\n"},
                      {"b/records.jsonl", "{\"title\":\"B1\",\"body\":\"x\"}\n{\"body\":\"y\"}\n"},
                      {"b/.hidden.txt", "Hidden\n\nText.\n"},
                      {"__MACOSX/a.txt", "Mac\n\nText.\n"},
                      {"empty.txt", ""}};

TEST(Archive, MembersAreReadInTheirOwnFormats) {
  for (const Kind kind : {Kind::tar, Kind::tar_gz, Kind::tar_zst, Kind::zip}) {
    const Collected read = read_as_text(packed(kind, kFiles), "/news/old");
    EXPECT_THAT(keyed(read), ElementsAre("a.txt|0@0|A|Text of A.", "b/records.jsonl#1|0@0|B1|x",
                                         "b/records.jsonl#2|0@0||y"));
    for (const Article& article : read.articles) EXPECT_EQ(article.path, "/news/old");
    ASSERT_THAT(read.errors, SizeIs(1));
    EXPECT_EQ(read.errors[0].path, "/news/old");
    EXPECT_EQ(read.errors[0].member, "empty.txt");
    EXPECT_EQ(read.errors[0].reason, "no text");
  }
}

TEST(Archive, OneFileThatWasPackedIsReadAsIfItWereNot) {
  const std::string bytes = packed(Kind::gz, {{"x", "{\"body\":\"y\"}\n{\"body\":\"z\"}\n"}});
  EXPECT_THAT(keyed(read_as_text(bytes)), ElementsAre("|1@1||y", "|2@2||z"));
}

TEST(Archive, FilesOnDiskAreReadByTheirDirectory) {
  const TemporaryFolder folder;
  const std::string path = folder.path("old.zip");
  std::ofstream(path, std::ios::binary) << packed(Kind::zip, kFiles);
  Collected collected;
  read_file({.path = path, .display = "shown"}, {}, collected.handlers());
  EXPECT_THAT(collected.articles, SizeIs(3));
  EXPECT_EQ(collected.errors.at(0).path, "shown");
}

TEST(Archive, ArchivesWithinOneAnotherAreReadToALimit) {
  std::string bytes = packed(Kind::zip, {{"a.txt", "A\n\nText.\n"}});
  bytes = packed(Kind::tar, {{"inner.zip", bytes}});
  bytes = packed(Kind::tar_gz, {{"middle.tar", bytes}});
  EXPECT_THAT(keyed(read_as_text(bytes)), ElementsAre("middle.tar#inner.zip#a.txt|0@0|A|Text."));
  const Collected deeper = read_as_text(packed(Kind::zip, {{"outer.tgz", bytes}}));
  EXPECT_THAT(deeper.articles, IsEmpty());
  ASSERT_THAT(deeper.errors, SizeIs(1));
  EXPECT_EQ(deeper.errors[0].reason, "more than 3 archives in one another");
  EXPECT_EQ(deeper.errors[0].member, "outer.tgz: middle.tar: inner.zip");
}

TEST(Archive, BombsAreRefusedByRatioAndBytes) {
  const std::string zeros(std::size_t{12} << 20, '0');
  const Files many = {{"a", zeros}, {"b", zeros}, {"c", zeros}};
  for (const Kind kind : {Kind::tar_gz, Kind::zip}) {
    const Collected read = read_as_text(packed(kind, many));
    EXPECT_THAT(in_words(read.errors),
                ElementsAre("an archive that unpacks to more than 300 times its size"));
    EXPECT_FALSE(read.errors.at(0).blank);  // what is left of it is not known to be gone
  }
  const Collected nested = read_as_text(packed(Kind::zip, {{"x.gz", packed(Kind::tar_gz, many)}}));
  EXPECT_THAT(nested.errors, SizeIs(1));

  Collected bounded;
  read_text(packed(Kind::tar, {{"a", zeros.substr(0, 2 << 20)}}), "/x",
            {.limits = {.max_unpacked_bytes = 1 << 20}}, bounded.handlers());
  EXPECT_THAT(in_words(bounded.errors), ElementsAre("an archive of more than 1 MiB"));
}

TEST(Archive, LargeMembersAreReportedAndTheOthersRead) {
  Collected read;
  read_text(packed(Kind::zip, {{"a.txt", std::string(5000, 'x')}, {"b.txt", "B\n\nText.\n"}}), "/x",
            {.limits = {.max_text_bytes = 1000}}, read.handlers());
  EXPECT_THAT(in_words(read.errors),
              ElementsAre("larger than the limit of 1000 bytes (--max-file-size)"));
  EXPECT_THAT(read.articles, SizeIs(1));
}

TEST(Archive, DamageIsReportedAndWhatCameBeforeItRead) {
  const std::string text = "Title\n\nText " + std::string(300, 'x');
  std::string bytes = packed(Kind::tar, {{"a.txt", text}, {"b.txt", text}});
  const Collected cut = read_as_text(bytes.substr(0, 1800));
  EXPECT_THAT(cut.articles, SizeIs(1));
  ASSERT_THAT(cut.errors, SizeIs(1));
  EXPECT_THAT(cut.errors[0].reason, HasSubstr("a damaged archive"));
  EXPECT_FALSE(cut.errors[0].blank);
  for (const std::string_view broken :
       {"\x1F\x8B broken", "PK\x03\x04 broken", "\x28\xB5\x2F\xFD"}) {
    EXPECT_THAT(read_as_text(broken).articles, IsEmpty());
  }
}

TEST(Archive, NamesOfMembersAreAnything) {
  const std::string longest(3000, 'n');
  const Collected read = read_as_text(packed(
      Kind::tar_gz, {{"../../etc/passwd", "A\n\nText.\n"}, {"new\nline\x1b[31m", "B\n\nText.\n"}}));
  EXPECT_THAT(keyed(read),
              ElementsAre("../../etc/passwd|0@0|A|Text.", "new\nline\x1b[31m|0@0|B|Text."));
  const Collected long_name = read_as_text(packed(Kind::zip, {{longest, "C\n\nText.\n"}}));
  EXPECT_THAT(keyed(long_name), ElementsAre("|1@0|C|Text."));
}

TEST(Archive, TextThatBeginsLikeOneIsText) {
  EXPECT_THAT(in_words(read_as_text("BZhang wins\n\nText.\n").articles),
              ElementsAre("0@1|BZhang wins|Text."));
}

TEST(Archive, AFormatThatIsAskedForIsThatOfTheMembers) {
  Collected read;
  read_text(packed(Kind::tar_gz, {{"a", "{\"body\":\"x\"}\n"}}), "/x", {.format = "text"},
            read.handlers());
  EXPECT_THAT(keyed(read), ElementsAre("a|0@0|{\"body\":\"x\"}|"));
}

TEST(Archive, TextsThatBeginLikeBzip2AreTexts) {
  for (const std::string_view text : {"BZh", "BZh9", "BZh9 and more", "BZ"}) {
    EXPECT_THAT(in_words(read_as_text(text).articles),
                ElementsAre("0@1|" + std::string(text) + "|"));
  }
}

}  // namespace
}  // namespace newsdex
