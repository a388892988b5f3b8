#include "storage/column_file.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "newsdex/error.hpp"
#include "storage/damage.hpp"

namespace newsdex {
namespace {

static_assert(std::endian::native == std::endian::little, "column files are little-endian");

constexpr std::string_view kMagic = "NDXCOLS4";
constexpr std::size_t kTableHeadBytes = 8;
constexpr std::size_t kNameBytes = 40;
constexpr std::size_t kEntryBytes = 64;
constexpr std::size_t kHashBytes = 8;
constexpr std::size_t kNarrowHeadBytes = 8;

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

// The head, and of the table what stands before the checksum.
std::uint64_t table_hash(std::string_view head, std::string_view table) {
  return XXH3_64bits_withSeed(table.data(), table.size(), XXH3_64bits(head.data(), head.size()));
}

std::string head_of(std::uint64_t table_offset) {
  std::string head(kMagic);
  append(head, table_offset);
  return head;
}

void free_hash(XXH3_state_t* state) {
  XXH3_freeState(state);
}

}  // namespace

ColumnFileWriter::ColumnFileWriter() : hash_(XXH3_createState(), free_hash) {
  put(head_of(0));
}

ColumnFileWriter::ColumnFileWriter(const std::string& path)
    : file_(path), hash_(XXH3_createState(), free_hash) {
  put(head_of(0));
}

void ColumnFileWriter::put(std::string_view bytes) {
  if (file_) {
    file_->append(bytes);
  } else {
    memory_ += bytes;
  }
  size_ += bytes.size();
}

void ColumnFileWriter::pad() {
  constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0", 8);
  put(kZeros.substr(0, aligned(size_) - size_));
}

void ColumnFileWriter::begin(std::string_view name) {
  end_section();
  pad();
  if (name.size() > kNameBytes)
    throw Error(ErrorCode::io, fmt::format("\"{}\" is too long for the name of a section", name));
  sections_.push_back({std::string(name), size_, 0, 0});
  XXH3_64bits_reset(hash_.get());
}

void ColumnFileWriter::append(std::string_view bytes) {
  XXH3_64bits_update(hash_.get(), bytes.data(), bytes.size());
  sections_.back().size += bytes.size();
  put(bytes);
}

void ColumnFileWriter::end_section() {
  if (!sections_.empty()) sections_.back().hash = XXH3_64bits_digest(hash_.get());
}

void ColumnFileWriter::add_narrow(std::string_view name, std::span<const std::uint32_t> numbers) {
  const auto largest = std::max_element(numbers.begin(), numbers.end());
  const std::size_t width = largest == numbers.end() || *largest <= UINT8_MAX ? 1
                            : *largest <= UINT16_MAX                          ? 2
                                                                              : 4;
  std::string bytes(kNarrowHeadBytes, '\0');
  bytes[0] = static_cast<char>(width);
  bytes.reserve(bytes.size() + numbers.size() * width);
  for (const std::uint32_t number : numbers)
    bytes.append(reinterpret_cast<const char*>(&number), width);
  add_bytes(name, bytes);
}

void ColumnFileWriter::add_offsets(std::string_view name, std::span<const std::uint64_t> offsets) {
  std::vector<std::uint64_t> bases;
  std::vector<std::uint32_t> distances;
  distances.reserve(offsets.size());
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    if (i % kOffsetsPerBase == 0) bases.push_back(offsets[i]);
    const std::uint64_t distance = offsets[i] - bases.back();
    if (distance > UINT32_MAX) throw Error(ErrorCode::io, "a text is too long for a column");
    distances.push_back(static_cast<std::uint32_t>(distance));
  }
  add<std::uint64_t>(fmt::format("{}.base", name), bases);
  add_narrow(name, distances);
}

template <typename String>
void ColumnFileWriter::add_all(std::string_view name, std::span<const String> strings) {
  std::vector<std::uint64_t> offsets = {0};
  for (const String& string : strings) offsets.push_back(offsets.back() + string.size());
  add_offsets(fmt::format("{}.at", name), offsets);
  begin(fmt::format("{}.bytes", name));
  for (const String& string : strings) append(string);
}

void ColumnFileWriter::add_strings(std::string_view name, std::span<const std::string> strings) {
  add_all(name, strings);
}

void ColumnFileWriter::add_strings(std::string_view name,
                                   std::span<const std::string_view> strings) {
  add_all(name, strings);
}

std::string ColumnFileWriter::finish() {
  end_section();
  pad();
  const std::string head = head_of(size_);
  std::string table;
  newsdex::append(table, static_cast<std::uint32_t>(sections_.size()));
  newsdex::append(table, std::uint32_t{0});
  for (const Section& section : sections_) {
    std::string name = section.name;
    name.resize(kNameBytes, '\0');
    table += name;
    for (const std::uint64_t number : {section.offset, section.size, section.hash})
      newsdex::append(table, number);
  }
  newsdex::append(table, table_hash(head, table));
  put(table);
  if (!file_) return memory_.replace(0, head.size(), head);
  file_->write_at(0, head);
  file_->finish();
  return {};
}

