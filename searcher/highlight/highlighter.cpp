#include "highlight/highlighter.hpp"

#include <algorithm>
#include <set>

#include "storage/date_terms.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// Ascending ranges of which none touches another.
std::vector<ByteRange> merge(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  std::vector<ByteRange> merged;
  for (const ByteRange range : ranges) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

// A word takes in the invisible signs that follow it, such as those that turn the direction of
// writing; what is marked ends before them.
ByteRange visible_part(std::string_view text, ByteRange range) {
  while (range.end > range.begin) {
    std::uint32_t last = range.end - 1;
    while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    if (visible_escape(decode(text, last).value).empty()) break;
    range.end = last;
  }
  return range;
}

}  // namespace

Highlighter::Highlighter(const SearchPlan& plan, std::span<const double> idfs, Analyzer& analyzer,
                         PassageSplitter& passages, HighlightOptions options,
                         const Deadline& deadline)
    : plan_(plan),
      idfs_(idfs),
      analyzer_(analyzer),
      passages_(passages),
      options_(options),
      deadline_(deadline),
      parts_(plan),
      places_(parts_.leaves(), deadline) {
  for (std::size_t i = 0; i < plan.marked.size(); ++i) {
    for (const std::string& name : plan.marked[i].values) {
      labels_[static_cast<std::size_t>(plan.marked[i].field)][name].push_back(i);
    }
  }
}

Highlighter::Result Highlighter::highlight(const StoredArticle& stored) {
  Found title = find(stored, TextField::title);
  Found body = find(stored, TextField::body);
  std::vector<bool> present(parts_.leaves().size());
  for (std::size_t leaf = 0; leaf < present.size(); ++leaf) {
    present[leaf] = !title.leaves[leaf].empty() || !body.leaves[leaf].empty();
  }
  const MatchedParts parts = parts_.match(stored, present);
  Result result;
  std::vector<ByteRange> marks;
  for (const Match& match : kept(std::move(title), TextField::title, parts))
    marks.push_back(match.range);
  result.title = merge(std::move(marks));
  result.snippets =
      choose_snippets(stored.article.body, kept(std::move(body), TextField::body, parts));
  return result;
}

// Of the words analysed last, those that a search can find: as DocumentBuilder chose them.
std::span<const Token> Highlighter::indexed_words(const StoredArticle& stored, TextField field) {
  const std::span<const Token> all = tokens_.tokens();
  if (field == TextField::title) {
    return all.first(std::min<std::size_t>(all.size(), kMaxTitleTokens));
  }
  const std::vector<ByteRange>& left_out = stored.article.boilerplate;
  if (left_out.empty()) return all;
  indexed_.clear();
  auto range = left_out.begin();
  for (const Token& token : all) {
    while (range != left_out.end() && range->end <= token.begin) ++range;
    if (range == left_out.end() || token.begin < range->begin) indexed_.push_back(token);
  }
  return indexed_;
}

Highlighter::Found Highlighter::find(const StoredArticle& stored, TextField field) {
  const bool in_title = field == TextField::title;
  const std::string& text = in_title ? stored.article.title : stored.article.body;
  deadline_.check();
  analyzer_.analyze(text, stored.article.language, tokens_);
  deadline_.check();
  const std::span<const Token> tokens = indexed_words(stored, field);
  places_.find(tokens, in_title);
  Found found;
  found.leaves.resize(parts_.leaves().size());
  for (std::size_t leaf = 0; leaf < found.leaves.size(); ++leaf) {
    for (const PositionSpan span : places_.of(leaf)) {
      found.leaves[leaf].push_back(
          visible_part(text, {tokens[span.first].begin, tokens[span.last].end}));
    }
  }
  find_names(stored, field, found.others);
  find_dates(stored, field, found.others);
  return found;
}

void Highlighter::find_names(const StoredArticle& stored, TextField field,
                             std::vector<Match>& out) const {
  const bool in_title = field == TextField::title;
  const std::string_view text = in_title ? stored.article.title : stored.article.body;
  for (const StoredMention& mention : stored.mentions) {
    if (mention.field != field) continue;
    const ByteRange range = visible_part(text, {mention.begin, mention.end});
    const auto add = [&](Field label, std::string_view value) {
      const LabelNumbers& numbers = labels_[static_cast<std::size_t>(label)];
      const auto found = numbers.find(value);
      if (found == numbers.end()) return;
      for (const std::size_t number : found->second) {
        out.push_back({range, plan_.scored.size() + number});
      }
    };
    add(field_of(mention.type), mention.name);
    add(Field::tagged_by, to_string(mention.rule));
  }
}

