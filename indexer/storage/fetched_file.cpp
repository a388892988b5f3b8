#include "storage/fetched_file.hpp"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstring>

#include "storage/damage.hpp"

namespace newsdex {

FetchedFile::FetchedFile(std::shared_ptr<ChunkSource> source, std::uint32_t number,
                         const ServedFile& file, std::string path)
    : source_(std::move(source)),
      number_(number),
      chunk_bytes_(file.chunk_bytes),
      path_(std::move(path)),
      size_(file.size),
      there_(file.chunks() / 64 + 1) {
  map();
}

FetchedFile::FetchedFile(std::string_view content) : path_("memory"), size_(content.size()) {
  map();
  if (!content.empty()) std::memcpy(data_, content.data(), content.size());
}

// Pages that nothing was written to take no memory.
void FetchedFile::map() {
  if (size_ == 0) return;
  void* const address = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (address == MAP_FAILED)
    throw_damaged(path_, fmt::format("there is no room for {} bytes", size_));
  data_ = static_cast<std::byte*>(address);
}

FetchedFile::~FetchedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

void FetchedFile::need(std::size_t begin, std::size_t end) const {
  if (source_ == nullptr || begin >= end) return;
  end = std::min(end, size_);
  for (std::size_t chunk = begin / chunk_bytes_; chunk * chunk_bytes_ < end; ++chunk) {
    if (!has(chunk)) fetch(chunk);
  }
}

// Two threads may fetch the same chunk; only the first to come back writes it, for others may read
// it by then.
void FetchedFile::fetch(std::size_t chunk) const {
  put(chunk, source_->fetch(number_, static_cast<std::uint32_t>(chunk)));
}

void FetchedFile::put(std::size_t chunk, std::string_view bytes) const {
  const std::size_t begin = chunk * chunk_bytes_;
  if (begin >= size_ || bytes.size() != std::min(chunk_bytes_, size_ - begin))
    throw_damaged(path_, fmt::format("piece {} has a wrong size", chunk));
  const std::lock_guard lock(mutex_);
  if (has(chunk)) return;
  std::memcpy(data_ + begin, bytes.data(), bytes.size());
  there_[chunk / 64].fetch_or(std::uint64_t{1} << (chunk % 64), std::memory_order_release);
}

void NeededBytes::fetch(const void* begin, std::size_t size) const {
  const auto at =
      static_cast<std::size_t>(static_cast<const std::byte*>(begin) - file_->bytes().data());
  file_->need(at, at + size);
}

}  // namespace newsdex
