// Steps that builds, updates and merges share on the way to a published generation.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexing/date_corrections.hpp"
#include "indexing/segment_pipeline.hpp"
#include "newsdex/gazetteer.hpp"
#include "storage/generation.hpp"
#include "storage/other_places.hpp"

namespace newsdex {

/// Everything that turns articles into segments, from name lists on.
struct Workshop {
  Workshop(IndexLock& index, const std::vector<NameListFile>& lists, const PipelineOptions& options)
      : taggers(lists, options.discovery), pipeline(index, taggers, options) {}

  Taggers taggers;
  SegmentPipeline pipeline;
};

/// Paths as the file kTroubledFile holds them, and back; throws Error{bad_index}.
std::string encode_paths(const std::set<std::string>& paths);
std::set<std::string> troubled_files(const GenerationHandle& handle);

/// The files of a generation besides its manifest, by name, as they are; throws Error{bad_index}
/// when one is damaged.
std::map<std::string, std::string> generation_files(const GenerationHandle& handle);

/// Whether all is whole that an update decides by or carries on: columns, tombstones and small
/// files.
bool is_whole_for_update(const GenerationHandle& handle);

/// Adds the files of a generation that is about to be published which tell of copies: the groups of
/// near copies, worked out from the columns of its segments, and `places`, with the ids of the
/// articles that they are places of. Of the options, `jobs` and `stop` count. Throws
/// Error{bad_index}, and Error{interrupted} when asked to stop.
void add_copy_files(std::map<std::string, std::string>& files, std::vector<OtherPlace> places,
                    const IndexLayout& layout, const Generation& generation,
                    const std::map<std::string, Tombstones>& tombstones,
                    const BuildOptions& options);

/// Adds the file that brings the facet values of the segments together, once kMergesFile is among
/// the files. Throws Error{bad_index}.
void add_ordinals(std::map<std::string, std::string>& files, const IndexLayout& layout,
                  const Generation& generation);

/// Gives `places` the ids of the articles that they are places of.
void name_articles(std::vector<OtherPlace>& places, const IndexLayout& layout,
                   const Generation& generation,
                   const std::map<std::string, Tombstones>& tombstones);

/// Throws Error{usage} where `generation` is that of a shard: what is decided across articles of
/// the whole collection would be decided by its articles alone.
void refuse_shard(const GenerationHandle& handle);

/// The places that a generation knows; throws Error{bad_index}.
std::vector<OtherPlace> known_places(const GenerationHandle& handle);

/// The user's file of dates as kDatesFile holds it, and back; throws Error{bad_index}.
std::string encode_corrections(const CorrectionFile& file);
CorrectionFile stored_corrections(const GenerationHandle& handle);

/// The file at `path`, else the index's own in its present state, or as it was where it is gone.
CorrectionFile current_corrections(const GenerationHandle& handle, const std::string& path);

/// What may be wrong with articles of the segments, by the places of the articles.
std::vector<ReadError> doubts_of(const std::vector<BuiltSegment>& segments);

/// Passes on what may be wrong, the first few of many.
void report_doubts(const BuildOptions& options, std::vector<ReadError> doubts);

/// `options` for a run that carries on an index: what its build has decided stays.
BuildOptions carried_on(BuildOptions options, const Generation& generation);

/// The fingerprint of the discovery that `options` ask for; empty if for none.
std::string wanted_discovery(const BuildOptions& options);

/// An empty generation of this program's versions.
Generation new_generation(const Taggers& taggers);

/// Adds new segments with all their articles.
void add_segments(Generation& generation, const std::vector<BuiltSegment>& segments);

}  // namespace newsdex
