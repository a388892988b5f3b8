#include "discovery/word_traits.hpp"

#include <array>

#include "text/utf8.hpp"

namespace newsdex::discovery {
namespace {

constexpr auto kJoiners = std::to_array<std::string_view>(
    {"af",  "al",  "and", "av",  "ben", "bin", "bint", "da",  "das",  "de",  "del",
     "den", "der", "di",  "dos", "du",  "e",   "el",   "for", "i",    "ibn", "in",
     "ka",  "la",  "las", "le",  "los", "of",  "on",   "op",  "ould", "te",  "ten",
     "ter", "the", "to",  "ud",  "ul",  "und", "van",  "vom", "von",  "y",   "zu"});
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"across", "around", "at", "from", "in", "inside", "into", "near", "outside", "through",
     "throughout", "to", "toward", "towards", "via"});
constexpr auto kSpeechWords = std::to_array<std::string_view>(
    {"added", "argued", "called", "declared", "explained", "insisted", "recalled", "replied",
     "said", "says", "stated", "tells", "told", "tweeted", "warned", "wrote"});
constexpr auto kRelativeWords = std::to_array<std::string_view>({"who", "whose"});

// Those that often end a sentence ("etc", "pm") are not here.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"adm", "apr",  "aug", "ave",  "brig", "capt", "cmdr", "co",   "col",    "corp",
     "dec", "dept", "dr",  "feb",  "fr",   "ft",   "gen",  "gov",  "hon",    "inc",
     "jan", "jr",   "jul", "jun",  "lt",   "ltd",  "maj",  "mar",  "messrs", "mr",
     "mrs", "ms",   "mt",  "no",   "nov",  "oct",  "prof", "pvt",  "rd",     "rep",
     "rev", "sen",  "sep", "sept", "sgt",  "sr",   "st",   "supt", "univ",   "vs"});

constexpr std::size_t kLongWordLetters = 4;

struct Letters {
  bool later_capital = false;
  bool lower = false;
  bool digit = false;
  bool dot = false;
};

Letters letters_of(std::string_view written) {
  Letters out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    out.later_capital |= i > 0 && c >= 'A' && c <= 'Z';
    out.lower |= c >= 'a' && c <= 'z';
    out.digit |= c >= '0' && c <= '9';
    out.dot |= c == '.';
  }
  return out;
}

Shape shape_of(const Token& token, std::string_view written) {
  const Letters letters = letters_of(written);
  const auto first = static_cast<unsigned char>(written.front());
  if (letters.digit) {
    return letters.lower || letters.later_capital || token.capitalised ? Shape::alphanumeric
                                                                       : Shape::number;
  }
  if (token.all_caps) return letters.dot ? Shape::initial : Shape::all_caps;
  if (token.capitalised) {
    if (decode(written, 0).length == written.size()) return Shape::initial;
    return letters.later_capital ? Shape::mixed : Shape::capitalised;
  }
  if (letters.later_capital) return Shape::mixed;
  // Letters of the Latin, Greek and Cyrillic alphabets stand below U+0530.
  return first < 0x80 || decode(written, 0).value < 0x530 ? Shape::lower : Shape::uncased;
}

}  // namespace

WordTraitsTable::WordTraitsTable(const WordLexicon& lexicon)
    : lexicon_(lexicon), entries_(kEntries) {
  for (const std::string_view form : kJoiners) add_role(form, kJoinsNames);
  for (const std::string_view form : kPrepositions) add_role(form, kPreposition);
  for (const std::string_view form : kSpeechWords) add_role(form, kSpeechWord);
  for (const std::string_view form : kRelativeWords) add_role(form, kRelativeWord);
  for (const std::string_view form : kAbbreviations) add_role(form, kAbbreviation);
}

void WordTraitsTable::add_role(std::string_view form, WordRole role) {
  const std::uint64_t hash = hash_text(form);
  std::size_t at = hash % roles_.size();
  while (roles_[at].roles != 0 && roles_[at].hash != hash) at = (at + 1) % roles_.size();
  roles_[at].hash = hash;
  roles_[at].roles = static_cast<std::uint8_t>(roles_[at].roles | role);
}

std::uint8_t WordTraitsTable::roles_of(std::uint64_t hash) const {
  std::size_t at = hash % roles_.size();
  while (roles_[at].roles != 0 && roles_[at].hash != hash) at = (at + 1) % roles_.size();
  return roles_[at].roles;
}

WordTraits WordTraitsTable::make(const Token& token, std::string_view written) const {
  WordTraits out;
  out.hash = hash_text(token.form);
  out.shape = shape_of(token, written);
  out.capital = token.capitalised || out.shape == Shape::mixed;
  out.roles = roles_of(out.hash);
  if (token.form.size() >= kLongWordLetters) out.roles |= kLongWord;
  if (out.shape != Shape::lower) out.roles &= static_cast<std::uint8_t>(~kJoinsNames);
  if (const ClusterRow* row = find_row(lexicon_.clusters, cluster_key(out.hash))) {
    const std::uint16_t wanted = out.capital ? row->capitalised : row->lower;
    const std::uint16_t other = out.capital ? row->lower : row->capitalised;
    out.clusters = wanted != 0 ? wanted : other;
    out.known_lower = row->lower != 0;
  }
  if (const NameRow* row = find_row(lexicon_.names, name_key(0, out.hash))) {
    out.kinds = row->kinds();
    out.begins_names = row->goes_on();
  }
  return out;
}

}  // namespace newsdex::discovery
