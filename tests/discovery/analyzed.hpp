// An article with its tokens, for tests.
#pragma once

#include <string>

#include "newsdex/analyzed_article.hpp"

namespace newsdex::test {

class Analyzed {
 public:
  explicit Analyzed(std::string body, std::string title = {}, std::string author = {})
      : title_(std::move(title)), body_(std::move(body)), author_(std::move(author)) {
    analyzer_.analyze(title_, "en", title_tokens_);
    analyzer_.analyze(body_, "en", body_tokens_);
  }

  [[nodiscard]] AnalyzedArticle view() const {
    return {title_, title_tokens_.tokens(), body_, body_tokens_.tokens(), author_};
  }

 private:
  std::string title_;
  std::string body_;
  std::string author_;
  Analyzer analyzer_;
  TokenStream title_tokens_;
  TokenStream body_tokens_;
};

}  // namespace newsdex::test
