#include "newsdex/index_builder.hpp"

#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"
#include "indexing/source_scan.hpp"

namespace newsdex {

BuildReport build_index(const BuildOptions& options) {
  IdRegistry ids(nullptr);
  SourceScan scan(options, ids, nullptr);
  const std::vector<NameListFile> lists =
      read_name_lists(options.name_lists, options.built_in_names);
  IndexLock index(options.index);
  Workshop workshop(index, lists, options.jobs);
  BuildReport report;
  scan.run([](const SourceFile&) { return false; },
           [&](IncomingArticle article) {
             ++report.added;
             workshop.pipeline.add(std::move(article));
           });
  Generation generation = new_generation(workshop.gazetteer);
  add_segments(generation, workshop.pipeline.finish());
  report.articles = generation.articles();
  report.unread = scan.errors();
  auto files = name_files(workshop.gazetteer, lists);
  files[std::string(kTroubledFile)] = encode_paths(scan.troubled_files());
  index.publish(std::move(generation), files, {});
  return report;
}

}  // namespace newsdex
