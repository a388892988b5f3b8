#include "storage/segment.hpp"

#include <fmt/format.h>

#include <utility>

#include "storage/damage.hpp"

namespace newsdex {

namespace {

constexpr std::string_view kPostings = "postings";
constexpr std::string_view kArticles = "articles";
constexpr std::string_view kPositions = "positions";

}  // namespace

std::string postings_path(const std::string& segment) {
  return fmt::format("{}/{}", segment, kPostings);
}
std::string articles_path(const std::string& segment) {
  return fmt::format("{}/{}", segment, kArticles);
}
std::string positions_path(const std::string& segment) {
  return fmt::format("{}/{}", segment, kPositions);
}
std::string columns_path(const std::string& segment) {
  return fmt::format("{}/{}", segment, kColumnsFile);
}

Segment::Segment(const FilePlace& folder)
    : path(folder.path()),
      postings(folder / kPostings),
      articles(folder / kArticles),
      positions(folder / kPositions),
      columns(folder / kColumnsFile) {
  if (postings.articles() != columns.articles() || articles.articles() != columns.articles()) {
    throw_damaged(path, fmt::format("{} articles in its postings, {} stored, {} in its columns",
                                    postings.articles(), articles.articles(), columns.articles()));
  }
}

}  // namespace newsdex
