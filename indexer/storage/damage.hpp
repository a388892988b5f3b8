// How files of an index are reported as damaged.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "newsdex/error.hpp"
#include "storage/index_files.hpp"

namespace newsdex {

/// What can be done about a damaged file of an index.
inline constexpr const char* kDamageHint =
    "newsdex-index check --repair makes it anew from what is left; else build the index again";

/// The same once a repair was tried.
inline constexpr const char* kBeyondRepairHint =
    "nothing is left that it could be made from; build the index again: newsdex-index build "
    "SOURCE... --db DIR";

/// The same of shards, of which none can be made anew without the others.
inline constexpr const char* kShardDamageHint =
    "newsdex-index check --repair makes `served/` and small files of a shard anew; else build all "
    "shards anew: newsdex-index build SOURCE... --shards N --db DIR";
inline constexpr const char* kShardBeyondRepairHint =
    "no shard can be made anew without the others; build all anew: newsdex-index build SOURCE... "
    "--shards N --db DIR";

/// A file of an index is damaged, which a repair may mend.
class Damage : public Error {
 public:
  /// `path` is where the damage is, and tells whose it is.
  Damage(std::string path, const std::string& message)
      : Error(ErrorCode::bad_index, message, kDamageHint), path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Throws Damage: "PATH is damaged", and ": WHAT" if that is not empty.
[[noreturn]] void throw_damaged(std::string_view path, std::string_view what = {});

/// What `open` makes of a file. That an index lacks a file, or has something else in its place, is
/// damage, unlike other reasons why one cannot be opened.
template <typename Open>
auto open_part(const FilePlace& place, Open&& open) {
  try {
    return open(place);
  } catch (const Error& error) {
    std::error_code ignored;
    if (error.code() != ErrorCode::io || !place.is_here()) throw;
    const auto status = std::filesystem::status(place.path(), ignored);
    if (std::filesystem::is_regular_file(status)) throw;
    throw_damaged(place.path(),
                  std::filesystem::exists(status) ? "it is no regular file" : "it is missing");
  }
}

}  // namespace newsdex
