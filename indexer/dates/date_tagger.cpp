// Two passes: the first finds what may be time expressions, and with them whether the article tells
// of long ago and how it writes dates in numbers; the second says what each means, in reading
// order, since one may refer to the one before.
#include "newsdex/date_tagger.hpp"

#include <algorithm>

#include "dates/calendars.hpp"
#include "dates/context.hpp"
#include "dates/grammar.hpp"
#include "dates/lexer.hpp"
#include "dates/stated_date.hpp"

namespace newsdex {
namespace {

// A field while it is tagged.
struct Field {
  TextField name = TextField::body;
  std::string_view text;
  std::span<const Token> tokens;
  LexedText lexed;
};

std::optional<Granule> granule_of(const PartialDate& date) {
  switch (date.precision) {
    case DatePrecision::none:
      return std::nullopt;
    case DatePrecision::year:
      return granule_of_year(date.year);
    case DatePrecision::month:
      return granule_of_month(date.year, date.month);
    default:
      return Granule{Unit::day, first_day(date)};
  }
}

struct OrderCount {
  std::size_t day_first = 0;
  std::size_t month_first = 0;

  void add(NumericOrder order) {
    if (order == NumericOrder::day_first) ++day_first;
    if (order == NumericOrder::month_first) ++month_first;
  }
  [[nodiscard]] bool any() const { return day_first + month_first > 0; }
  [[nodiscard]] NumericOrder order() const {
    if (day_first == month_first) return NumericOrder::unknown;
    return day_first > month_first ? NumericOrder::day_first : NumericOrder::month_first;
  }
};

// What the years and the numeric dates of an article tell of the rest.
class Survey {
 public:
  void add(const Lexeme& lexeme) {
    if (lexeme.digits == 4 && !lexeme.grouped) years_.push_back(*lexeme.value(Kind::number));
    for (const Kind kind : {Kind::weekday, Kind::relative_day, Kind::ago, Kind::tonight}) {
      if (lexeme.value(kind)) ++days_of_news_;
    }
  }
  // An order that a date has for certain.
  void add_certain(NumericOrder order) { certain_.add(order); }
  // One without which the date would lie after the day of publication.
  void add_likely(NumericOrder order) { likely_.add(order); }

  // An article writes its dates in one order, which metadata may tell, too.
  [[nodiscard]] NumericOrder order(NumericOrder stated) const {
    if (certain_.any()) return certain_.order();
    return stated == NumericOrder::unknown ? likely_.order() : stated;
  }

  // Most of the years are long past, and hardly a weekday is named.
  // In Persian text years around 1400 are as far off as they are in Iran's calendar.
  [[nodiscard]] bool is_narrative(std::optional<Granule> published, bool jalali) const {
    constexpr std::size_t kFewestYears = 3;
    constexpr std::size_t kManyYears = 10;
    constexpr int kRecent = 2;
    if (!published) return true;
    if (years_.size() < kFewestYears || days_of_news_ * 3 > years_.size()) return false;
    const int now = year_of(*published);
    const bool many = years_.size() >= kManyYears;
    const auto recent = std::count_if(years_.begin(), years_.end(), [&](int year) {
      if (jalali && is_jalali_year(year)) year += kJalaliYearsApart;
      return many ? year >= now : year >= now - kRecent;
    });
    return static_cast<std::size_t>(recent) * 3 < years_.size();
  }

 private:
  std::vector<int> years_;
  std::size_t days_of_news_ = 0;
  OrderCount certain_;
  OrderCount likely_;
};

// How the metadata of an article writes its day: "05/13/2018", or "04/05/2018" where that is known
// to be `published`.
NumericOrder order_stated(std::string_view stated, const PartialDate& published) {
  if (published.precision < DatePrecision::day) return NumericOrder::unknown;
  for (const std::string_view text : stated_texts(stated)) {
    for (const DateReading& each : date_readings(text)) {
      if (each.order != NumericOrder::unknown && first_day(each.date) == first_day(published)) {
        return each.order;
      }
    }
  }
  return NumericOrder::unknown;
}

// A date in numbers, by both orders; 0 where there is no such day.
struct NumericDate {
  std::optional<Day> month_first;
  std::optional<Day> day_first;

  NumericDate(int first, int second, int year)
      : month_first(day_of(year, first, second)), day_first(day_of(year, second, first)) {}

  // The only order whose day `holds` is true of.
  template <typename Test>
  [[nodiscard]] NumericOrder only_order(Test holds) const {
    const bool by_month = month_first && holds(*month_first);
    const bool by_day = day_first && holds(*day_first);
    if (by_month == by_day) return NumericOrder::unknown;
    return by_month ? NumericOrder::month_first : NumericOrder::day_first;
  }

