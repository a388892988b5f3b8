// What labelled articles are known to name.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex::evaluation {

/// Names that an article has, and names that it may be said to have or not.
struct ExpectedNames {
  std::set<std::string> required;
  std::set<std::string> optional;
};

struct DocumentTruth {
  std::string path;      // below the folder that holds corpus/
  unsigned article = 0;  // which of a file of several, from 1; 0 for a file of one
  ExpectedNames actors;
  ExpectedNames platforms;

  [[nodiscard]] std::string label() const;
};

/// The rows of corpus/labelled/articles.tsv, whose head explains the format. Throws
/// std::runtime_error for a row of another shape.
std::vector<DocumentTruth> read_document_truths(std::string_view table);

}  // namespace newsdex::evaluation
