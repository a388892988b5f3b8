#include "reading/article_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "reading/encoding.hpp"
#include "reading/format.hpp"
#include "reading/regular_file.hpp"
#include "reading/view_buffer.hpp"

namespace newsdex {
namespace {

// Zero bytes mean UTF-16, which must be decoded first, or no text at all.
bool may_be_utf16(std::string_view beginning) {
  const bool zeros = beginning.substr(0, 4).find('\0') != std::string_view::npos;
  return zeros || beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
}

// A format that is asked for is that of what archives hold, too: those are unpacked all the same.
bool is_asked_for(const Format& format, const ReadOptions& options) {
  return options.format.empty() || format.is_wrapping || format.name == options.format;
}

bool fits(const Format& format, std::string_view text, const StreamInput& input) {
  if (!is_asked_for(format, input.options)) return false;
  return format.name == input.options.format ||
         format.looks_right(text, {input.path, input.options.mapping, &input.source});
}

// A look elsewhere in the source may have replaced what it showed of its beginning.
const Format* format_by_bytes(const StreamInput& input) {
  const bool utf16 = may_be_utf16(input.source.peek());
  for (const Format& format : formats()) {
    if (!format.by_bytes || (utf16 && !format.is_wrapping)) continue;
    if (fits(format, input.source.peek(), input)) return &format;
  }
  return nullptr;
}

void read_decoded(const std::string& text, const StreamInput& input) {
  for (const Format& format : formats()) {
    if (format.is_wrapping || !fits(format, text, input)) continue;
    if (format.read_text != nullptr) {
      return format.read_text({text, input.path, input.options, input.handlers});
    }
    ViewBuffer buffer(text);
    return format.read_stream({buffer, input.path, input.options, input.handlers, input.around});
  }
}

void read_whole(const StreamInput& input) {
  const ReadLimits& limits = input.options.limits;
  const std::string bytes = read_rest(input.source, limits.max_text_bytes);
  if (!input.source.error().empty()) return;
  const auto fail = [&](std::string reason) {
    input.handlers.error(unread(input.path, 0, std::move(reason)));
  };
  if (bytes.size() > limits.max_text_bytes) return fail(too_large(limits));
  const auto decoded = decode_text(bytes, declared_encoding(bytes));
  if (!decoded) return fail(decoded.error());
  read_decoded(decoded->text, input);
}

}  // namespace

std::string read_rest(ByteSource& source, std::uint64_t limit) {
  constexpr std::uint64_t kFirstStep = 1U << 16U;
  std::string bytes;
  for (bool more = true; more && bytes.size() <= limit;) {
    const std::size_t before = bytes.size();
    const std::uint64_t step = std::max<std::uint64_t>(kFirstStep, before);
    bytes.resize(before + std::min(step, limit - before + 1));
    const auto wanted = static_cast<std::streamsize>(bytes.size() - before);
    const std::streamsize got = source.sgetn(bytes.data() + before, wanted);
    bytes.resize(before + static_cast<std::size_t>(got));
    more = got == wanted;
  }
  return bytes;
}

std::string too_large(const ReadLimits& limits) {
  return fmt::format("larger than the limit of {} (--max-file-size)",
                     size_in_words(limits.max_text_bytes));
}

ReadError unread(const std::string& path, std::uint64_t line, std::string reason) {
  constexpr std::array kBlank = {kNoText, kNoBody, kNoMappedText, kBinaryData};
  const bool blank = std::find(kBlank.begin(), kBlank.end(), reason) != kBlank.end();
  return {path, line, std::move(reason), blank};
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = 1U << 20U;
  return bytes >= kMebibyte && bytes % kMebibyte == 0 ? fmt::format("{} MiB", bytes / kMebibyte)
                                                      : fmt::format("{} bytes", bytes);
}

std::uint32_t saturate(std::uint64_t value) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(value, kMost));
}

void read_source(const StreamInput& input) {
  const Format* format = format_by_bytes(input);
  if (format != nullptr && format->read_stream != nullptr) {
    format->read_stream(input);
  } else {
    read_whole(input);
  }
  const std::string& error = input.source.error();
  if (!error.empty()) input.handlers.error({input.path, 0, error});
}

void read_file(const SourceFile& file, const ReadOptions& options,
               const ArticleHandlers& handlers) {
  const auto take = [&](Article&& article) {
    article.named_folders = file.named_folders;
    handlers.article(std::move(article));
  };
  const ArticleHandlers shown{take, [&](ReadError error) {
                                error.path = file.display;
                                handlers.error(error);
                              }};
  auto opened = RegularFile::open(file.path);
  if (!opened) return shown.error({file.path, 0, opened.error()});
  FileBuffer buffer(*opened);
  read_source({buffer, file.path, options, shown});
}

void read_bytes(ByteSource& source, const std::string& path, const ReadOptions& options,
                const ArticleHandlers& handlers) {
  read_source({source, path, options, handlers});
}

void read_text(std::string_view bytes, const std::string& path, const ReadOptions& options,
               const ArticleHandlers& handlers) {
  ViewBuffer buffer(bytes);
  read_bytes(buffer, path, options, handlers);
}

}  // namespace newsdex
