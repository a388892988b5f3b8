// What a query may have meant, by the words of the index and the names it knows.
#pragma once

#include <optional>
#include <string>

#include "engine/collection.hpp"
#include "query/deadline.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"

namespace newsdex {

class Speller {
 public:
  /// All must outlive the speller.
  Speller(Collection& collection, Analyzer& analyzer, const Deadline& deadline)
      : collection_(collection), analyzer_(analyzer), deadline_(deadline) {}

  /// The query with a likelier word for each that next to no article has, in words and phrases
  /// that do not stand under a NOT; nothing if there is none. Throws TimeIsUp.
  [[nodiscard]] std::optional<Query> correct(const Query& query);

 private:
  bool correct_in_place(Query& query);
  bool correct_text(std::string& text);
  [[nodiscard]] std::optional<std::string> likelier(std::string_view form, std::string_view stem);

  Collection& collection_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
};

}  // namespace newsdex
