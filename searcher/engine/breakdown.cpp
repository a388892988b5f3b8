#include "engine/breakdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/planner.hpp"
#include "highlight/sentence_names.hpp"
#include "storage/article_store.hpp"

namespace newsdex {
namespace {

std::string value_query(Field field, const std::string& value) {
  // As a value of a name or label, whatever the field: it is the text that counts.
  return to_query_text({ValueQuery{field, value}, 0});
}

// `query` and `more`, neither changing how the other is read.
std::string both(std::string_view query, const std::string& more) {
  return query.empty() ? more : fmt::format("({}) AND {}", query, more);
}

// Calls `action(window, set)` for each window of a slice; the window counts from the segment's
// beginning.
template <typename Action>
void for_each_window(const Slice& slice, const ArticleSet& set, Action&& action) {
  for (std::uint32_t begin = slice.begin; begin < slice.end;) {
    const Window window = slice.window_at(begin);
    const WindowSet part = set.within({window.begin - slice.begin, window.end - slice.begin});
    if (part.any()) action(window, part);
    begin = window.end;
  }
}

bool same_labels(const SearchPlan& a, const SearchPlan& b) {
  const auto labels_of = [](const SearchPlan& plan) {
    return plan.filters.empty() ? nullptr : plan.filters.front().labels();
  };
  const LabelPlan* const first = labels_of(a);
  const LabelPlan* const second = labels_of(b);
  return first != nullptr && second != nullptr && first->terms == second->terms;
}

std::vector<MatrixValue> shown_values(const auto& values) {
  std::vector<MatrixValue> shown;
  for (const auto& value : values) shown.push_back({value.value, value.count});
  return shown;
}

// Counts for each cell the articles of which a sentence names its row and its column. The groups of
// `names` are numbered rows first.
class SentenceCells {
 public:
  SentenceCells(SentenceNames names, std::size_t rows, std::size_t columns,
                std::vector<MatrixCell>& cells)
      : names_(std::move(names)),
        first_column_(rows),
        columns_(columns),
        cells_(cells),
        last_counted_(cells.size()) {}

