// The query language in one table, which help and manual show and whose examples a test parses.
#pragma once

#include <array>
#include <string_view>

namespace newsdex {

struct QuerySyntax {
  std::string_view form;  // an example; a query by itself, unless it names a saved query
  std::string_view meaning;
};

inline constexpr std::array kQuerySyntax = {
    QuerySyntax{"telegram ban", "both words, in any form"},
    QuerySyntax{"telegram OR ban", "either"},
    QuerySyntax{"telegram -ban", "the one and not the other; NOT ban is the same"},
    QuerySyntax{"(ban OR block) app", "groups"},
    QuerySyntax{"\"messaging app\"", "these words side by side, exactly so"},
    QuerySyntax{"ban NEAR/5 app", "at most 5 words apart, in any order"},
    QuerySyntax{"ban ADJ/5 app", "the same in this order"},
    QuerySyntax{"filter*", "words that begin so; 3 letters at least"},
    QuerySyntax{"telegran~1", "words so many letters off, 1 or 2"},
    QuerySyntax{"title:ban", "words of the title"},
    QuerySyntax{"actor:rouhani", "a person; platform:, org:, place:, source:, lang: likewise"},
    QuerySyntax{"actor:\"Pavel Durov\"", "a value of several words"},
    QuerySyntax{"actor:(durov OR zharov)", "several values of one field"},
    QuerySyntax{"actor:durov AND actor:zharov", "both; side by side means either"},
    QuerySyntax{"sentence:(actor:durov place:iran)", "named in one sentence"},
    QuerySyntax{"date:2018-04", "published then; 2018, 2018-04-30, 2018-W18, 2018-Q2, 1397-02"},
    QuerySyntax{"date:2018-04..2018-06", "a range, open with 2018-04.. or ..2018"},
    QuerySyntax{"date:\"last month\"",
                "what an article would call so today; date:none without one"},
    QuerySyntax{"mentions:2018-09", "words about that time, whenever published"},
    QuerySyntax{"date-source:url", "a date of publication that was found there"},
    QuerySyntax{"tagged-by:role", "a name found by that rule: name, alias, surname, discovered"},
    QuerySyntax{"similar:ID", "articles about the same as that one"},
    QuerySyntax{"query:NAME", "a saved query"},
};

}  // namespace newsdex
