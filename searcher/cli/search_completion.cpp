#include "cli/search_completion.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/saved_queries.hpp"
#include "cli/search_request.hpp"
#include "cli/searcher_options.hpp"
#include "newsdex/error.hpp"
#include "printing/hit_fields.hpp"
#include "query/field_names.hpp"
#include "terminal/index_location.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kValuesLookedAt = 5000;
constexpr std::size_t kMostCandidates = 200;

// Whether a value, or any word of it, begins with what was typed.
bool begins_so(std::string_view value, std::string_view typed, bool inside) {
  const std::string text = ascii_lower(value);
  const std::string wanted = ascii_lower(typed);
  if (text.starts_with(wanted)) return true;
  return inside && (text.find(fmt::format(" {}", wanted)) != std::string::npos ||
                    text.find(fmt::format("-{}", wanted)) != std::string::npos);
}

// Of the options typed so far, those that say where the index is and how it is asked.
SearcherOptions index_options(std::span<const std::string> words) {
  SearcherOptions options;
  options.index = option_value(words, "--db");
  const std::string timeout = option_value(words, "--shard-timeout");
  double seconds = 0;
  std::from_chars(timeout.data(), timeout.data() + timeout.size(), seconds);
  if (seconds >= kLeastShardTimeout && seconds <= kMaxTimeout) options.shard_timeout = seconds;
  options.no_shard_cache = std::find(words.begin(), words.end(), "--no-shard-cache") != words.end();
  return options;
}

class SearchCompleter {
 public:
  explicit SearchCompleter(std::span<const std::string> words) : options_(index_options(words)) {}

  Completion value(const CLI::Option* option, const std::string& typed) {
    if (option == nullptr) return query_word(typed);
    const std::string name = option->get_lnames().empty() ? "" : option->get_lnames().front();
    if (const auto field = filtered_field(name)) return names(*field, typed, "", false);
    if (name == "facet" || name == "timeline-by") return facets(typed, "");
    if (name == "matrix") return matrix(typed);
    if (name == "fields") return hit_field_list(typed);
    if (name == "delete-query") return saved(typed, "");
    return {};
  }

 private:
  static std::optional<Field> filtered_field(const std::string& name) {
    for (const FieldSpec& field : kFields) {
      if (field.option.empty()) continue;
      const std::string_view bare = field.option.substr(2);
      if (name == bare || name == fmt::format("not-{}", bare)) return field.field;
    }
    return std::nullopt;
  }

  // A field with its value, or the beginning of one; behind what a query may put before it.
  Completion query_word(const std::string& typed) {
    const std::size_t begin = std::min(typed.find_first_not_of("-("), typed.size());
    const std::string before = typed.substr(0, begin);
    const std::string word = typed.substr(begin);
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos) return field_names(word, before);
    std::string value = word.substr(colon + 1);
    std::erase(value, '"');
    const std::string name = word.substr(0, colon);
    if (name == "query") return saved(value, before + "query:");
    const std::optional<Field> field = find_field(name);
    return field ? names(*field, value, before, true) : Completion{};
  }

  static Completion field_names(const std::string& typed, const std::string& before) {
    Completion completion;
    for (const FieldSpec& field : kFields) {
      if (field.name.starts_with(typed)) {
        completion.candidates.push_back(
            {fmt::format("{}{}:", before, field.name), std::string(field.help)});
      }
    }
    return completion;
  }

  static Completion facets(const std::string& typed, const std::string& before) {
    Completion completion;
    for (const FieldSpec& field : kFields) {
      if (field.facet && field.name.starts_with(typed)) {
        completion.candidates.push_back(
            {fmt::format("{}{}", before, field.name), std::string(field.help)});
      }
    }
    return completion;
  }

  static Completion matrix(const std::string& typed) {
    const std::size_t colon = typed.rfind(':');
    if (colon != std::string::npos)
      return facets(typed.substr(colon + 1), typed.substr(0, colon + 1));
    Completion completion = facets(typed, "");
    for (auto& candidate : completion.candidates) candidate.word += ':';
    return completion;
  }

  static Completion hit_field_list(const std::string& typed) {
    const std::size_t comma = typed.rfind(',');
    const std::string before = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
    Completion completion;
    for (const HitField& field : hit_fields()) {
      if (!field.name.starts_with(typed.substr(before.size()))) continue;
      completion.candidates.push_back(
          {fmt::format("{}{}", before, field.name), std::string(field.help)});
    }
    return completion;
  }

  static Completion saved(const std::string& typed, const std::string& before) {
    Completion completion;
    for (const auto& [name, query] : SavedQueryFile().read()) {
      if (name.starts_with(typed)) completion.candidates.push_back({before + name, query});
    }
    return completion;
  }

  // The values of a field in the index; as a query or as they are. Those that begin with what was
  // typed come first, then those of which a later word does, the most frequent first of each.
  Completion names(Field field, const std::string& typed, const std::string& before,
                   bool as_query) {
    const std::vector<FacetCount> values = values_of(field);
    Completion completion;
    for (const bool inside : {false, true}) {
      for (const FacetCount& row : values) {
        if (completion.candidates.size() == kMostCandidates) break;
        const bool begins = begins_so(row.value, typed, false);
        if (inside ? begins || !begins_so(row.value, typed, true) : !begins) continue;
        const std::string word =
            as_query ? before + to_query_text({ValueQuery{field, row.value}, 0}) : row.value;
        completion.candidates.push_back(
            {word, fmt::format("{} article{}", row.count, row.count == 1 ? "" : "s")});
      }
    }
    return completion;
  }

  // Pressing a key must never end in a complaint: without an index there are no values.
  std::vector<FacetCount> values_of(Field field) {
    if (!spec(field).facet) return {};
    try {
      IndexSearcher searcher(index_location(options_.index), {}, shard_options(options_));
      SearchRequest request;
      request.query = parse_query("").value();
      request.limit = 0;
      request.facets = {{field, kValuesLookedAt, 0}};
      auto result = searcher.search(request);
      return result ? std::move(result->facets.front().values) : std::vector<FacetCount>();
    } catch (const Error&) {
      return {};
    }
  }

  SearcherOptions options_;
};

}  // namespace

Completion search_completion(std::span<const std::string> words) {
  CLI::App app;
  SearcherOptions options;
  define_searcher(app, options);
  SearchCompleter completer(words);
  return complete(app, words, [&](const CLI::Option* option, const std::string& typed) {
    return completer.value(option, typed);
  });
}

}  // namespace newsdex
