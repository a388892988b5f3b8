// What is thrown where a shard on another machine does not answer.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "newsdex/error.hpp"

namespace newsdex {

/// Caught where a search goes on with the other shards; else it ends a run like any Error.
class ShardLost : public Error {
 public:
  /// `shard` is the name by which the search knows it.
  /// `found_out_in` is how long it took to find out.
  ShardLost(std::string shard, const std::string& reason,
            std::chrono::steady_clock::duration found_out_in)
      : Error(ErrorCode::io, fmt::format("shard {} does not answer: {}", shard, reason),
              "is xapian-tcpsrv running there, and the way to it open?"),
        shard_(std::move(shard)),
        reason_(reason),
        found_out_in_(found_out_in) {}

  [[nodiscard]] const std::string& shard() const { return shard_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] std::chrono::steady_clock::duration found_out_in() const { return found_out_in_; }

 private:
  std::string shard_;
  std::string reason_;
  std::chrono::steady_clock::duration found_out_in_;
};

/// A shard answers, but with another state of its index than what was read of it so far: all is to
/// be read anew.
class ShardChanged : public Error {
 public:
  explicit ShardChanged(const std::string& shard)
      : Error(ErrorCode::bad_index,
              fmt::format("shard {} was written anew during the search", shard), "search again") {}
};

}  // namespace newsdex
