// From the SOURCE arguments of a command to the files they stand for.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "newsdex/article.hpp"

namespace newsdex {

/// A regular file to read, with what tells whether it changed.
struct SourceFile {
  std::string path;     // absolute, lexically normal
  std::string display;  // as the user named it, lexically normal: what ids and messages show
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t ctime_ns = 0;
  std::uint32_t named_folders = 0;  // of those the file lies in, how many the user named, or lie in
                                    // one that was named: `display` has no more of the user's own
};

/// How many folders above a file the user named: those of a relative `display`; of an absolute one
/// those from the last folder of `source` on, none where `source` is the file itself.
std::uint32_t count_named_folders(const std::string& display, const std::string& source);

struct WalkHandlers {
  std::function<void(const SourceFile&)> file;
  std::function<void(const ReadError&)> error;               // its path is the display name
  std::function<bool(const std::string&)> skip_folder = {};  // by absolute path; may be empty
};

/// Calls `file` for every regular file under `sources` (files or folders), in a fixed order:
/// sources as given, names in a folder by bytes; a file reached twice is reported once. Hidden
/// files and folders (leading dot) inside a folder are passed over. Symbolic links to files are
/// reported, links to folders followed unless they lead back to where the walk has been. Links to
/// a folder above, what lies in /proc, /sys and /dev, devices, pipes and sockets, and folders that
/// may not be listed go to `error`. A source that does not exist is an error too; the walk opens no
/// file and never throws for what it meets.
void walk_sources(std::span<const std::string> sources, const WalkHandlers& handlers);

/// `path` made absolute and lexically normal, without resolving links.
std::string absolute_path(const std::string& path);

}  // namespace newsdex
