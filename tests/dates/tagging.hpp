// Tagging as text, for tables: "on [Monday=2018-04-30]".
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "newsdex/date_tagger.hpp"

namespace newsdex::testing {

struct TaggingCase {
  std::string_view published;  // as parse_date reads it; empty for none
  std::string_view marked;     // the text with its expressions in brackets
};

/// An article tagged; keeps what the mentions point into.
class DateTagging {
 public:
  std::vector<DateMention> tag(std::string_view text, std::string_view published,
                               std::string_view language = "en") {
    analyzer_.analyze(text, language, tokens_);
    return tagger().tag({{}, {}, text, tokens_.tokens()},
                        parse_date(published).value_or(PartialDate{}), language);
  }

  /// The text with "[", "=VALUE" and "]" around its expressions.
  std::string mark(std::string_view text, std::string_view published,
                   std::string_view language = "en") {
    std::string out;
    std::size_t at = 0;
    for (const DateMention& mention : tag(text, published, language)) {
      out += text.substr(at, mention.begin - at);
      out += '[';
      out += text.substr(mention.begin, mention.end - mention.begin);
      out += '=' + mention.value + ']';
      at = mention.end;
    }
    return out += text.substr(at);
  }

 private:
  static const DateTagger& tagger() {
    static const DateTagger instance;
    return instance;
  }

  Analyzer analyzer_;
  TokenStream tokens_;
};

/// The text of a marked one.
inline std::string without_marks(std::string_view marked) {
  std::string out;
  bool value = false;
  bool inside = false;
  for (const char c : marked) {
    if (c == '[') {
      inside = true;
    } else if (c == ']') {
      inside = value = false;
    } else if (inside && c == '=') {
      value = true;
    } else if (!value) {
      out += c;
    }
  }
  return out;
}

inline void expect_tagged(std::span<const TaggingCase> cases, std::string_view language = "en") {
  DateTagging tagging;
  for (const TaggingCase& each : cases) {
    EXPECT_EQ(tagging.mark(without_marks(each.marked), each.published, language), each.marked)
        << "published " << each.published;
  }
}

}  // namespace newsdex::testing
