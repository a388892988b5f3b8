#include <array>
#include <utility>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    sum ^= static_cast<unsigned char>(byte);
    for (int i = 0; i < 8; ++i) sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

std::string little_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i)
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
  return out;
}

// What both headers of a zip member have in common, from the version needed on.
std::string member_header(std::string_view name, std::string_view content) {
  const auto size = static_cast<std::uint32_t>(content.size());
  return little_endian(20, 2) + little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
         little_endian(checksum(content), 4) + little_endian(size, 4) + little_endian(size, 4) +
         little_endian(static_cast<std::uint32_t>(name.size()), 2) + little_endian(0, 2);
}

// A zip archive without compression, as the first member of an EPUB must be stored.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : files) {
    const auto offset = static_cast<std::uint32_t>(out.size());
    out += "PK\x03\x04" + member_header(name, content) + name + content;
    directory += "PK\x01\x02" + little_endian(20, 2) + member_header(name, content) +
                 little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 2) +
                 little_endian(0, 4) + little_endian(offset, 4) + name;
  }
  const auto count = static_cast<std::uint32_t>(files.size());
  const auto start = static_cast<std::uint32_t>(out.size());
  const auto size = static_cast<std::uint32_t>(directory.size());
  return out + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(count, 2) +
         little_endian(count, 2) + little_endian(size, 4) + little_endian(start, 4) +
         little_endian(0, 2);
}

constexpr std::string_view kContainer =
    R"(<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>)"
    R"(<rootfile full-path="OPS/p.opf"/></rootfiles></container>)";
constexpr std::string_view kPackage =
    R"(<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">)"
    R"(<metadata><dc:title>The Weekly</dc:title><dc:date>2018-05-01</dc:date>)"
    R"(<dc:language>en</dc:language><dc:creator>Jane</dc:creator></metadata><manifest>)"
    R"(<item id="c" href="cover.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/>)"
    R"(<item id="a" href="text/art%201.xhtml#top"/><item id="b" href="../gone.xhtml"/><item id="s" href="short.xhtml"/></manifest>)"
    R"(<spine><itemref idref="c"/><itemref idref="s"/><itemref idref="n"/><itemref idref="a"/><itemref idref="a"/>)"
    R"(<itemref idref="b"/></spine></package>)";
constexpr std::string_view kPage =
    R"(<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>)"
    R"(<h2>One article</h2><p>Telegram&nbsp;was blocked in the country on Monday, said the officials )"
    R"(who are in charge of it,</p><p>and that was that for a while indeed.</p></body></html>)";

TEST(Epub, PagesAreReadInTheOrderOfTheSpine) {
  const Collected read =
      read_as_text(stored_zip({{"mimetype", "application/epub+zip"},
                               {"META-INF/container.xml", std::string(kContainer)},
                               {"OPS/text/art 1.xhtml", std::string(kPage)},
                               {"OPS/nav.xhtml", std::string(kPage)},
                               {"OPS/cover.xhtml",
                                "<html><body><h1>The Weekly</h1><p>by Jane, 2018"
                                "</p><p><a href='x'>Contents</a></p></body></html>"},
                               {"OPS/short.xhtml",
                                "<html><body><h1>In brief</h1><p>The ban is over."
                                "</p></body></html>"},
                               {"OPS/p.opf", std::string(kPackage)}}),
                   "/news/book");
  ASSERT_THAT(
      in_words(read.articles),
      ElementsAre("0@0|In brief|The ban is over.",
                  "0@0|One article|Telegram\u00A0was blocked in the country on Monday, said "
                  "the officials who are in charge of it,\nand that was that for a while "
                  "indeed."));
  const Article& article = read.articles[1];
  EXPECT_EQ(article.source, "The Weekly");
  EXPECT_EQ(article.date, "2018-05-01");
  EXPECT_EQ(article.author, "Jane");
  EXPECT_EQ(article.record_key, "OPS/text/art 1.xhtml");
  EXPECT_THAT(in_words(read.errors), ElementsAre("an EPUB without this page, which it lists"));
  EXPECT_EQ(read.errors[0].member, "gone.xhtml");
}

using Members = std::vector<std::pair<std::string, std::string>>;

Collected read_from_file(const std::string& bytes) {
  const TemporaryFolder folder;
  const std::string path = folder.write("book", bytes);
  Collected read;
  read_file({path, path, {}}, {}, read.handlers());
  return read;
}

TEST(Epub, IsKnownByItsContainerWhereverItStands) {
  const std::pair<std::string, std::string> type = {"mimetype", "application/epub+zip"};
  const std::pair<std::string, std::string> picture = {"OPS/a.png", std::string(200'000, 'x')};
  const Members book = {picture,
                        {"OPS/cover.xhtml", std::string(kPage)},
                        {"OPS/p.opf", std::string(kPackage)},
                        {"META-INF/container.xml", std::string(kContainer)}};
  Members last = book;
  last.push_back(type);
  Members second = book;
  second.insert(second.begin() + 1, type);
  for (const Members& members : {book, last, second}) {
    for (const Collected& read :
         {read_as_text(stored_zip(members)), read_from_file(stored_zip(members))}) {
      ASSERT_THAT(read.articles, SizeIs(1));
      EXPECT_EQ(read.articles[0].date, "2018-05-01");
      EXPECT_EQ(read.articles[0].record_key, "OPS/cover.xhtml");
    }
  }
}

TEST(Epub, WithinAnArchiveMakesTheArchiveNone) {
  const std::string book = stored_zip({{"mimetype", "application/epub+zip"},
                                       {"META-INF/container.xml", std::string(kContainer)},
                                       {"OPS/p.opf", std::string(kPackage)},
                                       {"OPS/cover.xhtml", std::string(kPage)}});
  const std::string archive = stored_zip(
      {{"a.txt", "A\n\nText.\n"}, {"c.txt", std::string(200'000, 'x')}, {"b.epub", book}});
  const Collected read = read_from_file(archive);
  ASSERT_THAT(read.articles, SizeIs(3));
  EXPECT_EQ(read.articles[0].title, "A");
  EXPECT_EQ(read.articles[2].record_key, "b.epub#OPS/cover.xhtml");
}

TEST(Epub, ADirectoryThatIsDamagedMakesNone) {
  const std::string archive = stored_zip({{"a.txt", "A\n\nText.\n"}});
  for (std::size_t at = archive.find("PK\x01\x02"); at < archive.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\xFF'}) {
      std::string damaged = archive;
      damaged[at] = byte;
      EXPECT_THAT(read_from_file(damaged).articles.size(), ::testing::Le(1U)) << at;
    }
  }
}

TEST(Epub, WithoutAPackageIsAnError) {
  const Collected read = read_as_text(stored_zip({{"mimetype", "application/epub+zip"}}));
  EXPECT_THAT(read.articles, IsEmpty());
  EXPECT_THAT(in_words(read.errors), ElementsAre("an EPUB without a package file"));
}

}  // namespace
}  // namespace newsdex
