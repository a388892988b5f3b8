#include "newsdex/analyzer.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "analysis/stemmer.hpp"
#include "analysis/word_folder.hpp"
#include "analysis/word_splitter.hpp"
#include "newsdex/error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

// Nineteen of twenty words of a text have been seen shortly before: a direct-mapped cache of what
// they became spares folding and stemming them again. It is small until a text of some length
// comes, so that analysing a query does not pay for it.
constexpr std::size_t kSmallCache = std::size_t{1} << 6;
constexpr std::size_t kLargeCache = std::size_t{1} << 14;
constexpr std::size_t kLongText = 2048;
constexpr std::size_t kMaxCachedBytes = 48;

struct AnalyzedWord {
  std::string word;  // as written; empty in an unused entry
  std::string form;
  std::string stem;
  bool capitalised = false;
  bool all_caps = false;
};

void note_case(std::string_view word, AnalyzedWord& out) {
  int letters = 0;
  bool lower = false;
  bool upper = false;
  out.capitalised = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const auto c = static_cast<UChar32>(point.value);
    at += point.length;
    if (u_isalpha(c) == 0) continue;
    const bool is_upper = u_isupper(c) != 0 || u_istitle(c) != 0;
    if (letters++ == 0) out.capitalised = is_upper;
    upper |= is_upper;
    lower |= u_islower(c) != 0;
  }
  out.all_caps = letters >= 2 && upper && !lower;
}

// Everything that depends on a text's language.
class LanguageTools {
 public:
  explicit LanguageTools(std::string_view language) : stemmer_(language), cache_(kSmallCache) {}

  void expect_text_of(std::size_t bytes) {
    if (bytes < kLongText || cache_.size() == kLargeCache) return;
    cache_.clear();
    cache_.resize(kLargeCache);
  }

  const AnalyzedWord& analyze(std::string_view word, const WordFolder& folder) {
    if (word.size() > kMaxCachedBytes) {
      compute(word, folder, uncached_);
      return uncached_;
    }
    AnalyzedWord& entry = cache_[XXH3_64bits(word.data(), word.size()) % cache_.size()];
    if (entry.word != word) {
      compute(word, folder, entry);
      entry.word = word;
    }
    return entry;
  }

 private:
  void compute(std::string_view word, const WordFolder& folder, AnalyzedWord& out) {
    folder.casefold(word, folded_);
    stemmer_.stem(folded_, stemmed_);
    folder.strip_marks(folded_, out.form);
    folder.strip_marks(stemmed_, out.stem);
    out.form.resize(cut_to_bytes(out.form, kMaxTermBytes).size());
    out.stem.resize(cut_to_bytes(out.stem, kMaxTermBytes).size());
    if (out.stem.empty()) out.stem = out.form;
    note_case(word, out);
  }

  Stemmer stemmer_;
  std::vector<AnalyzedWord> cache_;
  AnalyzedWord uncached_;
  std::string folded_;
  std::string stemmed_;
};

struct CloseUText {
  void operator()(UText* text) const { utext_close(text); }
};

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "ICU's word boundary data cannot be loaded", "reinstall libicu");
  }
  return words;
}

}  // namespace

void TokenStream::clear() {
  tokens_.clear();
  block_ = 0;
  used_ = 0;
}

std::string_view TokenStream::store(std::string_view bytes) {
  if (block_ < blocks_.size() && used_ + bytes.size() > kBlockBytes) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
  char* at = blocks_[block_].get() + used_;
  std::memcpy(at, bytes.data(), bytes.size());
  used_ += bytes.size();
  return {at, bytes.size()};
}

struct Analyzer::Parts {
  WordFolder folder;
  std::unique_ptr<icu::BreakIterator> words = word_iterator();
  std::map<std::string, LanguageTools, std::less<>> languages;
  std::vector<WordSpan> spans;
  std::string abbreviation;

  LanguageTools& tools(std::string_view language) {
    const auto found = languages.find(language);
    if (found != languages.end()) return found->second;
    return languages.try_emplace(std::string(language), language).first->second;
  }

  void find_words(std::string_view text, std::string_view language);

  std::string_view spelled(std::string_view text, const WordSpan& span) {
    const std::string_view word = text.substr(span.begin, span.end - span.begin);
    if (!span.abbreviation) return word;
    abbreviation = word;
    std::erase(abbreviation, '.');
    return abbreviation;
  }
};

void Analyzer::Parts::find_words(std::string_view text, std::string_view language) {
  spans.clear();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseUText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  words->setText(utext.get(), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::io, "ICU refused a text");
  auto begin = static_cast<std::size_t>(words->first());
  for (std::int32_t next = words->next(); next != icu::BreakIterator::DONE; next = words->next()) {
    const auto end = static_cast<std::size_t>(next);
    if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      split_segment(text.substr(begin, end - begin), begin, language, spans);
    }
    begin = end;
  }
}

Analyzer::Analyzer() : parts_(std::make_unique<Parts>()) {}
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, std::string_view language, TokenStream& out) {
  out.clear();
  parts_->find_words(text, language);
  LanguageTools& tools = parts_->tools(language);
  tools.expect_text_of(text.size());
  std::uint32_t position = 0;
  for (const WordSpan& span : parts_->spans) {
    const AnalyzedWord& word = tools.analyze(parts_->spelled(text, span), parts_->folder);
    if (word.form.empty()) continue;
    Token& token = out.tokens_.emplace_back();
    token.form = out.store(word.form);
    token.stem = word.stem == word.form ? token.form : out.store(word.stem);
    token.begin = static_cast<std::uint32_t>(span.begin);
    token.end = static_cast<std::uint32_t>(span.end);
    token.position = position++;
    token.capitalised = word.capitalised;
    token.all_caps = word.all_caps;
    token.possessive = span.possessive;
  }
}

std::string Analyzer::fold(std::string_view text) const {
  std::string folded;
  std::string out;
  parts_->folder.casefold(text, folded);
  parts_->folder.strip_marks(folded, out);
  return out;
}

}  // namespace newsdex
