// Ids: the record's own, else made from the path, and in no case two of a kind.
#pragma once

#include <tsl/robin_map.h>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexing/catalog.hpp"
#include "newsdex/article.hpp"

namespace newsdex {

class IdRegistry {
 public:
  /// `known` is the index being updated, or null; an article of it that has no id of its own keeps
  /// the one it was given first.
  explicit IdRegistry(const Catalog* known);

  /// Gives `article` its id. An id that another article of this run has already is an error, and
  /// the article must not be indexed. `display` is its file's path as the user named it.
  std::optional<ReadError> claim(Article& article, const std::string& display);

  /// The same for an article that is given its id, the one of made_id() or of its record.
  std::optional<ReadError> claim_again(Article& article);

  /// The id that an article without one of its own is to have, unless another takes it first.
  [[nodiscard]] std::string made_id(const Article& article, const std::string& display) const;

  [[nodiscard]] bool is_taken(std::string_view id) const;

  /// Takes note of an id that stays in use.
  void keep(std::string_view id, std::string_view display);

 private:
  std::optional<ReadError> claim_as_is(Article& article, const std::string& display);
  struct Claim {
    std::uint32_t path = 0;  // into paths_
    std::uint32_t line = 0;
  };
  bool try_claim(std::string_view id, std::string_view display, std::uint32_t line);
  [[nodiscard]] std::string_view known_display(std::string_view path,
                                               std::string_view display) const;
  [[nodiscard]] std::string first_holder(std::string_view id) const;

  const Catalog* known_;
  tsl::robin_map<std::uint64_t, Claim> claims_;  // by a hash of the id
  std::vector<std::string> paths_;               // as the user named them
};

}  // namespace newsdex
