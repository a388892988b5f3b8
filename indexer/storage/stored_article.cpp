// The form is a row of fields in fixed order: numbers as LEB128 (the variable-length integers of
// DWARF and protocol buffers), texts as their length and their bytes.
#include "storage/stored_article.hpp"

#include "storage/damage.hpp"
#include "storage/varint.hpp"

namespace newsdex {
namespace {

constexpr std::string Article::*kTexts[] = {&Article::id,       &Article::title,
                                            &Article::body,     &Article::date,
                                            &Article::source,   &Article::url,
                                            &Article::author,   &Article::language,
                                            &Article::path,     &Article::corrected_date,
                                            &Article::file_date};

void put_text(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

[[noreturn]] void damaged() {
  throw_damaged("a stored article");
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    const auto value = take_varint(rest_);
    if (!value) damaged();
    return *value;
  }

  // A number that must not exceed `most`.
  template <typename T>
  T number(std::uint64_t most) {
    const std::uint64_t value = number();
    if (value > most) damaged();
    return static_cast<T>(value);
  }

  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) damaged();
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

constexpr std::uint64_t kAnyU32 = 0xFFFFFFFF;
constexpr int kOffsetBias = 1 << 14;  // zone offsets are stored as positive numbers, 0 for none

void put_date(std::string& out, const PublicationDate& date) {
  const PartialDate& value = date.value;
  put_varint(out, static_cast<std::uint64_t>(date.source));
  put_varint(out, static_cast<std::uint64_t>(value.precision));
  put_varint(out, static_cast<std::uint64_t>(value.year));
  put_varint(out, value.month);
  put_varint(out, value.day);
  put_varint(out, value.minute_of_day);
  put_varint(out, value.offset_minutes
                      ? static_cast<std::uint64_t>(*value.offset_minutes + kOffsetBias)
                      : 0);
}

PublicationDate get_date(Decoder& in) {
  PublicationDate date;
  date.source = in.number<DateSource>(static_cast<std::uint64_t>(DateSource::mtime));
  date.value.precision =
      in.number<DatePrecision>(static_cast<std::uint64_t>(DatePrecision::minute));
  date.value.year = in.number<std::int16_t>(9999);
  date.value.month = in.number<std::uint8_t>(12);
  date.value.day = in.number<std::uint8_t>(31);
  date.value.minute_of_day = in.number<std::uint16_t>(24 * 60);
  const int offset = in.number<int>(2 * kOffsetBias);
  if (offset != 0) date.value.offset_minutes = static_cast<std::int16_t>(offset - kOffsetBias);
  return date;
}

void put_mention(std::string& out, const StoredMention& mention) {
  put_text(out, mention.name);
  put_varint(out, static_cast<std::uint64_t>(mention.type));
  put_varint(out, static_cast<std::uint64_t>(mention.field));
  put_varint(out, static_cast<std::uint64_t>(mention.rule));
  put_varint(out, mention.confidence);
  put_varint(out, mention.begin);
  put_varint(out, mention.end - mention.begin);
}

StoredMention get_mention(Decoder& in) {
  StoredMention mention;
  mention.name = in.text();
  mention.type = in.number<EntityType>(static_cast<std::uint64_t>(EntityType::place));
  mention.field = in.number<TextField>(static_cast<std::uint64_t>(TextField::body));
  mention.rule = in.number<MentionRule>(static_cast<std::uint64_t>(kLastMentionRule));
  mention.confidence = in.number<std::uint8_t>(100);
  mention.begin = in.number<std::uint32_t>(kAnyU32);
  mention.end = mention.begin + in.number<std::uint32_t>(kAnyU32 - mention.begin);
  return mention;
}

void put_range(std::string& out, ByteRange range) {
  put_varint(out, range.begin);
  put_varint(out, range.end - range.begin);
}

ByteRange get_range(Decoder& in) {
  ByteRange range;
  range.begin = in.number<std::uint32_t>(kAnyU32);
  range.end = range.begin + in.number<std::uint32_t>(kAnyU32 - range.begin);
  return range;
}

constexpr Day kDayBias = 5'000'000;  // makes the days of the years -9998 to 9999 positive
constexpr std::uint64_t kMostDays = 2 * kDayBias;

void put_date(std::string& out, const StoredDate& date) {
  put_varint(out, static_cast<std::uint64_t>(date.field));
  put_varint(out, date.begin);
  put_varint(out, date.end - date.begin);
  put_varint(out, static_cast<std::uint64_t>(date.days.first + kDayBias));
  put_varint(out, static_cast<std::uint64_t>(date.days.last - date.days.first));
}

StoredDate get_stored_date(Decoder& in) {
  StoredDate date;
  date.field = in.number<TextField>(static_cast<std::uint64_t>(TextField::body));
  date.begin = in.number<std::uint32_t>(kAnyU32);
  date.end = date.begin + in.number<std::uint32_t>(kAnyU32 - date.begin);
  date.days.first = in.number<Day>(kMostDays) - kDayBias;
  date.days.last = date.days.first + in.number<Day>(kMostDays);
  return date;
}

}  // namespace

std::string encode(const StoredArticle& stored) {
  std::string out;
  for (const auto text : kTexts) put_text(out, stored.article.*text);
  put_varint(out, stored.article.record);
  put_varint(out, stored.article.line);
  put_varint(out, (std::uint64_t{stored.article.named_folders} << 1U) |
                      (stored.article.id_is_made ? 1U : 0U));
  put_date(out, stored.date);
  put_varint(out, stored.mentions.size());
  for (const StoredMention& mention : stored.mentions) put_mention(out, mention);
  put_varint(out, stored.dates.size());
  for (const StoredDate& date : stored.dates) put_date(out, date);
  put_varint(out, stored.article.boilerplate.size());
  for (const ByteRange range : stored.article.boilerplate) put_range(out, range);
  return out;
}

StoredArticle decode_stored_article(std::string_view bytes) {
  Decoder in(bytes);
  StoredArticle stored;
  for (const auto text : kTexts) stored.article.*text = in.text();
  stored.article.record = in.number<std::uint32_t>(kAnyU32);
  stored.article.line = in.number<std::uint32_t>(kAnyU32);
  const auto named = in.number<std::uint64_t>(std::uint64_t{kAnyU32} << 1U);
  stored.article.id_is_made = (named & 1U) != 0;
  stored.article.named_folders = static_cast<std::uint32_t>(named >> 1U);
  stored.date = get_date(in);
  const std::uint64_t mentions = in.number();
  for (std::uint64_t i = 0; i < mentions; ++i) stored.mentions.push_back(get_mention(in));
  const std::uint64_t dates = in.number();
  for (std::uint64_t i = 0; i < dates; ++i) stored.dates.push_back(get_stored_date(in));
  const std::uint64_t boilerplate = in.number();
  for (std::uint64_t i = 0; i < boilerplate; ++i) {
    stored.article.boilerplate.push_back(get_range(in));
  }
  if (!in.at_end()) damaged();
  return stored;
}

}  // namespace newsdex