std::string_view StringColumn::operator[](std::size_t number) const {
  const std::uint64_t begin = std::min<std::uint64_t>(offsets_[number], bytes_.size());
  const std::uint64_t end = std::clamp<std::uint64_t>(offsets_[number + 1], begin, bytes_.size());
  return {bytes_.data() + begin, end - begin};
}

std::size_t StringColumn::lower_bound(std::string_view value) const {
  std::size_t low = 0;
  for (std::size_t high = size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if ((*this)[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

ColumnFile::ColumnFile(const FilePlace& place)
    : path_(place.path()),
      file_(open_part(place, [](const FilePlace& file) { return MappedFile(file); })) {
  open();
}

ColumnFile::ColumnFile(MappedFile file, std::string path)
    : path_(std::move(path)), file_(std::move(file)) {
  open();
}

void ColumnFile::open() {
  const std::span<const std::byte> bytes = file_.bytes();
  needed().need(bytes.data(), std::min(bytes.size(), kColumnFileHeadBytes));
  if (bytes.size() < kColumnFileHeadBytes ||
      std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    damaged("it is no column file");
  }
  const auto table_offset = read_at<std::uint64_t>(bytes, kMagic.size());
  if (table_offset < kColumnFileHeadBytes || table_offset > bytes.size() ||
      bytes.size() - table_offset < kTableHeadBytes + kHashBytes) {
    damaged("it is cut short");
  }
  needed().need(bytes.data() + table_offset, bytes.size() - table_offset);
  const std::string_view text = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  std::string_view table = text.substr(table_offset);
  const auto checksum = read_at<std::uint64_t>(bytes, bytes.size() - kHashBytes);
  table.remove_suffix(kHashBytes);
  if (table_hash(text.substr(0, kColumnFileHeadBytes), table) != checksum) {
    damaged("its table has a wrong checksum");
  }
  read_table(table_offset + kTableHeadBytes, read_at<std::uint32_t>(bytes, table_offset));
}

void ColumnFile::read_table(std::size_t at, std::size_t count) {
  const std::span<const std::byte> bytes = file_.bytes();
  if (count > (bytes.size() - at) / kEntryBytes) damaged("it is cut short");
  for (std::size_t i = 0; i < count; ++i, at += kEntryBytes) {
    const char* name = reinterpret_cast<const char*>(bytes.data()) + at;
    const Entry entry = {{name, ::strnlen(name, kNameBytes)},
                         read_at<std::uint64_t>(bytes, at + kNameBytes),
                         read_at<std::uint64_t>(bytes, at + kNameBytes + 8),
                         read_at<std::uint64_t>(bytes, at + kNameBytes + 16)};
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
      damaged("it is cut short");
    }
    // Numbers of any width are looked at where they lie.
    if (aligned(entry.offset) != entry.offset)
      damaged(fmt::format("its section {} has a wrong place", entry.name));
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

bool ColumnFile::has_section(std::string_view name) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Entry& entry) { return entry.name == name; });
}

NarrowColumn ColumnFile::narrow(std::string_view name) const {
  const std::span<const char> bytes = section<char>(name);
  needed().need(bytes.data(), std::min(bytes.size(), kNarrowHeadBytes));
  const unsigned width = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
  const bool fits = bytes.size() >= kNarrowHeadBytes && (width == 1 || width == 2 || width == 4) &&
                    bytes.size() % width == 0;
  if (!fits) damaged(fmt::format("its section {} has a wrong size", name));
  return {bytes.subspan(kNarrowHeadBytes), width};
}

OffsetColumn ColumnFile::offsets(std::string_view name) const {
  const auto bases = section<std::uint64_t>(fmt::format("{}.base", name));
  const NarrowColumn distances = narrow(name);
  if (bases.size() != (distances.size() + kOffsetsPerBase - 1) / kOffsetsPerBase)
    damaged(fmt::format("its section {} has a wrong size", name));
  return {bases, distances};
}

StringColumn ColumnFile::strings(std::string_view name) const {
  return {offsets(fmt::format("{}.at", name)), section<char>(fmt::format("{}.bytes", name))};
}

std::vector<std::string> ColumnFile::damaged_sections() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    if (is_damaged(entry)) names.emplace_back(entry.name);
  }
  return names;
}

void ColumnFile::check(std::string_view name) const {
  for (const Entry& entry : entries_) {
    const bool is_part = entry.name.starts_with(name) &&
                         (entry.name.size() == name.size() || entry.name[name.size()] == '.');
    if (is_part && is_damaged(entry))
      damaged(fmt::format("its section {} has a wrong checksum", entry.name));
  }
}

bool ColumnFile::is_damaged(const Entry& entry) const {
  const std::span<const std::byte> bytes = file_.bytes().subspan(entry.offset, entry.size);
  needed().need(bytes.data(), bytes.size());
  return hash_of(bytes) != entry.hash;
}

void ColumnFile::damaged(std::string_view what) const {
  throw_damaged(path_, what);
}

}  // namespace newsdex
