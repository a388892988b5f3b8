// The terms of labels, such as the name of a source. They are few, and come again in article after
// article: each is analysed once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "newsdex/analyzer.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// Not to be shared among threads.
class LabelTerms {
 public:
  /// The term of a label of a field (analysis/terms.hpp, label_term) as articles have it. Lives
  /// until the next call.
  const std::string& of(Field field, std::string_view label, Analyzer& analyzer);

 private:
  std::unordered_map<std::string, std::string> terms_;  // by the field's name and the label
  std::string wanted_;
};

}  // namespace newsdex