  void add(const StoredArticle& stored) {
    ++article_;
    const std::span<const SentenceNames::Named> all = names_.find(stored);
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() && all[end].sentence == all[begin].sentence) ++end;
      add_sentence(all.subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  void add_sentence(std::span<const SentenceNames::Named> named) {
    for (const SentenceNames::Named& row : named) {
      if (row.group >= first_column_) break;  // groups ascend
      for (const SentenceNames::Named& column : named) {
        if (column.group < first_column_) continue;
        const std::size_t cell = row.group * columns_ + (column.group - first_column_);
        if (std::exchange(last_counted_[cell], article_) != article_) ++cells_[cell].count;
      }
    }
  }

  SentenceNames names_;
  std::size_t first_column_;
  std::size_t columns_;
  std::vector<MatrixCell>& cells_;
  std::vector<std::uint64_t> last_counted_;  // article, by cell
  std::uint64_t article_ = 0;                // from 1
};

}  // namespace

Matrix Breakdown::matrix(const MatrixRequest& request, std::string_view query) {
  const Values rows = most_frequent({request.rows, request.row_limit, 0});
  const Values columns = most_frequent({request.columns, request.column_limit, 0});
  Matrix matrix;
  matrix.row_field = request.rows;
  matrix.column_field = request.columns;
  matrix.unit = request.unit;
  matrix.rows = shown_values(rows.values);
  matrix.columns = shown_values(columns.values);
  matrix.more_rows = rows.more;
  matrix.more_columns = columns.more;
  const bool by_sentence = request.unit == MatrixUnit::sentence;
  for (const Value& row : rows.values) {
    for (const Value& column : columns.values) {
      const std::string cell = fmt::format("{} AND {}", row.query, column.query);
      matrix.cells.push_back(
          {0, both(query, by_sentence ? fmt::format("sentence:({})", cell) : cell)});
    }
  }
  if (by_sentence) {
    count_by_sentence(rows, columns, matrix);
  } else {
    count_by_article(rows, columns, matrix);
  }
  return matrix;
}

void Breakdown::count_by_article(const Values& rows, const Values& columns, Matrix& matrix) const {
  auto cell = matrix.cells.begin();
  for (const Value& row : rows.values) {
    for (const Value& column : columns.values) {
      for (std::size_t slice = 0; slice < row.articles.size(); ++slice) {
        ArticleSet together = row.articles[slice];
        together &= column.articles[slice];
        cell->count += together.count();
      }
      ++cell;
    }
  }
}

void Breakdown::count_by_sentence(const Values& rows, const Values& columns, Matrix& matrix) const {
  SentenceNames names;
  std::uint32_t group = 0;
  for (const Values* values : {&rows, &columns}) {
    for (const Value& value : values->values) {
      names.add(*value.plan.filters.front().labels(), group++);
    }
  }
  SentenceCells cells(std::move(names), rows.values.size(), columns.values.size(), matrix.cells);
  for (std::size_t i = 0; i < search_.slices().size(); ++i) {
    const Slice& slice = search_.slices()[i]->slice();
    ArticleSet with_row(slice.size());
    ArticleSet with_column(slice.size());
    for (const Value& row : rows.values) with_row |= row.articles[i];
    for (const Value& column : columns.values) with_column |= column.articles[i];
    with_row &= with_column;
    ArticleStore store(slice.segment->segment.articles);
    with_row.for_each([&](std::uint32_t article) {
      tools_.deadline.check();
      cells.add(store.read(slice.begin + article));
    });
  }
}

ValueTimelines Breakdown::timelines(const FacetRequest& request, const Timeline& whole,
                                    std::string_view query) {
  const Values found = most_frequent(request);
  ValueTimelines out;
  out.field = request.field;
  out.more = found.more;
  for (const Value& value : found.values) {
    const PeriodCounts periods(days_of(value.articles), whole.unit);
    const bool by_period = request.field == field_of(whole.unit);
    const std::string value_query =
        fmt::format("{}{}", both(query, value.query), by_period ? " AND " : " ");
    out.values.push_back({value.value, value.count, periods.timeline_along(whole, value_query)});
  }
  return out;
}

// Their order is by the counts of their queries, which may find more than the facet's one spelling.
Breakdown::Values Breakdown::most_frequent(const FacetRequest& request) {
  const Facet facet = count(request);
  Values found;
  found.more = facet.more;
  found.values = resolve(facet);
  for (Value& value : found.values) find_articles(value);
  std::stable_sort(found.values.begin(), found.values.end(),
                   [](const Value& a, const Value& b) { return a.count > b.count; });
  return found;
}

// The field's values among what was found, with all filters.
Facet Breakdown::count(const FacetRequest& request) {
  const FacetPage page = {request.limit, request.offset};
  if (is_period(request.field)) {
    Sets all;
    for (const auto& slice : search_.slices()) all.push_back(slice->matched());
    return period_facet(request.field, days_of(all), {}, page);
  }
  FacetCounter counter(tools_.collection.facet(request.field, tools_.deadline));
  for (const auto& search : search_.slices()) {
    const Slice& slice = search->slice();
    const FacetColumn& column = slice.columns().facet(request.field);
    for_each_window(slice, search->matched(), [&](const Window& window, const WindowSet& set) {
      counter.add(column, slice.number, window, WindowList(set).offsets());
    });
  }
  return counter.result(request.field, {}, page);
}

// Spellings of one value become one. A value whose own text finds something else is left out.
std::vector<Breakdown::Value> Breakdown::resolve(const Facet& facet) {
  std::vector<Value> values;
  for (const FacetCount& row : facet.values) {
    Value value = {row.value, value_query(facet.field, row.value), {}, {}, 0};
    const auto query = parse_query(value.query);
    if (!query) continue;
    auto plan = plan_search(*query, tools_.collection, tools_.analyzer, tools_.deadline);
    if (!plan) continue;
    value.plan = std::move(*plan);
    const bool known = std::any_of(values.begin(), values.end(), [&](const Value& other) {
      return same_labels(other.plan, value.plan);
    });
    if (!known) values.push_back(std::move(value));
  }
  return values;
}

void Breakdown::find_articles(Value& value) {
  SearchRequest request;
  request.limit = 0;
  Search search(request, value.plan, tools_.collection, tools_.deadline);
  search.keep_matches();
  search.run(tools_.pool, tools_.threads);
  for (std::size_t i = 0; i < search.slices().size(); ++i) {
    ArticleSet& set = value.articles.emplace_back(search.slices()[i]->matched());
    set &= search_.slices()[i]->matched();
    value.count += set.count();
  }
}

DayCounter Breakdown::days_of(const Sets& sets) const {
  DayCounter days;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const Slice& slice = search_.slices()[i]->slice();
    for_each_window(slice, sets[i], [&](const Window& window, const WindowSet& set) {
      days.add(slice.columns(), window, set);
    });
  }
  return days;
}

}  // namespace newsdex
