// What a query may have meant, by the words of the index and the names it knows.
#pragma once

#include <optional>
#include <string>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"
#include "query/deadline.hpp"

namespace newsdex {

class Speller {
 public:
  /// All must outlive the speller.
  Speller(Collection& collection, Analyzer& analyzer, const Deadline& deadline)
      : collection_(collection), analyzer_(analyzer), deadline_(deadline) {}

  /// The query with a likelier word for each that next to no article has, in words and phrases,
  /// and a likelier label (a source, a language) for each that none has; under a NOT all is left.
  /// Nothing if there is none. Throws TimeIsUp.
  [[nodiscard]] std::optional<Query> correct(const Query& query);

 private:
  bool correct_in_place(Query& query);
  bool correct_text(std::string& text);
  bool correct_value(ValueQuery& query);
  [[nodiscard]] std::optional<std::string> likelier(std::string_view form, std::string_view stem);

  Collection& collection_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
};

}  // namespace newsdex
