#include "discovery/name_linker.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "discovery/bylines.hpp"
#include "discovery/name_spelling.hpp"
#include "discovery/persons_in_full.hpp"

namespace newsdex {
namespace {

using discovery::CreditSpan;
using discovery::NameTokens;
using discovery::PersonsInFull;
using discovery::WordRow;

// Sorted: words in front of a person's name that are none of it.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"ambassador", "ayatollah", "chancellor", "doctor", "dr",        "gen",   "general",
     "gov",        "governor",  "imam",       "judge",  "justice",   "king",  "lord",
     "minister",   "mr",        "mrs",        "ms",     "mullah",    "pope",  "president",
     "prime",      "prince",    "princess",   "prof",   "professor", "queen", "sen",
     "senator",    "sheikh",    "sir"});
static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

constexpr auto kMinorWords =
    std::to_array<std::string_view>({"and", "for", "in", "of", "on", "the"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view form) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

std::string listed_key(EntityType type, std::string_view slug) {
  return std::string(to_string(type)).append("/").append(slug);
}

bool is_plain(const Alias& alias) {
  return !alias.exact_case && !alias.needs_context && !alias.needs_country && !alias.query_only &&
         !alias.never_alone;
}

template <class Span>
bool touch(const Span& a, TextField field, std::uint32_t begin, std::uint32_t end) {
  return a.field == field && a.begin < end && begin < a.end;
}

// A found name with its words.
struct Name {
  FoundName found;
  NameTokens words;
  bool credit = false;
  std::uint32_t person = PersonsInFull::kNobody;
  std::string slug;

  [[nodiscard]] WordRow forms() const {
    WordRow out;
    for (const Token& token : words.tokens) out.push_back(token.form);
    return out;
  }
};

// What the mentions of one have in common.
struct Bearer {
  std::string name;
  std::string slug;
  std::size_t words = 0;        // of the mention it is named after
  std::uint8_t confidence = 0;  // of the surest mention
  bool in_capitals = true;
};

bool is_all_caps(const Name& name) {
  return std::all_of(name.words.tokens.begin(), name.words.tokens.end(),
                     [](const Token& token) { return token.all_caps; });
}

}  // namespace

class ArticleLinker {
 public:
  ArticleLinker(const AnalyzedArticle& article, const NameLinker::Listed& listed,
                Recognition& recognition)
      : article_(article),
        listed_(listed),
        recognition_(recognition),
        credits_(discovery::credit_spans(article.body)) {}

