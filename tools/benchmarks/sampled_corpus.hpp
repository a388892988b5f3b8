// A corpus as benchmarks need to know it: its size, and a sample of its articles by words.
#pragma once

#include <array>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace newsdex::benchmarks {

struct SampledArticle {
  /// Runs of words that stand in one sentence with nothing but spaces between, in lower case.
  std::vector<std::vector<std::string>> runs;
  std::string date;  // as given
  std::vector<std::string> actors;
  std::vector<std::string> platforms;
};

struct SampledCorpus {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;       // of the file
  std::uint64_t text_bytes = 0;  // of titles and bodies
  std::string checksum;          // XXH3 of the file, 16 hexadecimal digits
  std::vector<SampledArticle> sample;
};

/// Reads JSON Lines (`title`, `body` or `text`, `date`, `actor`, `platform`); lines that are none
/// count as bytes only. Keeps a sample of at most `sample_size` articles, each as likely as any
/// other (Vitter's algorithm R), the same one every time.
SampledCorpus read_corpus(std::istream& in, std::size_t sample_size);

}  // namespace newsdex::benchmarks
