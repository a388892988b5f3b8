// Pages for tests, and what is read of them.
#pragma once

#include <string>
#include <string_view>

#include "reading_fixture.hpp"

namespace newsdex {

inline constexpr std::string_view kLong =
    "The ministry said on Monday that the messenger would be open to all again, after a month in "
    "which hardly anybody could use it at home or at work.";

inline Article page(const std::string& html) {
  const Collected read = read_as_text(html, "/news/page");
  EXPECT_THAT(in_words(read.errors), ::testing::IsEmpty()) << html;
  return read.articles.empty() ? Article() : read.articles.front();
}

inline std::string with_body(const std::string& body, const std::string& head = {}) {
  return "<!DOCTYPE html><html><head><meta charset=utf-8>" + head + "</head><body>" + body +
         "</body></html>";
}

inline std::string paragraph(int number) {
  return "<p>" + std::to_string(number) + " " + std::string(kLong) + "</p>";
}

}  // namespace newsdex
