#include "reading/markup_tree.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "reading/character_references.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string_view as_view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Namespace {
  std::string_view address;
  std::string_view prefix;
};

constexpr std::array kNamespaces = {
    Namespace{"http://www.w3.org/2005/Atom", ""},
    Namespace{"http://purl.org/atom/ns#", ""},
    Namespace{"http://purl.org/rss/1.0/", ""},
    Namespace{"http://my.netscape.com/rdf/simple/0.9/", ""},
    Namespace{"http://backend.userland.com/rss2", ""},
    Namespace{"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc:"},
    Namespace{"http://purl.org/dc/terms/", "dc:"},
    Namespace{"http://purl.org/rss/1.0/modules/content/", "content:"},
    Namespace{"http://search.yahoo.com/mrss/", "media:"},
    Namespace{"http://www.w3.org/1999/xhtml", ""},
    Namespace{"http://www.idpf.org/2007/opf", ""},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:container", ""},
};

std::string usual_name(std::string_view local, std::string_view prefix, std::string_view address) {
  for (const Namespace& known : kNamespaces) {
    if (known.address == address) return std::string(known.prefix).append(local);
  }
  return prefix.empty() ? std::string(local) : std::string(prefix).append(":").append(local);
}

// Where entities are declared, libxml2 makes a document for them, which nobody else frees.
struct ContextDeleter {
  void operator()(xmlParserCtxt* context) const {
    xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

}  // namespace

// Takes libxml2's calls; stops it by the first that exceeds a limit.
class MarkupBuilder {
 public:
  explicit MarkupBuilder(xmlParserCtxt* context) : context_(context) {
    tree_.nodes_.emplace_back();
    open_.push_back(MarkupTree::kRoot);
  }

  void open(std::string_view name) {
    if (open_.size() > kMaxMarkupDepth) {
      return refuse(fmt::format("tags nested deeper than {}", kMaxMarkupDepth));
    }
    const MarkupTree::NodeNumber node = add_node();
    if (node == MarkupTree::kNone) return;
    tree_.nodes_[node].name = keep(name);
    open_.push_back(node);
  }

  void add_attribute(std::string_view name, std::string_view value) {
    if (is_full() || stopped()) return;
    MarkupTree::Node& node = tree_.nodes_.back();
    if (node.attributes == 0) {
      node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    }
    const MarkupTree::Bytes kept_name = keep(name);
    tree_.attributes_.push_back({kept_name, keep(value)});
    ++node.attributes;
  }

  void close() {
    if (open_.size() > 1) open_.pop_back();
  }

  void add_text(std::string_view text) {
    if (stopped() || text.empty()) return;
    const MarkupTree::NodeNumber last = tree_.nodes_[open_.back()].last_child;
    if (last != MarkupTree::kNone && tree_.is_text(last) &&
        tree_.nodes_[last].text.begin + tree_.nodes_[last].text.length == tree_.bytes_.size()) {
      tree_.nodes_[last].text.length += keep(text).length;
      return;
    }
    const MarkupTree::NodeNumber node = add_node();
    if (node != MarkupTree::kNone) tree_.nodes_[node].text = keep(text);
  }

  void refuse(std::string reason) {
    if (!reason_.empty()) return;
    reason_ = std::move(reason);
    xmlStopParser(context_);
  }

  tl::expected<MarkupTree, std::string> finish() {
    if (!reason_.empty()) return tl::unexpected(std::move(reason_));
    tree_.cut_ = open_.size() > 1;
    tree_.open_.assign(open_.begin() + 1, open_.end());
    return std::move(tree_);
  }

 private:
  [[nodiscard]] bool stopped() const { return !reason_.empty(); }

  [[nodiscard]] bool is_full() {
    if (tree_.nodes_.size() + tree_.attributes_.size() < kMaxMarkupNodes) return false;
    refuse(fmt::format("more than {} tags and texts", kMaxMarkupNodes));
    return true;
  }

  MarkupTree::Bytes keep(std::string_view text) {
    const MarkupTree::Bytes kept = {static_cast<std::uint32_t>(tree_.bytes_.size()),
                                    static_cast<std::uint32_t>(text.size())};
    tree_.bytes_.append(text);
    return kept;
  }

  // kNone where there is no room.
  MarkupTree::NodeNumber add_node() {
    if (stopped() || is_full()) return MarkupTree::kNone;
    const MarkupTree::NodeNumber number = tree_.size();
    const MarkupTree::NodeNumber parent = open_.back();
    MarkupTree::Node node;
    node.parent = parent;
    node.line = static_cast<std::uint32_t>(std::max(xmlSAX2GetLineNumber(context_), 1));
    MarkupTree::Node& above = tree_.nodes_[parent];
    if (above.last_child == MarkupTree::kNone) {
      above.first_child = number;
    } else {
      tree_.nodes_[above.last_child].next_sibling = number;
    }
    above.last_child = number;
    tree_.nodes_.push_back(node);
    return number;
  }

