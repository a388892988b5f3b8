// Shards in a folder that no build of it counts: those of an earlier build that had more.
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

}  // namespace newsdex
