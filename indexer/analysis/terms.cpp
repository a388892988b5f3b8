#include "analysis/terms.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string bounded_term(std::string_view prefix, std::string_view value) {
  if (value.size() <= kMaxTermBytes) return std::string(prefix).append(value);
  return fmt::format("{}{}#{:016x}", prefix, cut_to_bytes(value, kMaxTermBytes),
                     XXH3_64bits(value.data(), value.size()));
}

}  // namespace

std::string name_key(Analyzer& analyzer, std::string_view name) {
  TokenStream stream;
  analyzer.analyze(name, {}, stream);
  std::string key;
  for (const Token& token : stream.tokens()) {
    if (!key.empty()) key += ' ';
    key += token.form;
  }
  return key;
}

std::string form_term_prefix(std::string_view stem) {
  return fmt::format("{}{}{}", kFormPrefix, stem, kFormSeparator);
}

std::string form_term(std::string_view stem, std::string_view form) {
  return form_term_prefix(stem).append(form);
}

std::string entity_term(EntityType type, std::string_view entity_id) {
  // The prefix says the type that the id begins with.
  return bounded_term(spec(field_of(type)).prefix, entity_id.substr(entity_id.find('/') + 1));
}

std::string label_term(Field field, std::string_view key) {
  return bounded_term(spec(field).prefix, key);
}

std::string id_term(std::string_view id) {
  return bounded_term(kIdPrefix, id);
}

}  // namespace newsdex
