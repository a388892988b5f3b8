#include "storage/block_sums.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

#include "storage/damage.hpp"
#include "storage/glass/version_file.hpp"

namespace newsdex {
namespace {

std::string inside(const std::string& folder, std::string_view name) {
  return fmt::format("{}/{}", folder, name);
}

std::size_t sums_of_size(std::size_t size) {
  return (size + kSumBytes - 1) / kSumBytes;
}

std::uint64_t sum_of(std::span<const std::byte> file, std::size_t number) {
  const std::size_t begin = number * kSumBytes;
  return XXH3_64bits(file.data() + begin, std::min(kSumBytes, file.size() - begin));
}

}  // namespace

void BlockSumsWriter::add(std::string_view name) {
  const MappedFile file(inside(folder_, name));
  std::vector<std::uint64_t> sums(sums_of_size(file.bytes().size()));
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = sum_of(file.bytes(), i);
  files_.emplace_back(name, std::move(sums));
}

std::array<char, 16> BlockSumsWriter::hash() const {
  std::uint64_t seed = 0;
  XXH128_hash_t hash = {};
  for (const auto& [name, sums] : files_) {
    hash = XXH3_128bits_withSeed(sums.data(), sums.size() * sizeof(std::uint64_t), seed);
    seed = hash.low64 ^ hash.high64;
  }
  std::array<char, 16> out = {};
  std::memcpy(out.data(), &hash, sizeof hash);
  return out;
}

void BlockSumsWriter::finish() {
  ColumnFileWriter out(inside(folder_, kSumsFile));
  for (const auto& [name, sums] : files_) out.add<std::uint64_t>(name, sums);
  out.finish();
  sync_folder(folder_);
}

void write_block_sums(const std::string& folder) {
  BlockSumsWriter sums(folder);
  for (const std::string_view table : glass::kTableNames) {
    const std::string name = glass::table_file(table);
    if (std::filesystem::exists(inside(folder, name))) sums.add(name);
  }
  sums.add(glass::kVersionFile);
  sums.finish();
}

void FileSums::check_size(std::size_t size) const {
  if (sums_.size() == sums_of_size(size)) return;
  throw_damaged(path_, fmt::format("it has {} bytes, but {} checksums", size, sums_.size()));
}

void FileSums::check(std::span<const std::byte> file, std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin / kSumBytes; i < sums_of_size(end); ++i) {
    needed_.need(&sums_[i], sizeof sums_[i]);
    if (sum_of(file, i) == sums_[i]) continue;
    throw_damaged(path_, fmt::format("block {} has a wrong checksum", i));
  }
}

BlockSums::BlockSums(const FilePlace& folder) : folder_(folder.path()), file_(folder / kSumsFile) {}

FileSums BlockSums::of(std::string_view name) const {
  return {file_.section<std::uint64_t>(name), inside(folder_, name), file_.needed()};
}

}  // namespace newsdex
