// Finds names of persons, organisations and places that no list holds.
//
// A conditional random field of first order over BILOU labels (Lafferty et al. 2001; Ratinov and
// Roth 2009) looks at each capitalised word and what joins two of them: the words around, what the
// rest of the article says of the same word, lists of given names and places, and clusters of words
// that are used alike. Its weights, one byte each, and its lists come in one file, the model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

/// A span that reads like a name.
struct FoundName {
  TextField field = TextField::body;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  EntityType type = EntityType::person;  // person, organisation or place, never platform
  std::uint8_t confidence = 0;           // percent: how many such spans are that name, 1 to 99

  auto operator<=>(const FoundName&) const = default;
};

/// Immutable after construction: share one among threads.
class NameTagger {
 public:
  /// Of a longer field the rest is not looked at, so that memory is bounded.
  static constexpr std::size_t kMostTokens = std::size_t{1} << 19;

  /// `model` must outlive the tagger and lie at a multiple of 16 bytes, as mapped files and heap
  /// blocks do. Throws Error(bad_name_list) if it is none of this version.
  explicit NameTagger(std::string_view model);
  ~NameTagger();
  NameTagger(const NameTagger&) = delete;
  NameTagger& operator=(const NameTagger&) = delete;

  /// By field, then begin; never overlapping. Any text will do; names are found in scripts with
  /// capital letters, and the model was trained on English. For many articles, a workspace does the
  /// same in a fraction of the time.
  [[nodiscard]] std::vector<FoundName> tag(const AnalyzedArticle& article) const;

 private:
  friend class NameTaggerWorkspace;
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// A tagger with what it remembers of the articles before: words, and what their features add up
/// to. It takes about three megabytes. What is remembered never changes what is found. Not to be
/// shared among threads.
class NameTaggerWorkspace {
 public:
  /// The tagger's model must outlive the workspace.
  explicit NameTaggerWorkspace(const NameTagger& tagger);
  ~NameTaggerWorkspace();
  NameTaggerWorkspace(const NameTaggerWorkspace&) = delete;
  NameTaggerWorkspace& operator=(const NameTaggerWorkspace&) = delete;

  /// As NameTagger::tag; all articles must have been analysed by one analyzer, as words are
  /// remembered by its numbers.
  [[nodiscard]] std::vector<FoundName> tag(const AnalyzedArticle& article);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The model that newsdex was built with.
std::string_view default_name_model();

}  // namespace newsdex
