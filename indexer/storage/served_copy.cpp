#include "storage/served_copy.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>

#include <array>
#include <filesystem>
#include <set>
#include <vector>

#include "storage/current_pointer.hpp"
#include "storage/damage.hpp"
#include "storage/direct_writer.hpp"
#include "storage/near_copies.hpp"
#include "storage/other_places.hpp"
#include "storage/postings_reader.hpp"
#include "storage/segment.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/value_merges.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

// What is read here and there is cut small, what is read whole large.
struct ChunkSize {
  std::string_view ending;
  std::uint32_t bytes;
};
constexpr std::array kChunkSizes = {ChunkSize{"/articles", 32U << 10},
                                    ChunkSize{"/positions", 64U << 10},
                                    ChunkSize{".glass", 64U << 10}};
constexpr std::uint32_t kOtherChunkBytes = 256U << 10;

// Chunks that are sent before they are asked for: more would make the first answer wait for what it
// may not need. A parcel of them has to arrive before the searcher gives its sender up, so it is no
// larger than the largest chunk.
constexpr std::size_t kMostOpeningBytes = std::size_t{8} << 20;
constexpr std::size_t kParcelBytes = kOtherChunkBytes;

constexpr std::string_view kCurrentFile = "CURRENT";

// Files that no search reads.
constexpr std::array<std::string_view, 3> kWritersFiles = {kNameListsFile, kTroubledFile,
                                                           kDatesFile};
constexpr std::array<std::string_view, 3> kXapiansTables = {
    "postings/docdata.glass", "postings/termlist.glass", "postings/position.glass"};

std::uint32_t chunk_bytes_of(std::string_view name) {
  for (const ChunkSize& size : kChunkSizes) {
    if (name.ends_with(size.ending)) return size.bytes;
  }
  return kOtherChunkBytes;
}

ServedFile served_file(const std::string& folder, std::string name) {
  const std::uint32_t chunk_bytes = chunk_bytes_of(name);
  const std::uint64_t size = fs::file_size(fmt::format("{}/{}", folder, name));
  return {std::move(name), size, chunk_bytes};
}

// `current` is what CURRENT holds once the copy is in its place.
ServedDirectory directory_of(const std::string& folder, const Generation& generation,
                             const std::string& current) {
  ServedDirectory directory;
  directory.state = current;
  const auto add = [&](std::string name) {
    directory.files.push_back(served_file(folder, std::move(name)));
  };
  directory.files.push_back(
      {std::string(kCurrentFile), current.size(), chunk_bytes_of(kCurrentFile)});
  add(fmt::format("{}/manifest.json", generation.name));
  for (const auto& [file, sum] : generation.checksums) {
    if (!is_one_of(file, kWritersFiles)) add(fmt::format("{}/{}", generation.name, file));
  }
  for (const GenerationSegment& segment : generation.segments) {
    for (const auto& [file, sum] : segment.checksums) {
      if (!is_one_of(file, kXapiansTables)) add(fmt::format("{}/{}", segment.name, file));
    }
  }
  return directory;
}

using ChunkPlace = std::pair<std::uint32_t, std::uint32_t>;  // file, chunk

// Hands out the chunks of files on this machine, and remembers which were asked for.
class LocalChunks final : public ChunkSource {
 public:
  LocalChunks(const std::string& folder, const ServedDirectory& directory) : directory_(directory) {
    for (const ServedFile& file : directory.files) {
      files_.push_back(file.name == kCurrentFile
                           ? MappedFile::of_bytes(directory.state)
                           : MappedFile(fmt::format("{}/{}", folder, file.name)));
    }
  }

  std::string fetch(std::uint32_t file, std::uint32_t chunk) override {
    asked_.emplace(file, chunk);
    return std::string(view(file, chunk));
  }

  [[nodiscard]] std::string_view view(std::uint32_t file, std::uint32_t chunk) const {
    const std::span<const std::byte> bytes = files_[file].bytes();
    const std::uint32_t chunk_bytes = directory_.files[file].chunk_bytes;
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return all.substr(std::size_t{chunk} * chunk_bytes, chunk_bytes);
  }

  [[nodiscard]] const std::set<ChunkPlace>& asked() const { return asked_; }

 private:
  const ServedDirectory& directory_;
  std::vector<MappedFile> files_;
  std::set<ChunkPlace> asked_;
};

// Reads what every search of an index reads before it knows what it looks for.
void open_as_search_does(const FilePlace& folder) {
  const GenerationHandle handle(folder);
  const Generation& generation = handle.generation();
  for (const GenerationSegment& segment : generation.segments) {
    static_cast<void>(handle.tombstones(segment));
    const Segment opened(handle.segment(segment.name));
  }
  static_cast<void>(ValueMerges::of(handle));
  const NearCopies copies(handle.file(kNearCopiesFile), generation.segments.size());
  const OtherPlaces places(handle.file(kOtherPlacesFile));
}

std::vector<std::string> opening_parcels(const std::shared_ptr<LocalChunks>& chunks,
                                         const ServedDirectory& directory) {
  open_as_search_does(FilePlace(std::make_shared<IndexFiles>(chunks, directory, "served")));
  std::vector<std::string> parcels;
  std::size_t bytes = 0;
  for (const auto& [file, chunk] : chunks->asked()) {
    const std::string packed = pack_chunk(chunks->view(file, chunk));
    if (bytes + packed.size() > kMostOpeningBytes) continue;
    bytes += packed.size();
    if (parcels.empty() || parcels.back().size() + packed.size() > kParcelBytes)
      parcels.emplace_back();
    append_together(parcels.back(), file, chunk, packed);
  }
  return parcels;
}

