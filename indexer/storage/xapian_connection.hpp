// A connection to one of Xapian's servers, used for the metadata of what it serves.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace newsdex {

/// A connection that cannot be made or is no longer of use.
struct ConnectionFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// For one thread at a time.
class XapianConnection {
 public:
  /// Throws ConnectionFailure, also when an answer takes longer than `timeout`, as do the other
  /// functions.
  XapianConnection(const std::string& host, std::uint16_t port, std::chrono::milliseconds timeout);
  ~XapianConnection();
  XapianConnection(XapianConnection&&) noexcept;
  XapianConnection& operator=(XapianConnection&&) noexcept;

  /// What is kept under a key; empty if nothing.
  std::string metadata(const std::string& key);

 private:
  struct Remote;
  std::unique_ptr<Remote> remote_;
};

}  // namespace newsdex
