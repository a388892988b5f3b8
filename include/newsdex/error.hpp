// The one error type of newsdex.
//
// An Error ends a run: it is thrown where the trouble is found and caught once, in `main`, which
// prints the message and the hint and returns the exit status. What a run is expected to meet (an
// unreadable article, a malformed query) is a value instead: see ReadError and QueryError.
#pragma once

#include <stdexcept>
#include <string>

namespace newsdex {

enum class ErrorCode {
  usage,          // the command line is wrong
  query,          // the query or a filter cannot be understood
  io,             // the operating system refused a read or a write
  no_index,       // there is no index at the given place
  no_shard,       // none of an index's shards answers
  bad_index,      // the index is damaged, or of a version this program does not know
  bad_name_list,  // a gazetteer file cannot be used
  locked,         // another process is writing to the index
  interrupted,    // the user asked to stop
};

/// Exit status of programs for `code`: 75 for `locked`, 130 for `interrupted`, 2 otherwise.
int exit_status(ErrorCode code);

/// What went wrong (`what()`), and what the user can do about it (`hint()`, may be empty).
/// Both are plain UTF-8 and may quote untrusted text: escape its control characters before a
/// terminal gets them.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace newsdex
