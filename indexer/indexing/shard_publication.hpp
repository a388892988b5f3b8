// From the segments of a build to shards: indexes in folders of their own, and the list of them.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "indexing/segment_pipeline.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/other_places.hpp"

namespace newsdex {

/// Throws Error{usage} when the folder `options.index` holds an index where shards are to be
/// written, or shards where an index is; when it is one shard of others, or no folder; and when an
/// index that is no shard has the place of one that is to be written. What it found holds only as
/// long as the folder's lock is held.
void refuse_other_kind(const BuildOptions& options);

/// Completes for a run that was killed what it had begun to publish in the folder of shards of
/// `index`, so that this run, should it end early, leaves one build or the other. Throws Error{io},
/// and Error{locked} where a shard is being written.
void complete_former_build(const IndexLock& index);

/// Locks the shards that are to be written in the folder of `index`, making their folders where
/// they are missing. Throws Error{locked}, and Error{usage} as refuse_other_kind() does.
std::deque<IndexLock> lock_shards(const IndexLock& index, unsigned shards);

/// Publishes the segments of `whole`, which is the generation of all of them, as
/// the `shards` that lock_shards() has locked, each with its served copy, and writes the list of
/// them, in one step for all (storage/shard_exchange.hpp). `files` are those of the generation that
/// all shards have alike, `places` the other places of articles. What is decided across articles
/// has been, or is here, decided for the whole collection.
void publish_shards(const IndexLock& index, std::deque<IndexLock>& shards, const Generation& whole,
                    const std::vector<BuiltSegment>& segments,
                    const std::map<std::string, std::string>& files, std::vector<OtherPlace> places,
                    const BuildOptions& options);

}  // namespace newsdex
