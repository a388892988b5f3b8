#include "reading/date_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace newsdex {

NumericOrder DateColumn::order() const {
  const bool by_day = day_first_.line != 0;
  const bool by_month = month_first_.line != 0;
  if (by_day == by_month) return NumericOrder::unknown;
  return by_day ? NumericOrder::day_first : NumericOrder::month_first;
}

void DateColumn::note(const Article& article, NumericOrder order) {
  if (order == NumericOrder::unknown) return;
  Shown& shown = order == NumericOrder::day_first ? day_first_ : month_first_;
  if (shown.line == 0) shown = {article.date, article.line};
}

void DateColumn::take(Article&& article) {
  const std::vector<DateReading> readings = date_readings(article.date);
  const bool open = readings.size() > 1;
  if (readings.size() == 1) note(article, readings.front().order);
  any_open_ |= open;
  if (held_.empty() && !open) return pass_(std::move(article));
  held_bytes_ += article.title.size() + article.body.size() + sizeof(Article);
  held_.push_back(std::move(article));
  if (held_bytes_ > kMostHeldBytes) finish();
}

void DateColumn::finish() {
  for (Article& article : held_) pass(std::move(article));
  held_.clear();
  held_bytes_ = 0;
}

void DateColumn::pass(Article&& article) {
  const NumericOrder shown = order();
  const std::vector<DateReading> readings = date_readings(article.date);
  const auto right = std::find_if(readings.begin(), readings.end(), [&](const DateReading& each) {
    return each.order == shown && shown != NumericOrder::unknown;
  });
  if (readings.size() > 1 && right != readings.end()) article.date = to_string(right->date);
  pass_(std::move(article));
}

std::string DateColumn::contradiction() const {
  constexpr std::size_t kMostShown = 40;
  if (!any_open_ || day_first_.line == 0 || month_first_.line == 0) return {};
  return fmt::format(
      "its dates have the day first (\"{}\" in line {}) and the month first (\"{}\" in line {})",
      cut_to_bytes(day_first_.date, kMostShown), day_first_.line,
      cut_to_bytes(month_first_.date, kMostShown), month_first_.line);
}

}  // namespace newsdex
