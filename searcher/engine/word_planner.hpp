// Words, phrases and patterns of a query, made ready to be matched.
#pragma once

#include <optional>
#include <string>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"
#include "query/deadline.hpp"
#include "query/plan.hpp"

namespace newsdex {

class WordPlanner {
 public:
  /// All must outlive the planner.
  WordPlanner(Collection& collection, Analyzer& analyzer, const Deadline& deadline)
      : collection_(collection), analyzer_(analyzer), deadline_(deadline) {}

  /// As each language of the index splits and stems them.
  [[nodiscard]] WordsPlan plan(const WordQuery& query);
  [[nodiscard]] WordsPlan plan(const PhraseQuery& query);

  /// By the forms of the index that the pattern stands for. Throws TimeIsUp. With an error() there
  /// are none.
  [[nodiscard]] WordsPlan plan(const PrefixQuery& query);
  [[nodiscard]] WordsPlan plan(const FuzzyQuery& query);

  /// Operands that may_stand_near().
  [[nodiscard]] NearPlan plan(const NearQuery& query);

  /// The first of what could not be planned. Without a column unless it is known.
  [[nodiscard]] const std::optional<QueryError>& error() const { return error_; }

 private:
  WordsPlan words(const std::string& text, bool exact, Field scope);
  void add_sequence(const std::string& text, const std::string& language,
                    std::vector<WordSequence>& sequences);
  std::optional<std::string> only_form(const std::string& text, const std::string& written);
  WordsPlan expanded(const std::string& written, Field scope,
                     std::shared_ptr<const Expansion> expansion);
  void add_alternatives(const Query& query, std::vector<WordsPlan>& out);
  void refuse(QueryError error);

  Collection& collection_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
  TokenStream tokens_;
  std::optional<QueryError> error_;
};

}  // namespace newsdex
