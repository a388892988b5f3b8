#include "reading/date_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reading/metadata.hpp"
#include "text/utf8.hpp"

namespace newsdex {

NumericOrder DateColumn::Evidence::order() const {
  const bool by_day = day_first.line != 0;
  const bool by_month = month_first.line != 0;
  if (by_day == by_month) return NumericOrder::unknown;
  return by_day ? NumericOrder::day_first : NumericOrder::month_first;
}

bool DateColumn::Evidence::is_contradicted() const {
  return any_open && day_first.line != 0 && month_first.line != 0;
}

DateColumn::Evidence& DateColumn::evidence_of(const Article& article) {
  const std::size_t mark = article.date.find_first_of("/-.");
  return by_mark_[mark == std::string::npos ? ' ' : article.date[mark]];
}

void DateColumn::take(Article&& article) {
  const std::vector<DateReading> readings = date_readings(article.date);
  const bool open = readings.size() > 1;
  const NumericOrder order = readings.size() == 1 ? readings.front().order : NumericOrder::unknown;
  if (open) evidence_of(article).any_open = true;
  if (order != NumericOrder::unknown) {
    Evidence& evidence = evidence_of(article);
    Shown& shown = order == NumericOrder::day_first ? evidence.day_first : evidence.month_first;
    if (shown.line == 0) shown = {article.date, article.line};
  }
  if (held_.empty() && !open) return pass_(std::move(article));
  held_bytes_ += sizeof(Article) + article.body.size();
  for (const MetadataKey& key : kMetadataKeys) held_bytes_ += (article.*key.field).size();
  held_.push_back(std::move(article));
  if (held_bytes_ > kMostHeldBytes) finish();
}

void DateColumn::finish() {
  for (Article& article : held_) pass(std::move(article));
  held_.clear();
  held_bytes_ = 0;
}

void DateColumn::pass(Article&& article) {
  const NumericOrder shown = evidence_of(article).order();
  if (shown == NumericOrder::unknown) return pass_(std::move(article));
  const std::vector<DateReading> readings = date_readings(article.date);
  const auto right = std::find_if(readings.begin(), readings.end(),
                                  [&](const DateReading& each) { return each.order == shown; });
  if (readings.size() > 1 && right != readings.end()) article.date = to_string(right->date);
  pass_(std::move(article));
}

std::string DateColumn::contradiction() const {
  constexpr std::size_t kMostShown = 40;
  for (const auto& [mark, evidence] : by_mark_) {
    if (!evidence.is_contradicted()) continue;
    return fmt::format(
        "its dates have the day first (\"{}\" in line {}) and the month first (\"{}\" in line {})",
        cut_to_bytes(evidence.day_first.date, kMostShown), evidence.day_first.line,
        cut_to_bytes(evidence.month_first.date, kMostShown), evidence.month_first.line);
  }
  return {};
}

}  // namespace newsdex
