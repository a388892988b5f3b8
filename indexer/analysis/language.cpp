// Language detection by CLD2 (Debian: libcld2).
#include <cstdio>  // CLD2's header needs FILE
// clang-format off
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
// clang-format on

#include "newsdex/analyzer.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// The first paragraphs tell; the rest would only cost time.
constexpr std::size_t kDetectionBytes = 1024;

std::string primary_subtag(std::string_view code) {
  const std::string_view primary = code.substr(0, code.find('-'));
  if (primary == "iw") return "he";
  if (primary == "un" || primary == "xxx") return {};
  return std::string(primary);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view sample = cut_to_bytes(text, kDetectionBytes);
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  int valid_prefix = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      sample.data(), static_cast<int>(sample.size()), true, &hints, 0, languages, percents, scores,
      nullptr, &text_bytes, &reliable, &valid_prefix);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return primary_subtag(CLD2::LanguageCode(language));
}

}  // namespace newsdex
