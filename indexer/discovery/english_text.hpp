// Is an article in English? The recogniser was trained on English news, and what it finds in other
// languages is poor: "El Gobierno" is no person.
#pragma once

#include <string>
#include <string_view>

#include "newsdex/analyzed_article.hpp"

namespace newsdex {

/// By the share of English function words among the first words of the text: about one in four is
/// one in English news, and hardly any in other languages (the idea is that of the "common words"
/// method, Ingle 1976; Souter et al. 1994). `language` is what metadata or detection says, empty if
/// neither does: another language is taken at its word, English must show in the text, and more so
/// where nothing is said. Metadata that calls a Russian text English is not believed. A headline
/// and two sentences hold few such words: they are English if more of their words speak for it than
/// for another language. So does terse news, which is English if it is said to be and none of its
/// words speaks for another.
[[nodiscard]] bool reads_as_english(const AnalyzedArticle& article, std::string_view language);

/// Why it does not, in words for the user; empty if it does.
[[nodiscard]] std::string why_not_english(const AnalyzedArticle& article,
                                          std::string_view language);

}  // namespace newsdex
