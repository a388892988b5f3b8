// The query parser: what it takes prints as a query that it takes for the same.
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "newsdex/query.hpp"
#include "text/utf8.hpp"

namespace newsdex::fuzz {

void run_query(std::string_view bytes) {
  constexpr Day kToday = 17651;
  static const SavedQueries kSaved = {{"bans", "ban OR block"}, {"loop", "query:loop"}};
  const auto query = parse_query(bytes, kToday, kSaved);
  if (!query) {
    require(!query.error().message.empty(), "refusals have a reason");
    locate(bytes, query.error().column);
    return;
  }
  const std::string tree = to_string(*query);
  const std::string text = to_query_text(*query);
  if (!is_valid_utf8(bytes)) return;
  require(is_valid_utf8(text), "queries are UTF-8");
  const auto again = parse_query(text, kToday, kSaved);
  require(again.has_value(), "a query that was printed is one");
  require(to_string(*again) == tree, "a query that was printed is the same");
}

}  // namespace newsdex::fuzz
