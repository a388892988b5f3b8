// The words of an article, as its stored text has them.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "newsdex/analyzer.hpp"
#include "newsdex/article.hpp"

namespace newsdex {

/// How often each stem stands in title and body, function words and boilerplate left out.
std::map<std::string, std::uint32_t> count_stems(const Article& article, Analyzer& analyzer);

}  // namespace newsdex
