// An article after analysis: what the taggers of entities and of dates read.
#pragma once

#include <span>
#include <string_view>

#include "newsdex/analyzer.hpp"

namespace newsdex {

/// Views only; the texts and the streams behind the tokens must outlive it.
struct AnalyzedArticle {
  std::string_view title;
  std::span<const Token> title_tokens;
  std::string_view body;
  std::span<const Token> body_tokens;
  std::string_view author = {};  // as metadata has it
};

}  // namespace newsdex
