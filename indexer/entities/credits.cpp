#include "entities/credits.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "entities/credit_words.hpp"
#include "entities/line_sentences.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

using credit_words::kAgencies;
using credit_words::kBeforePictures;
using credit_words::kBy;
using credit_words::kCaptions;
using credit_words::kCredits;
using credit_words::kHelped;
using credit_words::kInvitations;
using credit_words::kJoiners;
using credit_words::kMade;
using credit_words::kPictureKinds;
using credit_words::kPictures;
using credit_words::kWorks;

// Longer lines and sentences are text; of names alone, sentences may be longer.
constexpr std::size_t kLongestByline = 80;
constexpr std::size_t kLongestCredit = 160;
constexpr std::size_t kLongestOfNames = 400;
// In a line's first bytes, an agency in brackets is a dateline's.
constexpr std::size_t kLongestDateline = 80;
constexpr std::size_t kLongestAgency = 60;
// Who reported is said within so many bytes of the end.
constexpr std::size_t kLastBytes = 800;

char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

bool begins_with(std::string_view text, std::string_view lower_prefix) {
  return text.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char a, char b) { return a == lower_letter(b); });
}

// Names and what joins them, and nothing that is said of them.
bool has_names_only(std::string_view text) {
  bool follows_slash = false;  // "Jane Doe/dpa": agencies write themselves as they like
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ;,/\t"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool is_small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
    if (is_small && !follows_slash && !is_one_of(word, kJoiners)) return false;
    follows_slash = end < text.size() && text[end] == '/';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

// By a small letter, where those of the table begin that begin with it. Most text begins with none.
constexpr auto kCreditsByLetter = [] {
  std::array<std::uint8_t, 257> begin = {};
  std::size_t at = 0;
  for (std::size_t letter = 0; letter < begin.size(); ++letter) {
    while (at < kCredits.size() && static_cast<unsigned char>(kCredits[at].front()) < letter) ++at;
    begin[letter] = static_cast<std::uint8_t>(at);
  }
  return begin;
}();
static_assert(kCredits.size() <= UINT8_MAX);

// The words of a credit that a text begins with; empty if it begins otherwise.
std::string_view credit_head(std::string_view text) {
  if (text.empty()) return {};
  const auto letter = static_cast<unsigned char>(lower_letter(text.front()));
  for (std::size_t i = kCreditsByLetter[letter]; i < kCreditsByLetter[letter + 1U]; ++i) {
    if (begins_with(text, kCredits[i])) return kCredits[i];
  }
  return {};
}

// A line, or what is in brackets.
bool is_credit(std::string_view text) {
  const std::string_view head = credit_head(text);
  if (head.empty()) return false;
  return !is_one_of(head, kCaptions) || has_names_only(text.substr(head.size()));
}

// "Jane Doe, The Associated Press", "Ann Lee/AFP/Getty Images".
bool is_signed(std::string_view text) {
  const std::size_t cut = text.find_last_of(",/");
  if (cut == std::string_view::npos || cut == 0 || text.size() > kLongestByline) return false;
  if (!is_capital(text.front()) || text.starts_with("\u2014")) return false;
  return has_names_only(text) && is_one_of(trim_spaces(text.substr(cut + 1)), kAgencies);
}

// Where the words in capitals begin that stand before the agencies at a line's end: "They march in
// the rain Ann Lee/AFP/Getty Images."
std::optional<std::size_t> name_before_agencies(std::string_view line) {
  if (line.ends_with('.')) line.remove_suffix(1);
  const std::size_t size = line.size();
  for (std::size_t slash = line.rfind('/'); slash != std::string_view::npos;
       slash = line.rfind('/')) {
    if (!is_one_of(trim_spaces(line.substr(slash + 1)), kAgencies)) break;
    line = line.substr(0, line.substr(0, slash).find_last_not_of(' ') + 1);
  }
  if (line.size() == size) return std::nullopt;
  std::size_t begin = line.size();
  while (begin > 0) {
    const std::size_t word = line.substr(0, begin - 1).rfind(' ') + 1;
    if (!is_capital(line[word])) break;
    begin = word;
  }
  return begin;
}

// Takes the next word off `text`.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

// "This story was originally written".
bool says_how_made(std::string_view text) {
  if (take_word(text) != "This" || !is_one_of(take_word(text), kWorks)) return false;
  if (take_word(text) != "was") return false;
  std::string_view word = take_word(text);
  if (word == "originally" || word == "first") word = take_word(text);
  return is_one_of(word, kMade) && text.empty();
}

bool is_byline(std::string_view line) {
  if (line.size() > kLongestByline || line.ends_with('.')) return false;
  if (is_signed(line)) return true;
  return std::any_of(kBy.begin(), kBy.end(), [&](std::string_view by) {
    return begins_with(line, by) && line.size() > by.size() && is_capital(line[by.size()]) &&
           has_names_only(line.substr(by.size()));
  });
}

// "Handout photo shows", "This undated file picture shows": what kind of picture it is says that it
// stands beside the text, whose words it is none of.
bool begins_caption(std::string_view line) {
  bool has_kind = false;
  for (;;) {
    const std::string word = ascii_lower(take_word(line));
    if (is_one_of(word, kPictures)) return has_kind && take_word(line) == "shows";
    if (is_one_of(word, kPictureKinds)) {
      has_kind = true;
    } else if (!is_one_of(word, kBeforePictures)) {
      return false;
    }
  }
}

// "TEHRAN, April 30 (AFP) -": a capital first, brackets, and a dash behind them.
bool is_dateline(std::string_view line, std::size_t open, std::size_t close) {
  if (close > kLongestDateline || !is_capital(line[0]) || open < 2) return false;
  const std::string_view behind = line.substr(close + 1);
  return begins_with(behind, " -") || behind.starts_with(" \u2013") ||
         behind.starts_with(" \u2014") || behind.starts_with(": ");
}

// "He left. (Reuters)": brackets behind a sentence, and nothing behind them.
bool is_signature(std::string_view line, std::size_t open, std::size_t close) {
  const std::string_view before = trim_spaces(line.substr(0, open));
  const bool ends_there = trim_spaces(line.substr(close + 1)).empty();
  const std::string_view inside = line.substr(open + 1, close - open - 1);
  const bool follows_sentence =
      before.empty() || before.ends_with('.') || before.ends_with('"') || before.ends_with("”");
  return ends_there && follows_sentence && inside.size() <= kLongestAgency && !inside.empty() &&
         is_capital(inside.front()) && has_names_only(inside);
}

// Where the last `sign` of a line's last bytes is, which are all that a byline may take.
std::size_t rfind_near_end(std::string_view line, char sign) {
  const std::size_t from = line.size() - std::min(line.size(), kLongestByline);
  const std::string_view last = line.substr(from);
  // Most lines have none, which the search from the front tells many bytes at a time.
  const bool has_sign = last.find(sign) != std::string_view::npos;
  return has_sign ? from + last.rfind(sign) : std::string_view::npos;
}

class LineReader {
 public:
  LineReader(std::string_view body, std::vector<CreditSpan>& out) : body_(body), out_(out) {}

  void read(std::size_t begin, std::size_t end) {
    while (begin < end && (body_[begin] == ' ' || body_[begin] == '\t')) ++begin;
    const std::string_view line = body_.substr(begin, end - begin);
    if (line.empty()) return;
    const bool is_short = line.size() <= kLongestCredit;
    if (is_byline(line) || (is_short && is_credit(line))) return add(begin, end);
    if (line.size() < kLongestByline && is_last_signature(line, end)) return add(begin, end);
    const std::size_t from = out_.size();
    if (begins_caption(line)) add(begin, begin + first_sentence_end(line));
    read_brackets(line, begin, '(', ')');
    read_brackets(line, begin, '[', ']');
    if (end + kLastBytes >= body_.size() || line.starts_with("This ")) read_sentences(line, begin);
    read_signature(line, begin);
    read_credit_sentences(line, begin);
    read_invitation(line, begin);
    if (out_.size() > from + 1) join(from);
  }

 private:
  // "Roe reported from Beirut; Doe from Cairo."
  void read_reporters(std::string_view line, std::size_t begin) {
    constexpr std::string_view kFrom = " reported from ";
    const std::size_t at = line.find(kFrom);
    if (at == std::string_view::npos) return;
    const auto from = sentence_begin(line, at, kLongestCredit);
    const bool has_reporters = from && is_capital(line[*from]) &&
                               has_names_only(line.substr(*from, at - *from)) &&
                               has_names_only(line.substr(at + kFrom.size()));
    if (has_reporters) add(begin + *from, begin + line.size());
  }

  // "— Jane Doe", and nothing follows.
  [[nodiscard]] bool is_last_signature(std::string_view line, std::size_t end) const {
    const bool has_dash = line.starts_with("\u2014") || line.starts_with("--");
    return has_dash && has_names_only(line) && trim_spaces(body_.substr(end)).empty();
  }

  void read_brackets(std::string_view line, std::size_t begin, char opening, char closing) {
    std::size_t open = line.find(opening);
    while (open != std::string_view::npos) {
      const std::size_t close = line.find(closing, open);
      const bool closed = close != std::string_view::npos;
      const std::string_view inside = line.substr(open + 1, closed ? close - open - 1 : close);
      const bool is_agency =
          closed && (is_dateline(line, open, close) || is_signature(line, open, close));
      if (is_agency || is_credit(inside) || has_photo(inside)) {
        add(begin + open, closed ? begin + close : begin + line.size());
      }
      if (!closed) return;
      open = line.find(opening, close);
    }
  }

  // A caption and who took the picture: "Protesters march. Ann Lee/AFP/Getty Images".
  void read_signature(std::string_view line, std::size_t begin) {
    const std::size_t cut = rfind_near_end(line, '/');
    if (cut == std::string_view::npos) return;
    const auto from = sentence_begin(line, cut, kLongestCredit);
    if (from && *from > 0 && is_signed(line.substr(*from)))
      return add(begin + *from, begin + line.size());
    if (const auto name = name_before_agencies(line)) add(begin + *name, begin + line.size());
  }

  // "AP Photo/Vahid Salemi", "Getty Images/Jane Doe", "AFP/Jane Doe".
  static bool has_photo(std::string_view inside) {
    const std::string_view head = inside.substr(0, kLongestAgency);
    const std::string_view agency = head.substr(0, head.find('/'));
    if (agency.size() == head.size()) return false;
    if (agency.ends_with(" Photo") || agency.ends_with(" Images")) return true;
    return is_one_of(agency, kAgencies) && has_names_only(inside);
  }

  // "They left. Photo: Jane Doe. They came back.": a sentence that begins as credits do, with
  // nothing but names behind. What is not in Latin letters has no capitals to tell names by, and
  // must be the last one of its paragraph.
  void read_credit_sentences(std::string_view line, std::size_t begin) {
    for (std::size_t from = 0; from < line.size(); from = next_sentence(line, from)) {
      if (!is_capital(line[from])) continue;
      const std::string_view rest = line.substr(from, kLongestOfNames + 1);
      const std::string_view head = credit_head(rest);
      if (head.empty()) continue;
      const std::size_t end = first_sentence_end(rest);
      const bool is_last = from + end == line.size();
      if (end > kLongestOfNames || ((line[from] & 0x80) != 0 && !is_last)) continue;
      if (has_names_only(rest.substr(head.size(), end - head.size())))
        add(begin + from, begin + from + end);
    }
  }

  // "Follow Jane Doe on Twitter", "You can follow Jane Doe on Twitter."
  void read_invitation(std::string_view line, std::size_t begin) {
    constexpr std::string_view kFollow = "ollow ";
    constexpr std::string_view kOn = " on ";
    // Looks at every sixth byte of most text, where find() stops at each "o".
    static const std::boyer_moore_horspool_searcher kSearcher(kFollow.begin(), kFollow.end());
    const auto next = [&](std::size_t from) {
      return static_cast<std::size_t>(std::search(line.begin() + from, line.end(), kSearcher) -
                                      line.begin());
    };
    for (std::size_t at = next(0); at < line.size(); at = next(at + 1)) {
      const std::size_t name = at + kFollow.size();
      const std::size_t on = line.substr(0, name + kLongestByline).find(kOn, name);
      const auto from = sentence_begin(line, at, kLongestCredit);
      if (!from || on == std::string_view::npos) continue;
      const bool invites = is_one_of(line.substr(*from, name - 1 - *from), kInvitations);
      if (invites && has_names_only(line.substr(name, on - name))) add(begin + name, begin + on);
    }
  }

  // What follows text in a line: how it was made, those who reported, those who helped.
  void read_sentences(std::string_view line, std::size_t begin) {
    constexpr std::string_view kByWhom = " by ";
    const std::size_t tail = line.size() - std::min(line.size(), kLongestCredit);
    for (std::size_t at = line.find(kByWhom, tail); at != std::string_view::npos;
         at = line.find(kByWhom, at + 1)) {
      const auto from = sentence_begin(line, at, kLongestCredit);
      if (!from) continue;
      if (!says_how_made(line.substr(*from, at - *from))) continue;
      if (has_names_only(line.substr(at + kByWhom.size())))
        return add(begin + *from, begin + line.size());
    }
    read_reporters(line, begin);
    constexpr std::string_view kHelp = "contributed ";
    for (std::size_t at = line.find(kHelp); at != std::string_view::npos;
         at = line.find(kHelp, at + 1)) {
      const std::string_view rest = line.substr(at);
      const bool helped = std::any_of(kHelped.begin(), kHelped.end(), [&](std::string_view words) {
        return rest.starts_with(words);
      });
      const auto from = helped ? sentence_begin(line, at, kLongestCredit) : std::nullopt;
      if (from) add(begin + *from, begin + at);
    }
  }

  void add(std::size_t begin, std::size_t end) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  // Puts the spans from number `from` on in order, and those that overlap into one.
  void join(std::size_t from) {
    std::sort(out_.begin() + static_cast<std::ptrdiff_t>(from), out_.end());
    std::size_t last = from;
    for (std::size_t i = from + 1; i < out_.size(); ++i) {
      if (out_[i].begin <= out_[last].end) {
        out_[last].end = std::max(out_[last].end, out_[i].end);
      } else {
        out_[++last] = out_[i];
      }
    }
    out_.resize(last + 1);
  }

  std::string_view body_;
  std::vector<CreditSpan>& out_;
};

}  // namespace

std::vector<CreditSpan> credit_spans(std::string_view body) {
  std::vector<CreditSpan> out;
  LineReader reader(body, out);
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    reader.read(begin, end);
    begin = end + 1;
  }
  return out;
}

bool is_credited(const std::vector<CreditSpan>& spans, std::uint32_t begin, std::uint32_t end) {
  const auto next = std::partition_point(spans.begin(), spans.end(),
                                         [&](const CreditSpan& span) { return span.end <= begin; });
  return next != spans.end() && next->begin < end;
}

}  // namespace newsdex
