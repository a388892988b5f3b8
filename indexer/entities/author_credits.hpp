// Where an article speaks of its author as who wrote it.
#pragma once

#include <string_view>
#include <vector>

#include "newsdex/entity_recognizer.hpp"

namespace newsdex {

/// The author's names where they stand alone in a line, or are said to report: "Jane Doe reports
/// from Paris", "Jane Doe is a correspondent". Told of otherwise, they act. `author` may hold
/// several names ("Jane Doe and Joe Roe, Reuters"); of one word they are none. Added to `spans`,
/// which are ascending afterwards, too.
void add_author_credits(std::string_view body, std::string_view author,
                        std::vector<CreditSpan>& spans);

}  // namespace newsdex
