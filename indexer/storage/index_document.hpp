// An article made ready for a segment: its terms, its columns and what is stored of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// 128-bit XXH3 of what an article says, in whatever white space: equal for articles that are the
/// same.
using ContentHash = std::array<std::uint64_t, 2>;

/// A term of one article by its number in the segment's TermTable. One without positions is a mere
/// label, or a stem of which all occurrences stand with its forms.
struct DocumentTerm {
  std::uint32_t term = 0;
  std::uint32_t count = 0;      // how often it occurs; 0 for labels
  std::uint32_t positions = 0;  // how many of the positions are its own
};

/// Distinct terms, and the positions of the first, the second and so on, each ascending.
struct DocumentTerms {
  std::vector<DocumentTerm> terms;
  std::vector<std::uint32_t> positions;
};

/// The values of one facet field that an article carries: distinct, ascending.
struct FacetValues {
  Field field = Field::actor;
  std::vector<std::string> values;
};

/// What tells, without reading it, that a file is the one that was indexed.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t ctime_ns = 0;

  bool operator==(const FileStamp&) const = default;
};

struct IndexDocument {
  std::string id;
  DocumentTerms terms;
  std::string stored;              // encoded StoredArticle
  std::uint32_t length = 0;        // tokens of title and body
  std::uint32_t title_length = 0;  // tokens of the title
  PartialDate date;
  std::string date_doubt;  // why the date may be wrong; mostly empty
  std::vector<FacetValues> facets;
  ContentHash content = {};
  std::uint64_t spelling = 0;  // a hash of what it says to the byte, white space included
  std::string signature;       // what near copies are found by (indexing/shingle_signature.hpp)
  bool id_is_made = false;
  std::string path;  // of its file
  std::uint32_t record = 0;
  FileStamp stamp;
};

}  // namespace newsdex
