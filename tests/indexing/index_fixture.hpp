// An index and its sources in a folder of the test's own.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "newsdex/index_builder.hpp"
#include "newsdex/index_searcher.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {

// The names that the tests speak of; the built-in list takes long to read under a sanitizer.
inline constexpr std::string_view kTestNames = R"(# newsdex names 1
- {name: Telegram, kind: platform}
- {name: Instagram, kind: platform}
- {name: Twitter, kind: platform}
- {name: Viber, kind: platform}
- {name: WhatsApp, kind: platform}
- {name: Signal, name-flags: [exact-case, needs-context], kind: platform}
- {name: Pavel Durov, kind: person}
- {name: Ali Larijani, kind: person}
- {name: Sadegh Larijani, kind: person}
- {name: Barack Obama, kind: person}
)";

class IndexFixture : public ::testing::Test {
 protected:
  IndexFixture() { folder_.write("test-names.yaml", kTestNames); }

  BuildOptions options() {
    BuildOptions options;
    options.sources = {folder_.path("articles")};
    options.index = folder_.path("index");
    options.jobs = 2;
    options.built_in_names = false;
    options.discovery = false;
    options.name_lists = {folder_.path("test-names.yaml")};
    options.read_error = [this](const ReadError& error) { errors_.push_back(error); };
    return options;
  }

  // Ids that a query finds, in order, joined by spaces; "error: ..." when it is refused.
  std::string found(const std::string& text) {
    SearchRequest request;
    request.query = parse_query(text).value();
    const auto result = IndexSearcher(options().index).search(request);
    if (!result) return "error: " + result.error().message;
    std::string ids;
    for (const Hit& hit : result->hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
  }

  // The values of a facet over everything, as "value:count".
  std::string facet(Field field) {
    SearchRequest request;
    request.query = {AllQuery{}};
    request.facets = {{field, 0}};
    std::string values;
    const SearchResult result = IndexSearcher(options().index).search(request).value();
    for (const FacetCount& value : result.facets[0].values) {
      values += (values.empty() ? "" : " ") + value.value + ":" + std::to_string(value.count);
    }
    return values;
  }

  TemporaryFolder folder_;
  std::vector<ReadError> errors_;
};

}  // namespace newsdex::testing
