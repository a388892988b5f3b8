// The form in which an index is served: a glass database that any of Xapian's servers hands out,
// whose metadata holds the index's files, cut into chunks.
//
// `served/` lies in the folder of the index, and `XAPIANDB` beside it, by which Xapian's tools take
// the folder for a database: that one, and the segments' postings for who asks for terms by
// Xapian's own means. A search asks for chunks as it needs them (fetched_file.hpp) and thereby gets
// what it would on the server's own disk, whatever it is that it looks for. The keys are
// kDirectoryKey, opening_key() of each parcel of chunks that whoever opens the index needs in any
// case, and chunk_key() of each chunk.
#pragma once

#include <cstdint>
#include <string>

#include "storage/generation.hpp"

namespace newsdex {

inline constexpr std::string_view kServedFolder = "served";
inline constexpr std::string_view kStubFile = "XAPIANDB";  // a name of Xapian's

inline constexpr std::string_view kDirectoryKey = "newsdex-directory";
inline constexpr std::string_view kOpeningKeys = "newsdex-opening-";  // begins each of them
std::string opening_key(std::uint32_t parcel);
std::string chunk_key(std::uint32_t file, std::uint32_t chunk);

/// Whether the index has a served copy, which is to be written anew whenever it is published.
bool has_served_copy(const IndexLayout& layout);

/// Writes the copy of what is published, and puts it in the place of an earlier one in one step:
/// servers that have that one open keep it. Throws Error{io}.
void write_served_copy(const IndexLayout& layout);

}  // namespace newsdex
