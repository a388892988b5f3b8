#include "reading/field_mapping.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <iterator>

#include "newsdex/error.hpp"
#include "reading/record_names.hpp"
#include "reading/regular_file.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxMappingBytes = std::size_t{1} << 20;

constexpr const char* kHint =
    "a mapping is YAML or JSON such as: {title: headline, body: [lead, text], date: published}";

[[noreturn]] void refuse(const YAML::Node& node, const std::string& reason) {
  throw YAML::ParserException(node.Mark(), reason);
}

std::string scalar(const YAML::Node& node, const std::string& field) {
  if (!node.IsScalar() || node.Scalar().empty()) {
    refuse(node, fmt::format("\"{}\" is neither a name nor a list of names", field));
  }
  return node.Scalar();
}

std::vector<std::string> names(const YAML::Node& node, const std::string& field) {
  if (!node.IsSequence()) return {scalar(node, field)};
  std::vector<std::string> out;
  for (const YAML::Node& each : node) out.push_back(scalar(each, field));
  return out;
}

FieldMapping::Row row(std::string Article::*field, std::vector<std::string> given) {
  FieldMapping::Row row = {field, {}, {}};
  for (std::string& name : given) {
    if (name.starts_with('=')) {
      row.constant = name.substr(1);
    } else {
      row.names.push_back(std::move(name));
    }
  }
  return row;
}

void add(FieldMapping& mapping, const YAML::Node& key, const YAML::Node& value) {
  const std::string field = key.IsScalar() ? key.Scalar() : std::string();
  if (field == "records") {
    mapping.records = scalar(value, field);
    return;
  }
  if (field == "body" || field == "text") {
    mapping.body = names(value, field);
    return;
  }
  const auto* const known =
      std::find_if(kMetadataKeys.begin(), kMetadataKeys.end(),
                   [&](const MetadataKey& each) { return each.name == field; });
  if (known == kMetadataKeys.end()) {
    refuse(key, fmt::format("\"{}\" is no field of articles", field));
  }
  mapping.rows.push_back(row(known->field, names(value, field)));
}

FieldMapping make_usual_columns() {
  FieldMapping mapping;
  for (const MetadataKey& key : kMetadataKeys) {
    mapping.rows.push_back({key.field, {std::string(key.name)}, {}});
  }
  const auto add_name = [&](std::string Article::*field, std::string_view name) {
    for (FieldMapping::Row& each : mapping.rows) {
      if (each.field == field) each.names.emplace_back(name);
    }
  };
  for (const MetadataKey& key : kMetadataSynonyms) add_name(key.field, key.name);
  for (const MetadataKey& key : kRecordNames) add_name(key.field, key.name);
  for (const std::string_view name : kFullTexts) mapping.body.emplace_back(name);
  for (const std::string_view name : kShortTexts) mapping.body.emplace_back(name);
  return mapping;
}

}  // namespace

tl::expected<FieldMapping, std::string> parse_field_mapping(const std::string& text) {
  FieldMapping mapping;
  try {
    const YAML::Node root = YAML::Load(text);
    if (!root.IsMap()) return tl::unexpected(std::string("not a map of fields to names"));
    for (const auto& each : root) add(mapping, each.first, each.second);
  } catch (const YAML::Exception& error) {
    const int line = error.mark.is_null() ? 0 : error.mark.line + 1;
    return tl::unexpected(line == 0 ? error.msg : fmt::format("line {}: {}", line, error.msg));
  }
  if (mapping.body.empty()) return tl::unexpected(std::string("no name for \"body\""));
  return mapping;
}

FieldMapping read_field_mapping(const std::string& path) {
  constexpr std::string_view kWhat = "the mapping";
  auto mapping = parse_field_mapping(read_named_file(kWhat, path, kMaxMappingBytes, kHint));
  if (!mapping) {
    throw Error(ErrorCode::usage, fmt::format("{} {}: {}", kWhat, path, mapping.error()), kHint);
  }
  return std::move(*mapping);
}

std::string missing_names(const FieldMapping& mapping,
                          const std::function<bool(const std::string&)>& is_there) {
  std::vector<std::string> missing;
  for (const FieldMapping::Row& row : mapping.rows) {
    if (std::any_of(row.names.begin(), row.names.end(), is_there)) continue;
    missing.insert(missing.end(), row.names.begin(), row.names.end());
  }
  std::remove_copy_if(mapping.body.begin(), mapping.body.end(), std::back_inserter(missing),
                      is_there);
  return names_in_words(missing);
}

std::string names_in_words(const std::vector<std::string>& names) {
  constexpr std::size_t kMostShown = 20;
  constexpr std::size_t kLongestName = 40;
  std::string words;
  for (std::size_t i = 0; i < std::min(names.size(), kMostShown); ++i) {
    const std::string name = to_valid_utf8(trim_spaces(names[i]));
    const std::string_view shown = cut_to_bytes(name, kLongestName);
    words += fmt::format("{}\"{}{}\"", i == 0 ? "" : ", ", shown,
                         shown.size() < name.size() ? "..." : "");
  }
  const std::size_t more = names.size() - std::min(names.size(), kMostShown);
  return more == 0 ? words : fmt::format("{} and {} more", words, more);
}

const FieldMapping& usual_columns() {
  static const FieldMapping kUsual = make_usual_columns();
  return kUsual;
}

}  // namespace newsdex