  xmlParserCtxt* context_;
  MarkupTree tree_;
  std::vector<MarkupTree::NodeNumber> open_;
  std::string reason_;
};

namespace {

MarkupBuilder& builder(void* data) {
  return *static_cast<MarkupBuilder*>(data);
}

void on_text(void* data, const xmlChar* text, int length) {
  builder(data).add_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_html_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  builder(data).open(as_view(name));
  if (attributes == nullptr) return;
  for (; attributes[0] != nullptr; attributes += 2) {
    builder(data).add_attribute(as_view(attributes[0]), as_view(attributes[1]));
  }
}

void on_html_end(void* data, const xmlChar* /*name*/) {
  builder(data).close();
}

void on_xml_start(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* address,
                  int /*namespaces*/, const xmlChar** /*declared*/, int count, int /*defaulted*/,
                  const xmlChar** attributes) {
  builder(data).open(usual_name(as_view(local), as_view(prefix), as_view(address)));
  constexpr int kParts = 5;  // local name, prefix, namespace, begin and end of the value
  for (int i = 0; i < count; ++i, attributes += kParts) {
    const char* const begin = reinterpret_cast<const char*>(attributes[3]);
    const char* const end = reinterpret_cast<const char*>(attributes[4]);
    builder(data).add_attribute(
        usual_name(as_view(attributes[0]), as_view(attributes[1]), as_view(attributes[2])),
        // libxml2 leaves "&" as "&#38;" there.
        without_references({begin, static_cast<std::size_t>(end - begin)}));
  }
}

void on_xml_end(void* data, const xmlChar* /*local*/, const xmlChar* /*prefix*/,
                const xmlChar* /*address*/) {
  builder(data).close();
}

// Entities made of entities are how a few lines become gigabytes.
void on_entity_declared(void* data, const xmlChar* /*name*/, int /*type*/,
                        const xmlChar* /*public_id*/, const xmlChar* /*system_id*/,
                        xmlChar* /*content*/) {
  builder(data).refuse("XML that declares entities of its own");
}

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// libxml2 compares each attribute of a tag with all before it. Scripts are passed over: in them "<"
// is an operator.
bool has_vast_tag(std::string_view text) {
  constexpr std::size_t kMostAttributes = 1000;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(++at);
    if (rest.empty() || !is_ascii_letter(rest.front())) continue;
    const bool script = ascii_lower(rest.substr(0, 6)) == "script";
    std::size_t marks = 0;
    char quote = '\0';
    for (char before = '\0'; at < text.size(); before = text[at++]) {
      const char byte = text[at];
      if (quote != '\0') {
        if (byte == quote) quote = '\0';
        continue;
      }
      if (byte == '>' || byte == '<') break;
      if ((byte == '"' || byte == '\'') && before == '=') quote = byte;
      const bool space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '/';
      const bool parts = (space && byte != before) || byte == '"' || byte == '\'';
      if (parts && ++marks > kMostAttributes) return true;
    }
    if (script) at = std::min(text.find("</", at), text.size());
  }
  return false;
}

// Why a text is not given to libxml2; empty where it is.
std::string refusal(std::string_view text) {
  if (text.size() > std::numeric_limits<std::int32_t>::max() / 2) return "more than a gigabyte";
  return has_vast_tag(text) ? "a tag of more than a thousand attributes" : std::string();
}

}  // namespace

std::string_view MarkupTree::attribute(NodeNumber node, std::string_view name) const {
  const Node& element = nodes_[node];
  for (std::uint32_t i = 0; i < element.attributes; ++i) {
    const Attribute& each = attributes_[element.first_attribute + i];
    if (view(each.name) == name) return view(each.value);
  }
  return {};
}

bool MarkupTree::has_attribute(NodeNumber node, std::string_view name) const {
  const Node& element = nodes_[node];
  for (std::uint32_t i = 0; i < element.attributes; ++i) {
    if (view(attributes_[element.first_attribute + i].name) == name) return true;
  }
  return false;
}

MarkupTree::NodeNumber MarkupTree::end_of(NodeNumber node) const {
  for (; node != kNone; node = parent(node)) {
    if (next_sibling(node) != kNone) return next_sibling(node);
  }
  return size();
}

std::string MarkupTree::all_text(NodeNumber node) const {
  if (is_text(node)) return std::string(text(node));
  std::string out;
  for (NodeNumber child = first_child(node); child != kNone; child = next_sibling(child)) {
    out += all_text(child);
  }
  return out;
}

tl::expected<MarkupTree, std::string> parse_html(std::string_view text) {
  if (std::string reason = refusal(text); !reason.empty()) return tl::unexpected(std::move(reason));
  const Context context(htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (!context) return MarkupTree(*MarkupBuilder(nullptr).finish());
  MarkupBuilder builder(context.get());
  xmlSAXHandler handler = {};
  handler.startElement = on_html_start;
  handler.endElement = on_html_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  *context->sax = handler;
  context->userData = &builder;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context.get());
  return builder.finish();
}

tl::expected<MarkupTree, std::string> parse_xml(std::string_view given) {
  const std::string text = with_sound_markup(given);
  if (std::string reason = refusal(text); !reason.empty()) return tl::unexpected(std::move(reason));
  const Context context(xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (!context) return MarkupTree(*MarkupBuilder(nullptr).finish());
  MarkupBuilder builder(context.get());
  xmlSAXHandler handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_xml_start;
  handler.endElementNs = on_xml_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.entityDecl = on_entity_declared;
  *context->sax = handler;
  context->userData = &builder;
  xmlCtxtUseOptions(context.get(), XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(context.get());
  return builder.finish();
}

}  // namespace newsdex
