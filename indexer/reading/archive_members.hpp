// The members of an archive, by libarchive: they are read one by one as they come out, and nothing
// is ever written to disk.
//
// What an archive says of sizes is not believed. All that comes out of one is counted, also what
// comes out of archives within it, and held against the bytes of the outermost: text hardly ever
// packs to a hundredth, what was made to fill memories packs to a thousandth and less.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "reading/format.hpp"

namespace newsdex {

struct ArchivedFile {
  std::string name;  // its path in the archive; valid UTF-8, untrusted all the same
  ByteSource& content;
  bool is_lone = false;  // no archive but one packed file (gzip, zstd, bzip2), which has no name
};

/// Calls `use` for each regular file in the archive that is not hidden (leading dot), and reports
/// what cannot be unpacked. Counts in `unpacking`.
void for_each_member(const StreamInput& input, Unpacking& unpacking,
                     const std::function<void(const ArchivedFile&)>& use);

/// Whether the bytes are packed, or an archive.
bool has_archive_signature(std::string_view bytes);

}  // namespace newsdex
