// How well time expressions are found and understood.
#pragma once

#include <span>
#include <string>

namespace newsdex::evaluation {

/// Tags TimeML files and prints strict, relaxed and value F1 as the scorer of TempEval-3 defines
/// them (UzZaman et al. 2013): an expression counts strictly with its very extent, relaxed with one
/// that overlaps; value F1 counts those that overlap and have the right value. With `list`, every
/// difference is printed too, a line each. Returns the exit status.
int evaluate_dates(std::span<const std::string> files, bool list);

}  // namespace newsdex::evaluation
