#include "reading/article_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "reading/encoding.hpp"
#include "reading/regular_file.hpp"
#include "reading/text_format.hpp"
#include "reading/view_buffer.hpp"

namespace newsdex {
namespace {

struct TextFormat {
  bool (*looks_right)(std::string_view text, const std::string& path);
  void (*read)(const TextInput& input);
};

// The first that looks right reads the text.
constexpr std::array kFormats = {
    TextFormat{looks_like_name_list, read_name_list},
    TextFormat{looks_like_json_lines, read_json_lines_text},
    TextFormat{looks_like_json_document, read_json_document},
    TextFormat{looks_like_front_matter, read_front_matter_text},
    TextFormat{looks_like_wire_dump, read_wire_dump},
    TextFormat{looks_like_plain_text, read_plain_text},
};

// JSON Lines are told by their raw bytes, so that they can be read without being held. Zero bytes
// mean UTF-16, which must be decoded first.
bool is_streamable(std::string_view beginning, const std::string& path) {
  const bool zeros = beginning.substr(0, 4).find('\0') != std::string_view::npos;
  const bool utf16 = beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
  return !zeros && !utf16 && looks_like_json_lines(beginning, path);
}

std::string too_large(const ReadLimits& limits) {
  return fmt::format("larger than the limit of {}", size_in_words(limits.max_text_bytes));
}

/// What is left of the stream, but no more than shows that it is beyond the limit.
std::string read_rest(std::istream& in, std::uint64_t limit) {
  constexpr std::uint64_t kFirstStep = 1U << 16U;
  std::string bytes;
  while (in && bytes.size() <= limit) {
    const std::size_t before = bytes.size();
    const std::uint64_t step = std::max<std::uint64_t>(kFirstStep, before);
    bytes.resize(before + std::min(step, limit - before + 1));
    in.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

}  // namespace

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = 1U << 20U;
  return bytes >= kMebibyte && bytes % kMebibyte == 0 ? fmt::format("{} MiB", bytes / kMebibyte)
                                                      : fmt::format("{} bytes", bytes);
}

std::uint32_t saturate(std::uint64_t value) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(value, kMost));
}

void read_file(const SourceFile& file, const ReadLimits& limits, const ArticleHandlers& handlers) {
  const ArticleHandlers shown{
      handlers.article, [&](const ReadError& error) {
        handlers.error({file.display, error.line, error.reason, error.unopened});
      }};
  auto opened = RegularFile::open(file.path);
  if (!opened) return shown.error({file.path, 0, opened.error(), true});
  FileBuffer buffer(*opened);
  std::istream in(&buffer);
  if (is_streamable(buffer.peek(), file.path)) {
    read_json_lines(in, file.path, limits, shown);
  } else if (const std::string bytes = read_rest(in, limits.max_text_bytes);
             buffer.error().empty()) {
    read_text(bytes, file.path, limits, shown);
  }
  if (!buffer.error().empty()) shown.error({file.path, 0, buffer.error(), true});
}

void read_text(std::string_view bytes, const std::string& path, const ReadLimits& limits,
               const ArticleHandlers& handlers) {
  if (is_streamable(bytes, path)) {
    return read_json_lines_text({bytes, path, limits, handlers});
  }
  if (bytes.size() > limits.max_text_bytes) return handlers.error({path, 0, too_large(limits)});
  const auto decoded = decode_text(bytes);
  if (!decoded) return handlers.error({path, 0, decoded.error()});
  const TextInput input{decoded->text, path, limits, handlers};
  for (const TextFormat& format : kFormats) {
    if (format.looks_right(input.text, path)) return format.read(input);
  }
}

}  // namespace newsdex
