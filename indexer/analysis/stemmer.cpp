#include "analysis/stemmer.hpp"

#include <libstemmer.h>

#include <array>

namespace newsdex {
namespace {

// Plural endings with and without possessive pronouns, longest first. Persian joins them to the
// noun directly or by ZWNJ, which folding has removed.
constexpr std::array<std::string_view, 9> kPersianEndings = {
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "ها"};

// What is left of a word must be a word: three Arabic letters of two bytes each.
constexpr std::size_t kMinPersianStemBytes = 6;

std::string_view strip_persian_ending(std::string_view word) {
  for (const std::string_view ending : kPersianEndings) {
    if (word.ends_with(ending) && word.size() - ending.size() >= kMinPersianStemBytes) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

// Codes that libstemmer does not know by themselves.
std::string snowball_name(std::string_view language) {
  if (language.empty()) return "en";
  if (language == "nb" || language == "nn") return "no";
  return std::string(language);
}

}  // namespace

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer(std::string_view language)
    : snowball_(sb_stemmer_new(snowball_name(language).c_str(), "UTF_8")),
      persian_(language == "fa") {}

void Stemmer::stem(std::string_view word, std::string& out) {
  out = persian_ ? strip_persian_ending(word) : word;
  if (!snowball_ || word.empty()) return;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(snowball_.get(), symbols, static_cast<int>(word.size()));
  const int length = sb_stemmer_length(snowball_.get());
  if (stemmed != nullptr && length > 0) {
    out.assign(reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(length));
  }
}

}  // namespace newsdex
