// Xapian's own ways: of writing and checking a glass database, and of asking one of its servers for
// the metadata of what it serves. Only here is Xapian's library used.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "storage/postings_writer.hpp"

namespace newsdex {

/// As make_postings_writer(). Keeps everything in memory until finish().
std::unique_ptr<PostingsWriter> make_xapian_writer(const std::string& path);

/// Lets Xapian walk the database. Throws Error{bad_index} for what it finds inconsistent.
void check_with_xapian(const std::string& path);

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
