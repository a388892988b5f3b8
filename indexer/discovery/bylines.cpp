#include "discovery/bylines.hpp"

#include <algorithm>
#include <array>

namespace newsdex::discovery {
namespace {

// In lower case. A line that begins so is a credit to its end, and so is what is in brackets.
constexpr auto kCredits = std::to_array<std::string_view>({"additional reporting by",
                                                           "compiled by",
                                                           "credit:",
                                                           "edited by",
                                                           "editing by",
                                                           "file photo",
                                                           "graphic by",
                                                           "illustration by",
                                                           "image by",
                                                           "image credit",
                                                           "image:",
                                                           "photo by",
                                                           "photo courtesy",
                                                           "photo credit",
                                                           "photo:",
                                                           "photograph by",
                                                           "photographs by",
                                                           "photos by",
                                                           "picture by",
                                                           "picture:",
                                                           "reporting by",
                                                           "source:",
                                                           "translated by",
                                                           "video by",
                                                           "with reporting by",
                                                           "writing by",
                                                           "written by"});
constexpr std::string_view kBy = "by ";

// Longer lines are sentences.
constexpr std::size_t kLongestByline = 80;
constexpr std::size_t kLongestCredit = 160;

// In a line's first bytes, an agency in brackets is a dateline's.
constexpr std::size_t kLongestDateline = 80;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool begins_with(std::string_view text, std::string_view lower_prefix) {
  return text.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

bool is_credit(std::string_view text) {
  return std::any_of(kCredits.begin(), kCredits.end(),
                     [&](std::string_view words) { return begins_with(text, words); });
}

bool is_byline(std::string_view line) {
  return begins_with(line, kBy) && line.size() <= kLongestByline && !line.ends_with('.') &&
         line.size() > kBy.size() && line[kBy.size()] >= 'A' && line[kBy.size()] <= 'Z';
}

// "TEHRAN, April 30 (AFP) -": a capital first, brackets, and a dash behind them.
bool is_dateline(std::string_view line, std::size_t open, std::size_t close) {
  if (close > kLongestDateline || line[0] < 'A' || line[0] > 'Z' || open < 2) return false;
  const std::string_view behind = line.substr(close + 1);
  return begins_with(behind, " -") || behind.starts_with(" \u2013") ||
         behind.starts_with(" \u2014") || behind.starts_with(": ");
}

class LineReader {
 public:
  LineReader(std::string_view body, std::vector<CreditSpan>& out) : body_(body), out_(out) {}

  void read(std::size_t begin, std::size_t end) {
    while (begin < end && (body_[begin] == ' ' || body_[begin] == '\t')) ++begin;
    const std::string_view line = body_.substr(begin, end - begin);
    if (line.empty()) return;
    if (is_byline(line) || (line.size() <= kLongestCredit && is_credit(line))) {
      return add(begin, end);
    }
    std::size_t open = line.find('(');
    while (open != std::string_view::npos) {
      const std::size_t close = line.find(')', open);
      const bool closed = close != std::string_view::npos;
      if (is_credit(line.substr(open + 1)) || (closed && is_dateline(line, open, close))) {
        add(begin + open, closed ? begin + close : end);
      }
      if (!closed) return;
      open = line.find('(', close);
    }
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
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

}  // namespace newsdex::discovery
