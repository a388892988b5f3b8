#include <string>

#include "html_fixture.hpp"
#include "reading/html_blocks.hpp"
#include "reading/html_content.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(HtmlPage, TakesTheArticleAndLeavesWhatStandsAroundIt) {
  const struct {
    std::string_view what;
    std::string side_matter;
  } cases[] = {
      {"a menu", "<nav><p>menu " + std::string(kLong) + "</p></nav>"},
      {"a menu of links", "<ul><li><a href=/a>menu one</a><li><a href=/b>menu two</a></ul>"},
      {"the page's header", "<header><p>menu " + std::string(kLong) + "</p></header>"},
      {"the page's footer", "<footer><p>menu " + std::string(kLong) + "</p></footer>"},
      {"a script", "<script>var menu = '" + std::string(kLong) + "';</script>"},
      {"a style", "<style>.menu { color: red }</style>"},
      {"what is hidden", "<div hidden><p>menu " + std::string(kLong) + "</p></div>"},
      {"what a style hides", "<div style='display: none'>menu " + std::string(kLong) + "</div>"},
      {"comments", "<div class='user-comments'><p>menu " + std::string(kLong) + "</p></div>"},
      {"a share bar", "<div id=shareBar><p>menu " + std::string(kLong) + "</p></div>"},
      {"related articles", "<div class=related><p>menu " + std::string(kLong) + "</p></div>"},
      {"a role", "<div role=complementary><p>menu " + std::string(kLong) + "</p></div>"},
      {"a form", "<select><option>menu " + std::string(kLong) + "</option></select>"},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.what);
    const Article article = page(with_body(each.side_matter + "<div><h1>Title</h1>" + paragraph(1) +
                                           paragraph(2) + "</div>"));
    EXPECT_EQ(article.title, "Title");
    EXPECT_EQ(article.body, "1 " + std::string(kLong) + "\n2 " + std::string(kLong));
  }
}

TEST(HtmlPage, MostOfThePageIsItsTextWhateverItIsCalled) {
  const Article article =
      page(with_body("<div class='has-sidebar share'>" + paragraph(1) + paragraph(2) + "</div>"));
  EXPECT_THAT(article.body, HasSubstr("2 The ministry"));
}

// Of a page whose comments are longer than its text.
TEST(HtmlPage, CommentsAreTheSectionOfThemNotWhatSaysThatThereAreSome) {
  const std::string text = paragraph(1) + paragraph(2);
  const std::string comments = "<p>reader " + std::string(kLong) + "</p><p>reader " +
                               std::string(kLong) + "</p><p>reader " + std::string(kLong) + "</p>";
  const auto wrapped = [](const std::string& tag, const std::string& content) {
    return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">";
  };
  const std::string title = "<h1>Title</h1>";
  const struct {
    std::string body;
    bool has_comments;
  } cases[] = {
      {wrapped("div id=page class='hfeed site no-comments'", title + text), false},
      {title + wrapped("div class='entry comments-open'", text), false},
      {title + wrapped("div class='post hentry comments-closed'", text), false},
      {title + wrapped("div class='post has-comment-count'", text), false},
      {title + wrapped("div class=post-with-comments", text), false},
      {title + wrapped("div class=commentsEnabled", text), false},
      {title + wrapped("div class=disqus-off", text), false},
      {title + wrapped("div class='post comment-count-12'", text), false},
      {title + wrapped("div class=comment-piece", wrapped("article itemprop=articleBody", text)),
       false},
      {title + wrapped("div class=comment-piece", wrapped("article", text)), false},
      {wrapped("section class=comment", title + text), false},
      // Other text beside it is there, so that the page is not read once more with its comments.
      {wrapped("section class=comment", title + paragraph(1)) + paragraph(2), false},
      {title + paragraph(1) + wrapped("div class='part comments-open'", paragraph(2)), false},
      {title + wrapped("div class=comments", text), false},
      {title + text + wrapped("div id=comments", comments), true},
      {title + text + wrapped("ol class=comment-list", comments), true},
      {title + text + wrapped("div class=comment-respond", comments), true},
      {title + text + wrapped("div id=disqus_thread", comments), true},
      {title + text + wrapped("div id=comments class='comments-area comments-open'", comments),
       true},
      {title + text +
           wrapped("ol class=comment-list", wrapped("article class=comment-body", comments)),
       true},
      {wrapped("div class=no-comments",
               title + text +
                   wrapped("div id=comments", wrapped("article itemprop=comment", comments))),
       true},
      {title + wrapped("span class=comment-count", "reader 12 comments of readers so far") + text,
       true},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(page(with_body(each.body)).body,
              "1 " + std::string(kLong) + "\n2 " + std::string(kLong))
        << each.body;
    EXPECT_EQ(each.body.find("reader") != std::string::npos, each.has_comments);
  }
}

