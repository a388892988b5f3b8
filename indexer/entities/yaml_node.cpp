#include "entities/yaml_node.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace newsdex {
namespace {

constexpr std::size_t kMaxDepth = 64;

// The plain scalars that stand for no value, in YAML's core schema.
constexpr std::array<std::string_view, 5> kNullWords = {"", "~", "null", "Null", "NULL"};

int line_of(const yaml_mark_t& mark) {
  return static_cast<int>(mark.line) + 1;
}

/// An event of libyaml, freed at its end.
class Event {
 public:
  explicit Event(yaml_parser_t& parser) : read_(yaml_parser_parse(&parser, &event_) != 0) {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() {
    if (read_) yaml_event_delete(&event_);
  }

  [[nodiscard]] bool was_read() const { return read_; }
  [[nodiscard]] const yaml_event_t& get() const { return event_; }

 private:
  yaml_event_t event_ = {};
  bool read_;
};

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    yaml_parser_set_input_string(&parser_, bytes, text.size());
  }
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;
  ~TreeBuilder() { yaml_parser_delete(&parser_); }

  std::vector<YamlNode> build() {
    for (bool more = true; more;) {
      const Event event(parser_);
      if (!event.was_read()) fail();
      more = take(event.get());
    }
    return std::move(documents_);
  }

 private:
  [[noreturn]] void fail() const {
    const bool in_token = parser_.error == YAML_SCANNER_ERROR || parser_.error == YAML_PARSER_ERROR;
    const std::string_view problem = parser_.problem == nullptr ? "unreadable" : parser_.problem;
    throw YamlError(in_token ? line_of(parser_.problem_mark) : line_of(parser_.mark),
                    std::string(problem));
  }

  // False at the end of the text.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        put(scalar(event));
        break;
      case YAML_SEQUENCE_START_EVENT:
        open(event, YamlNode::Kind::sequence);
        break;
      case YAML_MAPPING_START_EVENT:
        open(event, YamlNode::Kind::map);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close();
        break;
      case YAML_ALIAS_EVENT:
        throw YamlError(line_of(event.start_mark), "an alias of an anchor; write the value out");
      default:
        break;
    }
    return event.type != YAML_STREAM_END_EVENT;
  }

  static YamlNode scalar(const yaml_event_t& event) {
    YamlNode node;
    node.line = line_of(event.start_mark);
    const auto& value = event.data.scalar;
    node.scalar.assign(reinterpret_cast<const char*>(value.value), value.length);
    const bool plain = value.style == YAML_PLAIN_SCALAR_STYLE;
    const bool null =
        plain && std::find(kNullWords.begin(), kNullWords.end(), node.scalar) != kNullWords.end();
    node.kind = null ? YamlNode::Kind::null : YamlNode::Kind::scalar;
    return node;
  }

  void open(const yaml_event_t& event, YamlNode::Kind kind) {
    if (open_.size() == kMaxDepth) {
      throw YamlError(line_of(event.start_mark), fmt::format("nested deeper than {}", kMaxDepth));
    }
    YamlNode node;
    node.kind = kind;
    node.line = line_of(event.start_mark);
    open_.push_back(std::move(node));
  }

  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    put(std::move(node));
  }

  void put(YamlNode node) {
    (open_.empty() ? documents_ : open_.back().children).push_back(std::move(node));
  }

  yaml_parser_t parser_ = {};
  std::vector<YamlNode> open_;  // those whose end is still to come, the outermost first
  std::vector<YamlNode> documents_;
};

}  // namespace

std::vector<YamlNode> parse_yaml(std::string_view text) {
  return TreeBuilder(text).build();
}

}  // namespace newsdex
