#include "indexing/shared_dates.hpp"

namespace newsdex {

std::string_view date_of(const DateCorrections& dates, const Catalog& catalog,
                         Catalog::EntryNumber entry) {
  return dates.date_of(catalog.id(entry), catalog.path(entry), catalog.record(entry),
                       catalog.copy_key_of(entry));
}

void share_known_dates(DateCorrections& dates, const Catalog& catalog,
                       std::span<const OtherPlace> places,
                       const std::function<bool(std::string_view)>& counts) {
  if (dates.empty()) return;
  for (Catalog::EntryNumber entry = 0; entry < catalog.entries().size(); ++entry) {
    if (!counts(catalog.path(entry))) continue;
    dates.share(catalog.id(entry), catalog.path(entry), catalog.record(entry),
                catalog.copy_key_of(entry));
  }
  for (const OtherPlace& place : places) {
    if (counts(place.path)) dates.share(place.id, place.path, place.record, place.key);
  }
}

}  // namespace newsdex