  std::vector<DiscoveredName> run(std::span<const FoundName> found, std::string_view author) {
    for (const FoundName& name : found) take(name, author);
    find_persons();
    name_bearers();
    std::vector<DiscoveredName> out;
    std::vector<Mention> further;
    for (const Name& name : names_) settle(name, out, further);
    if (!further.empty()) {
      auto& mentions = recognition_.mentions;
      mentions.insert(mentions.end(), further.begin(), further.end());
      std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::tie(a.field, a.begin) < std::tie(b.field, b.begin);
      });
    }
    return out;
  }

 private:
  bool is_listed_span(const FoundName& name) const {
    const auto& mentions = recognition_.mentions;
    const auto next = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return std::tie(m.field, m.end) <= std::tie(name.field, name.begin);
    });
    return next != mentions.end() && touch(*next, name.field, name.begin, name.end);
  }

  NameTokens tokens_of(const FoundName& name) const {
    const bool title = name.field == TextField::title;
    const auto tokens = title ? article_.title_tokens : article_.body_tokens;
    const auto at = [](const Token& token, std::uint32_t byte) { return token.begin < byte; };
    const auto begin = std::lower_bound(tokens.begin(), tokens.end(), name.begin, at);
    const auto end = std::lower_bound(begin, tokens.end(), name.end, at);
    return {title ? article_.title : article_.body, {begin, end}};
  }

  bool is_credit(const FoundName& name) const {
    if (name.field == TextField::title) return false;
    const auto next =
        std::partition_point(credits_.begin(), credits_.end(),
                             [&](const CreditSpan& span) { return span.end <= name.begin; });
    return next != credits_.end() && next->begin < name.end;
  }

  // The author alone in a line.
  bool is_author(const Name& name, std::string_view author) const {
    if (author.empty() || name.found.field == TextField::title) return false;
    const std::string_view text = article_.body;
    const std::string_view written =
        text.substr(name.found.begin, name.found.end - name.found.begin);
    const bool line_begins = name.found.begin == 0 || text[name.found.begin - 1] == '\n';
    const bool line_ends = name.found.end == text.size() || text[name.found.end] == '\n';
    return line_begins && line_ends && author.find(written) != std::string_view::npos;
  }

  void take(FoundName found, std::string_view author) {
    if (is_listed_span(found)) return;
    Name name{found, tokens_of(found), false, PersonsInFull::kNobody, {}};
    auto& tokens = name.words.tokens;
    const bool person = found.type == EntityType::person;
    while (!tokens.empty() &&
           (person ? std::binary_search(kTitles.begin(), kTitles.end(), tokens.front().form)
                   : tokens.front().form == "the")) {
      tokens = tokens.subspan(1);
    }
    if (tokens.empty()) return;
    name.found.begin = tokens.front().begin;
    name.credit = is_credit(found) || is_author(name, author);
    name.slug = discovery::name_slug(tokens);
    names_.push_back(std::move(name));
  }

  // Those whom the list finds are persons in full, too: what is shorter may mean them.
  void find_persons() {
    for (const Mention& mention : recognition_.mentions) {
      const auto& words = listed_.names[mention.entity];
      if (words.size() < 2 || mention.rule == MentionRule::surname) continue;
      const std::uint32_t person = persons_.add(WordRow(words.begin(), words.end()));
      listed_persons_[person] = mention.entity;
    }
    for (const Name& name : names_) {
      if (name.found.type == EntityType::person && name.words.tokens.size() > 1) {
        persons_.add(name.forms());
      }
    }
    for (Name& name : names_) {
      if (name.found.type == EntityType::person) name.person = persons_.meant_by(name.forms());
    }
  }

  // What mentions of one share: a person's number, else type and slug.
  std::string bearer_key(const Name& name) const {
    if (name.person != PersonsInFull::kNobody) return std::to_string(name.person);
    if (name.found.type == EntityType::organisation) {
      const auto full = acronyms_.find(name.slug);
      if (full != acronyms_.end()) return listed_key(EntityType::organisation, full->second);
    }
    return listed_key(name.found.type, name.slug);
  }

  void name_bearers() {
    for (const Name& name : names_) {
      note_acronym(name);
      note_common(name);
    }
    std::erase_if(acronyms_, [](const auto& entry) { return entry.second.empty(); });
    for (const Name& name : names_) {
      Bearer& bearer = bearers_[bearer_key(name)];
      bearer.confidence = std::max(bearer.confidence, name.found.confidence);
      const std::size_t words = name.words.tokens.size();
      const bool in_capitals = is_all_caps(name);
      if (words < bearer.words || (words == bearer.words && in_capitals >= bearer.in_capitals)) {
        continue;
      }
      bearer.words = words;
      bearer.in_capitals = in_capitals;
      bearer.slug = name.slug;
      bearer.name = discovery::spelled_name(name.words, name.found.type);
    }
  }

  // Notes "VPN" as no name where it stands behind "virtual private network (".
  void note_common(const Name& name) {
    const auto all =
        name.found.field == TextField::title ? article_.title_tokens : article_.body_tokens;
    const auto at = static_cast<std::size_t>(name.words.tokens.data() - all.data());
    const std::string_view letters = name.slug;
    const std::uint32_t begin = name.found.begin;
    if (name.words.tokens.size() > 1 || at < letters.size() || begin == 0 ||
        name.words.text[begin - 1] != '(') {
      return;
    }
    const auto words = all.subspan(at - letters.size(), letters.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].capitalised || words[i].form[0] != letters[i]) return;
    }
    common_.insert(name.slug);
  }

  // Of an organisation's name of several words, the initials; none where two have the same.
  void note_acronym(const Name& name) {
    if (name.found.type != EntityType::organisation || name.words.tokens.size() < 2) return;
    std::string initials;
    for (const Token& token : name.words.tokens) {
      if (!is_one_of(kMinorWords, token.form)) initials += token.form[0];
    }
    if (initials.size() < 2) return;
    const auto [known, is_new] = acronyms_.emplace(initials, name.slug);
    if (!is_new && known->second != name.slug) known->second.clear();
  }

  std::optional<std::uint32_t> listed_entity(const Name& name, const Bearer& bearer) const {
    if (name.person != PersonsInFull::kNobody) {
      const auto listed = listed_persons_.find(name.person);
      if (listed != listed_persons_.end()) return listed->second;
    }
    const auto found = listed_.entities.find(listed_key(name.found.type, bearer.slug));
    if (found == listed_.entities.end()) return std::nullopt;
    return found->second;
  }

  Standing standing_of(const Name& name, const Bearer& bearer) const {
    if (name.credit && name.found.type != EntityType::place) return Standing::byline;
    const bool in_full = name.person != PersonsInFull::kNobody;
    if (name.found.type == EntityType::person && !in_full) return Standing::unlinked;
    const bool sure = bearer.confidence >= NameLinker::kLeastConfidence &&
                      !listed_.flagged.contains(bearer.slug) && !common_.contains(bearer.slug);
    if (!sure) return Standing::uncertain;
    return Standing::counted;
  }

  void settle(const Name& name, std::vector<DiscoveredName>& out, std::vector<Mention>& further) {
    const Bearer& bearer = bearers_[bearer_key(name)];
    const FoundName& found = name.found;
    const Standing standing = standing_of(name, bearer);
    const auto entity = listed_entity(name, bearer);
    if (entity && standing == Standing::counted) {
      constexpr std::uint16_t kNoForm = 0;
      further.push_back({*entity, found.type, found.field, MentionRule::discovered,
                         found.confidence, kNoForm, found.begin, found.end});
      return;
    }
    out.push_back({found.field, found.begin, found.end, found.type, standing, found.confidence,
                   bearer.name, listed_key(found.type, bearer.slug)});
  }

  const AnalyzedArticle& article_;
  const NameLinker::Listed& listed_;
  Recognition& recognition_;
  std::vector<CreditSpan> credits_;
  std::vector<Name> names_;
  PersonsInFull persons_;
  std::unordered_map<std::uint32_t, std::uint32_t> listed_persons_;  // by person, the entity
  std::unordered_map<std::string, std::string> acronyms_;            // to the slug of the full name
  std::unordered_set<std::string> common_;                           // slugs
  std::unordered_map<std::string, Bearer> bearers_;
};

