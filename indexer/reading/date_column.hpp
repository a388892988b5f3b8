// The dates of a table, of which one row may tell how another is to be read.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "dates/date_readings.hpp"
#include "newsdex/article.hpp"

namespace newsdex {

/// Passes the articles of a table on, in their order, and reads "04/05/2018" in the order of day
/// and month that other rows show, "13/05/2018" say: where one is open, articles are held back
/// until the table ends, or as many as kMostHeldBytes. Rows that show either order decide nothing.
class DateColumn {
 public:
  static constexpr std::size_t kMostHeldBytes = std::size_t{32} << 20;

  explicit DateColumn(std::function<void(Article&&)> pass) : pass_(std::move(pass)) {}

  void take(Article&& article);

  /// Passes on what is held back.
  void finish();

  /// Of a date that is open although other rows show its order, for they show both: two that
  /// contradict one another, and their rows' lines. Empty otherwise.
  [[nodiscard]] std::string contradiction() const;

 private:
  struct Shown {
    std::string date;
    std::uint32_t line = 0;  // 0 where no row shows it
  };
  [[nodiscard]] NumericOrder order() const;
  void note(const Article& article, NumericOrder order);
  void pass(Article&& article);

  std::function<void(Article&&)> pass_;
  std::vector<Article> held_;
  std::size_t held_bytes_ = 0;
  bool any_open_ = false;
  Shown day_first_;
  Shown month_first_;
};

}  // namespace newsdex
