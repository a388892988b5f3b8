// What the tests of reading share: handlers that collect, and a folder that goes away.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/article_reader.hpp"
#include "support/temporary_folder.hpp"
#include "text/utf8.hpp"

namespace newsdex {

/// Articles and errors in the order they came.
struct Collected {
  std::vector<Article> articles;
  std::vector<ReadError> errors;

  ArticleHandlers handlers() {
    return {[this](Article&& article) { articles.push_back(std::move(article)); },
            [this](const ReadError& error) { errors.push_back(error); }};
  }
};

inline Collected read_as_text(std::string_view bytes, const std::string& path = "/news/item.txt",
                              const ReadLimits& limits = {}) {
  Collected collected;
  read_text(bytes, path, {.limits = limits}, collected.handlers());
  return collected;
}

/// "3: reason" for each error; "reason" where no line is given.
inline std::vector<std::string> in_words(const std::vector<ReadError>& errors) {
  std::vector<std::string> words;
  for (const ReadError& error : errors) {
    words.push_back(error.line == 0 ? error.reason
                                    : std::to_string(error.line) + ": " + error.reason);
  }
  return words;
}

/// "record@line|title|body" for each article.
inline std::vector<std::string> in_words(const std::vector<Article>& articles) {
  std::vector<std::string> words;
  for (const Article& article : articles) {
    words.push_back(std::to_string(article.record) + "@" + std::to_string(article.line) + "|" +
                    article.title + "|" + article.body);
  }
  return words;
}

inline bool all_texts_are_valid(const Article& article) {
  return is_valid_utf8(article.id) && is_valid_utf8(article.title) && is_valid_utf8(article.body) &&
         is_valid_utf8(article.date) && is_valid_utf8(article.source) &&
         is_valid_utf8(article.url) && is_valid_utf8(article.author) &&
         is_valid_utf8(article.language);
}

using newsdex::testing::TemporaryFolder;

inline std::string file_content(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

}  // namespace newsdex
