// Text to segments, segments to words, words to tokens.

#include "newsdex/analyzer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "analysis/word_cache.hpp"
#include "analysis/word_folder.hpp"
#include "analysis/word_segmenter.hpp"
#include "analysis/word_splitter.hpp"

namespace newsdex {
namespace {

// The caches of the languages met last. Languages are named by the articles, which may name any
// number of them.
class WordCaches {
 public:
  WordCache& of(std::string_view language) {
    const auto found = std::find_if(caches_.begin(), caches_.end(),
                                    [&](const auto& known) { return known->language == language; });
    if (found == caches_.end()) {
      if (caches_.size() == kMaxLanguages) caches_.pop_back();
      caches_.insert(caches_.begin(), std::make_unique<LanguageCache>(language, numbers_));
    } else {
      std::rotate(caches_.begin(), found, found + 1);
    }
    return caches_.front()->words;
  }

 private:
  static constexpr std::size_t kMaxLanguages = 8;

  struct LanguageCache {
    LanguageCache(std::string_view name, WordNumbers& numbers)
        : language(name), words(name, numbers) {}

    std::string language;
    WordCache words;
  };

  WordNumbers numbers_;
  std::vector<std::unique_ptr<LanguageCache>> caches_;  // the last used first
};

// Words are looked up a few at a time, once all of them are announced to the cache.
constexpr std::size_t kBatch = 32;

}  // namespace

void TokenStream::clear() {
  tokens_.clear();
  bytes_.clear();
}

void TokenStream::keep_alive(const std::shared_ptr<ByteArena>& bytes) {
  if (bytes_.empty() || bytes_.back() != bytes) bytes_.push_back(bytes);
}

struct Analyzer::Parts {
  WordFolder folder;
  WordSegmenter segmenter;
  WordCaches caches;
  std::vector<WordSpan> spans;  // of words that are not looked up yet
  std::string undotted;

  void add_tokens(std::string_view text, WordCache& cache, TokenStream& out);

  // The word as it is looked up.
  std::string_view spelled(std::string_view text, const WordSpan& span) {
    const std::string_view word(text.data() + span.begin, span.end - span.begin);
    if (!span.abbreviation) return word;
    undotted = word;
    std::erase(undotted, '.');
    return undotted;
  }
};

// Makes tokens of the spans found last.
void Analyzer::Parts::add_tokens(std::string_view text, WordCache& cache, TokenStream& out) {
  std::array<WordKey, kBatch> keys;
  for (std::span<const WordSpan> rest(spans); !rest.empty();) {
    const std::span<const WordSpan> batch = rest.first(std::min(rest.size(), kBatch));
    rest = rest.subspan(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      keys[i] = cache.announce(spelled(text, batch[i]));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const WordSpan& span = batch[i];
      const CachedWord& word = cache.find_or_add(keys[i], spelled(text, span));
      if (word.form_size == 0) continue;
      out.keep_alive(cache.bytes());
      Token& token = out.tokens_.emplace_back();
      token.form = word.form();
      token.stem = word.stem();
      token.begin = static_cast<std::uint32_t>(span.begin);
      token.end = static_cast<std::uint32_t>(span.end);
      token.position = static_cast<std::uint32_t>(out.tokens_.size() - 1);
      token.word = word.number;
      token.form_hash = word.form_hash;
      token.capitalised = word.capitalised;
      token.all_caps = word.all_caps;
      token.possessive = span.possessive;
    }
  }
  spans.clear();
}

Analyzer::Analyzer() : parts_(std::make_unique<Parts>()) {}
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, std::string_view language, TokenStream& out) {
  out.clear();
  WordCache& cache = parts_->caches.of(language);
  const bool elides = elides_articles(language);
  std::vector<WordSpan>& spans = parts_->spans;
  spans.clear();
  SegmentedWord segment;
  parts_->segmenter.start(text);
  while (parts_->segmenter.next(segment)) {
    if (segment.is_plain) {
      spans.push_back({segment.begin, segment.end, false, false});
    } else {
      split_segment(text.substr(segment.begin, segment.end - segment.begin), segment.begin, elides,
                    spans);
    }
    if (spans.size() >= kBatch) parts_->add_tokens(text, cache, out);
  }
  parts_->add_tokens(text, cache, out);
}

std::string Analyzer::fold(std::string_view text) const {
  std::string folded;
  std::string out;
  parts_->folder.casefold(text, folded);
  parts_->folder.strip_marks(folded, out);
  return out;
}

}  // namespace newsdex
