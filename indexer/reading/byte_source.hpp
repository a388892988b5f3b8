// Where a reader's bytes come from: a file, memory, a member of an archive.
#pragma once

#include <streambuf>
#include <string>
#include <string_view>

namespace newsdex {

/// How much of its beginning a source shows, unless it is shorter. A tar archive is known by bytes
/// 257 to 262, a table by its first lines.
inline constexpr std::size_t kPeekBytes = std::size_t{64} << 10;

/// A stream whose beginning can be looked at, and that says in words why it ended early. Sources
/// that can seek (pubseekoff) let archives be read by their directory.
class ByteSource : public std::streambuf {
 public:
  /// What the stream is about to give, without taking it: kPeekBytes of it at the least, or all.
  /// To be called before anything was read.
  virtual std::string_view peek() = 0;

  /// Why the stream ended before its end; empty unless it did.
  [[nodiscard]] virtual const std::string& error() const = 0;
};

}  // namespace newsdex
