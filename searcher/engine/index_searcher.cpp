#include "newsdex/index_searcher.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <type_traits>

#include "engine/breakdown.hpp"
#include "engine/column_checks.hpp"
#include "engine/feedback.hpp"
#include "engine/hit_loader.hpp"
#include "engine/planner.hpp"
#include "engine/query_explanation.hpp"
#include "engine/search.hpp"
#include "engine/shard_set.hpp"
#include "engine/spelling.hpp"
#include "query/query_notes.hpp"
#include "storage/damage.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {
namespace {

// With so few articles found a misspelt word is likely.
constexpr std::uint64_t kFewArticles = 3;

// Shards that are written anew again and again while they are searched.
constexpr int kMostChanges = 5;

// And shards on this machine of which one was opened before a build was published, and one after
// that: the next time all are of the new one, unless they do not belong together.
constexpr int kMostMixed = 3;
constexpr std::chrono::milliseconds kMixedPause{10};

constexpr std::size_t kMostAskedAtOnce = 64;

// What was fetched is kept up to so many bytes as they travelled; then all is begun anew.
constexpr std::uint64_t kMostFetched = std::uint64_t{2} << 30;

tl::unexpected<QueryError> stopped(std::chrono::milliseconds timeout) {
  const double seconds = std::chrono::duration<double>(timeout).count();
  return tl::unexpected(
      QueryError{fmt::format("the search was stopped after {:g} s, its time limit", seconds),
                 "ask for rarer words or fewer at once, or allow more time with --timeout", 0});
}

// Of a shard that is searched alone, who reads the hint is not to try what is refused.
[[noreturn]] void refuse_damaged(const Damage& damage, const ShardSet& shards) {
  if (!shards.is_list() && is_shard(shards.places().front().path()))
    throw Error(ErrorCode::bad_index, damage.what(), kShardDamageHint);
  throw damage;
}

QueryError incomplete(const MissingShard& missing) {
  return {fmt::format("shard {} is missing: {}", missing.name, missing.reason),
          "without --require-all the others answer", 0};
}

// Shards on other machines are asked side by side, however little there is to look at.
SearchThreads threads_for(SearchThreads threads, const ShardSet& shards) {
  if (!shards.is_remote()) return threads;
  const auto each = static_cast<unsigned>(std::min(shards.size(), kMostAskedAtOnce));
  threads.workers = std::max(WorkerPool(threads.workers).workers(), each);
  threads.parallel_from = 0;
  return threads;
}

// Marks the values that the name list does not have.
void mark_discovered(Facet& facet, const NameTable& names) {
  for (FacetCount& row : facet.values) row.discovered = !names.has_name(row.value);
}

// Those that do not answer, and those that the list leaves out: of a build some of whose shards do
// not answer nobody can tell which ones are listed.
std::vector<MissingShard> missing_shards(const ShardSet& shards, const Collection& collection) {
  std::vector<MissingShard> missing = shards.missing();
  const std::vector<unsigned>& absent = collection.absent_shards();
  if (!shards.is_list() || absent.size() <= missing.size()) return missing;
  constexpr std::string_view kReason = "the list of shards does not name it";
  if (!missing.empty()) {
    for (std::size_t i = 1; missing.size() < absent.size(); ++i)
      missing.push_back({fmt::format("unlisted-{}", i), std::string(kReason)});
    return missing;
  }
  for (const unsigned number : absent) {
    missing.push_back({fmt::format("shard-{}", number), std::string(kReason)});
  }
  return missing;
}

}  // namespace

struct IndexSearcher::Parts {
  Parts(const std::string& index, const SearchThreads& how, const ShardOptions& options)
      : shards(index, options),
        require_all(options.require_all),
        threads(threads_for(how, shards)),
        pool(threads.workers) {}

  // Opens what can be searched, if that is not what is open. Where shards are missing, a build may
  // have written a list of others since the list was read.
  void open() {
    if (shards.traffic().bytes > kMostFetched) begin_anew();
    for (int i = 0; i < kMostChanges; ++i) {
      open_listed();
      if (missing_shards(shards, *collection).empty() || !shards.read_list_again()) return;
      collection.reset();
    }
  }

  void open_listed() {
    const bool changed = shards.refresh();
    if (!changed && collection) return;
    collection.reset();
    collection.emplace(shards.places());
  }

  void begin_anew() {
    shards.forget();
    collection.reset();
  }

  [[nodiscard]] SearchTools tools(const Deadline& deadline) {
    return {*collection, analyzer, pool, threads, deadline};
  }

  ShardSet shards;
  bool require_all;
  std::optional<Collection> collection;
  Analyzer analyzer;
  PassageSplitter passages;
  SearchThreads threads;
  WorkerPool pool;
};

// Whenever a shard is lost, all is done again without it: every number depends on all of them.
template <typename Action>
auto IndexSearcher::with_shards(Action&& action) {
  Parts& p = *parts_;
  int mixed = 0;
  for (int changes = 0;;) {
    try {
      p.open();
      return action();
    } catch (const ShardLost& lost) {
      p.shards.lose(lost);
      p.collection.reset();
    } catch (const ShardChanged&) {
      if (++changes == kMostChanges) throw;
      p.begin_anew();
    } catch (const Damage& damage) {
      if (!p.shards.lose(damage)) refuse_damaged(damage, p.shards);
      p.collection.reset();
    } catch (const MixedBuilds&) {
      if (p.shards.is_remote() || ++mixed == kMostMixed) throw;
      if (!p.shards.read_list_again()) std::this_thread::sleep_for(kMixedPause);
    } catch (const Error& error) {
      if (!p.shards.is_list() || error.code() != ErrorCode::no_index) throw;
      if (++changes == kMostChanges) throw;
      p.begin_anew();  // one was removed meanwhile
    }
  }
}

