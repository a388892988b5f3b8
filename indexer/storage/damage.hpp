// How files of an index are reported as damaged.
#pragma once

#include <string_view>

namespace newsdex {

/// Throws Error{bad_index}: "PATH is damaged: WHAT", with the hint what to do about it.
[[noreturn]] void throw_damaged(std::string_view path, std::string_view what);

}  // namespace newsdex
