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
#include <vector>

#include "storage/generation.hpp"

namespace newsdex {

inline constexpr std::string_view kServedFolder = "served";
inline constexpr std::string_view kStubFile = "XAPIANDB";  // a name of Xapian's

inline constexpr std::string_view kDirectoryKey = "newsdex-directory";
inline constexpr std::string_view kOpeningKeys = "newsdex-opening-";  // begins each of them
std::string opening_key(std::uint32_t parcel);
std::string chunk_key(std::uint32_t file, std::uint32_t chunk);

/// Whether something lies where the stub of a served copy does. That may also be a user's file:
/// that an index is a shard its manifest says (is_shard(), shard_mark.hpp), where that can be read.
bool has_served_copy(const IndexLayout& layout);

/// Writes the copy of the generation that `current`, a text of CURRENT, names, beside the one that
/// is served. Throws Error{io}, and Error{bad_index} where that generation is damaged.
void prepare_served_copy(const IndexLayout& layout, const std::string& current);

/// Puts what was prepared for `current` in the place of an earlier copy in one step, and is quick:
/// servers that have that one open keep it. Does nothing where it is in its place, and prepares it
/// where it is missing. The folder is not synced. Throws as prepare_served_copy() does.
void put_served_copy_in_place(const IndexLayout& layout, const std::string& current);

/// Writes the copy anew, whatever is in its place. Throws as prepare_served_copy() does.
void write_served_copy(const IndexLayout& layout, const std::string& current);

/// What is wrong with the copy, which is to be that of `generation`, the one that is published, a
/// line each.
std::vector<std::string> served_problems(const IndexLayout& layout, const Generation& generation);

/// Removes what was prepared, or what had its place before.
void remove_prepared_copy(const IndexLayout& layout);

}  // namespace newsdex