IndexSearcher::IndexSearcher(const std::string& index, const SearchThreads& threads,
                             const ShardOptions& shards)
    : parts_(std::make_unique<Parts>(index, threads, shards)) {
  with_shards([] { return true; });
}
IndexSearcher::~IndexSearcher() = default;

tl::expected<SearchResult, QueryError> IndexSearcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const Deadline deadline = deadline_after(request.timeout);
  try {
    auto result = with_shards([&] {
      auto found = answer(request, deadline);
      if (found && request.suggest && found->total <= kFewArticles)
        found->suggestion = suggest(request, found->total, deadline);
      return found;
    });
    if (!result) return result;
    AbsentShards absent = absent_shards();
    result->missing = std::move(absent.missing);
    result->passed_over = std::move(absent.passed_over);
    if (parts_->require_all && !result->missing.empty())
      return tl::unexpected(incomplete(result->missing.front()));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    result->took_ms = took.count();
    return result;
  } catch (const TimeIsUp&) {
    return stopped(request.timeout);
  }
}

AbsentShards IndexSearcher::absent_shards() const {
  return {missing_shards(parts_->shards, *parts_->collection), parts_->shards.passed_over()};
}

tl::expected<SearchResult, QueryError> IndexSearcher::answer(const SearchRequest& request,
                                                             const Deadline& deadline) {
  Parts& p = *parts_;
  Collection& collection = *p.collection;
  const auto plan = plan_search(request.query, collection, p.analyzer, deadline);
  if (!plan) return tl::unexpected(plan.error());
  Search search(request, *plan, collection, deadline);
  const SearchTools tools = p.tools(deadline);
  const bool is_ranked = request.sort == SortOrder::relevance && request.limit > 0;
  if (request.expand && is_ranked) search.add(feedback_leaves(*plan, tools));
  const bool broken_down = request.matrix || request.timeline_by;
  if (broken_down) search.keep_matches();
  search.run(p.pool, p.threads);
  auto result = search.result();
  if (!result) return result;
  result->notes = plan->notes;
  for (std::string& note : notes_on(request.query)) result->notes.push_back(std::move(note));
  if (broken_down) {
    Breakdown breakdown(search, tools);
    if (request.matrix) result->matrix = breakdown.matrix(*request.matrix, request.narrowed_text);
    if (request.timeline_by && result->timeline) {
      result->value_timelines =
          breakdown.timelines(*request.timeline_by, *result->timeline, request.narrowed_text);
    }
  }
  for (Facet& facet : result->facets) {
    if (spec(facet.field).kind == FieldKind::name && collection.has_discovered()) {
      mark_discovered(facet, collection.names());
    }
  }
  HighlightOptions highlight;
  highlight.whole_text = request.whole_text;
  ColumnChecks checks(collection);
  checks.add(search.page());
  checks.run(p.pool, p.threads);
  HitLoader loader(*plan, search.idfs(), collection, p.analyzer, p.passages, highlight, deadline);
  for (const RankedArticle& ranked : search.page()) {
    deadline.check();
    Hit hit = loader.load(ranked, request.highlight);
    for (const CopyMember& copy : search.folded_under(ranked))
      hit.copies.emplace_back(collection.id(copy));
    for (const OtherPlace& place : collection.other_places(ranked.segment, hit.id))
      hit.other_paths.push_back(place_name(place));
    result->hits.push_back(std::move(hit));
  }
  return result;
}

// The query with its misspelt words put right, if that finds more. What was found is an answer
// without it, should its time be up.
std::optional<std::string> IndexSearcher::suggest(const SearchRequest& request, std::uint64_t total,
                                                  const Deadline& deadline) try {
  Parts& p = *parts_;
  Speller speller(*p.collection, p.analyzer, deadline);
  SearchRequest better;
  const std::optional<Query> corrected = speller.correct(request.query);
  if (!corrected) return std::nullopt;
  better.query = *corrected;
  better.limit = 0;
  const auto found = answer(better, deadline);
  if (!found || found->total <= total) return std::nullopt;
  return to_query_text(better.query);
} catch (const TimeIsUp&) {
  return std::nullopt;
}

// What shards on other machines take is bounded by their own time limit.
Deadline IndexSearcher::deadline_after(std::chrono::milliseconds timeout) const {
  return Deadline(timeout, [this] { return parts_->shards.waited(); });
}

template <typename Action>
auto IndexSearcher::in_time(std::chrono::milliseconds timeout, Action&& action) {
  using Answer = std::invoke_result_t<Action, const SearchTools&>;
  const Deadline deadline = deadline_after(timeout);
  try {
    Answer answer = with_shards([&] { return action(parts_->tools(deadline)); });
    const std::vector<MissingShard> missing = absent_shards().missing;
    if (answer && parts_->require_all && !missing.empty())
      return Answer(tl::unexpected(incomplete(missing.front())));
    return answer;
  } catch (const TimeIsUp&) {
    return Answer(stopped(timeout));
  }
}

tl::expected<std::vector<ExplainedLeaf>, QueryError> IndexSearcher::explain(
    const Query& query, std::chrono::milliseconds timeout) {
  return in_time(timeout, [&](const SearchTools& tools) { return explain_leaves(query, tools); });
}

tl::expected<std::vector<AddedWord>, QueryError> IndexSearcher::added_words(
    const Query& query, std::chrono::milliseconds timeout) {
  return in_time(timeout,
                 [&](const SearchTools& tools) { return explain_added_words(query, tools); });
}

}  // namespace newsdex
