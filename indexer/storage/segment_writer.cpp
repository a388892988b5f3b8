#include "storage/segment_writer.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "newsdex/error.hpp"
#include "storage/segment.hpp"

namespace newsdex {

std::string create_segment_folder(std::string path) {
  std::error_code error;
  std::filesystem::create_directory(path, error);
  if (error) throw Error(ErrorCode::io, fmt::format("cannot make {}: {}", path, error.message()));
  return path;
}

SegmentWriter::SegmentWriter(std::string path, std::string name, const SegmentOptions& options)
    : path_(create_segment_folder(std::move(path))),
      info_{std::move(name), 0, 0},
      options_(options),
      postings_(make_postings_writer(options_.writer, postings_path(path_))),
      articles_(articles_path(path_)),
      inversion_(terms_) {}

void SegmentWriter::add(const IndexDocument& document) {
  postings_->store({});
  articles_.add(document.stored);
  inversion_.add(document.terms);
  columns_.add(document);
  ++info_.articles;
  info_.tokens += document.length;
}

SegmentInfo SegmentWriter::finish(const std::function<void()>& step) {
  articles_.finish();
  PositionFileWriter positions(positions_path(path_));
  inversion_.write(*postings_, positions, options_.xapian_tables, step);
  positions.finish();
  postings_->finish();
  columns_.write(columns_path(path_));
  sync_folder(path_);
  return info_;
}

}  // namespace newsdex
