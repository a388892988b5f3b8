// Indexes a folder of articles and prints who is named most in those that a query finds:
// most_named FOLDER INDEX QUERY
#include <cstdio>
#include <newsdex/error.hpp>
#include <newsdex/index_builder.hpp>
#include <newsdex/index_searcher.hpp>

namespace {

void build(const char* folder, const char* index) {
  newsdex::BuildOptions options;
  options.sources = {folder};
  options.index = index;
  options.read_error = [](const newsdex::ReadError& error) {
    std::fprintf(stderr, "not read: %s: %s\n", error.path.c_str(), error.reason.c_str());
  };
  newsdex::build_index(options);
}

int print_most_named(const char* index, const char* text) {
  const auto query = newsdex::parse_query(text);
  if (!query) {
    std::fprintf(stderr, "%s\n", query.error().message.c_str());
    return 2;
  }
  newsdex::SearchRequest request;
  request.query = *query;
  request.limit = 0;  // counts only
  request.facets = {{newsdex::Field::actor, 5}};
  newsdex::IndexSearcher searcher(index);
  const auto result = searcher.search(request);
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    return 2;
  }
  for (const newsdex::FacetCount& actor : result->facets.front().values) {
    std::printf("%6llu %s\n", static_cast<unsigned long long>(actor.count), actor.value.c_str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: most_named FOLDER INDEX QUERY\n");
    return 2;
  }
  try {
    build(argv[1], argv[2]);
    return print_most_named(argv[2], argv[3]);
  } catch (const newsdex::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
