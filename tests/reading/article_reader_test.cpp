#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using namespace std::string_view_literals;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Collected read_path(const std::string& path, const ReadLimits& limits = {}) {
  Collected collected;
  read_file({.path = path, .display = "shown"}, {.limits = limits}, collected.handlers());
  return collected;
}

TEST(ArticleReader, EachFormatIsKnownByWhatTheFileHolds) {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"{\"title\":\"T\",\"body\":\"B\"}\n", "1@1|T|B"},
      {"{\n\"title\":\"T\",\n\"body\":\"B\"}\n", "0@1|T|B"},
      {"[{\"title\":\"T\",\"body\":\"B\"}]\n", "1@1|T|B"},
      {"---\ntitle: T\n---\nB\n", "0@1|T|B"},
      {"T\n◢ B\nB\nPhoto Credit: X", "1@1|T|B"},
      {"T\nB\n", "0@1|T|B"},
      {std::string("\xFF\xFET\0\r\0\n\0B\0\r\0\n\0", 14), "0@1|T|B"},
  };
  for (const auto& [bytes, expected] : cases) {
    SCOPED_TRACE(bytes);
    const std::string path = folder.write("item", bytes);
    const Collected collected = read_path(path);
    EXPECT_THAT(in_words(collected.articles), ElementsAre(expected));
    EXPECT_THAT(collected.errors, IsEmpty());
    EXPECT_EQ(collected.articles.at(0).path, path);
  }
}

TEST(ArticleReader, NameListsAndLabelledTextsGiveNothing) {
  const TemporaryFolder folder;
  for (const char* bytes :
       {"# newsdex names 1\n- name: X\n", "\xEF\xBB\xBF# newsdex names\r\n", "# newsdex names",
        "# newsdex labels 1\ntitle: [LOC Qom]\n\nBody\n", "# newsdex labels 1: a guide\n"}) {
    SCOPED_TRACE(bytes);
    const Collected collected = read_path(folder.write("names.yaml", bytes));
    EXPECT_THAT(collected.articles, IsEmpty());
    EXPECT_THAT(collected.errors, IsEmpty());
  }
  EXPECT_THAT(read_path(folder.write("a.txt", "# newsdex namesake\nBody\n")).articles, SizeIs(1));
  EXPECT_THAT(read_path(folder.write("b.txt", "# newsdex labelled\nBody\n")).articles, SizeIs(1));
}

TEST(ArticleReader, ErrorsNameTheFileAsTheUserDid) {
  const TemporaryFolder folder;
  const std::string bad_line = folder.write("bad.jsonl", "{\"body\":\"a\"}\n{}\n");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {folder.path("missing"), "cannot be opened: No such file or directory"},
      {folder.path(""), "not a regular file"},
      {folder.write("empty", ""), "no text"},
      {folder.write("picture", "\x89PNG\r\n\x1A\n"), "binary data, not text"},
      {bad_line, R"(2: no "body" or "text")"},
  };
  for (const auto& [path, reason] : cases) {
    SCOPED_TRACE(path);
    const Collected collected = read_path(path);
    EXPECT_THAT(in_words(collected.errors), ElementsAre(reason));
    EXPECT_EQ(collected.errors.at(0).path, "shown");
  }
}

TEST(ArticleReader, APipeInAFilesPlaceDoesNotBlock) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(in_words(read_path(folder.path("pipe")).errors), ElementsAre("not a regular file"));
}

TEST(ArticleReader, FilesThatAreReadWholeAreBounded) {
  const TemporaryFolder folder;
  const std::string text = "Title\n" + std::string(3 << 20, 'x');
  const std::string path = folder.write("a.txt", text);
  EXPECT_THAT(read_path(path, {.max_text_bytes = text.size()}).articles, SizeIs(1));
  EXPECT_THAT(in_words(read_path(path, {.max_text_bytes = 2 << 20}).errors),
              ElementsAre("larger than the limit of 2 MiB (--max-file-size)"));
  EXPECT_THAT(in_words(read_path(path, {.max_text_bytes = 10}).errors),
              ElementsAre("larger than the limit of 10 bytes (--max-file-size)"));
  EXPECT_THAT(in_words(read_as_text(text, "/a.txt", {.max_text_bytes = 10}).errors),
              ElementsAre("larger than the limit of 10 bytes (--max-file-size)"));
}

