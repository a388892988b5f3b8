// What a written date may mean.
#pragma once

#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

/// All dates that parse_date could read `text` as: two for "04/05/2018", one where a weekday before
/// it decides, none for what is no date.
std::vector<PartialDate> date_readings(std::string_view text);

}  // namespace newsdex
