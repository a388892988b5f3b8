#include "entities/handles.hpp"

#include <string_view>

namespace newsdex {
namespace {

// Longer addresses are looked at no further back.
constexpr std::size_t kMostJoined = 8;

bool has_space(std::string_view gap) {
  return gap.find_first_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

bool is_handle(const FieldText& text, std::size_t token) {
  // Words that are joined by the sign are one token.
  const auto has_sign = [&](std::size_t i) {
    return text.written(i).find('@') != std::string_view::npos;
  };
  if (has_sign(token)) return true;
  bool in_path = false;
  for (std::size_t i = token, joined = 0; joined < kMostJoined && !text.is_space_before(i);
       --i, ++joined) {
    const std::string_view gap = text.before(i);
    if (gap.ends_with('@')) return true;
    if (i == 0 || has_space(gap)) return false;
    if (has_sign(i - 1)) return true;
    if (in_path && gap == ".") return true;
    in_path = in_path || gap == "/";
  }
  return false;
}

}  // namespace newsdex
