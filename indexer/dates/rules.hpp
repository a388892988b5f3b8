// The rules: a pattern, and what its match means.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "dates/context.hpp"
#include "dates/pattern.hpp"
#include "dates/timex.hpp"

namespace newsdex {

struct Rule;

/// nullopt where the words match but mean no time; no_such_day() where they mean one that is none.
using Resolver = std::optional<Timex> (*)(const Rule& rule, const Match& match,
                                          const Context& context);

/// Whether what stands around a match lets it be a time expression.
using Admission = bool (*)(const Match& match, const Site& site);

/// The argument of a rule that means one of a unit: amounts are in thousandths.
inline constexpr int kOne = 1000;

struct Rule {
  std::string_view name;
  std::string_view pattern;  // see pattern.hpp
  Resolver resolve;
  int argument = 0;  // what `resolve` says it means
  Admission admits = nullptr;
};

/// All rules in order: of two that match as much, the first is meant.
std::span<const Rule> calendar_rules();
std::span<const Rule> relative_rules();
std::span<const Rule> duration_rules();
std::span<const Rule> clock_rules();
std::span<const Rule> persian_rules();

/// Words before a date or a duration that belong to it and set its mod.
struct Prefix {
  std::string_view pattern;
  Modifier modifier;
  bool of_dates = false;
  bool of_durations = false;
};
std::span<const Prefix> prefixes();

}  // namespace newsdex