TEST(HtmlPage, WhatThePageMarksAsItsArticleCounts) {
  const std::string teaser = "<div><p>teaser " + std::string(kLong) + "</p></div>";
  for (const std::string open :
       {"<article>", "<main>", "<div role=main>", "<div itemprop=articleBody>"}) {
    SCOPED_TRACE(open);
    const std::string close = open.starts_with("<div") ? "</div>" : "</" + open.substr(1);
    const Article article =
        page(with_body(teaser + open + paragraph(1) + paragraph(2) + close + teaser));
    EXPECT_THAT(article.body, Not(HasSubstr("teaser")));
    EXPECT_THAT(article.body, HasSubstr("1 The ministry"));
  }
}

TEST(HtmlPage, HeadingsItemsAndShortParagraphsWithinTheTextStay) {
  const Article article = page(with_body("<div>" + paragraph(1) +
                                         "<h2>What now</h2><p>Nobody knows.</p><ul><li>One</ul>" +
                                         paragraph(2) + "</div>"));
  EXPECT_THAT(article.body, HasSubstr("\nWhat now\nNobody knows.\nOne\n2 The"));
}

TEST(HtmlPage, BreaksPartLinesAndTwoOfThemParagraphs) {
  const Article article =
      page(with_body(std::string(kLong) + "<br>Line<br><br>" + std::string(kLong)));
  EXPECT_EQ(article.body, std::string(kLong) + "\nLine\n" + std::string(kLong));
}

// Where a `time` stands tells whether it is the article's.
TEST(HtmlPage, IsKnownByItsFirstTags) {
  const struct {
    std::string text;
    bool is_page;
  } cases[] = {
      {"<!DOCTYPE html><p>" + std::string(kLong), true},
      {"\n<!-- saved -->\n<HTML><body><p>" + std::string(kLong), true},
      {"<?xml version='1.0'?><!DOCTYPE html><html><body><p>" + std::string(kLong), true},
      {"\xEF\xBB\xBF<html><p>" + std::string(kLong), true},
      {"<b>Bold</b> title\n\n" + std::string(kLong), false},
      {"Title\n\n<p>" + std::string(kLong), false},
      {"< 5 percent\n\n" + std::string(kLong), false},
  };
  for (const auto& each : cases) {
    const Article article = page(each.text);
    EXPECT_EQ(article.body.find("<p>") == std::string::npos && article.body.starts_with("The min"),
              each.is_page || each.text.find("<p>") == std::string::npos)
        << each.text;
  }
}

TEST(HtmlPage, EncodingIsAsDeclaredUnlessItIsUtf8) {
  const std::string latin =
      "<html><head><meta charset=iso-8859-15></head><p>caf\xE9 \xA4 " + std::string(kLong);
  EXPECT_THAT(page(latin).body, HasSubstr("café €"));
  const std::string utf8 =
      "<html><head><meta charset=iso-8859-1></head><p>café " + std::string(kLong);
  EXPECT_THAT(page(utf8).body, HasSubstr("café"));
  const std::string unknown =
      "<html><head><meta charset=no-such></head><p>caf\xE9 " + std::string(kLong);
  EXPECT_THAT(page(unknown).body, HasSubstr("café"));
}

