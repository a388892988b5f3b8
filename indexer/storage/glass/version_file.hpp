// The version file of a glass database: where its tables have their roots, and its statistics.
//
// 14 bytes of magic, u16 big-endian of the format's date, 16 bytes of UUID, the revision as a
// packed number, then six tables' roots: packed the root's block number, four times the root's
// level plus two if the leaves lie in the file in their order plus one if there is no root as the
// table is empty, the number of entries, the block size in units of 2048, from how many bytes on
// tags are deflated (0: never), and a packed string with the list of free blocks: packed the
// revision, the number of blocks in the file, and four zeros if no block is free. Packed statistics
// end the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex::glass {

inline constexpr std::string_view kVersionFile = "iamglass";

/// In the order in which the version file has them.
enum class Table { postlist, docdata, termlist, position, spelling, synonym };

inline constexpr std::array<std::string_view, 6> kTableNames = {"postlist", "docdata",  "termlist",
                                                                "position", "spelling", "synonym"};

constexpr std::string_view table_name(Table table) {
  return kTableNames[static_cast<std::size_t>(table)];
}

inline std::string table_file(std::string_view name) {
  return std::string(name) + ".glass";
}

struct Root {
  std::uint32_t block = 0;
  std::uint32_t level = 0;
  bool in_order = true;
  bool empty = true;
  std::uint64_t entries = 0;
  std::uint32_t block_size = 8192;
  std::uint32_t compress_min = 0;
  std::uint32_t blocks = 0;  // in the file; of use to writers only
};

struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t shortest = 0;       // length of a document that is not empty; 0 if all are
  std::uint32_t longest = 0;        // length of a document
  std::uint32_t largest_count = 0;  // of a term in a document
  std::uint64_t total_length = 0;
};

struct VersionFile {
  std::array<char, 16> uuid = {};
  std::uint32_t revision = 1;
  std::array<Root, kTableNames.size()> roots;
  Statistics statistics;

  [[nodiscard]] const Root& root(Table table) const {
    return roots[static_cast<std::size_t>(table)];
  }

  Root& root(Table table) { return roots[static_cast<std::size_t>(table)]; }

  [[nodiscard]] std::string encode() const;

  /// Throws Error{bad_index} naming `path` when `bytes` are no version file of the format that is
  /// known here.
  static VersionFile decode(std::string_view bytes, std::string_view path);
};

}  // namespace newsdex::glass
