#include "engine/article_stems.hpp"

#include <algorithm>

#include "engine/function_words.hpp"

namespace newsdex {
namespace {

bool is_within(std::size_t byte, const std::vector<ByteRange>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) {
    return range.begin <= byte && byte < range.end;
  });
}

}  // namespace

std::map<std::string, std::uint32_t> count_stems(const Article& article, Analyzer& analyzer) {
  std::map<std::string, std::uint32_t> counts;
  TokenStream tokens;
  const auto add = [&](const std::string& text, const std::vector<ByteRange>& left_out) {
    analyzer.analyze(text, article.language, tokens);
    for (const Token& token : tokens.tokens()) {
      const bool counts_here = !is_function_word(token.form) && !is_within(token.begin, left_out);
      if (counts_here) ++counts[std::string(token.stem)];
    }
  };
  add(article.title, {});
  add(article.body, article.boilerplate);
  return counts;
}

}  // namespace newsdex
