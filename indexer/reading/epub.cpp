// EPUB: a zip archive of pages, with a package file that gives their order and says what the book
// is. Each page with text is an article, as in the news that e-readers fetch.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "reading/archive_members.hpp"
#include "reading/format.hpp"
#include "reading/html_blocks.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "reading/zip_directory.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

using Members = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kContainer = "META-INF/container.xml";
constexpr double kContentsOfLinks = 0.5;
constexpr std::size_t kTypeAt = 30;  // of the first member's name, which its bytes follow
constexpr std::string_view kType = "mimetypeapplication/epub+zip";

constexpr auto kTextEndings =
    std::to_array<std::string_view>({".xhtml", ".html", ".htm", ".opf", ".xml"});

bool is_text_member(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return std::any_of(kTextEndings.begin(), kTextEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

int hexadecimal(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char lower = static_cast<char>(digit | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "%20" is a space.
std::string decoded_address(std::string_view address) {
  address = address.substr(0, address.find('#'));
  std::string out;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const bool coded = address[at] == '%' && at + 2 < address.size() &&
                       hexadecimal(address[at + 1]) >= 0 && hexadecimal(address[at + 2]) >= 0;
    if (!coded) {
      out += address[at];
      continue;
    }
    out += static_cast<char>(hexadecimal(address[at + 1]) * 16 + hexadecimal(address[at + 2]));
    at += 2;
  }
  return out;
}

// `address` as seen from the folder of `from`, with ".." worked out.
std::string resolved(std::string_view from, std::string_view address) {
  std::vector<std::string> parts;
  const auto take = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      const std::string_view part = path.substr(0, end);
      path.remove_prefix(std::min(end + 1, path.size()));
      if (part == ".." && !parts.empty()) parts.pop_back();
      if (!part.empty() && part != "." && part != "..") parts.emplace_back(part);
    }
  };
  take(from.substr(0, from.rfind('/') + 1));  // npos + 1 is 0
  take(decoded_address(address));
  std::string path;
  for (const std::string& part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

NodeNumber find_element(const MarkupTree& tree, std::string_view name) {
  for (NodeNumber node = 1; node < tree.size(); ++node) {
    if (tree.name(node) == name) return node;
  }
  return kNone;
}

std::string text_of_element(const MarkupTree& tree, std::string_view name) {
  const NodeNumber node = find_element(tree, name);
  return node == kNone ? std::string() : single_spaced(trim_spaces(tree.all_text(node)));
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char byte : ascii_lower(text) + " ") {
    const auto value = static_cast<unsigned char>(byte);
    const bool letter =
        value >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (letter) {
      word += byte;
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

// Whether the text has nothing but what the book says of itself: its title, author, date.
bool is_of_title_page(std::string_view text, const Article& about) {
  static const std::set<std::string> kUsual = {"by", "cover", "the", "edition", "copyright"};
  const std::set<std::string> known =
      words_of(fmt::format("{} {} {}", about.source, about.author, about.date));
  const std::set<std::string> words = words_of(text);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return known.contains(word) || kUsual.contains(word);
  });
}

/// The package file: what the book is, and its pages in order.
struct EpubPackage {
  Article about;
  std::vector<std::string> pages;  // paths in the archive
};

EpubPackage package_of(const MarkupTree& tree, std::string_view path) {
  EpubPackage package;
  package.about.source = text_of_element(tree, "dc:title");
  package.about.author = text_of_element(tree, "dc:creator");
  package.about.date = text_of_element(tree, "dc:date");
  package.about.language = text_of_element(tree, "dc:language");
  std::map<std::string_view, NodeNumber> items;
  std::set<NodeNumber> listed;
  for (NodeNumber node = 1; node < tree.size(); ++node) {
    if (tree.name(node) == "item") items.try_emplace(tree.attribute(node, "id"), node);
    if (tree.name(node) != "itemref" || tree.attribute(node, "linear") == "no") continue;
    const auto item = items.find(tree.attribute(node, "idref"));
    if (item == items.end() || tree.attribute(item->second, "properties") == "nav") continue;
    if (!listed.insert(item->second).second) continue;
    package.pages.push_back(resolved(path, tree.attribute(item->second, "href")));
  }
  return package;
}

class EpubReader {
 public:
  explicit EpubReader(const StreamInput& input) : input_(input) {}

  void read() {
    load_members();
    if (too_large_) return fail(too_large(input_.options.limits));
    const auto package = load_package();
    if (!package) return fail("an EPUB without a package file");
    for (const std::string& page : package->pages) {
      const auto member = members_.find(page);
      if (member == members_.end()) {
        fail("an EPUB without this page, which it lists", page);
      } else {
        read_page(member->first, member->second, package->about);
      }
    }
    if (articles_ == 0) fail("an EPUB without text");
  }

 private:
  // All pages together are bounded like a file.
  void load_members() {
    const std::uint64_t limit = input_.options.limits.max_text_bytes;
    std::uint64_t left = limit;
    Unpacking own;
    Unpacking& unpacking = input_.around == nullptr ? own : *input_.around;
    ++unpacking.depth;
    for_each_member(input_, unpacking, [&](const ArchivedFile& file) {
      if (too_large_ || !is_text_member(file.name)) return;
      std::string bytes = read_rest(file.content, left);
      if (!file.content.error().empty()) return fail(file.content.error(), file.name);
      too_large_ = bytes.size() > left;
      left -= std::min<std::uint64_t>(left, bytes.size());
      members_.insert_or_assign(file.name, std::move(bytes));
    });
    --unpacking.depth;
  }

  std::optional<EpubPackage> load_package() {
    const auto container = members_.find(kContainer);
    if (container == members_.end()) return std::nullopt;
    const auto tree = parse_xml(to_valid_utf8(container->second));
    if (!tree) return std::nullopt;
    const NodeNumber root = find_element(*tree, "rootfile");
    if (root == kNone) return std::nullopt;
    const auto file = members_.find(tree->attribute(root, "full-path"));
    if (file == members_.end()) return std::nullopt;
    const auto package = parse_xml(to_valid_utf8(file->second));
    return package ? std::optional(package_of(*package, file->first)) : std::nullopt;
  }

  // Pages are XML; one that is not whole is read as HTML, which mends it.
  static tl::expected<MarkupTree, std::string> tree_of(const std::string& bytes) {
    const std::string text = to_valid_utf8(bytes);
    auto tree = parse_xml(text);
    return tree && !tree->is_cut() ? std::move(tree) : parse_html(text);
  }

  void read_page(const std::string& name, const std::string& bytes, const Article& about) {
    const auto tree = tree_of(bytes);
    if (!tree) return fail(tree.error(), name);
    Article article = about;
    bool says_something = false;
    for (const TextBlock& block : text_blocks(*tree, MarkupTree::kRoot)) {
      if (block.is_heading && article.title.empty() && article.body.empty()) {
        article.title = single_spaced(block.text);
      } else if (link_density(block) <= kContentsOfLinks) {
        says_something = says_something || !is_of_title_page(block.text, about);
        article.body.append(article.body.empty() ? "" : "\n").append(block.text);
      }
    }
    if (!says_something) return;
    if (article.title.empty()) article.title = text_of_element(*tree, "title");
    if (article.title.empty()) article.title = about.source;
    article.body = to_valid_utf8(article.body);
    tidy_metadata(article);
    article.path = input_.path;
    article.record_key = name;
    ++articles_;
    input_.handlers.article(std::move(article));
  }

  void fail(std::string reason, const std::string& member = {}) {
    input_.handlers.error({input_.path, 0, std::move(reason), false, member});
  }

  const StreamInput& input_;
  Members members_;
  bool too_large_ = false;
  std::uint64_t articles_ = 0;
};

}  // namespace

// Some programs pack the type, or put it elsewhere than first.
bool looks_like_epub(std::string_view bytes, const FileHints& hints) {
  if (!bytes.starts_with("PK\x03\x04")) return false;
  const bool says_so = bytes.size() > kTypeAt && bytes.substr(kTypeAt).starts_with(kType);
  return says_so || (hints.source != nullptr && zip_lists(*hints.source, kContainer));
}

void read_epub(const StreamInput& input) {
  EpubReader(input).read();
}

}  // namespace newsdex
