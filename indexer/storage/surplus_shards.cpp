#include "storage/surplus_shards.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>

#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShardPrefix = "shard-";

// Keeps readers from opening what an index has; nothing where one has it open.
std::optional<std::vector<FileDescriptor>> close_to_readers(const IndexLayout& index) {
  std::vector<FileDescriptor> manifests;
  for (const std::string& name : folders_with_prefix(index.folder, kGenerationPrefix)) {
    FileDescriptor manifest(
        ::open(index.manifest(name).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!manifest.is_open()) continue;
    if (::flock(manifest.get(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
    manifests.push_back(std::move(manifest));
  }
  return manifests;
}

// It is given the name of a segment first: should the run be killed, what is left of it goes with
// the next one.
void remove_folder(const std::string& folder, const std::string& shard) {
  const std::string garbage = fmt::format("{}/seg-{}", folder, fs::path(shard).filename().string());
  std::error_code ignored;
  fs::rename(shard, garbage, ignored);
  fs::remove_all(garbage, ignored);
}

// What cannot be locked is no reason to fail: the new build is published by now.
void remove_unless_used(const std::string& folder, const std::string& shard) {
  try {
    const IndexLock lock(shard);
    if (close_to_readers(lock.layout())) remove_folder(folder, shard);
  } catch (const Error&) {
    return;
  }
}

// Whether all that lies there is the lock and what goes unpublished with a run that ends early.
bool is_unpublished(const IndexLayout& shard) {
  std::error_code ignored;
  if (!fs::exists(shard.lock(), ignored) || has_index(shard.folder)) return false;
  const std::array names = {fs::path(shard.lock()).filename().string(),
                            fs::path(temporary_path(shard.current())).filename().string(),
                            temporary_path(std::string(kServedFolder)),
                            temporary_path(std::string(kStubFile))};
  const fs::directory_iterator entries(shard.folder, ignored);
  return std::all_of(begin(entries), end(entries), [&](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    return name.starts_with(kGenerationPrefix) || name.starts_with(kSegmentPrefix) ||
           std::find(names.begin(), names.end(), name) != names.end();
  });
}

}  // namespace

std::vector<unsigned> shard_numbers(const std::string& folder) {
  std::vector<unsigned> numbers;
  for (const std::string& name : folders_with_prefix(folder, kShardPrefix)) {
    unsigned number = 0;
    std::from_chars(name.data() + kShardPrefix.size(), name.data() + name.size(), number);
    if (shard_folder(folder, number) == fmt::format("{}/{}", folder, name))
      numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// Where no generation is, nothing is lost.
bool holds_other_index(const std::string& folder) {
  return has_index(folder) && !next_current(folder) && !is_shard(folder) &&
         !folders_with_prefix(folder, kGenerationPrefix).empty();
}

void remove_surplus_shards(const std::string& folder, unsigned first) {
  for (const unsigned number : shard_numbers(folder)) {
    const std::string shard = shard_folder(folder, number);
    if (number >= first && is_shard(shard)) remove_unless_used(folder, shard);
  }
}

void remove_unpublished_shards(const std::string& folder) {
  for (const unsigned number : shard_numbers(folder)) {
    const std::string shard = shard_folder(folder, number);
    if (is_unpublished({shard})) remove_unless_used(folder, shard);
  }
}

bool holds_shards(const std::string& folder) {
  const std::vector<unsigned> numbers = shard_numbers(folder);
  return shard_list_at(folder) && std::any_of(numbers.begin(), numbers.end(), [&](unsigned number) {
           return is_shard(shard_folder(folder, number));
         });
}

}  // namespace newsdex
