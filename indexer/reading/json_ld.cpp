#include "reading/json_ld.hpp"

#include <simdjson.h>

#include <array>
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

// A text, the name of an object, or those of a list apart by commas.
std::string name_of(dom::element value, int depth = 0) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return without_references(trim_spaces(text));
  if (depth > kMaxDepth) return {};
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const std::string_view key : {"name", "@value", "alternateName", "@id"}) {
      dom::element named;
      if (object.at_key(key).get(named) == simdjson::SUCCESS) return name_of(named, depth + 1);
    }
    return {};
  }
  dom::array list;
  std::string names;
  if (value.get(list) != simdjson::SUCCESS) return {};
  for (const dom::element each : list) {
    const std::string name = name_of(each, depth + 1);
    if (!name.empty()) names.append(names.empty() ? "" : ", ").append(name);
  }
  return names;
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

Article article_of_object(const dom::object& object) {
  Article article;
  for (const auto& [key, field] : kFields) {
    dom::element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) continue;
    std::string text = name_of(value);
    if (!text.empty()) article.*field = std::move(text);
  }
  return article;
}

void search(dom::element element, int depth, std::optional<LinkedArticle>& best) {
  if (depth > kMaxDepth) return;
  dom::array list;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element each : list) search(each, depth + 1, best);
    return;
  }
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return;
  const int score = score_of(object);
  if (score > (best ? best->score : 0)) best = LinkedArticle{article_of_object(object), score};
  for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    dom::element inner;
    if (object.at_key(key).get(inner) == simdjson::SUCCESS) search(inner, depth + 1, best);
  }
}

}  // namespace

std::optional<LinkedArticle> read_json_ld(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  std::optional<LinkedArticle> best;
  search(root, 0, best);
  return best;
}

}  // namespace newsdex
