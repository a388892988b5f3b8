// Lines of an article that are not about its news: cookie notices, "Read more", share buttons,
// credits of photographs, tails of agencies.
#pragma once

#include <string_view>
#include <vector>

#include "newsdex/article.hpp"

namespace newsdex {

/// The stretches of `body` that boilerplate.txt has patterns for, ascending and apart: whole lines
/// without their ends, and brackets within lines.
std::vector<ByteRange> find_boilerplate(std::string_view body);

}  // namespace newsdex
