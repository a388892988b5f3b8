// From a name as a user types it to the entity that is meant.
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"

namespace newsdex {

struct ResolvedName {
  EntityType type = EntityType::person;
  std::vector<std::string> ids;  // of its own, and of the values that it stands for
  std::string name;
  std::vector<std::string> other_spellings = {};  // other values of facets that mean it
};

class NameResolver {
 public:
  /// Both must outlive the resolver.
  NameResolver(Collection& collection, Analyzer& analyzer)
      : collection_(collection), analyzer_(analyzer) {}

  /// The entity of `field` that `value` names: by its canonical name, any listed form, a surname
  /// that is one person's among those in the index, or a spelling of these that is made by rule. An
  /// entity of the index goes before one that is only listed. What no list has may be a name that
  /// was found in the index: by its value, or a surname that is that of one of them. The error
  /// lists the candidates, or the nearest names.
  [[nodiscard]] tl::expected<ResolvedName, QueryError> resolve(Field field,
                                                               const std::string& value);

 private:
  using Resolution = tl::expected<ResolvedName, QueryError>;

  [[nodiscard]] std::optional<Resolution> discovered(Field field, const std::string& value,
                                                     const std::string& key);
  [[nodiscard]] std::vector<std::uint32_t> candidates(Field field, const std::string& value,
                                                      const std::string& key);
  // The names that stand for some, each once.
  [[nodiscard]] std::vector<std::string> shown(Field field, std::vector<std::string> names) const;
  [[nodiscard]] bool is_in_index(std::uint32_t entity);
  [[nodiscard]] QueryError unknown(Field field, const std::string& value, const std::string& key);
  [[nodiscard]] QueryError ambiguous(Field field, const std::string& value,
                                     const std::vector<std::uint32_t>& entities);
  [[nodiscard]] static QueryError several(Field field, const std::string& value,
                                          std::vector<std::string> names);

  Collection& collection_;
  Analyzer& analyzer_;
};

}  // namespace newsdex