void Highlighter::find_dates(const StoredArticle& stored, TextField field,
                             std::vector<Match>& out) const {
  const std::size_t first_target = plan_.scored.size() + plan_.marked.size();
  for (std::size_t i = 0; i < plan_.spoken.size(); ++i) {
    deadline_.check();
    const DateRange& range = plan_.spoken[i];
    for (const StoredDate& date : stored.dates) {
      if (date.field != field || !speaks_of(date.days, range)) continue;
      out.push_back({{date.begin, date.end}, first_target + i});
    }
  }
}

// What the article matched by, in the order of the text.
std::vector<Highlighter::Match> Highlighter::kept(Found found, TextField field,
                                                  const MatchedParts& parts) const {
  std::vector<Match> matches;
  for (std::size_t leaf = 0; leaf < parts.leaves.size(); ++leaf) {
    if (!parts.leaves[leaf]) continue;
    for (const ByteRange range : found.leaves[leaf]) matches.push_back({range, leaf});
  }
  const std::size_t first_spoken = plan_.scored.size() + plan_.marked.size();
  for (const Match& match : found.others) {
    if (match.target >= first_spoken) {
      if (parts.spoken[match.target - first_spoken]) matches.push_back(match);
      continue;
    }
    const std::size_t label = match.target - plan_.scored.size();
    const auto& within = parts.within[label];
    const bool stands_there = !within || within->hold(field, match.range.begin);
    if (parts.marked[label] && stands_there) matches.push_back(match);
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.range.begin < b.range.begin; });
  return matches;
}

double Highlighter::weight(std::size_t target) const {
  return target < idfs_.size() ? idfs_[target] : 1.0;
}

Snippet Highlighter::whole_text(std::string_view body, std::span<const Match> matches) {
  std::vector<ByteRange> marks;
  for (const Match& match : matches) marks.push_back(match.range);
  return {std::string(body), merge(std::move(marks)), false, false};
}

std::vector<Snippet> Highlighter::choose_snippets(std::string_view body,
                                                  std::span<const Match> matches) {
  if (options_.whole_text) return {whole_text(body, matches)};
  struct Passage {
    ByteRange range;
    double score = 0;
    std::vector<ByteRange> marks;
  };
  std::vector<Passage> passages;
  std::size_t next = 0;
  for (const ByteRange range : passages_.split(body, options_.max_bytes)) {
    Passage passage{range, 0, {}};
    std::set<std::size_t> targets;
    while (next < matches.size() && matches[next].range.begin < range.begin) ++next;
    for (; next < matches.size() && matches[next].range.begin < range.end; ++next) {
      const Match& match = matches[next];
      passage.marks.push_back({match.range.begin, std::min(match.range.end, range.end)});
      // A second mark of the same word adds little; another word adds its full weight.
      passage.score += weight(match.target) * (targets.insert(match.target).second ? 1.0 : 0.1);
    }
    passages.push_back(std::move(passage));
  }
  const auto better = [](const Passage& a, const Passage& b) { return a.score > b.score; };
  std::stable_sort(passages.begin(), passages.end(), better);
  const bool any = !passages.empty() && passages.front().score > 0;
  if (any) std::erase_if(passages, [](const Passage& passage) { return passage.marks.empty(); });
  passages.resize(std::min(passages.size(), any ? options_.max_snippets : 1));
  std::sort(passages.begin(), passages.end(),
            [](const Passage& a, const Passage& b) { return a.range.begin < b.range.begin; });
  std::vector<Snippet> snippets;
  for (Passage& passage : passages) {
    const ByteRange range = passage.range;
    Snippet snippet;
    snippet.text = body.substr(range.begin, range.end - range.begin);
    snippet.highlights = merge(std::move(passage.marks));
    for (ByteRange& mark : snippet.highlights) {
      mark.begin -= range.begin;
      mark.end -= range.begin;
    }
    snippet.cut_before = range.begin > 0;
    snippet.cut_after = range.end < body.size();
    snippets.push_back(std::move(snippet));
  }
  return snippets;
}

}  // namespace newsdex
