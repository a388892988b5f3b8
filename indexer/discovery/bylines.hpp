// The parts of an article that say who made it: bylines, photo credits, agencies.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsdex::discovery {

/// Bytes [begin, end) of a text.
struct CreditSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Lines like "By Jane Doe" and "Photo Credit: AFP", what stands in brackets like "(Reporting by
/// ...)", and the agency of a dateline, "TEHRAN (AFP) -". Ascending.
std::vector<CreditSpan> credit_spans(std::string_view body);

}  // namespace newsdex::discovery
