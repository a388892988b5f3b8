// The writer's side of generations: the lock, publishing, and removing what is no longer needed.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>
#include <set>

#include "newsdex/error.hpp"
#include "storage/current_pointer.hpp"
#include "storage/generation.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/spare_copies.hpp"
#include "storage/surplus_shards.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

std::uint32_t next_number(const std::string& folder, std::string_view prefix) {
  std::uint32_t next = 1;
  for (const std::string& name : folders_with_prefix(folder, prefix)) {
    std::uint32_t number = 0;
    std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
    next = std::max(next, number + 1);
  }
  return next;
}

std::string numbered(std::string_view prefix, std::uint32_t number) {
  return fmt::format("{}{:06}", prefix, number);
}

// Nobody else may read it from the first moment on. The names of all folders that are made on the
// way to it are to last as it does.
void make_folder(const std::string& folder) {
  std::error_code error;
  const fs::path path = fs::path(folder + "/").parent_path();
  std::vector<fs::path> made;
  for (fs::path each = path; !each.empty() && !fs::exists(each, error); each = each.parent_path())
    made.push_back(each);
  if (made.empty()) return;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (::mkdir(path.c_str(), S_IRWXU) != 0) throw_io_error("cannot make", folder);
  for (const fs::path& each : made) {
    const std::string parent = each.has_parent_path() ? each.parent_path().string() : ".";
    if (::access(parent.c_str(), R_OK) == 0) sync_folder(parent);  // else it cannot be opened
  }
}

void refuse_foreign_folder(const IndexLayout& layout) {
  std::error_code error;
  const bool foreign = fs::is_directory(layout.folder, error) && !has_index(layout.folder) &&
                       !fs::exists(layout.lock(), error) && !fs::is_empty(layout.folder, error) &&
                       !holds_shards(layout.folder);
  if (!foreign && fs::is_directory(layout.folder, error)) return;
  throw Error(ErrorCode::usage, fmt::format("{} holds something that is no index", layout.folder),
              "name a new or an empty folder with --db");
}

FileDescriptor take_lock(const IndexLayout& layout) {
  if (has_stray(layout.lock())) {
    throw Error(ErrorCode::bad_index, fmt::format("{} is no regular file", layout.lock()),
                "newsdex-index check --repair moves it aside");
  }
  constexpr int kFlags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  FileDescriptor lock(::open(layout.lock().c_str(), kFlags, 0666));
  if (!lock.is_open()) throw_io_error("cannot open", layout.lock());
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) throw_io_error("cannot lock", layout.lock());
    const std::string holder(trim_spaces(read_whole_file(layout.lock())));
    throw Error(ErrorCode::locked,
                fmt::format("{} is being written by process {}", layout.folder,
                            holder.empty() ? "?" : holder),
                "wait until it is done; searches go on meanwhile");
  }
  const std::string pid = fmt::format("{}\n", ::getpid());
  if (::ftruncate(lock.get(), 0) != 0 ||
      ::pwrite(lock.get(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    throw_io_error("cannot write", layout.lock());
  }
  return lock;
}

// Checksums of all files below a folder, by relative path.
std::map<std::string, std::string> checksums_below(const std::string& folder) {
  std::map<std::string, std::string> sums;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    sums[fs::path(path).lexically_relative(folder).string()] = file_checksum(path);
  }
  return sums;
}

void write_tombstones(const std::string& path, const Tombstones& deleted) {
  ColumnFileWriter out(path);
  out.add<std::uint64_t>("deleted", deleted);
  out.finish();
}