// Xapian's replication writes to its copy, and for that wants every table to have a file.
std::string term_lists(const std::string& served) {
  return fmt::format("{}/termlist.glass", served);
}

void write_database(const std::string& path, const std::string& folder,
                    const Generation& generation, const std::string& current) {
  ServedDirectory directory = directory_of(folder, generation, current);
  const auto chunks = std::make_shared<LocalChunks>(folder, directory);
  DirectWriter writer(path);
  for (std::uint32_t file = 0; file < directory.files.size(); ++file) {
    for (std::uint32_t chunk = 0; chunk < directory.files[file].chunks(); ++chunk)
      writer.add_metadata(chunk_key(file, chunk), pack_chunk(chunks->view(file, chunk)));
  }
  const std::vector<std::string> parcels = opening_parcels(chunks, directory);
  directory.openings = static_cast<std::uint32_t>(parcels.size());
  writer.add_metadata(kDirectoryKey, encode_directory(directory));
  for (std::uint32_t i = 0; i < directory.openings; ++i)
    writer.add_metadata(opening_key(i), parcels[i]);
  writer.finish();
  if (!fs::exists(term_lists(path))) write_file(term_lists(path), "");
  sync_folder(path);
}

// The old one, if there is any, is then what `from` was.
void exchange_folders(const std::string& from, const std::string& to) {
  const unsigned flags = fs::exists(to) ? RENAME_EXCHANGE : 0;
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0) return;
  // Not every file system can exchange; then there is none for a moment.
  fs::remove_all(to);
  if (::rename(from.c_str(), to.c_str()) != 0) throw_io_error("cannot replace", to);
}

std::string served_folder(const IndexLayout& layout) {
  return fmt::format("{}/{}", layout.folder, kServedFolder);
}

std::string stub_file(const IndexLayout& layout) {
  return fmt::format("{}/{}", layout.folder, kStubFile);
}

// Of which state of the index the copy in a folder is; empty where there is none that can be read.
std::string state_of(const std::string& served) {
  try {
    const PostingsReader database(served);
    return parse_directory(database.metadata(kDirectoryKey), served).state;
  } catch (const Error&) {
    return {};
  }
}

// Generations of several builds have the same name. Where CURRENT is damaged, there is nothing else
// to go by.
bool is_state_of(const std::string& state, const IndexLayout& layout,
                 const Generation& generation) {
  const auto pointer = parse_current(state);
  if (!pointer || pointer->generation != generation.name) return false;
  auto current = next_current(layout.folder);
  if (!current) current = try_read_file(layout.current());
  const auto present = current ? parse_current(*current) : std::nullopt;
  return !present || present->generation != generation.name || state == *current;
}

Generation generation_of(const IndexLayout& layout, const std::string& current) {
  const auto pointer = parse_current(current);
  if (!pointer) throw_damaged(layout.current());
  const std::string path = layout.manifest(pointer->generation);
  return parse_generation(read_whole_file(path), path);
}

std::string stub_text(const Generation& generation) {
  std::string text = fmt::format("glass {}\n", kServedFolder);
  for (const GenerationSegment& segment : generation.segments)
    text += fmt::format("glass {}/postings\n", segment.name);
  return text;
}

}  // namespace

// Keys ascend as the parcels and chunks do.
std::string opening_key(std::uint32_t parcel) {
  return fmt::format("{}{:08x}", kOpeningKeys, parcel);
}

std::string chunk_key(std::uint32_t file, std::uint32_t chunk) {
  return fmt::format("chunk-{:08x}-{:08x}", file, chunk);
}

bool has_served_copy(const IndexLayout& layout) {
  std::error_code ignored;
  return fs::exists(stub_file(layout), ignored);
}

void prepare_served_copy(const IndexLayout& layout, const std::string& current) {
  remove_prepared_copy(layout);
  const Generation generation = generation_of(layout, current);
  write_database(temporary_path(served_folder(layout)), layout.folder, generation, current);
  write_file(temporary_path(stub_file(layout)), stub_text(generation));
}

// What was prepared may be in its place already, and what was there in that of what was prepared:
// so each says of which state it is.
void put_served_copy_in_place(const IndexLayout& layout, const std::string& current) {
  const std::string served = served_folder(layout);
  const std::string next = temporary_path(served);
  if (state_of(served) != current) {
    if (state_of(next) != current) prepare_served_copy(layout, current);
    exchange_folders(next, served);
  }
  put_file_in_place(stub_file(layout), stub_text(generation_of(layout, current)));
}

void write_served_copy(const IndexLayout& layout, const std::string& current) {
  prepare_served_copy(layout, current);
  exchange_folders(temporary_path(served_folder(layout)), served_folder(layout));
  put_served_copy_in_place(layout, current);
  sync_folder(layout.folder);
  remove_prepared_copy(layout);
}

std::vector<std::string> served_problems(const IndexLayout& layout, const Generation& generation) {
  const std::string served = served_folder(layout);
  const std::string stub = stub_file(layout);
  std::vector<std::string> problems;
  try {
    PostingsReader::check(served);
    if (!fs::exists(term_lists(served))) throw_damaged(term_lists(served), "it is missing");
    if (!is_state_of(state_of(served), layout, generation))
      throw_damaged(served, "it is no copy of the present state");
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  if (try_read_file(stub) != stub_text(generation))
    problems.push_back(fmt::format("{} is damaged or missing", stub));
  return problems;
}

void remove_prepared_copy(const IndexLayout& layout) {
  std::error_code ignored;
  fs::remove_all(temporary_path(served_folder(layout)), ignored);
  fs::remove(temporary_path(stub_file(layout)), ignored);
}

}  // namespace newsdex