TEST(HtmlPage, HostilePagesAreRefusedOrReadInTime) {
  const auto times = [](std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  const Collected deep = read_as_text("<html>" + times("<div>", 1'000'000));
  EXPECT_THAT(in_words(deep.errors), ElementsAre("HTML with tags nested deeper than 512"));
  const Collected many = read_as_text("<html>" + times("<a>", 2'200'000));
  EXPECT_THAT(many.articles, IsEmpty());
  const Collected unclosed = read_as_text("<html><p>" + times("<b></i>", 200'000));
  EXPECT_THAT(unclosed.articles, IsEmpty());
  const Collected attributes = read_as_text("<html><p " + times("a=b ", 100'000) + ">");
  EXPECT_THAT(attributes.articles, IsEmpty());
  const Collected long_name = read_as_text("<html><" + times("x", 1'000'000));
  EXPECT_THAT(long_name.articles, IsEmpty());
  EXPECT_THAT(read_as_text("<html><p>" + times("x&amp;&lt;&#x1b;", 100'000)).articles, SizeIs(1));
  std::string unlike = "<html><p ";
  for (int i = 0; i < 100'000; ++i) unlike += "a" + std::to_string(i) + "=b ";
  EXPECT_THAT(in_words(read_as_text(unlike + ">").errors),
              ElementsAre("HTML with a tag of more than a thousand attributes"));
}

TEST(HtmlPage, WithoutTextIsAnError) {
  EXPECT_THAT(in_words(read_as_text("<html><body><nav>Menu</nav></body></html>").errors),
              ElementsAre("HTML without text of an article"));
}

TEST(HtmlFragment, IsALineForEachBlock) {
  EXPECT_EQ(plain_text_of_html("<p>One &amp; two</p><p>Th<b>re</b>e<script>x</script>"),
            "One & two\nThree");
  EXPECT_EQ(plain_text_of_html(""), "");
}

// What stands between two paragraphs of an article, and whether it is its own.
TEST(HtmlPage, TextOfLinksIsTheArticlesOwnWhereItSpeaks) {
  const auto item = [](const std::string& text) { return "<li>" + text + "</li>"; };
  const auto link = [](const std::string& text) { return "<a href=/x>" + text + "</a>"; };
  const struct {
    std::string_view what;
    std::string html;
    bool kept;
  } cases[] = {
      {"names with something said of each",
       "<ul>" + item(link("Jane Doe") + ", lawyer") + item(link("Mark Joe") + ", a writer") +
           item(link("Ann Roe Key") + " (journalist)") + "</ul>",
       true},
      {"names alone", "<ul>" + item(link("Jane Doe")) + item(link("Mark Joe Key")) + "</ul>", true},
      {"names announced by a colon",
       "<p>These are in prison:</p><ul>" + item(link("Jane")) + item(link("Mark Key")) + "</ul>",
       true},
      {"reports announced by a colon",
       "<p>They have published three reports:</p><ol>" +
           item(link("The state of the net in Iran during the protests")) +
           item(link("What a filter costs, and whom")) + "</ol>",
       true},
      {"a sentence that is mostly a link",
       "<p>" + link("A Key statement of the foundation, published on its site on Monday,") +
           " said so.</p>",
       true},
      {"a tweet",
       "<blockquote class=\"twitter-tweet\"><p>Key words of his. " + link("#Iran") + " " +
           link("#Telegram") + " " + link("https://t.co/abc") + "</p>&mdash; Jane (@jane) " +
           link("May 1, 2018") + "</blockquote>",
       true},
      {"a tweet of hashtags in a box",
       "<div class=\"social-embed\"><blockquote class=tweet><p>" + link("#Key") + " " +
           link("#Iran") + "</p></blockquote></div>",
       true},
      {"headlines of other articles",
       "<ul>" + item(link("Key court orders block of Telegram in Iran")) +
           item(link("What the end of the messenger means for traders")) + "</ul>",
       false},
      {"headlines with their dates",
       "<ul>" +
           item(link("Key court orders block of Telegram in Iran") + " <time>3 May 2018</time>") +
           item(link("What the end of the messenger means for traders") + " <time>2 May</time>") +
           "</ul>",
       false},
      {"one headline", "<p>" + link("Key court orders block of Telegram in Iran") + "</p>", false},
      {"what is called related",
       "<p>Related articles:</p><ul>" + item(link("Key court")) + item(link("Other story")) +
           "</ul>",
       false},
      {"topics", "<ul>" + item(link("Iran")) + item(link("Key")) + "</ul>", false},
      {"buttons",
       "<ul class=share-tools>" + item(link("Key Book")) + item(link("Mail It")) + "</ul>", false},
  };
  for (const auto& each : cases) {
    const std::string body = page(with_body("<article><h1>T</h1>" + paragraph(1) + paragraph(2) +
                                            each.html + paragraph(3) + "</article>"))
                                 .body;
    const bool found = body.find("Key") != std::string::npos ||
                       body.find("What a filter costs") != std::string::npos;
    EXPECT_EQ(found, each.kept) << each.what << "\n" << body;
    EXPECT_THAT(body, HasSubstr("3 The ministry"));
  }
}

TEST(HtmlPage, AListAtTheEndIsTheArticlesOwnWhereItIsAnnounced) {
  const std::string names = "<ul><li><a href=/1>Jane Doe</a></li><li><a href=/2>Key</a></li></ul>";
  const std::string begin = "<article><h1>T</h1>" + paragraph(1);
  EXPECT_THAT(page(with_body(begin + "<p>Those arrested are the following:</p>" + names)).body,
              HasSubstr("Jane Doe\nKey"));
  EXPECT_THAT(page(with_body(begin + paragraph(2) + names)).body, Not(HasSubstr("Key")));
}

TEST(HtmlPage, TheLeadAboveTheTextBelongsToIt) {
  const struct {
    std::string_view what;
    std::string before;
    bool kept;
  } cases[] = {
      {"a summary above the body", "<p class=summary>Lead of it in a few words.</p>", true},
      {"a standfirst", "<div class=article__standfirst><p>Lead of it in a few words.</p></div>",
       true},
      {"a subhead", "<h2 id=subhead>Lead of it in a few words.</h2>", true},
      {"what the text repeats", "<p class=lead>1 The ministry said on Monday</p>", false},
      {"links", "<p class=lead><a href=/>Lead of it in a few words.</a></p>", false},
      {"another box", "<div class=related><p class=summary>Lead of it in words.</p></div>", false},
      {"what has no name", "<p>Lead of it in a few words.</p>", false},
  };
  for (const auto& each : cases) {
    const std::string body =
        page(with_body("<article><h1>T</h1>" + each.before + "<div itemprop=articleBody>" +
                       paragraph(1) + paragraph(2) + "</div></article>"))
            .body;
    EXPECT_EQ(body.starts_with("Lead"), each.kept) << each.what << "\n" << body;
    EXPECT_THAT(body, HasSubstr("1 The ministry"));
    EXPECT_EQ(body.find("1 The ministry"), body.rfind("1 The ministry")) << each.what;
  }
}

TEST(HtmlPage, AHeadingWithNothingBelowItIsLeftOut) {
  EXPECT_THAT(
      page(with_body("<article><h1>T</h1>" + paragraph(1) + "<h2>More of it</h2>" + paragraph(2) +
                     "<h2>Related topics</h2><ul><li><a href=/a>Iran</a>"
                     "</li></ul></article>"))
          .body,
      AllOf(HasSubstr("More of it"), Not(HasSubstr("Related"))));
}

}  // namespace
}  // namespace newsdex
