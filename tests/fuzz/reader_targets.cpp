// The readers of articles.
#include <array>
#include <string>

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"

#include "reading/article_reader.hpp"
#include "reading/boilerplate.hpp"
#include "reading/field_mapping.hpp"
#include "text/utf8.hpp"

namespace newsdex::fuzz {
namespace {

void check(const Article& article, const std::string& path) {
  for (const std::string* text :
       {&article.id, &article.title, &article.body, &article.date, &article.source, &article.url,
        &article.author, &article.language, &article.record_key}) {
    require(is_valid_utf8(*text), "texts of articles are UTF-8");
  }
  require(article.path == path, "articles carry the path of their file");
  std::uint32_t end = 0;
  for (const ByteRange range : find_boilerplate(article.body)) {
    require(range.begin >= end && range.end > range.begin && range.end <= article.body.size(),
            "boilerplate is ascending, apart and within the body");
    end = range.end;
  }
}

// Limits are small, so that what they cut is met often.
void read_as(std::string_view bytes, const std::string& format, const FieldMapping* mapping) {
  static const std::string kPath = "/fuzz/input";
  const ReadLimits limits = {.max_text_bytes = std::uint64_t{1} << 20,
                             .max_unpacked_bytes = std::uint64_t{8} << 20};
  read_text(bytes, kPath, {.limits = limits, .format = format, .mapping = mapping},
            {[](Article&& article) { check(article, kPath); },
             [](const ReadError& error) {
               require(error.path == kPath, "errors carry the path of their file");
               require(!error.reason.empty(), "errors have a reason");
             }});
}

template <const char* Format>
void read_in_format(std::string_view bytes) {
  read_as(bytes, Format, nullptr);
}

void read_any(std::string_view bytes) {
  if (!bytes.starts_with("%PDF-")) read_as(bytes, "", nullptr);  // no programs are started here
}

// The first line is the mapping, in JSON.
void read_mapped(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return;
  const auto mapping = parse_field_mapping(std::string(bytes.substr(0, end)));
  if (mapping && !bytes.substr(end + 1).starts_with("%PDF-")) {
    read_as(bytes.substr(end + 1), "", &*mapping);
  }
}

constexpr char kHtml[] = "html";
constexpr char kFeed[] = "feed";
constexpr char kTable[] = "table";
constexpr char kJson[] = "json";
constexpr char kJsonLines[] = "jsonl";
constexpr char kFrontMatter[] = "front-matter";
constexpr char kWire[] = "wire";
constexpr char kReuters[] = "reuters";
constexpr char kMail[] = "mail";
constexpr char kMailbox[] = "mbox";
constexpr char kText[] = "text";

constexpr std::array kTargets = {
    FuzzTarget{"any", read_any},  // archives and books among them
    FuzzTarget{kHtml, read_in_format<kHtml>},
    FuzzTarget{kFeed, read_in_format<kFeed>},
    FuzzTarget{kTable, read_in_format<kTable>},
    FuzzTarget{kJson, read_in_format<kJson>},
    FuzzTarget{kJsonLines, read_in_format<kJsonLines>},
    FuzzTarget{kFrontMatter, read_in_format<kFrontMatter>},
    FuzzTarget{kWire, read_in_format<kWire>},
    FuzzTarget{kReuters, read_in_format<kReuters>},
    FuzzTarget{kMail, read_in_format<kMail>},
    FuzzTarget{kMailbox, read_in_format<kMailbox>},
    FuzzTarget{kText, read_in_format<kText>},
    FuzzTarget{"mapping", read_mapped},
};

}  // namespace

std::span<const FuzzTarget> reader_targets() {
  return kTargets;
}

}  // namespace newsdex::fuzz
