// Strings that have broken programs, in every format that can hold them: nothing but valid UTF-8
// may come out, whatever goes in.
#include <array>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using namespace std::string_view_literals;

constexpr auto kStrings = std::to_array<std::string_view>({
    "\x1b[2J\x1b]0;owned\x07\x1b[31mred"sv,  // what drives a terminal
    "before\0after"sv,                       // NUL
    "\xE2\x80\xAE"
    "desrever\xE2\x80\xAC\xE2\x81\xA6"sv,      // overrides and isolates of direction
    "\xC0\xAF\xE0\x80\xAF\xF0\x80\x80\xAF"sv,  // overlong slashes
    "\xED\xA0\x80\xED\xBF\xBF"sv,              // lone surrogates
    "\xF4\x90\x80\x80\xF8\x88\x80\x80\x80"sv,  // beyond Unicode
    "\xFF\xFE\x80\xBF\xC3"sv,                  // bytes of no character, and half of one
    "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBB\xBF"sv,  // no characters, and a byte-order mark within
    "\xE2\x80\x8B\xE2\x80\x8D\xC2\xAD\xEF\xBB\xBF"sv,  // invisible
    "\xE2\x80\xA8line\xE2\x80\xA9paragraph\xC2\x85next"sv,
    "</script><script>alert(1)</script>"sv,
    "<img src=x onerror=alert(1)>&lt;b&gt;&#x0;&#xD800;&#99999999;&nosuch;"sv,
    "=cmd|'/C calc'!A0"sv,
    "\"\"\"\",,,;;;\t\t"sv,
    "{{{[[[\"\\u0000\\ud800\\udfff"sv,
    "%n%s%x${HOME}$(id)`id`../../etc/passwd"sv,
    "]]><!--<![CDATA[ --> ]]>"sv,
    "\nFrom x 2018\n\n.\n--b--\n"sv,
    "9999-99-99"sv,
});

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
  }
  return out + "\"";
}

std::string in_format(std::string_view format, std::string_view text) {
  const std::string s(text);
  if (format == "html") {
    return "<html lang='" + s + "'><title>" + s + "</title><meta name=date content='" + s +
           "'><meta name=author content=\"" + s + "\"><p>Some text " + s + "</p></html>";
  }
  if (format == "feed") {
    return "<rss><channel><title>" + s + "</title><item><guid>" + s + "</guid><title>" + s +
           "</title><pubDate>" + s + "</pubDate><description>Some text " + s +
           "</description></item></channel></rss>";
  }
  if (format == "table")
    return "id,title,date,body\n" + s + "," + s + "," + s + ",text " + s + "\n";
  if (format == "jsonl") {
    const std::string quoted = json_string(text);
    return "{\"id\":" + quoted + ",\"title\":" + quoted + ",\"date\":" + quoted +
           ",\"body\":" + quoted + "}\n";
  }
  if (format == "front-matter") {
    return "---\ntitle: \"" + s + "\"\ndate: '" + s + "'\n---\nText " + s + "\n";
  }
  if (format == "mail" || format == "mbox") {
    const std::string mail = "From: \"" + s + "\" <a@b>\nSubject: " + s + "\nDate: " + s +
                             "\nMessage-ID: <" + s + ">\nContent-Type: text/plain; charset=\"" + s +
                             "\"\n\nText " + s + "\n";
    return format == "mail" ? mail : "From a@b Mon Apr 30 08:00:00 2018\n" + mail;
  }
  if (format == "reuters") {
    return "<REUTERS NEWID=\"" + s + "\"><DATE>" + s + "</DATE><TEXT><TITLE>" + s +
           "</TITLE><BODY>Text " + s + "</BODY></TEXT></REUTERS>";
  }
  if (format == "wire") return s + "\n\u25E2 " + s + "\nText " + s + "\nPhoto Credit: " + s + "\n";
  return "Title " + s + "\n\nText " + s + "\n";
}

TEST(HostileStrings, ComeOutAsValidTextsOfEveryFormat) {
  for (const std::string& format : format_names()) {
    if (format == "pdf" || format == "json") continue;
    for (const std::string_view text : kStrings) {
      SCOPED_TRACE(format + ": " + std::string(text));
      Collected read;
      read_text(in_format(format, text), "/x", {.format = format}, read.handlers());
      EXPECT_GT(read.articles.size() + read.errors.size(), 0U);
      for (const Article& article : read.articles) {
        EXPECT_TRUE(all_texts_are_valid(article));
        EXPECT_TRUE(is_valid_utf8(article.record_key));
      }
    }
  }
}

TEST(HostileStrings, DoNotChangeWhatAFormatIsTakenFor) {
  for (const std::string_view text : kStrings) {
    SCOPED_TRACE(std::string(text));
    const Collected read = read_as_text(in_format("html", text), "/x");
    EXPECT_GT(read.articles.size() + read.errors.size(), 0U);
    for (const Article& article : read.articles) {
      EXPECT_EQ(article.body.find("</p>"), std::string::npos);
    }
  }
}

TEST(HostileNames, OfTenThousandLettersArePassedOn) {
  const std::string name(10'000, 'n');
  const Collected read = read_as_text("id,title,body\n" + name + "," + name + ",Text of it\n");
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_THAT(read.articles[0].title, SizeIs(10'000));
}

TEST(HostileNesting, OfBracketsIsAnError) {
  const std::string brackets(1'000'000, '[');
  EXPECT_THAT(read_as_text(brackets, "/x.json").errors, Not(IsEmpty()));
  EXPECT_THAT(read_as_text("{\"body\":\"x\"}\n{\"body\":" + brackets + "\n").articles, SizeIs(1));
  std::string yaml = "---\nx: ";
  yaml += brackets.substr(0, 50'000) + "\n---\nText\n";
  EXPECT_THAT(read_as_text(yaml).errors, SizeIs(1));
}

}  // namespace
}  // namespace newsdex
