// HTML and XML as a tree of elements and texts, in bounded memory.
//
// libxml2 finds the elements; the tree is ours, so that depth and size have limits, no document
// type, entity or address is ever loaded, and a text costs its bytes and little more.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace newsdex {

/// Limits of one text. No page or feed that people read comes near them.
inline constexpr std::size_t kMaxMarkupDepth = 512;
inline constexpr std::size_t kMaxMarkupNodes = std::size_t{2} << 20;  // elements, texts, attributes

class MarkupTree {
 public:
  using NodeNumber = std::uint32_t;
  static constexpr NodeNumber kNone = UINT32_MAX;
  static constexpr NodeNumber kRoot = 0;  // stands above all elements

  /// The name of an element, in lower case in HTML; empty for a text.
  [[nodiscard]] std::string_view name(NodeNumber node) const { return view(nodes_[node].name); }
  [[nodiscard]] bool is_text(NodeNumber node) const {
    return nodes_[node].name.length == 0 && node != kRoot;
  }
  /// The characters of a text; empty for an element.
  [[nodiscard]] std::string_view text(NodeNumber node) const { return view(nodes_[node].text); }
  /// The value of an attribute; empty where it has none.
  [[nodiscard]] std::string_view attribute(NodeNumber node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(NodeNumber node, std::string_view name) const;
  [[nodiscard]] std::uint32_t line(NodeNumber node) const { return nodes_[node].line; }  // from 1

  [[nodiscard]] NodeNumber parent(NodeNumber node) const { return nodes_[node].parent; }
  [[nodiscard]] NodeNumber first_child(NodeNumber node) const { return nodes_[node].first_child; }
  [[nodiscard]] NodeNumber next_sibling(NodeNumber node) const { return nodes_[node].next_sibling; }
  /// Nodes stand in the order of the text: those of a subtree come right after its top.
  [[nodiscard]] NodeNumber size() const { return static_cast<NodeNumber>(nodes_.size()); }

  /// The first node after the subtree of `node`.
  [[nodiscard]] NodeNumber end_of(NodeNumber node) const;

  /// All text within `node`, as it stands.
  [[nodiscard]] std::string all_text(NodeNumber node) const;

  /// Whether the text ended within an element other than the outermost ones of HTML.
  [[nodiscard]] bool is_cut() const { return cut_; }

  /// Whether it was within this element that the text ended.
  [[nodiscard]] bool is_cut_within(NodeNumber node) const {
    return std::find(open_.begin(), open_.end(), node) != open_.end();
  }

 private:
  friend class MarkupBuilder;

  struct Bytes {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  struct Attribute {
    Bytes name;
    Bytes value;
  };
  struct Node {
    Bytes name;
    Bytes text;
    std::uint32_t first_attribute = 0;
    std::uint32_t attributes = 0;
    NodeNumber parent = kNone;
    NodeNumber first_child = kNone;
    NodeNumber last_child = kNone;
    NodeNumber next_sibling = kNone;
    std::uint32_t line = 0;
  };
  [[nodiscard]] std::string_view view(Bytes bytes) const {
    return std::string_view(bytes_).substr(bytes.begin, bytes.length);
  }

  std::string bytes_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<NodeNumber> open_;  // elements at whose end the text did not arrive
  bool cut_ = false;
};

using NodeNumber = MarkupTree::NodeNumber;
inline constexpr NodeNumber kNone = MarkupTree::kNone;

/// A page, by libxml2's HTML parser, which mends what is broken. `text` is UTF-8, whatever it says
/// of itself. The error is a reason for ReadError: a limit that is exceeded.
tl::expected<MarkupTree, std::string> parse_html(std::string_view text);

/// XML, mended as with_sound_markup() has it; what is not well formed all the same is passed over.
/// Names of known namespaces get their usual prefixes, whatever the text calls them: none for Atom
/// and RSS, `dc:`, `content:`, `media:`. Entities are those of HTML; a text that declares some of
/// its own is refused.
tl::expected<MarkupTree, std::string> parse_xml(std::string_view text);

}  // namespace newsdex
