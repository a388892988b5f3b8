#include "storage/spare_copies.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "newsdex/error.hpp"
#include "storage/column_file.hpp"
#include "storage/current_pointer.hpp"
#include "storage/shard_exchange.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestCopy = "manifest.json";
constexpr int kLevel = 3;
constexpr std::size_t kPlaceUnit = 8;

// No small file is larger; what claims to be is damaged.
constexpr unsigned long long kMostBytes = 1ULL << 32;

// Filled up to a multiple of what sections are placed at: between sections lie bytes that no
// checksum covers.
std::string compress(std::string_view content) {
  std::string frame(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress(frame.data(), frame.size(), content.data(), content.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw Error(ErrorCode::io, "cannot compress a file of the index");
  frame.resize(size);
  frame.append((kPlaceUnit - size % kPlaceUnit) % kPlaceUnit, '\0');
  return frame;
}

std::optional<std::string> decompress(std::span<const char> frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMostBytes) return std::nullopt;  // so are the values that stand for errors
  std::string content(size, '\0');
  const std::size_t used = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
  if (ZSTD_isError(used) != 0) return std::nullopt;
  if (ZSTD_decompress(content.data(), size, frame.data(), used) != size) return std::nullopt;
  return content;
}

// Nothing where the copy is missing or damaged.
std::optional<std::string> copy_of(const IndexLayout& layout, std::string_view generation,
                                   std::string_view name) {
  try {
    const ColumnFile spare(layout.file(generation, kSpareFile));
    spare.check(name);
    return decompress(spare.section<char>(name));
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool has_content(const std::string& path, std::string_view sum) {
  const auto content = try_read_file(path);
  return content && checksum(*content) == sum;
}

std::optional<CurrentPointer> readable_current(const IndexLayout& layout) {
  auto text = next_current(layout.folder);
  if (!text) text = try_read_file(layout.current());
  return text ? parse_current(*text) : std::nullopt;
}

// Generations that CURRENT may mean, the likeliest first.
std::vector<std::string> candidates(const IndexLayout& layout,
                                    const std::optional<CurrentPointer>& pointer) {
  std::vector<std::string> names = folders_with_prefix(layout.folder, kGenerationPrefix);
  std::reverse(names.begin(), names.end());
  if (pointer) {
    std::stable_partition(names.begin(), names.end(),
                          [&](const std::string& name) { return name == pointer->generation; });
  }
  return names;
}

struct FoundManifest {
  std::string generation;
  std::string bytes;
};

// Where the checksum of CURRENT fits neither, it is CURRENT that is damaged: the copy has a
// checksum of its own.
std::optional<FoundManifest> find_manifest(const IndexLayout& layout) {
  const auto pointer = readable_current(layout);
  for (const std::string& name : candidates(layout, pointer)) {
    std::optional<std::string> bytes = try_read_file(layout.manifest(name));
    if (!pointer || !bytes || checksum(*bytes) != pointer->manifest_checksum)
      bytes = copy_of(layout, name, kManifestCopy);
    if (bytes) return FoundManifest{name, std::move(*bytes)};
  }
  return std::nullopt;
}

// What is no file of ours may be somebody's. A generation is removed in time: out of it, then.
// Returns where it is now.
std::optional<std::string> move_aside(const IndexLayout& layout, const std::string& path) {
  std::error_code ignored;
  if (!has_stray(path)) return std::nullopt;
  std::string name = fs::path(path).lexically_relative(layout.folder).string();
  std::replace(name.begin(), name.end(), '/', '-');
  std::string aside = fmt::format("{}/aside-{}", layout.folder, name);
  for (int i = 2; fs::exists(fs::symlink_status(aside, ignored)); ++i)
    aside = fmt::format("{}/aside-{}-{}", layout.folder, name, i);
  if (::rename(path.c_str(), aside.c_str()) != 0) throw_io_error("cannot move", path);
  return aside;
}

class PuttingBack {
 public:
  explicit PuttingBack(const IndexLayout& layout) : layout_(layout) {}

  PutBack run() {
    auto found = find_manifest(layout_);
    if (!found) return {};
    name_ = std::move(found->generation);
    manifest_ = std::move(found->bytes);
    const Generation generation = parse_generation(manifest_, layout_.manifest(name_));
    put(layout_.manifest(name_), manifest_);
    bool whole = true;
    for (const auto& [file, sum] : generation.checksums) whole = put_small_file(file, sum) && whole;
    if (whole && !spare_problems(layout_, name_).empty()) {
      const std::string path = layout_.file(name_, kSpareFile);
      make_way(path);
      write_spare(layout_, generation, manifest_);
      done_.written.push_back(path);
    }
    sync_folder(layout_.generation(name_));
    put_current();
    return std::move(done_);
  }

 private:
  // Whether the file is whole by now.
  bool put_small_file(const std::string& file, const std::string& sum) {
    const std::string path = layout_.file(name_, file);
    if (has_content(path, sum)) return true;
    const auto copy = copy_of(layout_, name_, file);
    if (!copy || checksum(*copy) != sum) return false;
    put(path, *copy);
    return true;
  }

  void put(const std::string& path, std::string_view content) {
    if (try_read_file(path) == content) return;
    make_way(path);
    write_file(path, content);
    done_.written.push_back(path);
  }

  void make_way(const std::string& path) {
    if (auto aside = move_aside(layout_, path)) done_.moved_aside.push_back(std::move(*aside));
  }

  void put_current() {
    const std::string text = CurrentPointer{name_, checksum(manifest_)}.text();
    if (try_read_file(layout_.current()) == text) return;
    make_way(layout_.current());
    replace_file(layout_.current(), text);
    done_.written.push_back(layout_.current());
  }

  const IndexLayout& layout_;
  std::string name_;  // of the generation
  std::string manifest_;
  PutBack done_;
};

}  // namespace

void write_spare(const IndexLayout& layout, const Generation& generation,
                 std::string_view manifest) {
  ColumnFileWriter out(layout.file(generation.name, kSpareFile));
  out.add_bytes(kManifestCopy, compress(manifest));
  for (const auto& [file, sum] : generation.checksums) {
    if (file == kNamesFile) continue;
    out.add_bytes(file, compress(read_whole_file(layout.file(generation.name, file))));
  }
  out.finish();
}

std::vector<std::string> spare_problems(const IndexLayout& layout, std::string_view generation) {
  std::vector<std::string> problems;
  try {
    const ColumnFile spare(layout.file(generation, kSpareFile));
    for (const std::string& section : spare.damaged_sections()) {
      problems.push_back(
          fmt::format("{}: section {} is damaged", layout.file(generation, kSpareFile), section));
    }
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  return problems;
}

std::optional<Generation> likely_generation(const IndexLayout& layout) {
  auto found = find_manifest(layout);
  for (const std::string& name : candidates(layout, readable_current(layout))) {
    if (found) break;
    auto bytes = try_read_file(layout.manifest(name));
    if (bytes) found = FoundManifest{name, std::move(*bytes)};
  }
  if (!found) return std::nullopt;
  try {
    Generation generation = parse_generation(found->bytes, layout.manifest(found->generation));
    generation.name = found->generation;
    return generation;
  } catch (const Error&) {
    return std::nullopt;
  }
}

// Two repairs must not both move what has the place: the second would move the first one's lock.
std::optional<std::string> make_way_for_lock(const IndexLayout& layout) {
  if (!has_stray(layout.lock())) return std::nullopt;
  const FileDescriptor folder(::open(layout.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || ::flock(folder.get(), LOCK_EX) != 0)
    throw_io_error("cannot lock", layout.folder);
  return move_aside(layout, layout.lock());
}

PutBack put_back_copies(const IndexLayout& layout) {
  return PuttingBack(layout).run();
}

}  // namespace newsdex
