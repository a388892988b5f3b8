// The parts of an article that say who made it: bylines, photo credits, agencies.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "newsdex/entity_recognizer.hpp"

namespace newsdex {

/// Lines like "By Jane Doe" and "Photo Credit: AFP", sentences like "Reporting by Jane Doe; editing
/// by Joe Roe" and "Jane Doe in Paris contributed to this report", what stands in brackets like
/// "(AP Photo/Jane Doe)", and agencies: in a dateline, "TEHRAN (AFP) -", and in brackets behind the
/// last sentence of a line. Ascending; they do not overlap.
std::vector<CreditSpan> credit_spans(std::string_view body);

/// Whether bytes [begin, end) lie within one of `spans`, which ascend.
bool is_credited(const std::vector<CreditSpan>& spans, std::uint32_t begin, std::uint32_t end);

}  // namespace newsdex
