// The dates of a table, of which one row may tell how another is to be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dates/date_readings.hpp"
#include "newsdex/article.hpp"

namespace newsdex {

/// Passes the articles of a table on, in their order, and reads "04/05/2018" in the order of day
/// and month that other rows show, "13/05/2018" say: where one is open, articles are held back
/// until the table ends, or as many as kMostHeldBytes. Rows that show either order, of
/// those read by then, decide nothing.
class DateColumn {
 public:
  static constexpr std::size_t kMostHeldBytes = std::size_t{32} << 20;

  explicit DateColumn(std::function<void(Article&&)> pass) : pass_(std::move(pass)) {}

  void take(Article&& article);

  /// Passes on what is held back.
  void finish();

  /// Where dates stay open because other rows show both orders: two of these, with their lines.
  /// Empty otherwise.
  [[nodiscard]] std::string contradiction() const;

 private:
  struct Shown {
    std::string date;
    std::uint32_t line = 0;  // 0 where no row shows it
  };
  // Of dates with one mark between their numbers: 04/05 and 04.05 may be of two makers.
  struct Evidence {
    Shown day_first;
    Shown month_first;
    bool any_open = false;

    [[nodiscard]] NumericOrder order() const;
    [[nodiscard]] bool is_contradicted() const;
  };
  [[nodiscard]] Evidence& evidence_of(const Article& article);
  void pass(Article&& article);

  std::function<void(Article&&)> pass_;
  std::vector<Article> held_;
  std::size_t held_bytes_ = 0;
  std::map<char, Evidence> by_mark_;
};

}  // namespace newsdex
