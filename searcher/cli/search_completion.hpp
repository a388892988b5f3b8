// What completes a command line of newsdex-search: options, fields, and the names in the index.
#pragma once

#include <span>
#include <string>

#include "terminal/completion.hpp"

namespace newsdex {

/// What may stand for the last of the words after the program's name. Names come from the index
/// that the words or the environment name; without one there are none.
Completion search_completion(std::span<const std::string> words);

}  // namespace newsdex
