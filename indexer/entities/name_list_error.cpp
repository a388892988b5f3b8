#include "entities/name_list_error.hpp"

#include <fmt/format.h>

#include "newsdex/error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxQuotedBytes = 60;

}  // namespace

void fail_name_list(std::string_view file, int line, std::string_view message, std::string hint) {
  const std::string place = line > 0 ? fmt::format("{}:{}", file, line) : std::string(file);
  throw Error(ErrorCode::bad_name_list, fmt::format("{}: {}", place, message), std::move(hint));
}

std::string quoted(std::string_view text) {
  const std::string_view cut = cut_to_bytes(text, kMaxQuotedBytes);
  return fmt::format("`{}{}`", cut, cut.size() < text.size() ? "…" : "");
}

}  // namespace newsdex
