#include "storage/column_file.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

static_assert(std::endian::native == std::endian::little, "column files are little-endian");

constexpr std::string_view kMagic = "NDXCOLS1";
constexpr std::size_t kHeadBytes = 16;
constexpr std::size_t kNameBytes = 24;
constexpr std::size_t kEntryBytes = 48;
constexpr std::size_t kHashBytes = 8;

template <typename T>
void append(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

template <typename T>
T read_at(std::span<const std::byte> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

constexpr std::size_t aligned(std::size_t size) {
  return (size + 7) / 8 * 8;
}

std::uint64_t hash_of(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace

void ColumnFileWriter::add_bytes(std::string_view name, std::string bytes) {
  sections_.push_back({std::string(name), std::move(bytes)});
}

void ColumnFileWriter::add_strings(std::string_view name, std::span<const std::string> strings) {
  std::vector<std::uint64_t> offsets = {0};
  std::string bytes;
  for (const std::string& string : strings) {
    bytes += string;
    offsets.push_back(bytes.size());
  }
  add<std::uint64_t>(fmt::format("{}.at", name), offsets);
  add_bytes(fmt::format("{}.bytes", name), std::move(bytes));
}

std::string ColumnFileWriter::bytes() const {
  std::string out(kMagic);
  append(out, static_cast<std::uint32_t>(sections_.size()));
  append(out, std::uint32_t{0});
  std::size_t offset = kHeadBytes + sections_.size() * kEntryBytes + kHashBytes;
  for (const Section& section : sections_) {
    std::string name = section.name;
    name.resize(kNameBytes, '\0');
    out += name;
    append(out, static_cast<std::uint64_t>(offset));
    append(out, static_cast<std::uint64_t>(section.bytes.size()));
    append(out, hash_of(section.bytes));
    offset += aligned(section.bytes.size());
  }
  append(out, hash_of(out));
  for (const Section& section : sections_) {
    out += section.bytes;
    out.resize(aligned(out.size()), '\0');
  }
  return out;
}

std::string_view StringColumn::operator[](std::size_t number) const {
  const std::uint64_t begin = std::min<std::uint64_t>(offsets_[number], bytes_.size());
  const std::uint64_t end = std::clamp<std::uint64_t>(offsets_[number + 1], begin, bytes_.size());
  return {bytes_.data() + begin, end - begin};
}

ColumnFile::ColumnFile(const std::string& path) : path_(path), file_(path) {
  const std::span<const std::byte> bytes = file_.bytes();
  if (bytes.size() < kHeadBytes + kHashBytes ||
      std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    damaged("it is no column file");
  }
  const std::size_t count = read_at<std::uint32_t>(bytes, kMagic.size());
  const std::size_t table_end = kHeadBytes + count * kEntryBytes;
  if (bytes.size() < table_end + kHashBytes) damaged("it is cut short");
  if (hash_of(bytes.first(table_end)) != read_at<std::uint64_t>(bytes, table_end)) {
    damaged("its table has a wrong checksum");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = kHeadBytes + i * kEntryBytes;
    const char* name = reinterpret_cast<const char*>(bytes.data()) + at;
    Entry entry = {{name, ::strnlen(name, kNameBytes)},
                   read_at<std::uint64_t>(bytes, at + kNameBytes),
                   read_at<std::uint64_t>(bytes, at + kNameBytes + 8),
                   read_at<std::uint64_t>(bytes, at + kNameBytes + 16)};
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
      damaged("it is cut short");
    }
    entries_.push_back(entry);
  }
}

std::span<const std::byte> ColumnFile::section_bytes(std::string_view name,
                                                     std::size_t unit) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.name == name; });
  if (found == entries_.end()) damaged(fmt::format("it has no section {}", name));
  if (found->size % unit != 0) damaged(fmt::format("its section {} has a wrong size", name));
  return file_.bytes().subspan(found->offset, found->size);
}

StringColumn ColumnFile::strings(std::string_view name) const {
  return {section<std::uint64_t>(fmt::format("{}.at", name)),
          section<char>(fmt::format("{}.bytes", name))};
}

std::vector<std::string> ColumnFile::damaged_sections() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    if (hash_of(file_.bytes().subspan(entry.offset, entry.size)) != entry.hash) {
      names.emplace_back(entry.name);
    }
  }
  return names;
}

void ColumnFile::damaged(std::string_view what) const {
  throw Error(ErrorCode::bad_index, fmt::format("{} is damaged: {}", path_, what),
              "run newsdex-index check, then build the index again");
}

}  // namespace newsdex
