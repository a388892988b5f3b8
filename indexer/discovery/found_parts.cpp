#include "discovery/found_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_set>

#include "entities/field_text.hpp"
#include "entities/handles.hpp"

namespace newsdex::discovery {
namespace {

// Sorted: words in front of a person's name that are none of it.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"ambassador", "ayatollah", "chancellor", "doctor", "dr",        "gen",     "general",
     "gov",        "governor",  "imam",       "judge",  "justice",   "king",    "lord",
     "minister",   "mr",        "mrs",        "ms",     "mullah",    "pope",    "president",
     "prime",      "prince",    "princess",   "prof",   "professor", "prophet", "queen",
     "sen",        "senator",   "sheikh",     "sir"});
static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

// Sorted: words that a sentence or a headline begins with, and no name does.
constexpr auto kOpeners = std::to_array<std::string_view>(
    {"after",   "although", "amid",    "among",     "and",       "as",   "at",    "because",
     "before",  "but",      "by",      "despite",   "during",    "even", "for",   "from",
     "however", "if",       "in",      "like",      "meanwhile", "nor",  "of",    "on",
     "once",    "only",     "or",      "since",     "so",        "that", "then",  "though",
     "through", "today",    "under",   "unlike",    "until",     "when", "where", "while",
     "with",    "within",   "without", "yesterday", "yet"});
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

// What is longer is a list or a table read as one name.
constexpr std::size_t kMostWords = 10;
constexpr std::size_t kMostBytes = 120;

class Cutter {
 public:
  Cutter(const FoundName& name, const AnalyzedArticle& article, std::span<const Mention> listed,
         const Lexicon& lexicon)
      : name_(name),
        listed_(listed),
        lexicon_(lexicon),
        text_(name.field, name.field == TextField::title ? article.title : article.body,
              name.field == TextField::title ? article.title_tokens : article.body_tokens),
        bytes_(name.field == TextField::title ? article.title : article.body) {}

  void cut(std::vector<FoundPart>& out) {
    const auto tokens = text_.tokens();
    const auto begins_before = [](const Token& token, std::uint32_t byte) {
      return token.begin < byte;
    };
    const auto at = std::lower_bound(tokens.begin(), tokens.end(), name_.begin, begins_before);
    auto first = static_cast<std::size_t>(at - tokens.begin());
    const auto end = static_cast<std::size_t>(
        std::lower_bound(at, tokens.end(), name_.end, begins_before) - tokens.begin());
    std::size_t last = first;
    several_initials_ = count_middle_initials(first, end) > 1;
    for (; last < end; ++last) {
      if (is_kinship(last)) {
        add(first, last, out);
        first = last + 1;
      } else if (last > first && ends_before(last)) {
        add(first, last, out);
        first = last;
      }
    }
    add(first, last, out);
  }

 private:
  [[nodiscard]] bool is_person() const { return name_.type == EntityType::person; }

  [[nodiscard]] bool is_kinship(std::size_t i) const {
    const Token& token = text_.token(i);
    return is_person() && !token.capitalised && lexicon_.is(token.form, WordClass::kinship);
  }

  // "X." of "Malcolm X. Generation": an initial that the name does not begin with, nor another one.
  [[nodiscard]] bool follows_middle_initial(std::size_t i, std::size_t first) const {
    const auto is_initial = [&](std::size_t token) {
      return text_.token(token).form.size() == 1 && text_.gap_before(token + 1) == Gap::dot;
    };
    return i > first + 1 && is_initial(i - 1) && !is_initial(i - 2);
  }

