#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "key|title|date|author|source|language|url|body"
std::string all_of(const Article& article) {
  return article.record_key + "|" + article.title + "|" + article.date + "|" + article.author +
         "|" + article.source + "|" + article.language + "|" + article.url + "|" + article.body;
}

std::vector<std::string> items(std::string_view feed) {
  std::vector<std::string> all;
  for (const Article& article : read_as_text(feed).articles) all.push_back(all_of(article));
  return all;
}

TEST(Feed, Rss) {
  EXPECT_THAT(
      items(
          R"(<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Site</title><language>en-us</language>
<item><title>One &amp;amp; two</title><link>http://e.org/1</link><guid>g1</guid>
<pubDate>Mon, 30 Apr 2018 18:45:00 GMT</pubDate><dc:creator>Jane</dc:creator>
<description>Short</description><c:encoded><![CDATA[<p>Long&nbsp;text.</p><p>More</p>]]></c:encoded></item>
<item><title>Two</title><link>http://e.org/2</link><author>d@e.org (Joe)</author>
<description>&lt;b&gt;Bold&lt;/b&gt; caf&eacute; &nosuch; x</description></item></channel></rss>)"),
      ElementsAre("g1|One & two|Mon, 30 Apr 2018 18:45:00 GMT|Jane|Site|en|http://e.org/1|"
                  "Long\u00A0text.\nMore",
                  "http://e.org/2|Two||Joe|Site|en|http://e.org/2|Bold café &nosuch; x"));
}

TEST(Feed, Atom) {
  EXPECT_THAT(items(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Site</title>
<entry><title type="html">A &amp;lt;b&amp;gt;</title><id>urn:1</id><link rel="self" href="http://e.org/self"/>
<link rel="alternate" href="http://e.org/1"/><published>2018-04-30T08:00:00Z</published>
<updated>2018-05-01T08:00:00Z</updated><author><name>Jane</name><email>j@e.org</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content></entry></feed>)"),
              ElementsAre("urn:1|A <b>|2018-04-30T08:00:00Z|Jane|Site|de|http://e.org/1|One\nTwo"));
}

TEST(Feed, AllDatesOfPublicationAreKept) {
  const auto date = [](const std::string& elements) {
    const Collected read = read_as_text(
        "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
        "<item><title>A</title>" +
        elements + "</item></channel></rss>");
    return read.articles.empty() ? "none" : read.articles[0].date;
  };
  EXPECT_EQ(date("<pubDate>Mon, 30 Apr 2018 10:00:00 GMT</pubDate><dc:date>2018-05-02</dc:date>"),
            "Mon, 30 Apr 2018 10:00:00 GMT\n2018-05-02");
  EXPECT_EQ(date("<pubDate>2018-04-30</pubDate><dc:date>2018-04-30</dc:date>"), "2018-04-30");
  EXPECT_EQ(date("<pubDate>2018-04-30</pubDate><updated>2018-05-02</updated>"), "2018-04-30");
  EXPECT_EQ(date("<pubDate>soon</pubDate><updated>2018-05-02</updated>"), "2018-05-02");
  EXPECT_EQ(date("<pubDate>soon</pubDate>"), "soon");
}

TEST(Feed, Rdf) {
  EXPECT_THAT(items(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Site</title></channel>
<item rdf:about="y"><title>A</title><dc:date>2018-04-30</dc:date><description>B</description></item></rdf:RDF>)"),
              ElementsAre("|A|2018-04-30||Site|||B"));
}

TEST(Feed, ItemsWithoutAKeyOfTheirOwnHaveTheirNumber) {
  const Collected read = read_as_text(
      "<rss><channel><item><title>A</title><guid>x</guid></item>"
      "<item><title>B</title><guid>x</guid></item><item><title>C</title></item></channel></rss>");
  ASSERT_THAT(read.articles, SizeIs(3));
  EXPECT_EQ(read.articles[0].record, 0U);
  EXPECT_EQ(read.articles[1].record, 2U);
  EXPECT_EQ(read.articles[2].record, 3U);
}

TEST(Feed, WhatIsBrokenIsReportedAndTheRestRead) {
  const Collected cut = read_as_text("<rss><channel><item><title>A</title></item><item><title>B");
  EXPECT_THAT(in_words(cut.articles), ElementsAre("1@1|A|"));
  EXPECT_THAT(in_words(cut.errors),
              ElementsAre("1: a feed that breaks off, or is no XML from there on"));
  EXPECT_THAT(in_words(read_as_text("<rss><channel></channel></rss>").errors),
              ElementsAre("a feed without items"));
  EXPECT_THAT(in_words(read_as_text("<rss><channel><item></item></channel></rss>").errors),
              ElementsAre("1: an item without text"));
}

