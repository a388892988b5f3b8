// Makes the model's lists from text files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "discovery/word_lexicon.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex::training {

/// Reads lists, then packs them. The order of lines matters only where two say different things of
/// a form: of clusters, the first counts.
class LexiconBuilder {
 public:
  /// Lines "word TAB cluster of 64 TAB cluster of 512", words as they are written in texts, the
  /// frequent first. Throws Error(io).
  void read_clusters(const std::string& path);

  /// Lines "kind TAB name", kinds by the words of kKindNames in the .cpp; others are passed over,
  /// as are empty lines and those that begin with '#'. Surnames and places of one word that the
  /// clusters, read before, know in lower case are left out: the large lists hold nearly every
  /// word. Throws Error(io).
  void read_names(const std::string& path);

  [[nodiscard]] std::vector<discovery::ClusterRow> pack_clusters() const;
  [[nodiscard]] std::vector<discovery::NameRow> pack_names() const;

 private:
  struct FormClusters {
    std::uint16_t capitalised = 0;
    std::uint16_t lower = 0;
  };
  struct Name {
    std::uint8_t kinds = 0;
    bool goes_on = false;
  };

  void add_name(std::uint8_t kind, std::string_view name);
  [[nodiscard]] bool is_common_word(const Token& token) const;

  Analyzer analyzer_;
  TokenStream tokens_;
  std::unordered_map<std::uint64_t, FormClusters> clusters_;  // by form hash
  std::unordered_map<std::uint64_t, Name> names_;             // by name key
};

}  // namespace newsdex::training
