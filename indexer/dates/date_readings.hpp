// What a written date may mean.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

/// Which part of 04/05/2018 stands first; unknown of what is written otherwise or is the same in
/// both orders.
enum class NumericOrder : std::uint8_t { unknown, month_first, day_first };

struct DateReading {
  PartialDate date;
  NumericOrder order = NumericOrder::unknown;
};

/// All dates that parse_date could read `text` as: two for "04/05/2018", one where a weekday before
/// it decides, none for what is no date.
std::vector<DateReading> date_readings(std::string_view text);

}  // namespace newsdex
