#include "storage/spare_copies.hpp"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "newsdex/error.hpp"
#include "storage/column_file.hpp"
#include "storage/current_pointer.hpp"
#include "storage/damage.hpp"

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

ColumnFile open_spare(const IndexLayout& layout, std::string_view generation) {
  return open_part(layout.file(generation, kSpareFile),
                   [](const FilePlace& place) { return ColumnFile(place); });
}

// Nothing where the copy is missing or damaged.
std::optional<std::string> copy_of(const IndexLayout& layout, std::string_view generation,
                                   std::string_view name) {
  try {
    const ColumnFile spare = open_spare(layout, generation);
    spare.check(name);
    return decompress(spare.section<char>(name));
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<std::string> content_of(const std::string& path) {
  try {
    return read_whole_file(path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool has_content(const std::string& path, std::string_view sum) {
  const auto content = content_of(path);
  return content && checksum(*content) == sum;
}

// Generations that CURRENT may mean, the likeliest first.
std::vector<std::string> candidates(const IndexLayout& layout,
                                    const std::optional<CurrentPointer>& pointer) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(layout.folder)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with(kGenerationPrefix)) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  if (pointer) {
    std::stable_partition(names.begin(), names.end(),
                          [&](const std::string& name) { return name == pointer->generation; });
  }
  return names;
}

class PuttingBack {
 public:
  explicit PuttingBack(const IndexLayout& layout) : layout_(layout) {}

  std::vector<std::string> run() {
    if (!find_manifest()) return {};
    const Generation generation = parse_generation(manifest_, layout_.manifest(name_));
    put(layout_.manifest(name_), manifest_);
    bool whole = true;
    for (const auto& [file, sum] : generation.checksums) whole = put_small_file(file, sum) && whole;
    if (whole && !spare_problems(layout_, name_).empty()) {
      write_spare(layout_, generation, manifest_);
      written_.push_back(layout_.file(name_, kSpareFile));
    }
    sync_folder(layout_.generation(name_));
    put_current();
    return std::move(written_);
  }

 private:
  // Where the checksum of CURRENT fits neither, it is CURRENT that is damaged: the copy has a
  // checksum of its own.
  bool find_manifest() {
    const auto text = content_of(layout_.current());
    const auto pointer = text ? parse_current(*text) : std::nullopt;
    for (const std::string& name : candidates(layout_, pointer)) {
      std::optional<std::string> bytes = content_of(layout_.manifest(name));
      if (!pointer || !bytes || checksum(*bytes) != pointer->manifest_checksum)
        bytes = copy_of(layout_, name, kManifestCopy);
      if (!bytes) continue;
      name_ = name;
      manifest_ = std::move(*bytes);
      return true;
    }
    return false;
  }

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
    if (content_of(path) == content) return;
    write_file(path, content);
    written_.push_back(path);
  }

  void put_current() {
    const std::string text = CurrentPointer{name_, checksum(manifest_)}.text();
    if (content_of(layout_.current()) == text) return;
    replace_file(layout_.current(), text);
    written_.push_back(layout_.current());
  }

  const IndexLayout& layout_;
  std::string name_;  // of the generation
  std::string manifest_;
  std::vector<std::string> written_;
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
    for (const std::string& section : open_spare(layout, generation).damaged_sections()) {
      problems.push_back(
          fmt::format("{}: section {} is damaged", layout.file(generation, kSpareFile), section));
    }
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  return problems;
}

std::vector<std::string> put_back_copies(const IndexLayout& layout) {
  return PuttingBack(layout).run();
}

}  // namespace newsdex
