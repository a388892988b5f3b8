// merge: all live articles into one segment, written anew from what the index stores.
#include "indexing/catalog.hpp"
#include "indexing/document_builder.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"

namespace newsdex {
namespace {

void stop_if_asked(const BuildOptions& options) {
  if (options.stop != nullptr && options.stop->load()) {
    throw Error(ErrorCode::interrupted, "interrupted", "the index is as it was before");
  }
}

bool is_merged(const Generation& generation) {
  return generation.segments.empty() ||
         (generation.segments.size() == 1 &&
          generation.segments[0].articles == generation.segments[0].live_articles);
}

}  // namespace

BuildReport merge_index(const BuildOptions& options) {
  { const GenerationHandle exists(options.index); }
  IndexLock index(options.index);
  const GenerationHandle handle(options.index);
  BuildReport report;
  report.articles = report.unchanged = handle.generation().articles();
  if (is_merged(handle.generation())) return report;

  const std::vector<NameListFile> lists = stored_name_lists(handle);
  const Gazetteer gazetteer = Gazetteer::parse(lists);
  const EntityRecognizer recognizer(gazetteer);
  DocumentBuilder builder(gazetteer, recognizer);
  const Catalog catalog(handle);
  const std::string name = index.new_segment_name();
  SegmentWriter writer(index.layout().segment(name), name);
  Progress progress;
  for (std::uint32_t s = 0; s < handle.generation().segments.size(); ++s) {
    const std::string path = index.layout().segment(handle.generation().segments[s].name);
    const PostingsReader postings(path + "/postings");
    const SegmentColumns& columns = catalog.columns(s);
    for (std::uint32_t article = 0; article < columns.articles(); ++article) {
      if (is_deleted(catalog.tombstones(s), article)) continue;
      stop_if_asked(options);
      IndexDocument document =
          builder.build(decode_stored_article(postings.stored(article)).article);
      document.content = columns.contents()[article];
      document.stamp = columns.stamp(article);
      writer.add(document);
      ++progress.articles;
      if (options.progress) options.progress(progress);
    }
  }
  Generation generation = handle.generation();
  generation.segments.clear();
  add_segments(generation, {{writer.finish(), {}}});
  auto files = name_files(gazetteer, lists);
  files[std::string(kTroubledFile)] = encode_paths(troubled_files(handle));
  index.publish(std::move(generation), files, {});
  return report;
}

}  // namespace newsdex
