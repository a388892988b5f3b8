// What is wrong with a name list, and where.
#pragma once

#include <string>
#include <string_view>

namespace newsdex {

/// Throws Error{bad_name_list} with the message "FILE:LINE: MESSAGE"; without the line if it is 0.
[[noreturn]] void fail_name_list(std::string_view file, int line, std::string_view message,
                                 std::string hint = {});

/// Text of a list as messages quote it: cut when long.
std::string quoted(std::string_view text);

}  // namespace newsdex
