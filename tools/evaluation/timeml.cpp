#include "timeml.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsdex::evaluation {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string key = ' ' + std::string(name) + "=\"";
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  tag.remove_prefix(at + key.size());
  return std::string(tag.substr(0, std::min(tag.find('"'), tag.size())));
}

class Reader {
 public:
  TimeMlDocument read(std::string_view xml) {
    while (!xml.empty()) {
      const std::size_t length = xml.front() == '<'   ? read_tag(xml)
                                 : xml.front() == '&' ? read_entity(xml)
                                                      : read_character(xml);
      xml.remove_prefix(length);
    }
    return std::move(document_);
  }

 private:
  std::size_t read_tag(std::string_view xml) {
    const std::size_t end = std::min(xml.find('>'), xml.size() - 1);
    const std::string_view tag = xml.substr(1, end - 1);
    if (const std::string language = attribute(tag, "xml:lang"); !language.empty()) {
      document_.language = language;
    }
    if (tag == "TEXT") in_text_ = true;
    if (tag == "/TEXT") in_text_ = false;
    if (tag.starts_with("TIMEX3")) open_timex(tag);
    if (tag == "/TIMEX3") close_timex();
    return end + 1;
  }

  void open_timex(std::string_view tag) {
    if (attribute(tag, "functionInDocument") == "CREATION_TIME") {
      document_.creation_time = attribute(tag, "value");
    }
    if (in_text_) {
      open_ = {document_.text.size(), 0, attribute(tag, "type"), attribute(tag, "value")};
    }
  }

  void close_timex() {
    if (!in_text_) return;
    open_.end = document_.text.size();
    if (open_.end > open_.begin) document_.spans.push_back(open_);
  }

  std::size_t read_entity(std::string_view xml) {
    for (const auto& [name, character] : kEntities) {
      if (!xml.starts_with(name)) continue;
      if (in_text_) document_.text += character;
      return name.size();
    }
    return read_character(xml);
  }

  std::size_t read_character(std::string_view xml) {
    if (in_text_) document_.text += xml.front();
    return 1;
  }

  TimeMlDocument document_;
  TimexSpan open_;
  bool in_text_ = false;
};

}  // namespace

TimeMlDocument read_timeml(std::string_view xml) {
  return Reader().read(xml);
}

}  // namespace newsdex::evaluation
