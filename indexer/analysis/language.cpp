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

// CLD2 takes some 50 ns a byte. Short pieces far apart, each in one language without doubt and all
// in the same, are as good as what lies between them; else all of it is looked at.
constexpr std::size_t kPieces = 3;
constexpr std::size_t kPieceBytes = 96;
constexpr int kPiecePercent = 90;
constexpr std::size_t kWorthPieces = 512;

struct Detection {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;  // unless it is reliable
  int percent = 0;                                   // of the text that is in it
};

Detection detect(std::string_view text) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  int valid_prefix = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents, scores,
      nullptr, &text_bytes, &reliable, &valid_prefix);
  if (!reliable) return {};
  return {language, percents[0]};
}

// The first piece begins where the text does, the last ends where it ends.
std::string_view piece_of(std::string_view text, std::size_t i) {
  std::size_t begin = i * (text.size() - kPieceBytes) / (kPieces - 1);
  while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
  return cut_to_bytes(text.substr(begin), kPieceBytes);
}

// Unknown unless all pieces agree.
CLD2::Language language_of_pieces(std::string_view text) {
  CLD2::Language common = CLD2::UNKNOWN_LANGUAGE;
  for (std::size_t i = 0; i < kPieces; ++i) {
    const Detection piece = detect(piece_of(text, i));
    const bool agrees = i == 0 || piece.language == common;
    if (!agrees || piece.percent < kPiecePercent) return CLD2::UNKNOWN_LANGUAGE;
    common = piece.language;
  }
  return common;
}

std::string primary_subtag(std::string_view code) {
  const std::string_view primary = code.substr(0, code.find('-'));
  if (primary == "iw") return "he";
  if (primary == "un" || primary == "xxx") return {};
  return std::string(primary);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view sample = cut_to_bytes(text, kDetectionBytes);
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  if (sample.size() >= kWorthPieces) language = language_of_pieces(sample);
  if (language == CLD2::UNKNOWN_LANGUAGE) language = detect(sample).language;
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  return primary_subtag(CLD2::LanguageCode(language));
}

}  // namespace newsdex
