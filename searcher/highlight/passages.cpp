#include "highlight/passages.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "newsdex/error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct CloseUText {
  void operator()(UText* text) const { utext_close(text); }
};

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

struct PassageSplitter::Rules {
  std::unique_ptr<icu::BreakIterator> sentences;
};

PassageSplitter::PassageSplitter() = default;
PassageSplitter::~PassageSplitter() = default;

std::vector<ByteRange> PassageSplitter::split(std::string_view text, std::size_t max_bytes) {
  UErrorCode status = U_ZERO_ERROR;
  if (!rules_) {
    rules_ = std::make_unique<Rules>();
    rules_->sentences.reset(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }
  const std::unique_ptr<UText, CloseUText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (U_FAILURE(status)) {
    rules_.reset();
    throw Error(ErrorCode::io, "ICU's sentence boundary data cannot be loaded");
  }
  icu::BreakIterator& sentences = *rules_->sentences;
  sentences.setText(utext.get(), status);
  std::vector<ByteRange> passages;
  auto begin = static_cast<std::size_t>(sentences.first());
  for (auto next = sentences.next(); next != icu::BreakIterator::DONE; next = sentences.next()) {
    const auto end = static_cast<std::size_t>(next);
    add_pieces(text, begin, end, max_bytes, passages);
    begin = end;
  }
  return passages;
}

}  // namespace newsdex
