#include "storage/damage.hpp"

#include <fmt/format.h>

namespace newsdex {

bool is_damage(const Error& error) {
  return error.code() == ErrorCode::bad_index && error.hint() == kDamageHint;
}

void throw_damaged(std::string_view path, std::string_view what) {
  throw Error(ErrorCode::bad_index, fmt::format("{} is damaged: {}", path, what), kDamageHint);
}

}  // namespace newsdex
