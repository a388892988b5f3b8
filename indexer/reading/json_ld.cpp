#include "reading/json_ld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "reading/character_references.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

namespace dom = simdjson::dom;

constexpr int kMaxDepth = 8;

constexpr auto kFields = std::to_array<std::pair<std::string_view, std::string Article::*>>({
    {"name", &Article::title},  // overwritten by a headline
    {"headline", &Article::title},
    {"dateCreated", &Article::date},
    {"datePublished", &Article::date},
    {"author", &Article::author},
    {"publisher", &Article::source},
    {"inLanguage", &Article::language},
    {"url", &Article::url},
    {"articleBody", &Article::body},
});

// How pages hide the text from browsers that know no JSON-LD.
constexpr auto kWrappersBefore =
    std::to_array<std::string_view>({"<!--", "-->", "<![CDATA[", "//", "/*", "*/", ">"});
constexpr auto kWrappersAfter =
    std::to_array<std::string_view>({"-->", "]]>", "<!", "//", "/*", "*/", ";"});

std::string_view without_wrappers(std::string_view json) {
  for (std::size_t before = json.size() + 1; before != json.size();) {
    before = json.size();
    json = trim_spaces(json);
    for (const std::string_view wrapper : kWrappersBefore) {
      if (json.starts_with(wrapper)) json.remove_prefix(wrapper.size());
    }
    json = trim_spaces(json);
    for (const std::string_view wrapper : kWrappersAfter) {
      if (json.ends_with(wrapper)) json.remove_suffix(wrapper.size());
    }
  }
  return json;
}

/// The names of objects by their "@id".
using NamesById = std::map<std::string_view, std::string>;

std::string_view id_of(const dom::object& object) {
  std::string_view id;
  return object.at_key("@id").get(id) == simdjson::SUCCESS ? id : std::string_view();
}

// A text, the name of an object, or those of a list apart by commas.
std::string name_of(dom::element value, const NamesById& names, int depth = 0) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return without_references(trim_spaces(text));
  if (depth > kMaxDepth) return {};
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const std::string_view key : {"name", "@value", "alternateName"}) {
      dom::element named;
      if (object.at_key(key).get(named) != simdjson::SUCCESS) continue;
      std::string name = name_of(named, names, depth + 1);
      if (!name.empty()) return name;
    }
    const auto referred = names.find(id_of(object));
    return referred == names.end() ? std::string() : referred->second;
  }
  constexpr std::size_t kMostOfList = std::size_t{1} << 20;  // a reference is shorter than its name
  dom::array list;
  std::string all;
  if (value.get(list) != simdjson::SUCCESS) return {};
  for (const dom::element each : list) {
    if (all.size() > kMostOfList) break;
    const std::string name = name_of(each, names, depth + 1);
    if (!name.empty()) all.append(all.empty() ? "" : ", ").append(name);
  }
  return all;
}

// Long names are none, and many references to one would fill the memory.
void collect_names(dom::element element, NamesById& names, int depth = 0) {
  constexpr std::size_t kLongestLinkedName = 300;
  if (depth > kMaxDepth) return;
  dom::array list;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element each : list) collect_names(each, names, depth + 1);
    return;
  }
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return;
  if (const std::string_view id = id_of(object); !id.empty()) {
    std::string name = name_of(element, {});
    if (!name.empty() && name.size() <= kLongestLinkedName) names.try_emplace(id, std::move(name));
  }
  for (const auto [key, value] : object) collect_names(value, names, depth + 1);
}

// Of a thing that has a page, where the page is.
std::string address_of(dom::element value) {
  std::string_view text;
  dom::object object;
  if (value.get(text) == simdjson::SUCCESS) return without_references(trim_spaces(text));
  if (value.get(object) != simdjson::SUCCESS) return {};
  for (const std::string_view key : {"@id", "url"}) {
    if (object.at_key(key).get(text) == simdjson::SUCCESS) {
      return without_references(trim_spaces(text));
    }
  }
  return {};
}

int score_of_type(std::string_view type) {
  if (type.ends_with("Article") || type.ends_with("Posting")) return 2;
  return type == "WebPage" ? 1 : 0;
}

int score_of(const dom::object& object) {
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return 0;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return score_of_type(name);
  int best = 0;
  dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return 0;
  for (const dom::element each : types) {
    if (each.get(name) == simdjson::SUCCESS) best = std::max(best, score_of_type(name));
  }
  return best;
}

// Two addresses of a page may differ in what is left out here.
std::string_view plain_address(std::string_view address) {
  address = address.substr(0, address.find('#'));
  for (const std::string_view beginning : {"http:", "https:", "//", "www."}) {
    if (address.starts_with(beginning)) address.remove_prefix(beginning.size());
  }
  if (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

/// Looks through one text for its best article.
class LinkedSearch {
 public:
  LinkedSearch(dom::element root, std::span<const std::string> of_page) : of_page_(of_page) {
    collect_names(root, names_);
    search(root, 0);
  }

  std::optional<LinkedArticle> take_best() { return std::move(best_); }

 private:
  void search(dom::element element, int depth) {
    if (depth > kMaxDepth) return;
    dom::array list;
    if (element.get(list) == simdjson::SUCCESS) {
      for (const dom::element each : list) search(each, depth + 1);
      return;
    }
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return;
    judge(object);
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      dom::element inner;
      if (object.at_key(key).get(inner) == simdjson::SUCCESS) search(inner, depth + 1);
    }
  }

  void judge(const dom::object& object) {
    const int kind = score_of(object);
    if (kind == 0) return;
    const int score = 2 * kind + (is_of_page(object) ? 1 : 0);
    if (!best_ || score > best_->score) best_ = LinkedArticle{article_of(object), score};
  }

  [[nodiscard]] bool is_of_page(const dom::object& object) const {
    for (const std::string_view key : {"url", "mainEntityOfPage", "@id"}) {
      dom::element value;
      if (object.at_key(key).get(value) != simdjson::SUCCESS) continue;
      const std::string address = address_of(value);
      if (address.empty()) continue;
      const auto is_same = [&](const std::string& page) {
        return plain_address(page) == plain_address(address);
      };
      if (std::any_of(of_page_.begin(), of_page_.end(), is_same)) return true;
    }
    return false;
  }

  [[nodiscard]] Article article_of(const dom::object& object) const {
    Article article;
    for (const auto& [key, field] : kFields) {
      dom::element value;
      if (object.at_key(key).get(value) != simdjson::SUCCESS) continue;
      std::string text = field == &Article::url ? address_of(value) : name_of(value, names_);
      if (!text.empty()) article.*field = std::move(text);
    }
    return article;
  }

  std::span<const std::string> of_page_;
  NamesById names_;
  std::optional<LinkedArticle> best_;
};

}  // namespace

std::optional<LinkedArticle> read_json_ld(std::string_view json,
                                          std::span<const std::string> of_page) {
  json = without_wrappers(json);
  if (json.empty()) return std::nullopt;  // which the parser wants no pointer to
  dom::parser parser;
  dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  return LinkedSearch(root, of_page).take_best();
}

}  // namespace newsdex
