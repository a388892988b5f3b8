// Keys of the entries of a glass database.
//
// The postlist table has, in this order: user metadata, statistics of value slots, chunks of
// values, chunks of document lengths, and the terms' chunks. All but the last begin with a zero
// byte and a byte that tells them; a term that begins with a zero byte has 0xFF there. A term's
// first chunk has the term for its key, a sorting string with nothing after it; a later one has a
// zero byte and the chunk's first document id after that. Lengths are keyed alike, without the zero
// byte.
//
// Positions have a key like that of a later chunk, term lists and stored data just the document id;
// the value slots of a document, in the termlist table, have a zero byte after it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/glass/packed.hpp"

namespace newsdex::glass {

inline constexpr std::string_view kMetadataPrefix("\0\xC0", 2);
inline constexpr std::string_view kValueStatisticsPrefix("\0\xD0", 2);
inline constexpr std::string_view kValueChunkPrefix("\0\xD8", 2);
inline constexpr std::string_view kLengthsKey("\0\xE0", 2);
inline constexpr std::string_view kFirstTermKey("\0\xFF", 2);  // no term's key stands before it

/// What stands between a term and a document id.
inline constexpr std::string_view kTermEnd("\0", 1);

inline constexpr std::size_t kMaxTermBytes = 245;

/// Document ids are one more than article numbers.
constexpr std::uint32_t to_docid(std::uint32_t article) {
  return article + 1;
}
constexpr std::uint32_t to_article(std::uint32_t docid) {
  return docid - 1;
}

inline std::string term_key(std::string_view term) {
  std::string key;
  append_sorting_string(key, term);
  return key;
}

inline std::string document_key(std::uint32_t article) {
  std::string key;
  append_sorting(key, to_docid(article));
  return key;
}

inline std::string value_statistics_key(std::uint32_t slot) {
  std::string key(kValueStatisticsPrefix);
  append_last(key, slot);
  return key;
}

/// Without the document id.
inline std::string value_chunk_key(std::uint32_t slot) {
  std::string key(kValueChunkPrefix);
  append_packed(key, slot);
  return key;
}

}  // namespace newsdex::glass
