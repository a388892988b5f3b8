// An article through analysis, tagging and dating to the document a segment takes.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "newsdex/article.hpp"
#include "newsdex/entity_recognizer.hpp"
#include "newsdex/gazetteer.hpp"
#include "storage/index_document.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// The same for equal articles, whatever file they come from.
ContentHash content_hash(const Article& article);

/// An article with everything that was recognised in it.
struct TaggedArticle {
  Article article;  // its language filled in
  PublicationDate date;
  Recognition recognition;
};

/// Not to be shared among threads; the gazetteer and the recogniser may be, and must outlive it.
class DocumentBuilder {
 public:
  DocumentBuilder(const Gazetteer& gazetteer, const EntityRecognizer& recognizer)
      : gazetteer_(gazetteer), recognizer_(recognizer) {}

  /// The document without its content hash and file stamp. The article must have an id.
  IndexDocument build(Article article);

  /// Analysis and tagging alone; `keep_rejected` as for the recogniser.
  TaggedArticle tag(Article article, bool keep_rejected = false);

 private:
  std::vector<DocumentTerm> collect_terms(const TaggedArticle& tagged);
  void add_words(std::span<const Token> tokens, std::uint32_t first_position);
  void add_label(std::string term);
  DocumentTerm& term(std::string_view name);
  [[nodiscard]] std::vector<StoredMention> stored_mentions(const Recognition& recognition) const;

  const Gazetteer& gazetteer_;
  const EntityRecognizer& recognizer_;
  Analyzer analyzer_;
  TokenStream title_;
  TokenStream body_;
  std::vector<DocumentTerm> terms_;
  std::unordered_map<std::string, std::size_t> term_numbers_;
};

}  // namespace newsdex
