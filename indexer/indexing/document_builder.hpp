// An article through analysis, tagging and dating to the document a segment takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dates/publication_dates.hpp"
#include "indexing/label_terms.hpp"
#include "indexing/stage_times.hpp"
#include "indexing/taggers.hpp"
#include "indexing/term_collector.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/article.hpp"
#include "newsdex/date_tagger.hpp"
#include "storage/index_document.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// An article with everything that was recognised in it.
struct TaggedArticle {
  Article article;  // its language filled in
  PublicationDates published;
  Recognition recognition;
  std::vector<DateMention> dates;  // resolved against the chosen date of publication
  std::vector<DiscoveredName> discovered;
  // Why names that no list holds were not looked for, in words; empty if they were. Only told where
  // everything is.
  std::string discovery_skipped;
};

/// How much of what was turned down is looked for and kept: rejected mentions, and candidates for
/// the date of publication besides a stated one.
enum class TagDetail : std::uint8_t { chosen, everything };

/// Not to be shared among threads; the taggers may be, and must outlive it.
class DocumentBuilder {
 public:
  /// Times are charged to `times`, if any, which must outlive the builder.
  explicit DocumentBuilder(const Taggers& taggers, StageTimes* times = nullptr);

  /// Documents built from now on have their terms numbered by `terms`, which must outlive them.
  /// With `id_terms`, each has its id among its terms, by which Xapian's tools tell documents
  /// apart.
  void begin_segment(TermTable& terms, bool id_terms = false) {
    collector_.begin_segment(terms);
    id_terms_ = id_terms;
  }

  /// The document without its content hash, spelling and file stamp. The article must have an id,
  /// and a segment must have begun.
  IndexDocument build(Article article);

  /// Analysis and tagging alone.
  TaggedArticle tag(Article article, TagDetail detail = TagDetail::chosen);

 private:
  AnalyzedArticle analyze(Article& article);
  void tag_dates(const AnalyzedArticle& analyzed, TagDetail detail, TaggedArticle& tagged) const;
  std::span<const Token> body_words(std::span<const ByteRange> boilerplate);
  DocumentTerms collect_terms(const TaggedArticle& tagged, std::span<const Token> body);
  void add_names(const TaggedArticle& tagged);
  void add_labels(const TaggedArticle& tagged);
  [[nodiscard]] std::vector<StoredMention> stored_mentions(const TaggedArticle& tagged) const;

  const Taggers& taggers_;
  std::optional<NameTaggerWorkspace> names_;
  StageTimes* times_;
  Analyzer analyzer_;
  DateTagger date_tagger_;
  TokenStream title_;
  TokenStream body_;
  TermCollector collector_;
  LabelTerms labels_;
  std::vector<Token> kept_words_;  // of the last body that had boilerplate
  bool id_terms_ = false;
};

}  // namespace newsdex
