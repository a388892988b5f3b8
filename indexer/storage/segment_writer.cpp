#include "storage/segment_writer.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "newsdex/error.hpp"
#include "storage/segment.hpp"

namespace newsdex {

void create_segment_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directory(path, error);
  if (error) throw Error(ErrorCode::io, fmt::format("cannot make {}: {}", path, error.message()));
}

SegmentWriter::SegmentWriter(std::string path, std::string name, const SegmentOptions& options,
                             std::span<const std::string> samples)
    : path_(std::move(path)),
      info_{std::move(name), 0, 0},
      options_(options),
      dictionary_(train_dictionary(samples)),
      compressor_(dictionary_),
      inversion_(terms_) {
  create_segment_folder(path_);
  postings_ = make_postings_writer(options_.writer, postings_path(path_));
}

void SegmentWriter::add(const IndexDocument& document) {
  postings_->store(compressor_.compress(document.stored));
  inversion_.add(document.terms);
  columns_.add(document);
  ++info_.articles;
  info_.tokens += document.length;
}

SegmentInfo SegmentWriter::finish() {
  if (!dictionary_.empty()) postings_->add_metadata(kDictionaryKey, dictionary_);
  PositionFileWriter positions(positions_path(path_));
  inversion_.write(*postings_, positions, options_.xapian_tables);
  positions.finish();
  postings_->finish();
  columns_.write(columns_path(path_));
  sync_folder(path_);
  return info_;
}

}  // namespace newsdex
