#include "storage/glass/version_file.hpp"

#include <algorithm>
#include <bit>

#include "storage/glass/block.hpp"
#include "storage/glass/packed.hpp"

namespace newsdex::glass {
namespace {

// The format's date, 14 March 2016: years since 2014, months and days in 7, 4 and 5 bits.
constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);

constexpr std::uint32_t kBlockSizeUnit = 2048;
constexpr std::uint32_t kMaxBlockSize = 65536;

void append_root(std::string& out, const Root& root, std::uint32_t revision) {
  append_packed(out, root.block);
  append_packed(out, root.level << 2 | (root.in_order ? 2u : 0u) | (root.empty ? 1u : 0u));
  append_packed(out, root.entries);
  append_packed(out, root.block_size / kBlockSizeUnit);
  append_packed(out, root.compress_min);
  std::string free_list;
  if (!root.empty) {
    append_packed(free_list, revision);
    append_packed(free_list, root.blocks);
    free_list.append(4, '\0');
  }
  append_packed_string(out, free_list);
}

Root read_root(PackedReader& in) {
  Root root;
  root.block = in.packed();
  const std::uint32_t level_and_flags = in.packed();
  root.level = level_and_flags >> 2;
  root.in_order = (level_and_flags & 2) != 0;
  root.empty = (level_and_flags & 1) != 0;
  root.entries = in.packed64();
  const std::uint32_t units = in.packed();
  if (units == 0 || units > kMaxBlockSize / kBlockSizeUnit || !std::has_single_bit(units)) {
    in.damaged("it gives a block size that is none");
  }
  root.block_size = units * kBlockSizeUnit;
  root.compress_min = in.packed();
  in.packed_string();
  if (root.level >= kMaxLevels) in.damaged("it gives a tree too many levels");
  return root;
}

// What stands last are the revision of the oldest changeset and the largest count of a spelling,
// of which there are none here.
void append_statistics(std::string& out, const Statistics& statistics) {
  append_packed(out, statistics.documents);
  append_packed(out, statistics.last_docid - statistics.documents);
  append_packed(out, statistics.shortest);
  append_packed(out, statistics.largest_count);
  append_packed(out, statistics.longest - statistics.largest_count);
  append_packed(out, 0);
  append_packed(out, statistics.total_length);
  append_packed(out, 0);
}

Statistics read_statistics(PackedReader& in) {
  Statistics statistics;
  statistics.documents = in.packed();
  statistics.last_docid = statistics.documents + in.packed();
  statistics.shortest = in.packed();
  statistics.largest_count = in.packed();
  statistics.longest = statistics.largest_count + in.packed();
  in.packed();
  statistics.total_length = in.packed64();
  in.packed();
  if (statistics.last_docid < statistics.documents) in.damaged("it counts too many articles");
  return statistics;
}

}  // namespace

std::string VersionFile::encode() const {
  std::string out(kMagic);
  out.append(uuid.data(), uuid.size());
  append_packed(out, revision);
  for (const Root& root : roots) append_root(out, root, revision);
  append_statistics(out, statistics);
  return out;
}

VersionFile VersionFile::decode(std::string_view bytes, std::string_view path) {
  PackedReader in(bytes, path);
  if (!bytes.starts_with(kMagic)) in.damaged("it is no version file of a known format");
  in.bytes(kMagic.size());
  VersionFile file;
  std::ranges::copy(in.bytes(file.uuid.size()), file.uuid.begin());
  file.revision = in.packed();
  for (Root& root : file.roots) root = read_root(in);
  file.statistics = read_statistics(in);
  return file;
}

}  // namespace newsdex::glass
