// What is done to arguments as they were typed before CLI11 reads them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace newsdex {

/// In the order of TimelineUnit.
inline constexpr std::array<std::string_view, 4> kTimelineUnits = {"year", "month", "week", "day"};

/// Why a word is no unit of a timeline, with the nearest one; empty for a unit.
std::string refuse_unit(const std::string& word);

/// Why a word is no whole number from 0 on; empty for one. CLI11 takes `-1` for the largest number.
std::string refuse_count(const std::string& word);

/// Why a word is no number of seconds; empty for a number of them. Ranges of CLI11 take `nan`.
std::string refuse_seconds(const std::string& word);

/// `--timeline week` as `--timeline=week`: CLI11 takes the value of a flag after "=" alone, and a
/// unit that stands after a space would be searched for. So would a misspelt one, which is joined
/// as well, to be refused. No option follows after "--".
std::vector<std::string> with_timeline_units(std::vector<std::string> arguments);

/// Splits at white space outside of double or single quotes, which are dropped: enough for names
/// with spaces.
std::vector<std::string> split_arguments(std::string_view text);

/// `-platform:gap` leaves out articles, as it does within one argument: what begins with a minus
/// sign and is none of our options is a NOT of the query. A space before it hides it from CLI11.
void hide_exclusions(const CLI::App& app, std::vector<std::string>& arguments);

/// The first argument like `-x` that is no option. It is left to be refused: a slip of the pen is
/// more likely than a word of one letter that is to be left out.
std::string lone_letter(const CLI::App& app, std::vector<std::string> arguments);

}  // namespace newsdex
