#include "newsdex/error.hpp"

namespace newsdex {

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::locked:
      return 75;
    case ErrorCode::interrupted:
      return 130;
    default:
      return 2;
  }
}

}  // namespace newsdex
