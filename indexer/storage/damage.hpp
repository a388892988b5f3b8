// How files of an index are reported as damaged.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "newsdex/error.hpp"
#include "storage/index_files.hpp"

namespace newsdex {

/// What can be done about a damaged file of an index.
inline constexpr const char* kDamageHint =
    "newsdex-index check --repair makes it anew from what is left; else build the index again";

/// Throws Error{bad_index}: "PATH is damaged: WHAT", with the hint what to do about it.
[[noreturn]] void throw_damaged(std::string_view path, std::string_view what);

/// What `open` makes of a file. That an index lacks a file is damage, unlike other reasons
/// why one cannot be opened.
template <typename Open>
auto open_part(const FilePlace& place, Open&& open) {
  try {
    return open(place);
  } catch (const Error& error) {
    std::error_code ignored;
    const bool is_damage = error.code() == ErrorCode::io && place.is_here() &&
                           !std::filesystem::exists(place.path(), ignored);
    if (!is_damage) throw;
    throw_damaged(place.path(), "it is missing");
  }
}

}  // namespace newsdex