  [[nodiscard]] std::size_t count_middle_initials(std::size_t first, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t i = first; is_person() && i < end; ++i) {
      if (follows_middle_initial(i, first)) ++count;
    }
    return count;
  }

  // Nobody has two of them with a name between: there sentences end.
  [[nodiscard]] bool ends_before(std::size_t i) const {
    if (several_initials_ && follows_middle_initial(i, 0)) return true;
    if (text_.gap_before(i) == Gap::dot && ends_listed_thing(i - 1)) return true;
    return (is_person() && text_.token(i - 1).possessive) || text_.block_begins_at(i);
  }

  // "X" of "on X. Wanjiku Kamau replied": what the list has found there is no initial.
  [[nodiscard]] bool ends_listed_thing(std::size_t i) const {
    const std::uint32_t end = text_.token(i).end;
    const auto at = std::partition_point(listed_.begin(), listed_.end(), [&](const Mention& m) {
      return std::tie(m.field, m.end) < std::tie(name_.field, end);
    });
    return at != listed_.end() && at->field == name_.field && at->end == end &&
           at->type != EntityType::person;
  }

  [[nodiscard]] bool is_generation(std::size_t i) const {
    const Token& token = text_.token(i);
    return token.capitalised && lexicon_.is(token.form, WordClass::generation);
  }

  void add(std::size_t first, std::size_t last, std::vector<FoundPart>& out) const {
    const std::size_t begin = first;
    if (first == last || is_handle(text_, last - 1)) return;
    while (first < last && is_title(text_.token(first).form)) ++first;
    while (first < last && is_opener(text_.token(first).form)) ++first;
    if (first == last || is_too_long(first, last)) return;
    FoundPart part;
    part.found = name_;
    part.after_kinship = is_person() && begin == first && first > 0 && is_kinship(first - 1) &&
                         text_.gap_before(first) == Gap::space;
    if (is_person()) part.generation = generation_of(first, last);
    part.found.begin = text_.token(first).begin;
    part.found.end = text_.token(last - 1).end;
    part.words = {bytes_, text_.tokens().subspan(first, last - first)};
    out.push_back(part);
  }

  // How many words of [first, last) are a generation; one that follows is taken in.
  std::size_t generation_of(std::size_t first, std::size_t& last) const {
    if (last - first > 1 && is_generation(last - 1)) return 1;
    if (last == text_.tokens().size() || text_.token(last - 1).possessive) return 0;
    const Gap gap = text_.gap_before(last);
    if ((gap != Gap::space && gap != Gap::comma) || !is_generation(last)) return 0;
    ++last;
    return 1;
  }

  // "During Ramadan"; bodies may be called so ("In Defence of Animals").
  [[nodiscard]] bool is_opener(std::string_view form) const {
    return name_.type != EntityType::organisation &&
           std::binary_search(kOpeners.begin(), kOpeners.end(), form);
  }

  [[nodiscard]] bool is_too_long(std::size_t first, std::size_t last) const {
    return last - first > kMostWords ||
           text_.token(last - 1).end - text_.token(first).begin > kMostBytes;
  }

  [[nodiscard]] bool is_title(std::string_view form) const {
    return is_person() ? std::binary_search(kTitles.begin(), kTitles.end(), form) : form == "the";
  }

  bool several_initials_ = false;
  const FoundName& name_;
  const std::span<const Mention> listed_;
  const Lexicon& lexicon_;
  const FieldText text_;
  const std::string_view bytes_;
};

bool is_person(const FoundPart& part) {
  return part.found.type == EntityType::person;
}

// The longest head of the part's words that is a name of `known`, or ends in one that is a surname
// alone; all of them if none is.
std::size_t known_words(const FoundPart& part, const std::unordered_set<std::string>& known) {
  const std::span<const Token> tokens = part.words.tokens;
  for (std::size_t words = tokens.size(); words > 0; --words) {
    const std::span<const Token> head = tokens.first(words);
    if (known.contains(name_slug(head))) return words;
    if (words > 1 && known.contains(std::string(head.back().form))) return words;
  }
  return tokens.size();
}

}  // namespace

namespace {

// "Mohammad Sadeq" of a headline where the body has "Mohammad Sadeq Rouhani", and the headline,
// too.
void take_in_rest(FoundPart& part, std::span<const Token> title,
                  const std::unordered_set<std::string>& known) {
  constexpr std::size_t kMostFurther = 2;
  const auto first = static_cast<std::size_t>(part.words.tokens.data() - title.data());
  const std::size_t size = part.words.tokens.size();
  for (std::size_t more = 1; more <= kMostFurther && first + size + more <= title.size(); ++more) {
    const std::span<const Token> longer = title.subspan(first, size + more);
    if (longer[longer.size() - 2].possessive) return;
    if (!known.contains(name_slug(longer))) continue;
    part.words.tokens = longer;
    return;
  }
}

}  // namespace

void cut_headline_names(std::vector<FoundPart>& parts, std::span<const Token> title) {
  const auto in_title = [](const FoundPart& part) { return part.found.field == TextField::title; };
  const auto title_end = std::find_if_not(parts.begin(), parts.end(), in_title);
  if (std::none_of(parts.begin(), title_end, is_person)) return;
  std::unordered_set<std::string> known;
  for (const FoundPart& part : parts) {
    if (is_person(part) && part.found.field == TextField::body)
      known.insert(name_slug(part.words.tokens));
  }
  for (FoundPart& part : std::span(parts.begin(), title_end)) {
    if (!is_person(part) || part.generation > 0) continue;
    part.words.tokens = part.words.tokens.first(known_words(part, known));
    if (part.words.tokens.size() > 1 && !known.contains(name_slug(part.words.tokens)))
      take_in_rest(part, title, known);
    part.found.end = part.words.tokens.back().end;
  }
}

void add_parts(const FoundName& name, const AnalyzedArticle& article,
               std::span<const Mention> listed, const Lexicon& lexicon,
               std::vector<FoundPart>& out) {
  Cutter(name, article, listed, lexicon).cut(out);
}

}  // namespace newsdex::discovery
