#include "reading/source_walker.hpp"

#include <dirent.h>
#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <system_error>
#include <unordered_map>
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

// What a folder and each one above it are; of a link, of the folder that it leads to.
std::vector<FileIdentity> folder_and_above(const std::string& path) {
  std::vector<FileIdentity> identities;
  std::error_code error;
  fs::path folder = fs::canonical(path, error);
  if (error) return identities;
  for (struct stat status = {}; ::stat(folder.c_str(), &status) == 0;
       folder = folder.parent_path()) {
    identities.emplace_back(status);
    if (folder == folder.root_path()) break;
  }
  return identities;
}

bool is_link(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

dev_t device_of(const char* path) {
  struct stat status = {};
  return ::stat(path, &status) == 0 ? status.st_dev : 0;
}

// Whether a file or folder is none of a disk but a view of the running system, which has no end and
// waits where it is read.
bool shows_the_system(const std::string& path, dev_t device) {
  constexpr std::array<long, 7> kKinds = {PROC_SUPER_MAGIC,   SYSFS_MAGIC,   DEVPTS_SUPER_MAGIC,
                                          DEBUGFS_MAGIC,      TRACEFS_MAGIC, CGROUP_SUPER_MAGIC,
                                          CGROUP2_SUPER_MAGIC};
  struct statfs system = {};
  if (::statfs(path.c_str(), &system) == 0 &&
      std::find(kKinds.begin(), kKinds.end(), static_cast<long>(system.f_type)) != kKinds.end()) {
    return true;
  }
  const dev_t devices = device_of("/dev");
  return device == devices && devices != device_of("/");
}

std::string without_end_slash(std::string path) {
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// std::filesystem::path takes every path apart, which costs more than all else that is done for a
// file that has not changed.
std::string child_path(const std::string& folder, const std::string& name) {
  const std::string_view slash = folder.empty() || folder.ends_with('/') ? "" : "/";
  return fmt::format("{}{}{}", folder, slash, name);
}

std::string child_display(const std::string& folder, const std::string& name) {
  return folder == "." ? name : child_path(folder, name);
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

// Adds what a folder holds, but for what is hidden. Gives the errno of what went wrong, or 0.
int list_folder(const std::string& path, std::vector<std::string>& names) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) return errno;
  for (;;) {
    errno = 0;
    const dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr) return errno;
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
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
// to one another many times over from being walked as many times as there are ways to them. Folders
// above a source, or above one that a link led to, are not walked from within: a link to one is a
// slip that would bring in all that lies beside.
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
    std::vector<std::string> names;   // in descending order: the next one is the last
    std::vector<FileIdentity> above;  // of a source or a link; of others the folders before have it
  };

  void visit(Place place) {
    struct stat status = {};
    if (::stat(place.path.c_str(), &status) != 0) {
      return report(place, fmt::format("cannot be read: {}", system_reason(errno)));
    }
    const FileIdentity identity(status);
    if (seen_.contains(identity)) return;
    if (lies_in_the_system(place, status)) {
      return report(place, "belongs to the system (/proc, /sys or /dev), not read");
    }
    if (is_above(identity)) return report(place, "leads to a folder that it lies in, not followed");
    seen_.insert(identity);
    if (S_ISDIR(status.st_mode)) {
      if (handlers_.skip_folder && handlers_.skip_folder(place.path)) return;
      enter(std::move(place));
    } else if (S_ISREG(status.st_mode)) {
      visit_file(std::move(place), status);
    } else {
      report(place, std::string(kind_of(status.st_mode)));
    }
  }

  bool lies_in_the_system(const Place& place, const struct stat& status) {
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) return false;
    const auto [known, is_new] = of_the_system_.try_emplace(status.st_dev, false);
    if (is_new) known->second = shows_the_system(place.path, status.st_dev);
    return known->second;
  }

  [[nodiscard]] bool is_above(const FileIdentity& identity) const {
    return std::any_of(open_folders_.begin(), open_folders_.end(), [&](const Folder& folder) {
      return std::find(folder.above.begin(), folder.above.end(), identity) != folder.above.end();
    });
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
    visit({child_path(parent.path, name), child_display(parent.display, name)});
  }

  void enter(Place place) {
    std::vector<std::string> names;
    const int error = list_folder(place.path, names);
    if (error != 0) report(place, fmt::format("cannot be listed: {}", system_reason(error)));
    std::sort(names.begin(), names.end(), std::greater<>());
    std::vector<FileIdentity> above;
    if (open_folders_.empty() || is_link(place.path)) above = folder_and_above(place.path);
    open_folders_.push_back({std::move(place), std::move(names), std::move(above)});
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
  std::unordered_map<dev_t, bool> of_the_system_;  // by device
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
