#include "entities/yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entities/name_list_error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;

int line_of_byte(std::string_view text, std::size_t at) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
  return static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

void check_bytes(std::string_view path, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid) {
      fail_name_list(path, line_of_byte(text, at), "not UTF-8", "save the file as UTF-8");
    }
    if (is_control(point.value)) {
      fail_name_list(path, line_of_byte(text, at),
                     fmt::format("control character U+{:04X}", static_cast<unsigned>(point.value)),
                     "remove it");
    }
    at += point.length;
  }
}

}  // namespace

std::vector<YamlNode> YamlReader::load(std::string_view text) const {
  if (text.size() > kMaxFileBytes) {
    fail_name_list(path_, 0, fmt::format("larger than {} MiB", kMaxFileBytes >> 20),
                   "split the list into several files");
  }
  check_bytes(path_, text);
  try {
    return parse_yaml(text);
  } catch (const YamlError& error) {
    fail_name_list(path_, error.line, fmt::format("not YAML: {}", error.what()),
                   "names with `: `, ` #` or a leading sign need quotes");
  }
}

void YamlReader::fail(const YamlNode& node, std::string_view message, std::string hint) const {
  fail_name_list(path_, node.line, message, std::move(hint));
}

std::string YamlReader::text(const YamlNode& node, std::string_view what) const {
  if (node.kind != YamlNode::Kind::scalar)
    fail(node, fmt::format("`{}` must be a text", what), "write one, in quotes if it has signs");
  const std::string_view trimmed = trim_spaces(node.scalar);
  if (trimmed.empty()) {
    fail(node, fmt::format("`{}` is empty", what), "write a text, or remove this");
  }
  return std::string(trimmed);
}

void YamlReader::each(const YamlNode& node, const std::function<void(const YamlNode&)>& use) {
  if (node.kind == YamlNode::Kind::null) return;
  if (node.kind != YamlNode::Kind::sequence) return use(node);
  for (const YamlNode& element : node.children) use(element);
}

void YamlReader::each_pair(const YamlNode& node, std::string_view what,
                           const std::function<void(const YamlNode&, const YamlNode&)>& use) const {
  if (node.kind != YamlNode::Kind::map) {
    fail(node, fmt::format("{} must be a map of keys to values", what));
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& key = node.children[i];
    if (key.kind != YamlNode::Kind::scalar) {
      fail(key, fmt::format("a key of {} must be a text", what));
    }
    if (!seen.insert(key.scalar).second) {
      fail(key, fmt::format("{} is given twice", quoted(key.scalar)), "put both into one");
    }
    use(key, node.children[i + 1]);
  }
}

}  // namespace newsdex
