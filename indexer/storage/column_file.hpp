// A file of named, checksummed arrays that is used where it lies, memory-mapped.
//
// Layout, little-endian: a 16-byte head (magic "NDXCOLS4", u64 offset of the table), the sections,
// each at a multiple of 8 bytes, then the table: u32 number of sections, u32 zero, 64 bytes a
// section (name padded with zeros to 40, u64 offset, u64 size, u64 XXH3 of its bytes), and u64 XXH3
// of the head and all of the table before it. The table stands last, so that sections of any size
// are written as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/file.hpp"
#include "storage/narrow_column.hpp"

struct XXH3_state_s;

namespace newsdex {

/// Behind them lies the first section.
inline constexpr std::size_t kColumnFileHeadBytes = 16;

/// Writes one section after the other, to a file or, without a path, to memory. Sections have names
/// of at most 40 bytes, each used once. Its functions throw Error{io}.
class ColumnFileWriter {
 public:
  ColumnFileWriter();
  explicit ColumnFileWriter(const std::string& path);

  /// Starts a section that `append` fills.
  void begin(std::string_view name);
  void append(std::string_view bytes);

  void add_bytes(std::string_view name, std::string_view bytes) {
    begin(name);
    append(bytes);
  }

  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    add_bytes(name, {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
  }

  /// Each number in as many bytes as the largest needs; the section begins with that number of
  /// bytes and zeros, 8 bytes together.
  void add_narrow(std::string_view name, std::span<const std::uint32_t> numbers);

  /// Numbers that never fall, in two sections: NAME.base (u64) and NAME (narrow).
  void add_offsets(std::string_view name, std::span<const std::uint64_t> offsets);

  /// The sections NAME.bytes and NAME.at, offsets, one more than strings.
  void add_strings(std::string_view name, std::span<const std::string> strings);
  void add_strings(std::string_view name, std::span<const std::string_view> strings);

  /// Completes the file and syncs it; returns its bytes when they are in memory. To be called last.
  std::string finish();

 private:
  struct Section {
    std::string name;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
  };
  template <typename String>
  void add_all(std::string_view name, std::span<const String> strings);
  void end_section();
  void put(std::string_view bytes);
  void pad();

  std::optional<FileWriter> file_;
  std::string memory_;
  std::uint64_t size_ = 0;
  std::vector<Section> sections_;
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> hash_;  // of the open section
};

/// Strings by number, without a copy.
class StringColumn {
 public:
  StringColumn() = default;
  StringColumn(OffsetColumn offsets, std::span<const char> bytes)
      : offsets_(offsets), bytes_(bytes) {}

  [[nodiscard]] std::size_t size() const { return offsets_.size() == 0 ? 0 : offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t number) const;

  /// The number of the first string that is not less than `value`, or size(). They must ascend.
  [[nodiscard]] std::size_t lower_bound(std::string_view value) const;

 private:
  OffsetColumn offsets_;
  std::span<const char> bytes_;
};

class ColumnFile {
 public:
  ColumnFile() = default;
  /// Maps the file and checks its table. Throws Error{bad_index} when that is damaged or the file
  /// is missing, no regular file or too short, Error{io} when it cannot be read.
  explicit ColumnFile(const FilePlace& place);
  /// One that was put together in memory; `path` is its name in errors.
  ColumnFile(MappedFile file, std::string path);

  [[nodiscard]] bool has_section(std::string_view name) const;

  /// The section's values, living as long as the file; of a file on a server they are there once
  /// check() was called for the section, or needed() was asked for them. Throws Error{bad_index}
  /// when there is no such section or its size is no multiple of T's.
  template <typename T>
  [[nodiscard]] std::span<const T> section(std::string_view name) const {
    const std::span<const std::byte> bytes = section_bytes(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  [[nodiscard]] NarrowColumn narrow(std::string_view name) const;
  [[nodiscard]] OffsetColumn offsets(std::string_view name) const;
  [[nodiscard]] StringColumn strings(std::string_view name) const;

  /// Throws Error{bad_index} when the section `name`, or one of its parts NAME.xxx, does not have
  /// its checksum. Reads these sections.
  void check(std::string_view name) const;

  /// What is to be asked before bytes of a section are looked at that was not checked.
  [[nodiscard]] const NeededBytes& needed() const { return file_.needed(); }

  /// Names of sections whose content does not have its checksum. Reads the whole file.
  [[nodiscard]] std::vector<std::string> damaged_sections() const;

 private:
  struct Entry {
    std::string_view name;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
  };
  [[nodiscard]] std::span<const std::byte> section_bytes(std::string_view name,
                                                         std::size_t unit) const;
  [[nodiscard]] bool is_damaged(const Entry& entry) const;
  void open();
  void read_table(std::size_t at, std::size_t count);
  [[noreturn]] void damaged(std::string_view what) const;

  std::string path_;
  MappedFile file_;
  std::vector<Entry> entries_;
};

}  // namespace newsdex
