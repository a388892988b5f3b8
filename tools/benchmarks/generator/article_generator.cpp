#include "generator/article_generator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "generator/sentence_writer.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::uint64_t kFirstArticleStream = 1000;

// Most publication dates are days; some are less precise, some more.
std::string written_date(Day day, Random& random) {
  PartialDate date = to_partial_date(day);
  const std::uint32_t roll = random.below(100);
  if (roll < 4) {
    date.precision = DatePrecision::month;
  } else if (roll < 20) {
    date.precision = DatePrecision::minute;
    date.minute_of_day = static_cast<std::uint16_t>(random.below(24 * 60));
    date.offset_minutes = static_cast<std::int16_t>(60 * random.below(5));
  }
  return to_string(date);
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

}  // namespace

GeneratedArticle ArticleGenerator::make(std::uint64_t number) const {
  Random random(seed_, kFirstArticleStream + number);
  Story story(world_, random);
  GeneratedArticle generated;
  Article& article = generated.article;
  article.id = fmt::format("n{:08}", number);
  article.date = written_date(story.day(), random);
  article.source = world_.draw_outlet(random);
  article.language = "en";
  SentenceWriter(story, random, article.title).headline();
  write_body(story, article.source, random, article.body);
  const auto& actors = story.named(EntityType::person);
  const auto& platforms = story.named(EntityType::platform);
  generated.actors.assign(actors.begin(), actors.end());
  generated.platforms.assign(platforms.begin(), platforms.end());
  return generated;
}

void ArticleGenerator::write_body(Story& story, const std::string& outlet, Random& random,
                                  std::string& out) const {
  constexpr double kDatelines = 0.5;
  constexpr double kParagraphEnds = 0.3;
  const double drawn = random.log_normal(shape_.median_bytes, shape_.sigma);
  const auto wanted =
      static_cast<std::size_t>(std::clamp(drawn, shape_.least_bytes, shape_.most_bytes));
  if (random.chance(kDatelines)) {
    out = fmt::format("{} ({}) —", upper(story.mention(EntityType::place, random)), outlet);
  }
  // The last sentence overshoots by half of itself on average: it ends where about half fits.
  constexpr std::size_t kHalfSentence = 40;
  SentenceWriter writer(story, random, out);
  do {
    if (!out.empty() && out.back() == '.' && random.chance(kParagraphEnds)) out += '\n';
    writer.sentence();
  } while (out.size() + kHalfSentence < wanted);
}

}  // namespace newsdex::benchmarks
