#include "storage/postings_writer.hpp"

#include "storage/direct_writer.hpp"
#include "storage/xapian_bridge.hpp"

namespace newsdex {

std::unique_ptr<PostingsWriter> make_postings_writer(WriterKind kind, const std::string& path) {
  if (kind == WriterKind::api) return make_xapian_writer(path);
  return std::make_unique<DirectWriter>(path);
}

}  // namespace newsdex
