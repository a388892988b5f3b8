#include "storage/glass/deflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace newsdex::glass {
namespace {

// Negative: a raw stream. Its window is the largest one, as inflating has to expect.
constexpr int kRawWindow = -15;

// zlib clears tables of this size before every stream; most tags are a kilobyte or two, for which
// clearing those of the usual size would take longer than deflating.
constexpr int kMemoryLevel = 5;

Bytef* as_input(std::string_view bytes) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

bool fits(std::size_t size) {
  return size <= std::numeric_limits<uInt>::max();
}

struct Inflation {
  z_stream stream = {};

  explicit Inflation(std::string_view bytes) {
    stream.next_in = as_input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    if (inflateInit2(&stream, kRawWindow) != Z_OK) throw std::bad_alloc();
  }
  ~Inflation() { inflateEnd(&stream); }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;
};

}  // namespace

Deflater::Deflater()
    : stream_(new z_stream(), [](z_stream* stream) {
        deflateEnd(stream);
        delete stream;
      }) {
  if (deflateInit2(stream_.get(), Z_BEST_SPEED, Z_DEFLATED, kRawWindow, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

std::optional<std::string_view> Deflater::deflate(std::string_view bytes) {
  if (!fits(bytes.size()) || bytes.empty()) return std::nullopt;
  deflateReset(stream_.get());
  if (out_.size() < bytes.size()) out_.resize(bytes.size());
  stream_->next_in = as_input(bytes);
  stream_->avail_in = static_cast<uInt>(bytes.size());
  stream_->next_out = reinterpret_cast<Bytef*>(out_.data());
  stream_->avail_out = static_cast<uInt>(bytes.size() - 1);
  if (::deflate(stream_.get(), Z_FINISH) != Z_STREAM_END) return std::nullopt;
  return std::string_view(out_).substr(0, stream_->total_out);
}

std::optional<std::vector<char>> inflate_bytes(std::string_view bytes) {
  if (!fits(bytes.size())) return std::nullopt;
  Inflation inflation(bytes);
  z_stream& stream = inflation.stream;
  std::vector<char> out(std::min(std::max<std::size_t>(256, 4 * bytes.size()), kMaxInflatedBytes));
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + stream.total_out);
    stream.avail_out = static_cast<uInt>(out.size() - stream.total_out);
    const int result = inflate(&stream, Z_NO_FLUSH);
    if (result == Z_STREAM_END) break;
    const bool full = stream.avail_out == 0;
    if (result != Z_OK || !full || out.size() == kMaxInflatedBytes) return std::nullopt;
    out.resize(std::min(2 * out.size(), kMaxInflatedBytes));
  }
  out.resize(stream.total_out);
  return out;
}

}  // namespace newsdex::glass
