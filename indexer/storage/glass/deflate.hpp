// Tags of glass tables may be deflated: a raw deflate stream, without zlib's head and sum.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct z_stream_s;

namespace newsdex::glass {

/// No tag may inflate to more: it keeps a damaged or a hostile file from exhausting memory.
inline constexpr std::size_t kMaxInflatedBytes = std::size_t{1} << 29;

/// Deflates one string after the other, at the fastest level.
class Deflater {
 public:
  Deflater();

  /// The deflated bytes, until the next call; nothing if they would be no fewer than before.
  std::optional<std::string_view> deflate(std::string_view bytes);

 private:
  std::unique_ptr<z_stream_s, void (*)(z_stream_s*)> stream_;
  std::string out_;
};

/// Nothing if `bytes` are no whole deflate stream or inflate to more than kMaxInflatedBytes.
std::optional<std::vector<char>> inflate_bytes(std::string_view bytes);

}  // namespace newsdex::glass