TEST(ArticleReader, JsonLinesMayBeLargerThanAnyLimit) {
  const TemporaryFolder folder;
  std::string text;
  while (text.size() < (std::size_t{2} << 20U)) text += "{\"body\":\"some text\"}\n";
  const auto lines = std::count(text.begin(), text.end(), '\n');
  const Collected collected = read_path(folder.write("a.txt", text), {.max_text_bytes = 1 << 10});
  EXPECT_THAT(collected.errors, IsEmpty());
  ASSERT_EQ(static_cast<std::ptrdiff_t>(collected.articles.size()), lines);
  EXPECT_EQ(collected.articles.back().record, lines);
}

TEST(ArticleReader, AFirstRecordLongerThanABlockIsStillJsonLines) {
  const TemporaryFolder folder;
  const std::string body(1 << 20, '[');
  const Collected collected =
      read_path(folder.write("a.txt", R"({"body":")" + body + "\"}\n{\"body\":\"b\"}\n"));
  ASSERT_THAT(collected.articles, SizeIs(2));
  EXPECT_EQ(collected.articles[0].body, body);
}

TEST(ArticleReader, AHandlersErrorEndsTheReading) {
  const ArticleHandlers handlers{[](Article&&) { throw std::runtime_error("enough"); },
                                 [](const ReadError&) {}};
  EXPECT_THROW(read_text("{\"body\":\"a\"}\n{\"body\":\"b\"}\n", "-", {}, handlers),
               std::runtime_error);
}

// Articles of every format, cut and damaged: whatever comes of them is valid text.
TEST(ArticleReader, NoDamageDoesHarm) {
  const std::vector<std::string> texts = {
      "{\"title\":\"T\",\"body\":\"caf\\u00e9\"}\n{\"id\":2,\"text\":\"B\"}\n",
      "---\ntitle: \"T\"\nauthor: [A, &b B]\ntags:\n  - {x: *b}\n---\n# Heading\n\nB\n",
      "First\n◢ A. B,\nA.\nB, c.\nPhoto Credit: X\n\nSecond\n◢ D.\nD.\nPhoto Credit",
      "Title\r\n\r\nBody, caf\xE9 and \x93more\x94.\r\n",
      std::string("\xFF\xFET\0i\0t\0l\0e\0\r\0\n\0B\0o\0d\0y\0", 24),
  };
  std::uint32_t state = 3;
  const auto below = [&](std::size_t limit) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % limit;
  };
  for (int round = 0; round < 5'000; ++round) {
    std::string text = texts[below(texts.size())];
    text.resize(1 + below(text.size()));
    for (std::size_t damages = below(5); damages > 0; --damages) {
      constexpr std::string_view kBytes = "\0\n\r\t -:#&*{}[]\"'|>?\xE2\x97\xA2\xFF"sv;
      text[below(text.size())] = kBytes[below(kBytes.size())];
    }
    for (const Article& article : read_as_text(text).articles) {
      EXPECT_TRUE(all_texts_are_valid(article));
      EXPECT_FALSE(article.title.empty() && trim_spaces(article.body).empty());
      EXPECT_GT(article.line, 0U);
    }
  }
}

std::filesystem::path hostile_folder() {
  if (const char* folder = std::getenv("NEWSDEX_HOSTILE")) return folder;
  return std::filesystem::path(NEWSDEX_SOURCE_DIR) / ".." / "shared" / "data" / "hostile";
}

// Strings known to break programs, each read in every format.
TEST(ArticleReader, NaughtyStringsDoNoHarm) {
  const std::filesystem::path folder = hostile_folder();
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  std::size_t strings = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::istringstream lines(file_content(file.path()));
    for (std::string line; std::getline(lines, line); ++strings) {
      for (const std::string_view form :
           {"{0}", "Title\n{0}", "---\ntitle: {0}\n---\n{0}", "{0}\n◢{0}", R"({{"body":"{0}"}})",
            R"([{{"body":"{0}"}}])"}) {
        const std::string text = fmt::format(fmt::runtime(form), line);
        const Collected collected = read_as_text(text);
        for (const Article& article : collected.articles) EXPECT_TRUE(all_texts_are_valid(article));
        EXPECT_GT(collected.articles.size() + collected.errors.size(), 0U) << line;
      }
    }
  }
  EXPECT_GT(strings, 0U);
}

}  // namespace
}  // namespace newsdex
