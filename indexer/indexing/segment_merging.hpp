// Merging segments of a generation that is being made.
#pragma once

#include <map>
#include <span>
#include <string>

#include "newsdex/index_builder.hpp"
#include "storage/generation.hpp"
#include "storage/tombstones.hpp"

namespace newsdex {

/// Puts one new segment in the place of the chosen ones of `generation`, without the articles that
/// `tombstones` (by segment name) calls dead. Throws as merge_segments,
/// Error{bad_index} naming a file that has not its checksum, and Error{interrupted} when
/// asked to stop.
void merge_into_one(std::span<const std::size_t> chosen, IndexLock& index,
                    const BuildOptions& options, Generation& generation,
                    std::map<std::string, Tombstones>& tombstones);

/// Throws Error{interrupted} when asked to stop.
void stop_if_asked(const BuildOptions& options);

}  // namespace newsdex