 private:
  static std::optional<Day> day_of(int year, int month, int day) {
    const auto days = days_of(CalendarYear{CalendarKind::gregorian, year}, month, day);
    return days ? std::optional(days->first) : std::nullopt;
  }
};

// What the date of three numbers at the lexeme `at` tells of their order.
void survey_numeric(const Field& field, std::size_t at, std::optional<Granule> published,
                    Survey& out) {
  constexpr std::int32_t kMonths = 12;
  const std::vector<Lexeme>& all = field.lexed.lexemes;
  const auto number = [&](std::size_t i) { return all[i].value(Kind::number).value_or(0); };
  if (number(at) > kMonths) out.add_certain(NumericOrder::day_first);
  if (number(at + 1) > kMonths) out.add_certain(NumericOrder::month_first);
  if (all[at + 2].digits != 4 || number(at) > kMonths || number(at + 1) > kMonths) return;
  const NumericDate date(number(at), number(at + 1), number(at + 2));
  const bool adjoins = at > 0 && (all[at].gap == ' ' || all[at].gap == ',');
  if (const auto weekday = adjoins ? all[at - 1].value(Kind::weekday) : std::nullopt) {
    return out.add_certain(date.only_order([&](Day day) { return weekday_of(day) == *weekday; }));
  }
  if (!published || published->unit != Unit::day) return;
  const Tense tense = tense_around(field.text, field.tokens, all[at].first, all[at + 2].last);
  if (tense != Tense::past) return;
  out.add_likely(date.only_order([&](Day day) { return day <= first_day(*published); }));
}

void survey(const Field& field, std::optional<Granule> published, Survey& out) {
  const std::vector<Lexeme>& all = field.lexed.lexemes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].reading_count == 0) continue;
    out.add(all[i]);
    const bool numeric = i + 2 < all.size() && all[i].digits > 0 && all[i + 1].digits > 0 &&
                         all[i + 2].digits >= 2 && all[i + 1].gap == '/' && all[i + 2].gap == '/';
    if (numeric && all[i].digits <= 2 && all[i + 1].digits <= 2)
      survey_numeric(field, i, published, out);
  }
}

// Where the written expression ends: a full stop belongs to an abbreviation.
std::uint32_t end_of(const Field& field, const Lexeme& last) {
  const Token& token = field.tokens[last.last];
  const bool stop = token.end < field.text.size() && field.text[token.end] == '.';
  return token.end + (last.abbreviated && stop ? 1 : 0);
}

DateMention mention_of(const Field& field, std::span<const Lexeme> lexemes, const Rule& rule,
                       Timex timex) {
  DateMention mention;
  mention.field = field.name;
  mention.type = timex.type;
  mention.begin = field.tokens[lexemes.front().first].begin;
  mention.end = end_of(field, lexemes.back());
  mention.value = std::move(timex.value);
  mention.mod = timex.mod;
  mention.rule = rule.name;
  if (timex.days) {
    mention.first = timex.days->first;
    mention.last = timex.days->last;
  }
  return mention;
}

// "April 5-7" is two dates, "April 3, 4 and 5" three: the number, word or mark between two of them
// belongs to neither.
void add_row(const Field& field, std::span<const Lexeme> lexemes, const Rule& rule, Timex timex,
             std::vector<DateMention>& out) {
  const auto parts = [&timex](const Lexeme& lexeme) {
    const bool comma = lexeme.gap == ',' && timex.between && lexeme.digits > 0 && lexeme.digits < 3;
    return comma || lexeme.gap == '-' || lexeme.gap == '~' || lexeme.gap == '/' ||
           lexeme.reading_count == 0;
  };
  std::vector<Granule> later;
  if (timex.between) later.push_back(*timex.between);
  later.push_back(*timex.until);
  std::optional<Timex> date = std::move(timex);
  for (const Granule& next : later) {
    std::size_t split = 1;
    while (split + 1 < lexemes.size() && !parts(lexemes[split])) ++split;
    if (date) out.push_back(mention_of(field, lexemes.first(split), rule, std::move(*date)));
    lexemes = lexemes.subspan(lexemes[split].reading_count == 0 ? split + 1 : split);
    date = date_of(next);
  }
  if (date) out.push_back(mention_of(field, lexemes, rule, std::move(*date)));
}

// Months and days that follow do not lie in "the winter" or "the 1990s".
bool can_be_spoken_of(Granule granule) {
  return granule.unit <= Unit::month || granule.unit == Unit::year;
}

// A time of day that another may follow: "from 6 p.m. to 7 a.m."
void note_clock(const Timex& timex, std::size_t begin, std::size_t end, Context& context) {
  context.clock_begin = begin;
  context.clock_end = 0;
  if (timex.type != TimexType::time || !timex.minute || !timex.granule) return;
  context.clock_day = *timex.granule;
  context.clock_minute = *timex.minute;
  context.clock_end = end;
}

// In a narrative, what is counted from the day of publication is an aside.
bool is_aside(const Match& match, const Context& context) {
  return context.narrative && (match.has(Kind::deictic) || match.has(Kind::relative_day) ||
                               match.has(Kind::ago) || match.has(Kind::tonight));
}

// "Earlier that year" is seen from what was spoken of, all others from today.
void modify(Timex& timex, const GrammarMatch& found, const Context& context) {
  const bool from_today = !found.match.has(Kind::anaphoric);
  const std::optional<Granule> today = from_today ? context.today() : std::nullopt;
  if (const auto part = found.match.value(Kind::early_late)) {
    apply_modifier(timex, early_late()[static_cast<std::size_t>(*part)], today);
  }
  if (!found.modifier.mod.empty()) apply_modifier(timex, found.modifier, today);
}

}  // namespace

