#include "highlight/highlighter.hpp"

#include <algorithm>
#include <set>

#include "highlight/leaf_places.hpp"

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

}  // namespace

Highlighter::Highlighter(const SearchPlan& plan, std::span<const double> idfs, Analyzer& analyzer,
                         PassageSplitter& passages, HighlightOptions options)
    : plan_(plan), idfs_(idfs), analyzer_(analyzer), passages_(passages), options_(options) {}

Highlighter::Result Highlighter::highlight(const StoredArticle& stored) {
  Result result;
  std::vector<ByteRange> title;
  for (const Match& match : find(stored, TextField::title)) title.push_back(match.range);
  result.title = merge(std::move(title));
  result.snippets = choose_snippets(stored.article.body, find(stored, TextField::body));
  return result;
}

std::vector<Highlighter::Match> Highlighter::find(const StoredArticle& stored, TextField field) {
  const bool in_title = field == TextField::title;
  const std::string& text = in_title ? stored.article.title : stored.article.body;
  analyzer_.analyze(text, stored.article.language, tokens_);
  std::span<const Token> tokens = tokens_.tokens();
  if (in_title) tokens = tokens.first(std::min<std::size_t>(tokens.size(), kMaxTitleTokens));
  std::vector<Match> found;
  for (std::size_t leaf = 0; leaf < plan_.scored.size(); ++leaf) {
    for (const PositionSpan span : find_leaf(plan_.scored[leaf], tokens, in_title)) {
      found.push_back({{tokens[span.first].begin, tokens[span.last].end}, leaf});
    }
  }
  for (std::size_t i = 0; i < plan_.marked.size(); ++i) {
    const LabelPlan& labels = plan_.marked[i];
    for (const StoredMention& mention : stored.mentions) {
      if (mention.field != field || field_of(mention.type) != labels.field) continue;
      const auto& names = labels.values;
      if (std::find(names.begin(), names.end(), mention.name) == names.end()) continue;
      found.push_back({{mention.begin, mention.end}, plan_.scored.size() + i});
    }
  }
  find_dates(stored, field, found);
  std::sort(found.begin(), found.end(),
            [](const Match& a, const Match& b) { return a.range.begin < b.range.begin; });
  return found;
}

void Highlighter::find_dates(const StoredArticle& stored, TextField field,
                             std::vector<Match>& out) const {
  const std::size_t first_target = plan_.scored.size() + plan_.marked.size();
  for (std::size_t i = 0; i < plan_.spoken.size(); ++i) {
    const DateRange& range = plan_.spoken[i];
    for (const StoredDate& date : stored.dates) {
      const bool inside = (!range.first || date.days.first >= *range.first) &&
                          (!range.last || date.days.last <= *range.last);
      if (date.field == field && inside) out.push_back({{date.begin, date.end}, first_target + i});
    }
  }
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
