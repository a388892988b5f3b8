// Articles made up to be indexed, and how they go through a PostingsWriter.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "storage/postings_writer.hpp"

namespace newsdex::testing {

struct Occurrences {
  std::uint32_t count = 0;
  std::vector<std::uint32_t> positions;
};

struct CorpusArticle {
  std::string stored;
  std::map<std::string, Occurrences> terms;
  std::map<std::uint32_t, std::string> values;  // by slot
};

struct Corpus {
  std::vector<CorpusArticle> articles;
  std::map<std::string, std::string> metadata;
  bool has_term_lists = true;
};

/// Shapes of random articles; what is not said of them is the same for all.
struct CorpusShape {
  std::uint32_t articles = 0;
  std::uint32_t vocabulary = 1000;  // words, by Zipf's law
  std::uint32_t longest = 60;       // tokens of an article
  bool has_positions = true;
  bool has_values = true;
  std::uint32_t seed = 1;
};

Corpus random_corpus(const CorpusShape& shape);

/// Writes it to the folder `path`.
void write_corpus(const Corpus& corpus, WriterKind kind, const std::string& path);

/// The corpora that writers and readers are compared on.
std::vector<std::string> corpus_names();
Corpus named_corpus(std::string_view name);

}  // namespace newsdex::testing
