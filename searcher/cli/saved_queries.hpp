// Queries that a user has saved by name: a line each, `name = query`, in a plain file of the
// user's, $XDG_CONFIG_HOME/newsdex/queries or ~/.config/newsdex/queries (XDG Base Directory
// Specification). Other lines are the user's own and stay; blank ones and those that begin with `#`
// are meant to be none, of the rest faults() tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "newsdex/query.hpp"

namespace newsdex {

/// Whether a query may be called so: by letters, digits, `-`, `_` and `.`.
bool may_be_query_name(std::string_view name);

class SavedQueryFile {
 public:
  /// The user's. Without a home there is none: then it has no queries and none can be saved.
  SavedQueryFile();
  explicit SavedQueryFile(std::string path) : path_(std::move(path)) {}

  /// None where there is no such file. Throws Error{io} when it cannot be read.
  [[nodiscard]] SavedQueries read() const;

  /// "PATH:LINE: why" of each line that can be no query, though it is no comment, and of each that
  /// another of its name replaces. Throws Error{io} when the file cannot be read.
  [[nodiscard]] std::vector<std::string> faults() const;

  /// Replaces the query of this name, or adds it. Throws Error{usage} for a name of other than
  /// letters, digits, `-`, `_` and `.`; Error{io} when the file cannot be written.
  void save(std::string_view name, std::string_view query) const;

  /// False if there is no query of this name. Throws Error{io}.
  [[nodiscard]] bool remove(std::string_view name) const;

 private:
  [[nodiscard]] std::string content() const;
  void replace(std::string_view content) const;

  std::string path_;
};

}  // namespace newsdex
