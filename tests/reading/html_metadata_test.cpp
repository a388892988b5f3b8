#include <string>

#include "html_fixture.hpp"

namespace newsdex {
namespace {

TEST(HtmlMetadata, MetadataComesFromWhereItIsMostTrusted) {
  const struct {
    std::string head;
    std::string title, date, author, source, language, url;
  } cases[] = {
      {"<title>A - Site</title><meta property=og:site_name content=Site>", "A", "", "", "Site", "",
       ""},
      {"<title>A | Site</title>", "A | Site", "", "", "", "", ""},
      {"<title>X</title><meta property=og:title content=A><link rel=canonical href=http://e.org/a>",
       "A", "", "", "", "", "http://e.org/a"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A",)"
       R"("datePublished":"2018-04-30","author":{"name":"Jane Roe"},"publisher":{"name":"Site"},)"
       R"("inLanguage":"en-GB","url":"http://e.org/a"}</script><meta name=date content=2017-01-01>)",
       "A", "2018-04-30\n2017-01-01", "Jane Roe", "Site", "en", "http://e.org/a"},
      {R"(<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"O"},)"
       R"({"@type":["NewsArticle"],"headline":"A","author":["Jane","John"]}]}</script>)",
       "A", "", "Jane, John", "", "", ""},
      {"<title>A</title><script type=\"application/ld+json\">{broken</script>", "A", "", "", "", "",
       ""},
      {"<title>A</title><meta property=article:published_time content=2018-04-30T08:00:00Z>"
       "<meta property=article:author content=https://facebook.com/jane>"
       "<meta name=author content='Jane Roe'><meta http-equiv=content-language content=de>",
       "A", "2018-04-30T08:00:00Z", "Jane Roe", "", "de", ""},
      {"<title>A</title><meta name=date content=soon><meta name=dc.date content=2018-04-30>", "A",
       "2018-04-30", "", "", "", ""},
      {"<title>A</title><meta name=date content=soon>", "A", "soon", "", "", "", ""},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.head);
    const Article article = page(with_body("<div>" + paragraph(1) + "</div>", each.head));
    EXPECT_EQ(article.title, each.title);
    EXPECT_EQ(article.date, each.date);
    EXPECT_EQ(article.author, each.author);
    EXPECT_EQ(article.source, each.source);
    EXPECT_EQ(article.language, each.language);
    EXPECT_EQ(article.url, each.url);
  }
}

TEST(HtmlMetadata, TimesAndMicrodataOfThePageCountLast) {
  const Article article = page(
      "<html lang=fr><body><article><h1>A</h1>"
      "<time datetime=2018-04-30>hier</time>"
      "<span itemprop=author>Jane Roe</span>" +
      paragraph(1) + paragraph(2) + "</article></body></html>");
  EXPECT_EQ(article.date, "2018-04-30");
  EXPECT_EQ(article.author, "Jane Roe");
  EXPECT_EQ(article.language, "fr");
}

TEST(HtmlMetadata, MicrodataAndPropertiesOfTheHeadDateThePage) {
  const std::string text = paragraph(1) + paragraph(2);
  const std::string scope = "<html itemscope itemtype=http://schema.org/NewsArticle><head>";
  const std::string own = "<meta itemprop=datePublished content=2018-05-08>";
  for (const std::string& html : {
           scope + own + "</head><body><h1>A</h1>" + text,
           scope + own + "</head><body>" + text,
           "<html><head itemscope>" + own + "</head><body><article><h1>A</h1>" + text +
               "</article>",
           "<meta property=og:published_time content=2018-05-08><h1>A</h1>" + text,
       }) {
    EXPECT_EQ(page(html).date, "2018-05-08") << html;
  }
}

TEST(HtmlMetadata, OnlyATimeOfTheArticleItselfDatesIt) {
  const std::string text = paragraph(1) + paragraph(2) + paragraph(3) + paragraph(4);
  const std::string own = "<time datetime=2018-04-30>30 April</time>";
  const std::string other = "<time datetime=2019-01-01>1 January</time>";
  const struct {
    std::string body;
    std::string date;
  } cases[] = {
      {"<h1>A</h1><p>By Jane Roe, " + own + "</p>" + text, "2018-04-30"},
      {"<article><header><h1>A</h1>" + own + "</header>" + text + "</article>", "2018-04-30"},
      {"<article>" + own + "<h1>A</h1>" + text + "</article>", "2018-04-30"},
      {"<div><div class=top><h1>A</h1></div><div class=meta>" + own + "</div>" + text + "</div>",
       "2018-04-30"},
      {"<h1>A</h1><p class=standfirst>" + std::string(kLong) + "</p><div>" + own + "</div>" + text,
       "2018-04-30"},
      {"<article><h1>A</h1>" + text +
           "<footer>Posted <time pubdate datetime=2018-04-30>x</time>"
           "</footer></article>",
       "2018-04-30"},
      {"<h1>A</h1>" + text + "<time itemprop=datePublished datetime=2018-04-30>x</time>",
       "2018-04-30"},
      {"<h1>A</h1>" + text + "<aside>" + other + "</aside>", ""},
      {"<h1>A</h1><nav>" + other + "</nav>" + text, ""},
      {"<h1>A</h1>" + text + "<footer>" + other + "</footer>", ""},
      {"<h1>A</h1>" + text + other, ""},
      {"<h1>A</h1><div class=comments><p>Me, " + other + "</p></div>" + text, ""},
      {"<h1>A</h1><div class=related>" + other + "</div>" + text, ""},
      {"<h1>A</h1><ul><li><a href=/b>Another story of some length</a> " + other + "</ul>" + text,
       ""},
      {"<h1>A</h1><div><h3>Another</h3>" + other + "</div>" + text, ""},
      {"<article><h1>A</h1>" + text + "</article><article><h2>B</h2>" + other + "</article>", ""},
      {"<h1>A</h1><p>It was on " + other + " that " + std::string(kLong) + "</p>" + text, ""},
      {"<h1>A</h1><blockquote>Tweet, " + other + "</blockquote>" + text, ""},
      {"<h1>A</h1><div itemscope itemtype=http://schema.org/Comment><time itemprop=datePublished "
       "datetime=2019-01-01>x</time></div>" +
           text,
       ""},
      {"<h1>A</h1><div>Updated " + other + "</div><div>Published " + own + "</div>" + text,
       "2018-04-30"},
      {"<h1>A</h1><div>" + own + " <time class=updated datetime=2019-01-01>x</time></div>" + text,
       "2018-04-30"},
      {"<h1>A</h1><div>Last updated " + own + "</div>" + text, "2018-04-30"},
      {"<header>" + other + "</header><main><h1>A</h1>" + own + text + "</main>", "2018-04-30"},
  };
  for (const auto& each : cases) EXPECT_EQ(page(with_body(each.body)).date, each.date) << each.body;
}

TEST(HtmlMetadata, AllThatAPageStatesOfItsDateIsKept) {
  const std::string body = "<div>" + paragraph(1) + "</div>";
  const std::string linked =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A",)"
      R"("datePublished":"2018-04-30","dateModified":"2018-06-01"}</script>)";
  const auto date = [&](const std::string& head) { return page(with_body(body, head)).date; };
  EXPECT_EQ(date(linked + "<meta property=article:published_time content=2018-05-02>"),
            "2018-04-30\n2018-05-02");
  EXPECT_EQ(date(linked + "<meta property=article:published_time content=2018-04-30>"),
            "2018-04-30");
  EXPECT_EQ(date(linked + "<meta property=article:modified_time content=2018-05-02>"),
            "2018-04-30");
  EXPECT_EQ(date(linked + "<meta name=dcterms.created content=2018-04-01>"), "2018-04-30");
  EXPECT_EQ(date("<meta name=date content=2018-05-02><meta name=pubdate content=2018-04-30>"),
            "2018-04-30\n2018-05-02");
}

TEST(HtmlMetadata, ThousandsOfTimesAreLookedAtEachForItself) {
  std::string body = "<h1>A</h1><p>";
  for (int i = 0; i < 20'000; ++i) body += "<time datetime=2019-01-01>x</time> ";
  EXPECT_EQ(page(with_body(body + "</p>" + paragraph(1))).date, "");
}

TEST(HtmlMetadata, TextThatAScriptWouldFetchIsTakenFromJsonLd) {
  const Article article = page(with_body(
      "<div id=app></div>",
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","articleBody":")" +
          std::string(kLong) + R"("}</script>)"));
  EXPECT_EQ(article.body, kLong);
}

std::string linked_data(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

Article page_with_head(const std::string& head) {
  return page(with_body("<div>" + paragraph(1) + "</div>", head));
}

TEST(HtmlMetadata, NamesThatLinkedDataGivesByIdAreThoseOfItsObjects) {
  const std::string site = "<meta property=og:site_name content='The Site'>";
  const std::string article =
      R"({"@type":"NewsArticle","headline":"A","author":{"@id":"http://e.org/#jane"},)"
      R"("publisher":{"@id":"http://e.org/#organization"}})";
  const std::string names =
      R"({"@type":"Organization","@id":"http://e.org/#organization","name":"The Paper"},)"
      R"({"@type":"Person","@id":"http://e.org/#jane","name":"Jane Roe"})";
  const struct {
    std::string head;
    std::string source;
    std::string author;
  } cases[] = {
      {site + linked_data(R"({"@graph":[)" + article + "," + names + "]}"), "The Paper",
       "Jane Roe"},
      {site + linked_data("[" + names + "," + article + "]"), "The Paper", "Jane Roe"},
      {site + linked_data(article), "The Site", ""},
      {linked_data(article), "", ""},
      {linked_data(R"({"@type":"NewsArticle","author":[{"@id":"#a"},{"@id":"#none"},)"
                   R"({"@type":"Person","@id":"#a","name":"Jane"}]})"),
       "", "Jane, Jane"},
      {linked_data(R"({"@graph":[{"@type":"NewsArticle","publisher":{"@id":"#a"}},)"
                   R"({"@id":"#a","name":{"@id":"#a"}}]})"),
       "", ""},
  };
  for (const auto& each : cases) {
    const Article found = page_with_head(each.head);
    EXPECT_EQ(found.source, each.source) << each.head;
    EXPECT_EQ(found.author, each.author) << each.head;
  }
}

TEST(HtmlMetadata, ManyReferencesToOneNameFillNoMemory) {
  const std::string name(299, 'x');
  std::string authors;
  for (int i = 0; i < 20'000; ++i) authors += R"({"@id":"a"},)";
  const std::string json = R"([{"@id":"a","name":")" + name +
                           R"("},{"@type":"NewsArticle","headline":"A","author":[)" + authors +
                           R"({"@id":"a"}]}])";
  const Article article = page_with_head(linked_data(json));
  EXPECT_TRUE(article.author.starts_with(name));
  EXPECT_LT(article.author.size(), std::size_t{2} << 20);
}

TEST(HtmlMetadata, LinkedDataMayBeWrapped) {
  const std::string json = R"({"@type":"NewsArticle","headline":"A","datePublished":"2018-04-30"})";
  const std::string wrapped[] = {
      "\n//<![CDATA[\n" + json + "\n//]]>\n",
      "/*<![CDATA[*/ " + json + " /*]]>*/",
      "<![CDATA[" + json + "]]>",
      "<!-- " + json + " -->",
      "<!--//--><![CDATA[//><!--\n" + json + "\n//--><!]]>",
      json + ";",
      "//<![CDATA[\n[" + json + "]\n//]]>",
  };
  for (const std::string& each : wrapped) {
    const Article found = page_with_head("<title>T</title>" + linked_data(each));
    EXPECT_EQ(found.title, "A") << each;
    EXPECT_EQ(found.date, "2018-04-30") << each;
  }
}

TEST(HtmlMetadata, LinkedDataMayBeEmpty) {
  for (const char* each : {"", " ", "//<![CDATA[\n//]]>", "<!-- -->", ";"})
    EXPECT_EQ(page_with_head("<title>T</title>" + linked_data(each)).title, "T") << each;
}

TEST(HtmlMetadata, OfSeveralArticlesInLinkedDataThePagesOwnCounts) {
  const std::string first = R"({"@type":"NewsArticle","headline":"First","url":"http://e.org/1"})";
  const std::string own[] = {
      R"({"@type":"NewsArticle","headline":"Own","url":"https://www.e.org/2"})",
      R"({"@type":"NewsArticle","headline":"Own","mainEntityOfPage":{"@id":"http://e.org/2"}})",
      R"({"@type":"NewsArticle","headline":"Own","@id":"http://e.org/2/#article"})",
  };
  for (const std::string address : {"<link rel=canonical href=http://e.org/2/>",
                                    "<meta property=og:url content=http://e.org/2>"}) {
    for (const std::string& second : own) {
      const std::string listed = linked_data("[" + first + "," + second + "]");
      EXPECT_EQ(page_with_head(listed + address).title, "Own") << second;
      const std::string apart = linked_data(first) + linked_data(second);
      EXPECT_EQ(page_with_head(apart + address).title, "Own") << second;
      EXPECT_EQ(page_with_head(apart).title, "First") << second;
    }
  }
}

TEST(HtmlMetadata, ThePropertyThatNamesAThingOfMicrodataIsItsName) {
  const Article article = page(
      with_body("<article itemscope itemtype=http://schema.org/NewsArticle><h1>A</h1>"
                "<span itemprop=author itemscope><span itemprop=name>Jane Roe</span> "
                "<span itemprop=jobTitle>Editor</span></span>" +
                paragraph(1) +
                "<div itemprop=publisher itemscope itemtype=http://schema.org/Organization>"
                "<div itemprop=logo itemscope><meta itemprop=url content=http://e.org/logo.png>"
                "</div><meta itemprop=name content='The Paper'></div></article>"));
  EXPECT_EQ(article.author, "Jane Roe");
  EXPECT_EQ(article.source, "The Paper");
}

TEST(HtmlMetadata, ReferencesWithinDataAreDecoded) {
  const Article article = page(with_body(
      "<article>" + paragraph(1) + paragraph(2) + "</article>",
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"AT&amp;T &#8217;s &quot;ban&quot;",)"
      R"("author":{"name":"J&eacute;r&ocirc;me"},"publisher":{"name":"A &amp;amp; B"}}</script>)"));
  EXPECT_EQ(article.title, "AT&T ’s \"ban\"");
  EXPECT_EQ(article.author, "Jérôme");
  EXPECT_EQ(article.source, "A & B");
}

}  // namespace
}  // namespace newsdex
