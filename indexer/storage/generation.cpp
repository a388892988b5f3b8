#include "storage/generation.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "newsdex/error.hpp"
#include "storage/column_file.hpp"
#include "storage/current_pointer.hpp"
#include "storage/damage.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"
#include "storage/spare_copies.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

// A reader may find the generation it was sent to already gone, as a writer has published another
// in between; then CURRENT names a newer one. Losing that race this often means something else is
// wrong.
constexpr int kOpenAttempts = 100;
constexpr std::chrono::milliseconds kAttemptPause{2};

constexpr std::string_view kCurrentFile = "CURRENT";
constexpr std::string_view kManifestFile = "manifest.json";

CurrentPointer read_current(const FilePlace& folder) {
  const FilePlace current = folder / kCurrentFile;
  const auto next = folder.is_here() ? next_current(folder.path()) : std::nullopt;
  if (next) return parse_current(*next).value();
  auto pointer = parse_current(open_part(current, read_whole_file));
  if (!pointer) throw_damaged(current.path());
  return std::move(*pointer);
}

bool same_file(int fd, const std::string& path) {
  struct stat open = {};
  struct stat named = {};
  return ::fstat(fd, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

}  // namespace

std::uint64_t Generation::articles() const {
  std::uint64_t sum = 0;
  for (const GenerationSegment& segment : segments) sum += segment.live_articles;
  return sum;
}

std::uint64_t Generation::tokens() const {
  std::uint64_t sum = 0;
  for (const GenerationSegment& segment : segments) sum += segment.live_tokens;
  return sum;
}

std::string IndexLayout::segment(std::string_view name) const {
  return fmt::format("{}/{}", folder, name);
}
std::string IndexLayout::generation(std::string_view name) const {
  return fmt::format("{}/{}", folder, name);
}
std::string IndexLayout::manifest(std::string_view generation) const {
  return fmt::format("{}/{}/manifest.json", folder, generation);
}
std::string IndexLayout::file(std::string_view generation, std::string_view name) const {
  return fmt::format("{}/{}/{}", folder, generation, name);
}
std::string IndexLayout::tombstones(std::string_view generation, std::string_view segment) const {
  return fmt::format("{}/{}/{}.deleted", folder, generation, segment);
}

bool has_index(const std::string& folder) {
  const IndexLayout layout{folder};
  const auto exists = [](const std::string& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
  };
  if (exists(layout.current()) || next_current(folder)) return true;
  if (exists(temporary_path(layout.current()))) return false;
  const std::vector<std::string> generations = folders_with_prefix(folder, kGenerationPrefix);
  return std::any_of(generations.begin(), generations.end(), [&](const std::string& name) {
    return exists(layout.file(name, kSpareFile));
  });
}

std::vector<std::string> folders_with_prefix(const std::string& folder, std::string_view prefix) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name.starts_with(prefix)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

GenerationHandle::GenerationHandle(const FilePlace& folder)
    : folder_(folder), layout_{folder.path()} {
  if (!folder.is_here()) {
    const CurrentPointer current = read_current(folder);
    generation_.name = current.generation;
    read_manifest(current.manifest_checksum);
    return;
  }
  if (!has_index(layout_.folder)) {
    if (shard_list_at(layout_.folder)) throw_holds_shards(layout_.folder);
    throw Error(ErrorCode::no_index, fmt::format("there is no index at {}", layout_.folder),
                "make one: newsdex-index build SOURCE... --db DIR");
  }
  for (int attempt = 0; attempt < kOpenAttempts; ++attempt) {
    if (try_open()) return;
    std::this_thread::sleep_for(kAttemptPause);
  }
  throw Damage(layout_.current(),
               fmt::format("{} names a generation that is not there", layout_.current()));
}

FilePlace GenerationHandle::file(std::string_view name) const {
  return folder_ / generation_.name / name;
}

bool GenerationHandle::try_open() {
  const CurrentPointer current = read_current(folder_);
  const std::string path = layout_.manifest(current.generation);
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) {
    if (errno == ENOENT) return false;
    throw_io_error("cannot open", path);
  }
  if (::flock(file.get(), LOCK_SH | LOCK_NB) != 0 || !same_file(file.get(), path)) return false;
  generation_.name = current.generation;
  read_manifest(current.manifest_checksum);
  lock_ = std::move(file);
  return true;
}

void GenerationHandle::read_manifest(const std::string& checksum_wanted) {
  const FilePlace place = file(kManifestFile);
  const std::string manifest = open_part(place, read_whole_file);
  if (checksum(manifest) != checksum_wanted) {
    throw Damage(place.path(),
                 fmt::format("{} is damaged, or {}: its checksum is not the one kept there",
                             place.path(), layout_.current()));
  }
  generation_ = parse_generation(manifest, place.path());
}

std::string GenerationHandle::read(std::string_view name) const {
  const FilePlace place = file(name);
  const auto sum = generation_.checksums.find(std::string(name));
  if (sum == generation_.checksums.end())
    throw_damaged(place.path(), "the manifest does not name it");
  std::string content = open_part(place, read_whole_file);
  if (checksum(content) != sum->second) throw_damaged(place.path());
  return content;
}

Tombstones GenerationHandle::tombstones(const GenerationSegment& segment) const {
  if (segment.live_articles == segment.articles) return {};
  const std::string name = fmt::format("{}.deleted", segment.name);
  const ColumnFile columns(MappedFile::of_bytes(read(name)), file(name).path());
  const auto words = columns.section<std::uint64_t>("deleted");
  if (words.size() != (segment.articles + 63) / 64) throw_damaged(file(name).path());
  return {words.begin(), words.end()};
}

}  // namespace newsdex
