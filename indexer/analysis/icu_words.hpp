// ICU's word iterator over UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace icu_72 {
class BreakIterator;
}

struct UText;

namespace newsdex {

/// What stands between two word boundaries, in bytes: a word, or space and punctuation.
struct IcuSegment {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_word = false;
};

/// Cuts a text at all its word boundaries, by ICU's root rules and dictionaries. Throws Error{io}
/// if ICU's data is missing. Not to be shared among threads.
class IcuWords {
 public:
  IcuWords();
  ~IcuWords();
  IcuWords(const IcuWords&) = delete;
  IcuWords& operator=(const IcuWords&) = delete;

  /// `text` must outlive the calls of next().
  void start(std::string_view text);

  /// False after the last segment.
  bool next(IcuSegment& out);

 private:
  struct Close {
    void operator()(UText* text) const;
  };

  std::unique_ptr<icu_72::BreakIterator> iterator_;
  std::unique_ptr<UText, Close> text_;
  std::size_t at_ = 0;
};

}  // namespace newsdex
