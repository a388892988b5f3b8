#include "reading/source_walker.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "reading/regular_file.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

struct Place {
  std::string path;     // absolute
  std::string display;  // as the user named it
};

struct FileIdentity {
  dev_t device;
  ino_t inode;

  explicit FileIdentity(const struct stat& status) : device(status.st_dev), inode(status.st_ino) {}
  bool operator==(const FileIdentity&) const = default;
};

struct FileIdentityHash {
  std::size_t operator()(const FileIdentity& id) const {
    return std::hash<std::uint64_t>{}(id.inode * 0x9E3779B97F4A7C15U ^ id.device);
  }
};

std::string without_end_slash(std::string path) {
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string child_display(const std::string& folder, const std::string& name) {
  return folder == "." ? name : (fs::path(folder) / name).native();
}

// File systems keep seconds that nanoseconds in 64 bits cannot count; those are cut, as a sum that
// overflows would be undefined.
std::int64_t nanoseconds(const struct timespec& time) {
  constexpr std::int64_t kPerSecond = 1'000'000'000;
  constexpr std::int64_t kMost = INT64_MAX / kPerSecond - 1;
  return std::clamp<std::int64_t>(time.tv_sec, -kMost, kMost) * kPerSecond + time.tv_nsec;
}

std::string_view kind_of(mode_t mode) {
  constexpr std::array<std::pair<mode_t, std::string_view>, 4> kKinds = {{
      {S_IFIFO, "a pipe, not a file"},
      {S_IFSOCK, "a socket, not a file"},
      {S_IFCHR, "a device, not a file"},
      {S_IFBLK, "a device, not a file"},
  }};
  for (const auto& [kind, words] : kKinds) {
    if ((mode & S_IFMT) == kind) return words;
  }
  return "neither a file nor a folder";
}

// One walk over all sources. Folders being walked are kept on a stack of our own, so that no tree
// is too deep, and every file and folder is remembered by device and inode. That one memory stops
// links that lead back, makes a file that is reached twice count once, and keeps folders that link
// to one another many times over from being walked as many times as there are ways to them.
class SourceWalk {
 public:
  explicit SourceWalk(const WalkHandlers& handlers) : handlers_(handlers) {}

  void visit_source(const std::string& source) {
    source_ = without_end_slash(fs::path(source).lexically_normal().native());
    visit({absolute_path(source), source_});
    while (!open_folders_.empty()) visit_next_child();
  }

 private:
  struct Folder {
    Place place;
    std::vector<std::string> names;  // in descending order: the next one is the last
  };

  void visit(Place place) {
    struct stat status = {};
    if (::stat(place.path.c_str(), &status) != 0) {
      return report(place, fmt::format("cannot be read: {}", system_reason(errno)));
    }
    if (!seen_.insert(FileIdentity(status)).second) return;
    if (S_ISDIR(status.st_mode)) {
      if (handlers_.skip_folder && handlers_.skip_folder(place.path)) return;
      enter(std::move(place));
    } else if (S_ISREG(status.st_mode)) {
      visit_file(std::move(place), status);
    } else {
      report(place, std::string(kind_of(status.st_mode)));
    }
  }

  void visit_next_child() {
    Folder& folder = open_folders_.back();
    if (folder.names.empty()) {
      open_folders_.pop_back();
      return;
    }
    const std::string name = std::move(folder.names.back());
    folder.names.pop_back();
    const Place& parent = folder.place;
    visit({(fs::path(parent.path) / name).native(), child_display(parent.display, name)});
  }

  void enter(Place place) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(place.path, error);
         !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::string name = entry->path().filename().native();
      if (!name.starts_with('.')) names.push_back(std::move(name));
    }
    if (error) report(place, fmt::format("cannot be listed: {}", error.message()));
    std::sort(names.begin(), names.end(), std::greater<>());
    open_folders_.push_back({std::move(place), std::move(names)});
  }

  void visit_file(Place place, const struct stat& status) {
    const std::uint32_t folders = count_named_folders(place.display, source_);
    handlers_.file({std::move(place.path), std::move(place.display),
                    static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                    nanoseconds(status.st_ctim), folders});
  }

  void report(const Place& place, std::string reason) {
    handlers_.error({place.display, 0, std::move(reason)});
  }

  const WalkHandlers& handlers_;
  std::string source_;  // that is being walked
  std::vector<Folder> open_folders_;
  std::unordered_set<FileIdentity, FileIdentityHash> seen_;
};

}  // namespace

std::uint32_t count_named_folders(const std::string& display, const std::string& source) {
  std::string_view named = display;
  if (named.starts_with('/')) named.remove_prefix(std::min(source.rfind('/') + 1, named.size()));
  while (named.starts_with("../")) named.remove_prefix(3);
  return static_cast<std::uint32_t>(std::count(named.begin(), named.end(), '/'));
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  return without_end_slash((error ? fs::path(path) : absolute).lexically_normal().native());
}

void walk_sources(std::span<const std::string> sources, const WalkHandlers& handlers) {
  SourceWalk walk(handlers);
  for (const std::string& source : sources) walk.visit_source(source);
}

}  // namespace newsdex
