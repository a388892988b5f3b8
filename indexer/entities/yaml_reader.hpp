// Untrusted YAML to checked values: what the name list needs of YAML, with a file and a line in
// every complaint.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entities/yaml_node.hpp"

namespace newsdex {

/// Reads the nodes of one file. Every function throws Error{bad_name_list} for a node of another
/// shape than it is asked for.
class YamlReader {
 public:
  /// `path` is named in messages and must outlive the reader.
  explicit YamlReader(std::string_view path) : path_(path) {}

  /// The documents of a text. Refuses control characters and ill-formed UTF-8, which no
  /// name holds.
  [[nodiscard]] std::vector<YamlNode> load(std::string_view text) const;

  [[noreturn]] void fail(const YamlNode& node, std::string_view message,
                         std::string hint = {}) const;

  /// A text that is not empty, without white space at its ends. `what` names it in complaints.
  [[nodiscard]] std::string text(const YamlNode& node, std::string_view what) const;

  /// Calls `use` for each element of a list, or once for a node that is no list. None for null.
  static void each(const YamlNode& node, const std::function<void(const YamlNode&)>& use);

  /// Calls `use(key, value)` for each pair of a map, whose keys must be texts and differ.
  void each_pair(const YamlNode& node, std::string_view what,
                 const std::function<void(const YamlNode&, const YamlNode&)>& use) const;

 private:
  std::string_view path_;
};

}  // namespace newsdex
