#include "newsdex/gazetteer.hpp"

#include "entities/entity_merger.hpp"
#include "entities/gazetteer_fingerprint.hpp"
#include "entities/name_list_parser.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

Gazetteer Gazetteer::parse(std::span<const NameListFile> files) {
  Analyzer analyzer;
  EntityMerger merger(analyzer);
  for (const NameListFile& file : files) {
    for (NameListEntry& entry : parse_name_list(file, analyzer)) merger.add(std::move(entry));
  }
  Gazetteer out;
  out.entities_ = merger.take();
  out.fingerprint_ = gazetteer_fingerprint(out.entities_);
  return out;
}

}  // namespace newsdex
