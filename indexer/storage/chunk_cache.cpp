#include "storage/chunk_cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

namespace newsdex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".chunks";
constexpr std::uint32_t kMostKeyBytes = 256;

struct Head {
  std::uint32_t key_bytes = 0;
  std::uint32_t value_bytes = 0;
  std::uint64_t hash = 0;
};
static_assert(sizeof(Head) == 16);

bool read_at(int file, std::uint64_t offset, void* to, std::size_t size) {
  return ::pread(file, to, size, static_cast<off_t>(offset)) == static_cast<ssize_t>(size);
}

// Whether it is there and nobody else can read it.
bool make_private(const std::string& folder) {
  std::error_code ignored;
  fs::create_directories(fs::path(folder).parent_path(), ignored);
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return false;
  struct stat status = {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

void remove_old(const std::string& folder, const std::string& own, std::uint64_t most_bytes) {
  struct Old {
    fs::file_time_type used;
    std::uint64_t size = 0;
    fs::path path;
  };
  std::error_code error;
  std::vector<Old> files;
  std::uint64_t sum = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (!entry.path().native().ends_with(kEnding)) continue;
    files.push_back({entry.last_write_time(error), entry.file_size(error), entry.path()});
    sum += files.back().size;
  }
  std::sort(files.begin(), files.end(), [](const Old& a, const Old& b) { return a.used < b.used; });
  for (const Old& file : files) {
    if (sum <= most_bytes) return;
    if (file.path == own) continue;
    fs::remove(file.path, error);
    sum -= file.size;
  }
}

}  // namespace

ChunkCache::ChunkCache(const std::string& folder, std::string_view state, std::uint64_t most_bytes)
    : path_(fmt::format("{}/{}{}", folder, checksum(state), kEnding)), most_bytes_(most_bytes) {
  if (!make_private(folder)) return;
  constexpr int kFlags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW;
  file_ = FileDescriptor(::open(path_.c_str(), kFlags, S_IRUSR | S_IWUSR));
  if (!file_.is_open()) return;
  ::futimens(file_.get(), nullptr);
  remove_old(folder, path_, most_bytes_);
  read_entries();
}

void ChunkCache::read_entries() {
  struct stat status = {};
  if (::fstat(file_.get(), &status) != 0) return give_up();
  const auto size = static_cast<std::uint64_t>(status.st_size);
  while (size_ < size) {
    Head head;
    const bool whole = read_at(file_.get(), size_, &head, sizeof head) &&
                       head.key_bytes <= kMostKeyBytes &&
                       size_ + sizeof head + head.key_bytes + head.value_bytes <= size;
    std::string key(whole ? head.key_bytes : 0, '\0');
    if (!whole || !read_at(file_.get(), size_ + sizeof head, key.data(), key.size()))
      return give_up();
    entries_[key] = {size_ + sizeof head, head.value_bytes, head.hash};
    size_ += sizeof head + head.key_bytes + head.value_bytes;
  }
}

// The next program begins anew.
void ChunkCache::give_up() {
  file_ = FileDescriptor();
  entries_.clear();
  ::unlink(path_.c_str());
}

std::optional<std::string> ChunkCache::find(const std::string& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  const Entry entry = found->second;
  std::string bytes(key.size() + entry.size, '\0');
  if (!read_at(file_.get(), entry.offset, bytes.data(), bytes.size()) ||
      XXH3_64bits(bytes.data(), bytes.size()) != entry.hash) {
    give_up();
    return std::nullopt;
  }
  return bytes.substr(key.size());
}

// One call to the system each, so that entries of several programs don't mix.
void ChunkCache::add(const std::string& key, std::string_view value) {
  if (!file_.is_open() || size_ + value.size() > most_bytes_ || value.size() > UINT32_MAX) return;
  std::string bytes = key;
  bytes += value;
  const Head head = {static_cast<std::uint32_t>(key.size()),
                     static_cast<std::uint32_t>(value.size()),
                     XXH3_64bits(bytes.data(), bytes.size())};
  bytes.insert(0, reinterpret_cast<const char*>(&head), sizeof head);
  if (::write(file_.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    return give_up();
  size_ += bytes.size();
}

}  // namespace newsdex
