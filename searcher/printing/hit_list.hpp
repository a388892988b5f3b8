// The ranked hits, numbered.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// Each hit with its title and date, where it is from, who is in it, its snippets and its place on
/// disk. `offset` is the number of hits that come before these.
void print_hits(const Page& page, std::span<const Hit> hits, std::uint64_t offset);

/// A date to the day, with where it is from unless that is metadata.
std::string shown_date(const PublicationDate& date);

/// Where to read on: the file and line if it has one, else the address, else the id.
std::string place_of(const Hit& hit);

/// The chosen fields of each hit instead, by name.
void print_fields(const Page& page, std::span<const Hit> hits, std::uint64_t offset,
                  const HitFields& fields);

}  // namespace newsdex
