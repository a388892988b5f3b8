#include "storage/index_files.hpp"

#include <fmt/format.h>
#include <xxhash.h>
#include <zstd.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/varint.hpp"

namespace newsdex {
namespace {

// Raised when the served form changes.
constexpr int kServedVersion = 3;
constexpr std::uint64_t kMostFileBytes = std::uint64_t{1} << 44;

constexpr int kChunkLevel = 1;
constexpr char kPlain = 'p';
constexpr char kCompressed = 'z';

// What saves fewer bytes is not worth unpacking.
constexpr std::size_t kLeastSaving = 64;

// XXH64, big-endian, at a packed chunk's end.
constexpr std::size_t kSumBytes = sizeof(XXH64_canonical_t);

std::string chunk_sum(std::string_view bytes) {
  XXH64_canonical_t sum;
  XXH64_canonicalFromHash(&sum, XXH64(bytes.data(), bytes.size(), 0));
  return {std::begin(sum.digest), std::end(sum.digest)};
}

constexpr std::string_view kUnreadOpening = "what it sends first cannot be read";

}  // namespace

std::string encode_directory(const ServedDirectory& directory) {
  nlohmann::json files = nlohmann::json::array();
  for (const ServedFile& file : directory.files)
    files.push_back({file.name, file.size, file.chunk_bytes});
  return nlohmann::json{{"served", kServedVersion},
                        {"state", directory.state},
                        {"files", std::move(files)},
                        {"openings", directory.openings}}
      .dump();
}

ServedDirectory parse_directory(std::string_view json, const std::string& shard) {
  try {
    const nlohmann::json value = nlohmann::json::parse(json);
    if (value.at("served").get<int>() != kServedVersion) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("{} is served in a form that this program does not know", shard),
                  "use the same version of newsdex on both machines");
    }
    ServedDirectory directory;
    directory.state = value.at("state").get<std::string>();
    directory.openings = value.at("openings").get<std::uint32_t>();
    for (const nlohmann::json& file : value.at("files")) {
      directory.files.push_back({file.at(0).get<std::string>(), file.at(1).get<std::uint64_t>(),
                                 file.at(2).get<std::uint32_t>()});
      const auto& [name, size, chunk_bytes] = directory.files.back();
      if (chunk_bytes == 0 || chunk_bytes > kMostChunkBytes || size > kMostFileBytes)
        throw_damaged(shard, "its files have impossible sizes");
    }
    return directory;
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(shard, error.what());
  }
}

IndexFiles::IndexFiles(std::shared_ptr<ChunkSource> source, ServedDirectory directory,
                       std::string shard)
    : source_(std::move(source)), directory_(std::move(directory)), shard_(std::move(shard)) {
  for (std::uint32_t i = 0; i < directory_.files.size(); ++i)
    numbers_[directory_.files[i].name] = i;
}

std::shared_ptr<const FetchedFile> IndexFiles::open(std::string_view name) {
  const auto number = numbers_.find(name);
  if (number == numbers_.end()) throw_damaged(fmt::format("{}/{}", shard_, name), "it is missing");
  return open(number->second);
}

std::shared_ptr<const FetchedFile> IndexFiles::open(std::uint32_t number) {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<const FetchedFile>& file = opened_[number];
  if (file == nullptr) {
    const ServedFile& served = directory_.files[number];
    file = std::make_shared<FetchedFile>(source_, number, served,
                                         fmt::format("{}/{}", shard_, served.name));
  }
  return file;
}

void IndexFiles::put_together(std::string_view bytes) {
  const auto sent = take_apart(bytes);
  if (!sent) throw_damaged(shard_, kUnreadOpening);
  for (const SentChunk& each : *sent) {
    if (each.file >= directory_.files.size()) throw_damaged(shard_, kUnreadOpening);
    const auto number = static_cast<std::uint32_t>(each.file);
    const auto chunk = unpack_chunk(each.packed, directory_.files[number].chunk_bytes);
    if (!chunk) throw_damaged(shard_, kUnreadOpening);
    open(number)->put(each.chunk, *chunk);
  }
}

FilePlace FilePlace::operator/(std::string_view name) const {
  FilePlace place = *this;
  place.path_.append(1, '/').append(name);
  if (!place.name_.empty()) place.name_ += '/';
  place.name_ += name;
  return place;
}

std::string pack_chunk(std::string_view bytes) {
  std::string packed(1 + ZSTD_compressBound(bytes.size()), kCompressed);
  const std::size_t size =
      ZSTD_compress(packed.data() + 1, packed.size() - 1, bytes.data(), bytes.size(), kChunkLevel);
  if (ZSTD_isError(size) == 0 && size + kLeastSaving < bytes.size()) {
    packed.resize(1 + size);
  } else {
    packed.assign(1, kPlain).append(bytes);
  }
  return packed.append(chunk_sum(packed));
}

std::optional<std::string> unpack_chunk(std::string_view packed, std::size_t most) {
  if (packed.size() <= kSumBytes) return std::nullopt;
  const std::size_t end = packed.size() - kSumBytes;
  if (packed.substr(end) != chunk_sum(packed.substr(0, end))) return std::nullopt;
  const std::string_view content = packed.substr(1, end - 1);
  if (packed.front() == kPlain && content.size() <= most) return std::string(content);
  const unsigned long long size = packed.front() == kCompressed
                                      ? ZSTD_getFrameContentSize(content.data(), content.size())
                                      : ZSTD_CONTENTSIZE_ERROR;
  if (size > most) return std::nullopt;  // also one of ZSTD's two numbers for "not known"
  std::string bytes(size, '\0');
  if (ZSTD_decompress(bytes.data(), size, content.data(), content.size()) != size)
    return std::nullopt;
  return bytes;
}

std::optional<std::vector<SentChunk>> take_apart(std::string_view together) {
  std::vector<SentChunk> chunks;
  while (!together.empty()) {
    const auto file = take_varint(together);
    const auto chunk = take_varint(together);
    const auto size = take_varint(together);
    if (!size || *size > together.size()) return std::nullopt;
    chunks.push_back({*file, *chunk, together.substr(0, *size)});
    together.remove_prefix(*size);
  }
  return chunks;
}

void append_together(std::string& out, std::uint32_t file, std::uint32_t chunk,
                     std::string_view packed) {
  put_varint(out, file);
  put_varint(out, chunk);
  put_varint(out, packed.size());
  out += packed;
}

}  // namespace newsdex
