// Measures how well names are found.
#pragma once

#include <span>
#include <string>

namespace newsdex::evaluation {

/// `evaluate entities [--model FILE] [--errors] [--confidences] FILE...`: strict precision, recall
/// and F1 by class over labelled files, in columns or with marks; prints to standard output.
/// Returns the exit status; throws Error for what cannot be read.
int evaluate_entities(std::span<const std::string> arguments);

}  // namespace newsdex::evaluation