struct DateTagger::Parts {
  TimeLexicon lexicon;
  Grammar grammar{lexicon};

  std::size_t tag_at(const Field& field, const Stretch& stretch, std::size_t at,
                     Grammar::Scratch& scratch, Context& context,
                     std::vector<DateMention>& out) const;
  void tag_field(const Field& field, Context context, std::vector<DateMention>& out) const;
};

// Tags what begins at the lexeme `at` of `stretch`; returns where to go on.
std::size_t DateTagger::Parts::tag_at(const Field& field, const Stretch& stretch, std::size_t at,
                                      Grammar::Scratch& scratch, Context& context,
                                      std::vector<DateMention>& out) const {
  const auto lexemes =
      std::span(field.lexed.lexemes).subspan(stretch.begin, stretch.end - stretch.begin);
  grammar.match(lexemes, at, scratch);
  for (const GrammarMatch& found : scratch.matches) {
    const std::size_t last = lexemes[found.match.end - 1].last;
    const Site inner{field.text, field.tokens, lexemes[found.match.begin].first, last};
    if (found.rule->admits != nullptr && !found.rule->admits(found.match, inner)) continue;
    context.site = {field.text, field.tokens, lexemes[found.first_lexeme].first, last};
    std::optional<Timex> timex = found.rule->resolve(*found.rule, found.match, context);
    if (!timex) continue;
    if (timex->value.empty()) return found.match.end;
    modify(*timex, found, context);
    const std::size_t first = lexemes[found.first_lexeme].first;
    note_clock(*timex, field.tokens[first].begin, field.tokens[last].end, context);
    if (timex->granule && can_be_spoken_of(*timex->granule) && !is_aside(found.match, context)) {
      context.spoken = timex->until ? timex->until : timex->granule;
      context.spoken_at = field.tokens[last].begin;
    }
    const auto written = lexemes.subspan(found.first_lexeme, found.match.end - found.first_lexeme);
    if (timex->until) {
      add_row(field, written, *found.rule, std::move(*timex), out);
    } else {
      out.push_back(mention_of(field, written, *found.rule, std::move(*timex)));
    }
    return found.match.end;
  }
  return at + 1;
}

void DateTagger::Parts::tag_field(const Field& field, Context context,
                                  std::vector<DateMention>& out) const {
  Grammar::Scratch scratch;
  ParagraphCursor paragraphs(field.text);
  context.paragraphs = &paragraphs;
  for (const Stretch& stretch : field.lexed.stretches) {
    const std::size_t count = stretch.end - stretch.begin;
    for (std::size_t at = 0; at < count;) {
      at = tag_at(field, stretch, at, scratch, context, out);
    }
  }
}

DatePrecision precision_of(const DateMention& mention) {
  constexpr std::size_t kYearBytes = 4;
  constexpr std::size_t kMonthBytes = 7;
  constexpr std::size_t kDayBytes = 10;
  const std::string_view value = mention.value;
  const auto is_digit = [value](std::size_t at) {
    return at < value.size() && value[at] >= '0' && value[at] <= '9';
  };
  const bool says_when = mention.type == TimexType::date || mention.type == TimexType::time;
  if (!mention.first || !says_when || value.starts_with("BC")) return DatePrecision::none;
  if (value.size() > kDayBytes && is_digit(kDayBytes + 1)) return DatePrecision::minute;
  if (value.size() >= kDayBytes && is_digit(kDayBytes - 1)) return DatePrecision::day;
  if (value.size() == kMonthBytes && is_digit(kMonthBytes - 1) && is_digit(kMonthBytes - 2)) {
    return DatePrecision::month;
  }
  return value.size() == kYearBytes ? DatePrecision::year : DatePrecision::none;
}

DateTagger::DateTagger() : parts_(std::make_unique<const Parts>()) {}
DateTagger::~DateTagger() = default;

std::vector<DateMention> DateTagger::tag(const AnalyzedArticle& article,
                                         const PartialDate& published, std::string_view language,
                                         std::string_view stated) const {
  Field title{TextField::title, article.title, article.title_tokens, {}};
  Field body{TextField::body, article.body, article.body_tokens, {}};
  Context context;
  context.published = granule_of(published);
  Survey survey_of_article;
  for (Field* field : {&title, &body}) {
    read_stretches(parts_->lexicon, field->text, field->tokens, field->lexed);
    survey(*field, context.published, survey_of_article);
  }
  if (published.precision == DatePrecision::minute)
    context.published_minute = published.minute_of_day;
  context.jalali = language == "fa";
  context.narrative = survey_of_article.is_narrative(context.published, context.jalali);
  context.order = survey_of_article.order(order_stated(stated, published));
  std::vector<DateMention> mentions;
  parts_->tag_field(title, context, mentions);
  parts_->tag_field(body, context, mentions);
  return mentions;
}

}  // namespace newsdex