TEST(Feed, WhatIsNoXmlIsMended) {
  const struct {
    std::string_view text;
    std::string body;
  } cases[] = {
      {"AT&T sued", "AT&T sued"},
      {"profits & losses of R&D; more", "profits & losses of R&D; more"},
      {"a&nbsp;b caf&eacute;s &mdash; &hellip;", "a\u00A0b cafés — …"},
      {"&#8220;no&#8221; &#x2014; &#146;s &#0; &#xD800; end", "“no” — ’s \uFFFD \uFFFD end"},
      {"5 < 6 and <3 more", "5 < 6 and <3 more"},
      {"x &amp; y &lt; z", "x & y < z"},
      {"one<br>two<br/>three<hr><img src=\"a.png\" alt=x>four", "one\ntwo\nthree\nfour"},
      {"bell \x07 and \x1B[0m", "bell   and  [0m"},
      {"http://e.org/?a=1&b=2&copy=3", "http://e.org/?a=1&b=2&copy=3"},
      {"<![CDATA[A&B &eacute; <b>c</b>]]>", "A&B é c"},
      {"&nosuch; &unended and &", "&nosuch; &unended and &"},
  };
  for (const auto& each : cases) {
    const Collected read =
        read_as_text("<rss><channel><item><title>T</title><description>" + std::string(each.text) +
                     "</description></item><item><title>Next</title></item>"
                     "</channel></rss>");
    ASSERT_THAT(read.articles, SizeIs(2)) << each.text;
    EXPECT_EQ(read.articles[0].body, each.body);
    EXPECT_THAT(in_words(read.errors), IsEmpty());
  }
}

TEST(Feed, UnescapedHtmlIsReadAsHtml) {
  for (const auto& [html, body] : std::vector<std::pair<std::string, std::string>>{
           {"<p>one<p>two", "one\ntwo"},
           {"x <b>bo<i>ld</b> y", "x bold y"},
           {"x <a href=http://e.org/1>link</a> y", "x link y"},
           {"x <a<b> y", "x y"},
           {"x </div> y &amp; &lt;z&gt;", "x y & <z>"},
           {"<p>A <video controls>v</video></p>", "A"}}) {
    const Collected read =
        read_as_text("<rss><channel><item><title>One</title><description>" + html +
                     "</description><pubDate>2018-04-30</pubDate></item><item>"
                     "<title>Two</title></item></channel></rss>");
    ASSERT_THAT(read.articles, SizeIs(2)) << html;
    EXPECT_EQ(read.articles[0].body, body);
    EXPECT_EQ(read.articles[0].date, "2018-04-30");
    EXPECT_THAT(read.errors, IsEmpty()) << html;
  }
}

TEST(Feed, WhatNeverEndsTakesNothingAlong) {
  for (const std::string_view open : {"<!--", "<![CDATA[", "<?", "<!ELEMENT", "&", "<"}) {
    const Collected read =
        read_as_text("<rss><channel><item><title>One</title><description>A " + std::string(open) +
                     " B</description></item><item><title>Two</title></item>"
                     "</channel></rss>");
    EXPECT_THAT(read.articles, SizeIs(2)) << open;
    EXPECT_THAT(read.errors, IsEmpty()) << open;
  }
}

TEST(Feed, AddressesMayHaveBareAmpersands) {
  const Collected read = read_as_text(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A & B</title>"
      "<link href='http://e.org/?a=1&b=2&amp;c=3&eacute;'/></entry></feed>");
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_EQ(read.articles[0].title, "A & B");
  EXPECT_EQ(read.articles[0].url, "http://e.org/?a=1&b=2&c=3é");
}

TEST(Feed, EntitiesOfItsOwnAreRefused) {
  const Collected read = read_as_text(
      "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
      "<rss><channel><item><title>&b;</title></item></channel></rss>");
  EXPECT_THAT(read.articles, IsEmpty());
  EXPECT_THAT(in_words(read.errors), ElementsAre("XML that declares entities of its own"));
}

TEST(Feed, FilesOfTheMachineStayOutOfIt) {
  const Collected read = read_as_text(
      "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'file:///etc/passwd'>"
      "<rss><channel><item><title>A</title></item></channel></rss>");
  EXPECT_THAT(read.articles, SizeIs(1));
}

TEST(Feed, DeepNestingIsRefused) {
  std::string text = "<rss>";
  for (int i = 0; i < 1'000'000; ++i) text += "<a>";
  EXPECT_THAT(read_as_text(text).articles, IsEmpty());
  EXPECT_THAT(read_as_text(text).errors, SizeIs(1));
}

TEST(OtherXml, IsNoArticle) {
  EXPECT_THAT(in_words(read_as_text("<?xml version='1.0'?>\n<note>Hello</note>").errors),
              ElementsAre("XML with <note> at its top, which is no feed and no page"));
}

TEST(Feed, ManyDocumentTypesTakeNoLongTime) {
  std::string feed = "<rss><channel><item><title>A</title>";
  for (int i = 0; i < 200'000; ++i) feed += "<!DOCTYPE a>";
  const Collected read = read_as_text(feed + "</item></channel></rss>");
  EXPECT_LE(read.articles.size(), 1U);
}

}  // namespace
}  // namespace newsdex
