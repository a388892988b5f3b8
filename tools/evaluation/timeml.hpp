// Documents with time expressions marked, as TimeML writes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex::evaluation {

struct TimexSpan {
  std::size_t begin = 0;  // bytes into the text
  std::size_t end = 0;
  std::string type;
  std::string value;
};

struct TimeMlDocument {
  std::string creation_time;    // the DCT's value; may be empty
  std::string language = "en";  // the xml:lang of the root element, if it has one
  std::string text;             // of the TEXT element, without markup
  std::vector<TimexSpan> spans;
};

/// Reads what evaluation needs of TimeML: DCT, TEXT, TIMEX3 and character entities; all other
/// elements are transparent. Ill-formed markup is read as far as it makes sense, never refused.
TimeMlDocument read_timeml(std::string_view xml);

}  // namespace newsdex::evaluation
