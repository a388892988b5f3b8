// The step from one build of shards to the next.
//
// A build writes all that takes time beside what each shard has. Then a file in the folder of the
// shards says what CURRENT of each is to be, and from that moment on the new build is what counts:
// whoever opens a shard there, or the list, goes by that file. Only then is each CURRENT and each
// served copy renamed, and last the file is removed. So a run that is killed leaves one build or
// the other, and whoever writes next completes what it has begun. Servers go by the served copies
// alone: for them the step takes as long as the renames do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/generation.hpp"

namespace newsdex {

/// The file's name.
inline constexpr std::string_view kExchangeFile = "shards.exchange";

/// What CURRENT is to be, by number of shard.
using ShardExchange = std::vector<std::string>;

/// The folder of one of the shards, from 0 on, that are built in the folder `index`.
std::string shard_folder(const std::string& index, unsigned number);

/// The exchange that is under way in a folder of shards, or that was interrupted there.
std::optional<ShardExchange> exchange_in(const std::string& folder);

/// What CURRENT of the index in `folder` is to be by the exchange of its folder of shards; nothing
/// for others. Costs a look for one file where there is none.
std::optional<std::string> next_current(const std::string& folder);

/// Where a list of shards goes that a user has changed, when a build writes another.
std::string former_shard_list(const std::string& index);

/// Whether the list in a folder of shards is not as a build writes it.
bool has_own_shard_list(const std::string& index);

/// Publishes what is prepared in all shards of `folder`, with their served copies; writes the list
/// of them, keeping one that was changed as former_shard_list(), and removes shards of an earlier
/// build that had more (surplus_shards.hpp). For whoever holds the locks of all of them. Throws
/// Error{io}; once the file is written it is as good as done.
void exchange_shards(const std::string& folder, const ShardExchange& exchange);

/// Completes what exchange_shards() has begun for a run that was killed, whose folder the holder of
/// `index` has locked; does nothing where nothing is to be done. Throws Error{bad_index} when what
/// was prepared is not there any more, and Error{locked}.
void complete_exchange(const IndexLock& index);

/// Drops what can not be completed: all shards are to be built anew.
void drop_exchange(const IndexLock& index);

/// The text of the list of shards at `path`: what the file says, or what it is to say by the
/// exchange in its folder. Throws Error{io}.
std::string read_shard_list(const std::string& path);

}  // namespace newsdex