// Removes a generation unless a reader holds it; false when one does.
bool remove_generation(const IndexLayout& layout, const std::string& name) {
  const FileDescriptor manifest(
      ::open(layout.manifest(name).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (manifest.is_open() && ::flock(manifest.get(), LOCK_EX | LOCK_NB) != 0) return false;
  std::error_code ignored;
  fs::remove_all(layout.generation(name), ignored);
  return true;
}

// What CURRENT names, if that and the manifest are whole.
std::optional<CurrentPointer> published(const IndexLayout& layout) {
  const auto text = try_read_file(layout.current());
  auto pointer = text ? parse_current(*text) : std::nullopt;
  if (!pointer) return std::nullopt;
  const auto manifest = try_read_file(layout.manifest(pointer->generation));
  if (!manifest || checksum(*manifest) != pointer->manifest_checksum) return std::nullopt;
  return pointer;
}

std::set<std::string> segments_named_by(const IndexLayout& layout, const std::string& generation) {
  std::set<std::string> names;
  const std::string path = layout.manifest(generation);
  for (const GenerationSegment& segment : parse_generation(read_whole_file(path), path).segments) {
    names.insert(segment.name);
  }
  return names;
}

}  // namespace

IndexLock::IndexLock(const std::string& folder) : layout_{folder} {
  make_folder(folder);
  refuse_foreign_folder(layout_);
  lock_ = take_lock(layout_);
  remove_garbage();
  next_segment_ = next_number(folder, kSegmentPrefix);
}

// By now the run's own reader is gone, which held the generation that the run began with; and of a
// run that failed, nothing is of use to anybody, least of all on a full disk.
IndexLock::~IndexLock() {
  try {
    remove_garbage();
  } catch (const std::exception&) {
    // Then the next writer removes it.
  }
}

std::string IndexLock::new_segment_name() {
  return numbered(kSegmentPrefix, next_segment_++);
}

void IndexLock::publish(Generation generation, const std::map<std::string, std::string>& files,
                        const std::map<std::string, Tombstones>& tombstones) {
  const std::string current = prepare(std::move(generation), files, tombstones);
  put_file_in_place(layout_.current(), current);
  sync_folder(layout_.folder);
  remove_garbage();
}

std::string IndexLock::prepare(Generation generation,
                               const std::map<std::string, std::string>& files,
                               const std::map<std::string, Tombstones>& tombstones) {
  generation.name = numbered(kGenerationPrefix, next_number(layout_.folder, kGenerationPrefix));
  fs::create_directory(layout_.generation(generation.name));
  generation.checksums.clear();
  for (const auto& [name, content] : files) {
    write_file(layout_.file(generation.name, name), content);
    generation.checksums[name] = checksum(content);
  }
  for (GenerationSegment& segment : generation.segments) {
    if (segment.checksums.empty())
      segment.checksums = checksums_below(layout_.segment(segment.name));
    const auto deleted = tombstones.find(segment.name);
    if (segment.live_articles == segment.articles || deleted == tombstones.end()) continue;
    const std::string path = layout_.tombstones(generation.name, segment.name);
    write_tombstones(path, deleted->second);
    generation.checksums[fs::path(path).filename().string()] = file_checksum(path);
  }
  const std::string manifest = to_json(generation);
  const std::string pointer = CurrentPointer{generation.name, checksum(manifest)}.text();
  // From here on the generation is complete, but if it is the first, no index yet: see has_index().
  write_file(temporary_path(layout_.current()), pointer);
  write_file(layout_.manifest(generation.name), manifest);
  write_spare(layout_, generation, manifest);
  sync_folder(layout_.generation(generation.name));
  sync_folder(layout_.folder);
  return pointer;
}

// The temporary file goes last: until then it tells what a first build left from an index.
void IndexLock::remove_garbage() const {
  std::error_code ignored;
  // What is prepared here is what counts by now: whoever completes the exchange needs it.
  if (next_current(layout_.folder)) return;
  remove_prepared_copy(layout_);
  const auto pointer = published(layout_);
  // Else there is damage, and nobody knows what is of use.
  if (pointer || !has_index(layout_.folder)) remove_all_but(pointer ? pointer->generation : "");
  fs::remove(temporary_path(layout_.current()), ignored);
  remove_unpublished_shards(layout_.folder);
}

void IndexLock::remove_all_but(const std::string& current) const {
  std::error_code ignored;
  std::set<std::string> needed;
  for (const std::string& name : folders_with_prefix(layout_.folder, kGenerationPrefix)) {
    if (name != current && remove_generation(layout_, name)) continue;
    try {
      needed.merge(segments_named_by(layout_, name));
    } catch (const Error&) {
      return;  // a manifest that cannot be read names unknown segments: remove nothing
    }
  }
  for (const std::string& name : folders_with_prefix(layout_.folder, kSegmentPrefix)) {
    if (!needed.contains(name)) fs::remove_all(layout_.segment(name), ignored);
  }
}

}  // namespace newsdex
