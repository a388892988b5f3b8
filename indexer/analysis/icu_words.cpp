#include "analysis/icu_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "newsdex/error.hpp"

namespace newsdex {

void IcuWords::Close::operator()(UText* text) const {
  utext_close(text);
}

IcuWords::IcuWords() {
  UErrorCode status = U_ZERO_ERROR;
  iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "ICU's word boundary data cannot be loaded", "reinstall libicu");
  }
}

IcuWords::~IcuWords() = default;

void IcuWords::start(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int64_t>(text.size());
  text_.reset(utext_openUTF8(text_.release(), text.data(), size, &status));
  iterator_->setText(text_.get(), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::io, "ICU refused a text");
  at_ = static_cast<std::size_t>(iterator_->first());
}

bool IcuWords::next(IcuSegment& out) {
  const std::int32_t end = iterator_->next();
  if (end == icu::BreakIterator::DONE) return false;
  out.begin = at_;
  out.end = at_ = static_cast<std::size_t>(end);
  out.is_word = iterator_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
  return true;
}

}  // namespace newsdex
