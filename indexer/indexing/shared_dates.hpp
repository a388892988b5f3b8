// Which articles of an index the lines of the user's file of dates mean, copies of them included.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "indexing/catalog.hpp"
#include "indexing/date_corrections.hpp"
#include "storage/other_places.hpp"

namespace newsdex {

/// Shares the line of every article of the index and of every other place of one, where `counts`
/// holds of its path.
void share_known_dates(DateCorrections& dates, const Catalog& catalog,
                       std::span<const OtherPlace> places,
                       const std::function<bool(std::string_view)>& counts);

/// The date that the lines give an article of the index, as DateCorrections::date_of() has it.
std::string_view date_of(const DateCorrections& dates, const Catalog& catalog,
                         Catalog::EntryNumber entry);

}  // namespace newsdex
