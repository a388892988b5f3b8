#include "highlight/passages.hpp"

#include "highlight/sentences.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

void add_trimmed(std::string_view text, std::size_t begin, std::size_t end,
                 std::vector<ByteRange>& out) {
  const std::string_view trimmed = trim_spaces(text.substr(begin, end - begin));
  if (trimmed.empty()) return;
  const auto first = static_cast<std::uint32_t>(trimmed.data() - text.data());
  out.push_back({first, first + static_cast<std::uint32_t>(trimmed.size())});
}

// Cuts [begin, end) into pieces of at most `max_bytes`, at the last space before the limit where
// there is one.
void add_pieces(std::string_view text, std::size_t begin, std::size_t end, std::size_t max_bytes,
                std::vector<ByteRange>& out) {
  while (end - begin > max_bytes) {
    const std::string_view piece = cut_to_bytes(text.substr(begin, end - begin), max_bytes);
    // A space right behind the piece ends it as well as one within.
    const std::size_t space = text.substr(begin, piece.size() + 1).find_last_of(" \t\n");
    const bool usable = space != std::string_view::npos && space >= max_bytes / 3;
    const std::size_t length = usable ? space : piece.size();
    add_trimmed(text, begin, begin + length, out);
    begin += length;
  }
  add_trimmed(text, begin, end, out);
}

}  // namespace

std::vector<ByteRange> PassageSplitter::split(std::string_view text, std::size_t max_bytes) const {
  std::vector<ByteRange> passages;
  SentenceCursor sentence(text);
  do {
    add_pieces(text, sentence.begin(), sentence.end(), max_bytes, passages);
  } while (sentence.next());
  return passages;
}

}  // namespace newsdex
