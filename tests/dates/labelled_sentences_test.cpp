// The labelled sentences of tests/dates/labelled, as `tools/evaluate dates` reads them too.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tagging.hpp"

namespace newsdex::testing {
namespace {

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin) + begin.size();
  return std::string(text.substr(from, text.find(end, from) - from));
}

// `<TIMEX3 ... value="2018">this year</TIMEX3>` as `[this year=2018]`.
std::string with_brackets(std::string_view line) {
  constexpr std::string_view kEnd = "</TIMEX3>";
  std::string out;
  for (std::size_t at = line.find("<TIMEX3"); at != std::string_view::npos;
       at = line.find("<TIMEX3")) {
    const std::string_view element = line.substr(at, line.find(kEnd) - at);
    out += line.substr(0, at);
    out += '[' + std::string(element.substr(element.find('>') + 1)) + '=' +
           between(element, "value=\"", "\"") + ']';
    line.remove_prefix(at + element.size() + kEnd.size());
  }
  return out += line;
}

TEST(LabelledSentences, AreTaggedAsTheyAreLabelled) {
  const std::string folder = std::string(NEWSDEX_SOURCE_DIR) + "/tests/dates/labelled";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path());
    const std::string xml(std::istreambuf_iterator<char>(in), {});
    const std::string published = between(between(xml, "<DCT>", "</DCT>"), "value=\"", "\"");
    const std::string marked = with_brackets(between(xml, "<TEXT>", "</TEXT>"));
    const std::string language = xml.find("xml:lang=\"fa\"") == std::string::npos ? "en" : "fa";
    const std::string tagged = DateTagging().mark(without_marks(marked), published, language);
    std::istringstream expected(marked);
    std::istringstream found(tagged);
    for (std::string right, line; std::getline(expected, right) && std::getline(found, line);) {
      EXPECT_EQ(line, right) << entry.path();
    }
    ++files;
  }
  EXPECT_EQ(files, 8U);
}

}  // namespace
}  // namespace newsdex::testing
