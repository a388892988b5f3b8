#include "storage/segment.hpp"

#include <fmt/format.h>

#include <utility>

#include "storage/damage.hpp"

namespace newsdex {

std::string postings_path(const std::string& segment) {
  return segment + "/postings";
}
std::string articles_path(const std::string& segment) {
  return segment + "/articles";
}
std::string positions_path(const std::string& segment) {
  return segment + "/positions";
}
std::string columns_path(const std::string& segment) {
  return segment + "/columns";
}

Segment::Segment(std::string segment_path)
    : path(std::move(segment_path)),
      postings(postings_path(path)),
      articles(articles_path(path)),
      positions(positions_path(path)),
      columns(columns_path(path)) {
  if (postings.articles() != columns.articles() || articles.articles() != columns.articles()) {
    throw_damaged(path, fmt::format("{} articles in its postings, {} stored, {} in its columns",
                                    postings.articles(), articles.articles(), columns.articles()));
  }
}

}  // namespace newsdex
