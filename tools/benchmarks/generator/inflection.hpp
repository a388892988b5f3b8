// English endings, so that words come in forms that stemming brings together.
#pragma once

#include <string>
#include <string_view>

namespace newsdex::benchmarks {

/// Plural of a noun, and third person of a verb: ban/bans, match/matches, city/cities.
std::string with_s(std::string_view word);

/// ban/banned, order/ordered, move/moved, deny/denied.
std::string with_ed(std::string_view word);

/// ban/banning, move/moving, deny/denying.
std::string with_ing(std::string_view word);

/// legal/legally, public/publicly, happy/happily, able/ably.
std::string with_ly(std::string_view word);

/// The first letter, if ASCII, in upper case.
std::string capitalised(std::string_view word);

}  // namespace newsdex::benchmarks
