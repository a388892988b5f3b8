// Where an article speaks of its author as who wrote it.
#include "entities/author_credits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsdex {
namespace {

struct AuthorCase {
  std::string_view author;
  std::string_view body;
  std::string_view credits;  // each with a bar behind it
};

constexpr AuthorCase kAuthorCases[] = {
    {"Jane Doe", "It is late. Jane Doe reports from Paris.", "Jane Doe|"},
    {"Jane Doe", "Jane Doe\n\nIt is late.", "Jane Doe|"},
    {"Jane Doe", "It is late.\n\n\u2014 Jane Doe\n", "Jane Doe|"},
    {"Jane Doe", "It is late. The Zand's Jane Doe reports from Paris.", "Jane Doe|"},
    {"Jane Doe", "Jane Doe is a senior correspondent in Paris.", "Jane Doe|"},
    {"Jane Doe", "Jane Doe is the Zand's editor.", "Jane Doe|"},
    {"Jane Doe and Joe Roe, Reuters", "Joe Roe covers Iran. Jane Doe writes about oil.",
     "Joe Roe|Jane Doe|"},
    // Who is told of acts.
    {"Jane Doe", "Jane Doe said that it was late.", ""},
    {"Jane Doe", "Jane Doe is a minister who met the editor.", ""},
    {"Jane Doe", "Jane Doe is in Paris as a reporter.", ""},
    {"Jane Doe", "Jane Doe is", ""},
    {"Jane Doe", "Jane Doell reports from Paris. Mary-Jane Doe left.", ""},
    {"Joe Roe", "Jane Doe reports from Paris.", ""},
    {"Doe", "Doe reports from Paris.", ""},
    {"", "Jane Doe reports from Paris.", ""},
};

std::string credits_of(std::string_view body, std::string_view author,
                       std::vector<CreditSpan> spans = {}) {
  add_author_credits(body, author, spans);
  std::string found;
  for (const CreditSpan& span : spans) {
    found += std::string(body.substr(span.begin, span.end - span.begin)) + "|";
  }
  return found;
}

TEST(AuthorCredits, AreWhereTheAuthorReports) {
  for (const auto& [author, body, credits] : kAuthorCases) {
    EXPECT_EQ(credits_of(body, author), credits) << body;
  }
}

TEST(AuthorCredits, DoNotOverlapOthers) {
  EXPECT_EQ(credits_of("Jane Doe\nJane Doe reports from Paris.", "Jane Doe", {{0, 8}}),
            "Jane Doe|Jane Doe|");
}

TEST(AuthorCredits, OfHostileTextTakeNoTime) {
  std::string body;
  std::string author;
  while (body.size() < 200'000) body += "Jane Doe ";
  while (author.size() < 200'000) author += "Jane Doe, ";
  EXPECT_EQ(credits_of(body, author), "");
}

}  // namespace
}  // namespace newsdex
