// Finds the time expressions of an article and says what they mean.
//
// Extents, types and values follow TIMEX3 as TimeBank and TempEval-3 use it (Saurí et al., "TimeML
// Annotation Guidelines 1.2.1", 2006; UzZaman et al., SemEval 2013 task 1): prepositions stand
// outside, determiners inside; "last week" is 2018-W17, "the 1990s" 199, "two months" P2M, "now"
// PRESENT_REF. What cannot be known is written X: XXXX-04-21, PXD.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

enum class TimexType : std::uint8_t { date, time, duration, set };

/// "DATE", "TIME", "DURATION", "SET": the words of TIMEX3.
std::string_view to_string(TimexType type);

/// A span of an article that says when, how long or how often.
struct DateMention {
  TextField field = TextField::body;
  TimexType type = TimexType::date;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  std::string value;      // as TIMEX3 writes it; never empty
  std::string_view mod;   // TIMEX3's "START", "MID", "END", "APPROX", ...; often empty; static
  std::string_view rule;  // the pattern that matched; static
  // The calendar days it denotes, narrowed by `mod`; of a duration ("the past two years") those up
  // to the day of publication or from it on. Both or neither.
  std::optional<Day> first;
  std::optional<Day> last;

  bool operator==(const DateMention&) const = default;
};

/// How precisely `mention` says when: `none` for durations, sets, vague times and stretches that
/// are no year, month or day (weeks, seasons, decades).
DatePrecision precision_of(const DateMention& mention);

/// Of the words, holidays and rules that dates are tagged by, and of the version of the code that
/// reads them: an index that was tagged by others is tagged anew.
std::string date_tagger_fingerprint();

/// Immutable after construction: share one among threads.
class DateTagger {
 public:
  DateTagger();
  ~DateTagger();
  DateTagger(const DateTagger&) = delete;
  DateTagger& operator=(const DateTagger&) = delete;

  /// The mentions of `article` by field, then place; never overlapping. `published` is what "today"
  /// means, to the precision it has; with precision `none`, what depends on it stays X. `language`
  /// is a primary subtag or empty; in "fa", bare years around 1400 are Jalali. `stated` is
  /// the date as metadata writes it, whose order of day and month the text shares.
  [[nodiscard]] std::vector<DateMention> tag(const AnalyzedArticle& article,
                                             const PartialDate& published,
                                             std::string_view language,
                                             std::string_view stated = {}) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsdex
