// What runs of capitalised words and the lexicon's longer names say of the words in them.
#include <algorithm>

#include "discovery/context_steps.hpp"
#include "discovery/hashing.hpp"

namespace newsdex::discovery {
namespace {

constexpr std::uint32_t kLongestNameRun = 5;
constexpr std::uint32_t kMostListWords = 6;

class RunReader {
 public:
  RunReader(ArticleContext& context, const Run& run)
      : context_(context), sentence_(context.sentence_of(run)), begin_(run.begin), end_(run.end) {}

  void run() {
    const std::uint16_t in_front = evidence_in_front();
    const std::uint16_t behind = evidence_behind();
    for (std::uint32_t i = begin_; i < end_; ++i) {
      ArticleWord& word = context_.words[context_.items[i].word];
      unsigned bits = word.run_evidence;
      if (i > begin_ && is(i - 1, kGivenName | kSurname)) bits |= kBehindGivenName;
      if (i + 1 < end_ && is(i, kGivenName)) bits |= kGivenNameInFront;
      if (i > begin_ && is(i - 1, kTitleWord)) bits |= kBehindTitleInRun;
      bits |= in_front & (i == begin_ ? 0xFFFFU : unsigned{kBehindTitle});
      if (i + 1 == end_) bits |= behind;
      word.run_evidence = static_cast<std::uint16_t>(bits);
      note_longest(word);
    }
  }

 private:
  bool is(std::uint32_t item, int kinds) const {
    return (context_.text.items[item].kinds & kinds) != 0;
  }
  bool has_role(std::uint32_t item, WordRole role) const {
    return (context_.text.items[item].roles & role) != 0;
  }

  std::uint16_t evidence_in_front() const {
    if (begin_ == sentence_.begin) return 0;
    unsigned bits = is(begin_ - 1, kTitleWord) ? unsigned{kBehindTitle} : 0U;
    if (context_.text.items[begin_ - 1].form == "the") bits |= kBehindThe;
    if (has_role(begin_ - 1, kPreposition)) bits |= kBehindIn;
    return static_cast<std::uint16_t>(bits);
  }

  std::uint16_t evidence_behind() const {
    const auto& items = context_.text.items;
    unsigned bits = 0;
    if (begin_ > sentence_.begin && has_role(begin_ - 1, kSpeechWord)) bits |= kBySpeech;
    if (end_ == sentence_.end) return static_cast<std::uint16_t>(bits);
    if (has_role(end_, kSpeechWord)) bits |= kBySpeech;
    if (end_ - begin_ == 1 && context_.items[end_].appearance == Appearance::lower) {
      bits |= kBeforeLowerWord;
    }
    const std::uint32_t next = end_ + (items[end_].mark == Mark::comma ? 1U : 0U);
    if (next < sentence_.end && has_role(next, kRelativeWord)) bits |= kBeforeWho;
    return static_cast<std::uint16_t>(bits);
  }

  void note_longest(ArticleWord& word) const {
    const std::uint32_t length = end_ - begin_;
    if (length < 2 || length > kLongestNameRun) return;
    if (length <= word.longest_run_end - word.longest_run_begin) return;
    word.longest_run_begin = begin_;
    word.longest_run_end = end_;
  }

  ArticleContext& context_;
  const Sentence& sentence_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

// The longest listed name that begins at `item`, of two words or more; its length is 0 if none.
ListMatch longest_match(const ArticleContext& context, std::uint32_t item, std::uint32_t end) {
  ListMatch best;
  std::uint64_t key = name_key(0, context.text.items[item].hash);
  for (std::uint32_t length = 2; item + length <= end && length <= kMostListWords; ++length) {
    key = name_key(key, context.text.items[item + length - 1].hash);
    const NameRow* row = find_row(context.lexicon.names, key);
    if (row == nullptr) break;
    if (row->kinds() != 0) {
      best = {row->kinds(), static_cast<std::uint8_t>(length), 0};
    }
    if (!row->goes_on()) break;
  }
  return best;
}

}  // namespace

void gather_run_evidence(ArticleContext& context) {
  for (const Run& run : context.runs) {
    if (context.sentence_of(run).letter_case == LetterCase::normal) RunReader(context, run).run();
  }
}

void match_lists(ArticleContext& context) {
  for (const Segment& segment : context.segments) {
    for (std::uint32_t i = segment.begin; i + 1 < segment.end; ++i) {
      if (!context.text.items[i].begins_names) continue;
      ListMatch match = longest_match(context, i, segment.end);
      for (std::uint32_t k = 0; k < match.length; ++k) {
        match.place = static_cast<std::uint8_t>(k == 0 ? 0 : k + 1 == match.length ? 2 : 1);
        ListMatch& known = context.items[i + k].match;
        if (match.length > known.length) known = match;
      }
    }
  }
}

}  // namespace newsdex::discovery
