// The words that types and rules are called by, in the order of their enumerators.
#pragma once

#include <array>
#include <string_view>

namespace newsdex {

inline constexpr std::array<std::string_view, 4> kEntityTypeWords = {"person", "platform",
                                                                     "organisation", "place"};

inline constexpr std::array<std::string_view, 6> kMentionRuleWords = {
    "name", "alias", "surname", "unique-surname", "role", "discovered"};

}  // namespace newsdex
