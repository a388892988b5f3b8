#include "entities/common_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "entities/sentences.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

// How far a cue stands that speaks for the name: "Signal, an encrypted messenger".
constexpr std::size_t kCueReach = 4;

// What an everyday word makes compounds with, and no platform's name does: "signal strength", "gap
// year", "line manager", "wire transfer", "steam engine".
constexpr auto kCompoundEnds = std::to_array<std::string_view>(
    {"analysis",   "boosters",     "boxes",        "capacity", "corps",    "dancers",   "dancing",
     "engine",     "engines",      "failure",      "failures", "fences",   "flares",    "fraud",
     "insurance",  "intelligence", "interference", "jamming",  "lamps",    "lenses",    "lights",
     "locomotive", "locomotives",  "loss",         "losses",   "manager",  "managers",  "musician",
     "musicians",  "processing",   "quality",      "range",    "ropes",    "speed",     "strength",
     "strengths",  "temperature",  "term",         "towers",   "transfer", "transfers", "year",
     "years"});

class CommonWords {
 public:
  CommonWords(const NameIndex& names, Interpretation& interpretation)
      : names_(names), lexicon_(names.lexicon()), interpretation_(interpretation) {}

  void refuse() {
    const bool has_headline = has_title_case();
    std::vector<Reading*> doubtful;
    std::unordered_set<std::uint32_t> named;
    std::set<std::string_view> words;
    for (Reading& reading : interpretation_.readings) {
      if (!reading.accepted()) continue;
      if (!is_doubtful(reading, has_headline)) {
        named.insert(reading.form->entity);
      } else if (begins_compound(reading)) {
        reading.refusal = Refusal::compound;
      } else {
        doubtful.push_back(&reading);
        words.insert(word_of(reading));
      }
    }
    std::erase_if(doubtful,
                  [&](const Reading* reading) { return named.contains(reading->form->entity); });
    if (doubtful.empty()) return;
    const std::set<std::string_view> common = among_common(words);
    for (Reading* reading : doubtful) {
      if (common.contains(word_of(*reading))) reading->refusal = Refusal::common_word;
    }
  }

 private:
  [[nodiscard]] const Candidate& place_of(const Reading& reading) const {
    return interpretation_.candidates[reading.candidate];
  }

  [[nodiscard]] std::string_view word_of(const Reading& reading) const {
    const Candidate& place = place_of(reading);
    return interpretation_.field_of(place).token(place.first).form;
  }

  // Whether its capital may tell nothing.
  [[nodiscard]] bool is_doubtful(const Reading& reading, bool has_headline) const {
    const Form& form = *reading.form;
    if (form.words != 1 || form.host || form.capitalised == 0) return false;
    if (names_.entity(form.entity).type != EntityType::platform) return false;
    const Candidate& place = place_of(reading);
    const FieldText& text = interpretation_.field_of(place);
    const bool is_due = (has_headline && place.field == TextField::title) ||
                        sentence_begins_at(text, place.first, lexicon_);
    return is_due && !precedes_cue(text, place.last, form.entity);
  }

  // Of platforms, or of this one: "Signal was blocked".
  [[nodiscard]] bool precedes_cue(const FieldText& text, std::size_t behind,
                                  std::uint32_t entity) const {
    std::size_t end = behind;
    while (end < text.tokens().size() && end < behind + kCueReach &&
           !sentence_begins_at(text, end, lexicon_)) {
      if (names_.cues().speaks_for_platforms(text.token(end++))) return true;
    }
    const FieldText near(text.field(), text.text(), text.tokens().subspan(behind, end - behind));
    const std::vector<CuePlace> cues = names_.cues().find(near);
    return std::any_of(cues.begin(), cues.end(), [&](const CuePlace& place) {
      return names_.cues().speaks_for(place.cue, entity);
    });
  }

  [[nodiscard]] bool begins_compound(const Reading& reading) const {
    const Candidate& place = place_of(reading);
    const FieldText& text = interpretation_.field_of(place);
    if (!reading.form->needs_context || text.gap_before(place.last) != Gap::space) return false;
    return !text.token(place.first).possessive &&
           is_one_of(text.token(place.last).form, kCompoundEnds);
  }

  // Every word has a capital that is more than grammar.
  [[nodiscard]] bool has_title_case() const {
    const std::span<const Token> words = interpretation_.title.tokens();
    return std::all_of(words.begin(), words.end(), [&](const Token& word) {
      return word.capitalised || lexicon_.is(word.form, WordClass::grammar) ||
             (word.form.front() >= '0' && word.form.front() <= '9');
    });
  }

  // Of `words`, what the body has in lower case behind an article, and nowhere before a word of
  // platforms.
  [[nodiscard]] std::set<std::string_view> among_common(
      const std::set<std::string_view>& words) const {
    constexpr auto kArticles = std::to_array<std::string_view>({"a", "an", "the"});
    const FieldText& text = interpretation_.body;
    std::set<std::string_view> common;
    std::set<std::string_view> of_platforms;
    for (std::size_t at = 1; at < text.tokens().size(); ++at) {
      const Token& word = text.token(at);
      if (word.capitalised || !words.contains(word.form)) continue;
      const bool has_more = at + 1 < text.tokens().size();
      if (has_more && names_.cues().speaks_for_platforms(text.token(at + 1)))
        of_platforms.insert(word.form);
      if (is_one_of(text.token(at - 1).form, kArticles)) common.insert(word.form);
    }
    std::erase_if(common, [&](std::string_view word) { return of_platforms.contains(word); });
    return common;
  }

  const NameIndex& names_;
  const Lexicon& lexicon_;
  Interpretation& interpretation_;
};

}  // namespace

void refuse_common_words(const NameIndex& names, Interpretation& interpretation) {
  CommonWords(names, interpretation).refuse();
}

}  // namespace newsdex
