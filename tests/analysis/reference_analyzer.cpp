#include "analysis/reference_analyzer.hpp"

#include <algorithm>

#include "analysis/word_normalizer.hpp"
#include "analysis/word_splitter.hpp"

namespace newsdex {

std::ostream& operator<<(std::ostream& out, const TokenFacts& token) {
  return out << token.form << '/' << token.stem << '@' << token.begin << '-' << token.end << '#'
             << token.position << (token.capitalised ? "C" : "") << (token.all_caps ? "A" : "")
             << (token.possessive ? "P" : "");
}

std::vector<TokenFacts> facts_of(const TokenStream& stream) {
  std::vector<TokenFacts> out;
  for (const Token& t : stream.tokens()) {
    out.push_back({std::string(t.form), std::string(t.stem), t.begin, t.end, t.position,
                   t.capitalised, t.all_caps, t.possessive});
  }
  return out;
}

std::vector<TokenFacts> ReferenceAnalyzer::analyze(std::string_view text,
                                                   std::string_view language) {
  WordNormalizer normalizer(language);
  std::vector<WordSpan> spans;
  words_.start(text);
  for (IcuSegment segment; words_.next(segment);) {
    if (!segment.is_word) continue;
    split_segment(text.substr(segment.begin, segment.end - segment.begin), segment.begin,
                  elides_articles(language), spans);
  }
  std::vector<TokenFacts> out;
  for (const WordSpan& span : spans) {
    std::string word(text.substr(span.begin, span.end - span.begin));
    if (span.abbreviation) std::erase(word, '.');
    NormalizedWord normalized;
    normalizer.normalize(word, normalized);
    if (normalized.form.empty()) continue;
    out.push_back({normalized.form, normalized.stem, static_cast<std::uint32_t>(span.begin),
                   static_cast<std::uint32_t>(span.end), static_cast<std::uint32_t>(out.size()),
                   normalized.capitalised, normalized.all_caps, span.possessive});
  }
  return out;
}

}  // namespace newsdex
