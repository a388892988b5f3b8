#include "indexing/label_terms.hpp"

#include "analysis/terms.hpp"

namespace newsdex {
namespace {

// Where each article has a source of its own, none is worth being remembered.
constexpr std::size_t kMostLabels = 4096;

}  // namespace

const std::string& LabelTerms::of(Field field, std::string_view label, Analyzer& analyzer) {
  wanted_ = spec(field).name;
  wanted_ += ':';
  wanted_ += label;
  const auto known = terms_.find(wanted_);
  if (known != terms_.end()) return known->second;
  if (terms_.size() == kMostLabels) terms_.clear();
  return terms_[wanted_] = label_term(field, name_key(analyzer, label));
}

}  // namespace newsdex
