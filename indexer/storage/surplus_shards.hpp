// Shards in a folder that no build of it counts: those of an earlier build that had more, and what
// a first build was writing when it was killed.
#pragma once

#include <string>
#include <vector>

namespace newsdex {

/// The numbers of the folders in `folder` that have names of shards, ascending, whatever they hold.
std::vector<unsigned> shard_numbers(const std::string& folder);

/// Whether an index lies in `folder` that is no shard. One that is to become a shard by an exchange
/// (shard_exchange.hpp) is one.
bool holds_other_index(const std::string& folder);

/// Removes from `folder` the shards that are numbered `first` and more, and no other index. One
/// that a searcher has open, or that another run writes, is left to the next build.
void remove_surplus_shards(const std::string& folder, unsigned first);

/// Removes from `folder` what has the names of shards and holds nothing but what was never
/// published, unless another run writes there.
void remove_unpublished_shards(const std::string& folder);

/// Whether shards and the list of them lie in `folder`.
bool holds_shards(const std::string& folder);

}  // namespace newsdex