std::string_view to_string(Standing standing) {
  constexpr std::array<std::string_view, 4> kWords = {"", "byline", "unlinked", "uncertain"};
  return kWords[static_cast<std::size_t>(standing)];
}

NameLinker::NameLinker(const Gazetteer& gazetteer) {
  Analyzer analyzer;
  TokenStream stream;
  const auto entities = gazetteer.entities();
  listed_.names.resize(entities.size());
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    for (const Alias& alias : entities[i].aliases) {
      analyzer.analyze(alias.form, {}, stream);
      const std::string slug = discovery::name_slug(stream.tokens());
      if (is_plain(alias)) listed_.entities.emplace(listed_key(entities[i].type, slug), i);
      if (alias.needs_context || alias.never_alone) listed_.flagged.insert(slug);
    }
    if (entities[i].type != EntityType::person) continue;
    analyzer.analyze(entities[i].name, {}, stream);
    for (const Token& token : stream.tokens()) listed_.names[i].emplace_back(token.form);
  }
}

std::vector<DiscoveredName> NameLinker::link(const AnalyzedArticle& article,
                                             std::string_view author,
                                             std::span<const FoundName> found,
                                             Recognition& recognition) const {
  if (found.empty()) return {};
  return ArticleLinker(article, listed_, recognition).run(found, author);
}

}  // namespace newsdex
