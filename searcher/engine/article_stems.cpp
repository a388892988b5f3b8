#include "engine/article_stems.hpp"

#include "engine/function_words.hpp"

namespace newsdex {
std::map<std::string, std::uint32_t> count_stems(const Article& article, Analyzer& analyzer) {
  std::map<std::string, std::uint32_t> counts;
  TokenStream tokens;
  const auto add = [&](const std::string& text, const std::vector<ByteRange>& left_out) {
    analyzer.analyze(text, article.language, tokens);
    auto range = left_out.begin();
    for (const Token& token : tokens.tokens()) {
      while (range != left_out.end() && range->end <= token.begin) ++range;
      const bool is_left_out = range != left_out.end() && range->begin <= token.begin;
      if (!is_left_out && !is_function_word(token.form)) ++counts[std::string(token.stem)];
    }
  };
  add(article.title, {});
  add(article.body, article.boilerplate);
  return counts;
}

}  // namespace newsdex
