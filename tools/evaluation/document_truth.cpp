#include "document_truth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace newsdex::evaluation {
namespace {

// Cuts off and returns what stands before the next separator.
std::string_view take_until(std::string_view& rest, std::string_view separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + separator.size(), rest.size()));
  return part;
}

ExpectedNames read_names(std::string_view cell) {
  ExpectedNames names;
  while (!cell.empty()) {
    const std::string_view name = take_until(cell, "; ");
    if (name.starts_with('?')) {
      names.optional.emplace(name.substr(1));
    } else {
      names.required.emplace(name);
    }
  }
  return names;
}

DocumentTruth read_row(std::string_view row) {
  if (std::count(row.begin(), row.end(), '\t') != 2) {
    throw std::runtime_error(fmt::format("not three columns: {}", row));
  }
  DocumentTruth truth;
  std::string_view place = take_until(row, "\t");
  truth.path = take_until(place, "#");
  std::from_chars(place.data(), place.data() + place.size(), truth.article);
  truth.actors = read_names(take_until(row, "\t"));
  truth.platforms = read_names(row);
  return truth;
}

}  // namespace

std::string DocumentTruth::label() const {
  return article == 0 ? path : fmt::format("{}#{}", path, article);
}

std::vector<DocumentTruth> read_document_truths(std::string_view table) {
  std::vector<DocumentTruth> truths;
  while (!table.empty()) {
    const std::string_view row = take_until(table, "\n");
    if (!row.empty() && !row.starts_with('#')) truths.push_back(read_row(row));
  }
  return truths;
}

}  // namespace newsdex::evaluation
