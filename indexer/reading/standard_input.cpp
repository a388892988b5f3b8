#include "reading/standard_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <istream>

#include "reading/format.hpp"
#include "reading/view_buffer.hpp"
#include "reading/waiting_input.hpp"

namespace newsdex {
namespace {

// How a zip archive, and so a book in EPUB, begins.
constexpr std::string_view kZip = "PK\x03\x04";

void read_zip(WaitingInput& input, const std::string& path, const ReadOptions& options,
              const ArticleHandlers& handlers) {
  const std::string bytes = read_rest(input, options.limits.max_text_bytes);
  if (bytes.size() > options.limits.max_text_bytes) {
    const std::string limit = size_in_words(options.limits.max_text_bytes);
    return handlers.error({path, 0,
                           fmt::format("a zip archive larger than the limit of {} "
                                       "(--max-file-size): give it as a file",
                                       limit)});
  }
  read_text(bytes, path, options, handlers);
  if (!input.error().empty()) handlers.error({path, 0, input.error()});
}

}  // namespace

void read_standard_input(const ReadOptions& options, bool any_format, const std::atomic<bool>* stop,
                         const ArticleHandlers& handlers) {
  const std::string path(kStandardInputPath);
  WaitingInput input(STDIN_FILENO, stop);
  const bool is_lines = options.format == "jsonl" || (options.format.empty() && !any_format);
  if (is_lines) {
    std::istream in(&input);
    read_json_lines(in, path, options, handlers);
    if (!input.error().empty()) handlers.error({path, 0, input.error()});
  } else if (input.peek().starts_with(kZip)) {
    read_zip(input, path, options, handlers);
  } else {
    read_bytes(input, path, options, handlers);
  }
}

}  // namespace newsdex
