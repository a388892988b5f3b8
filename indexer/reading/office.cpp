// Documents of office programs are zip archives of XML, which is refused with a word of what to do.
#include "reading/format.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kNameAt = 30;  // of a zip archive's first member

}  // namespace

bool looks_like_office_document(std::string_view bytes, const FileHints& /*hints*/) {
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() <= kNameAt) return false;
  const std::string_view name = bytes.substr(kNameAt);
  return name.starts_with("[Content_Types].xml") ||
         name.starts_with("mimetypeapplication/vnd.oasis.opendocument");
}

void refuse_office_document(const StreamInput& input) {
  input.handlers.error(
      {input.path, 0, "an office document; save it as text, HTML or PDF to have it read"});
}

}  // namespace newsdex
