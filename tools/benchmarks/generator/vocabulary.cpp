#include "generator/vocabulary.hpp"

#include "generator/inflection.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::size_t kNouns = 150'000;
constexpr std::size_t kVerbs = 25'000;
constexpr std::size_t kAdjectives = 40'000;
constexpr double kNounShift = 20;  // the commonest noun is some 0.2% of all words
constexpr double kVerbShift = 5;
constexpr double kAdjectiveShift = 15;

// Chosen so that a corpus has about the words that Heaps' law gives for Reuters' news,
// 44 * tokens^0.49 (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 5.1.1):
// 38,000 in a million, 75,000 in four.
constexpr std::size_t kNounKernel = 3000;
constexpr std::size_t kVerbKernel = 600;
constexpr std::size_t kAdjectiveKernel = 900;

struct WeightedWord {
  std::string_view word;
  double weight;
};

constexpr WeightedWord kDeterminers[] = {
    {"the", 400}, {"a", 220},     {"its", 24},  {"their", 26}, {"his", 34},  {"this", 36},
    {"that", 20}, {"some", 12},   {"no", 12},   {"all", 12},   {"any", 9},   {"these", 9},
    {"her", 10},  {"our", 9},     {"every", 4}, {"each", 5},   {"both", 4},  {"another", 5},
    {"such", 6},  {"several", 4}, {"my", 6},    {"your", 4},   {"those", 5}, {"few", 2}};
constexpr WeightedWord kPrepositions[] = {
    {"of", 60},    {"in", 190},     {"to", 150},   {"for", 95},     {"on", 70},     {"with", 70},
    {"at", 48},    {"by", 50},      {"from", 48},  {"about", 20},   {"after", 20},  {"over", 14},
    {"into", 14},  {"against", 11}, {"under", 8},  {"between", 10}, {"during", 8},  {"without", 6},
    {"before", 9}, {"through", 9},  {"among", 5},  {"within", 4},   {"across", 4},  {"since", 6},
    {"until", 4},  {"toward", 2},   {"behind", 2}, {"near", 3},     {"despite", 3}, {"around", 4}};
constexpr WeightedWord kConjunctions[] = {
    {"and", 420},    {"but", 90}, {"as", 70},   {"while", 30},   {"or", 40},    {"that", 90},
    {"because", 20}, {"if", 30},  {"when", 40}, {"although", 8}, {"which", 40}, {"where", 14}};
constexpr WeightedWord kPronouns[] = {{"he", 100}, {"it", 110}, {"they", 70},  {"she", 40},
                                      {"we", 50},  {"you", 30}, {"there", 30}, {"who", 24}};
constexpr WeightedWord kModals[] = {{"will", 110}, {"would", 90},  {"could", 50}, {"can", 60},
                                    {"may", 40},   {"should", 30}, {"must", 20},  {"might", 16}};
constexpr WeightedWord kPerfects[] = {{"has", 100}, {"have", 90}, {"had", 80}};
constexpr WeightedWord kBeings[] = {{"is", 180}, {"was", 160}, {"are", 110}, {"were", 70}};
constexpr WeightedWord kParticles[] = {{"not", 120},  {"also", 60}, {"only", 40},  {"now", 35},
                                       {"still", 28}, {"then", 26}, {"never", 16}, {"already", 16},
                                       {"again", 14}, {"even", 22}, {"often", 12}, {"just", 26}};

constexpr std::array<std::span<const WeightedWord>, 8> kFunctionWords = {
    kDeterminers, kPrepositions, kConjunctions, kPronouns, kModals, kPerfects, kBeings, kParticles};

constexpr std::array<std::string_view, 12> kNounEndings = {
    "", "", "", "", "", "tion", "ment", "er", "ity", "ance", "ness", "y"};
constexpr std::array<std::string_view, 8> kVerbEndings = {"", "", "", "", "e", "ate", "ify", "ise"};
constexpr std::array<std::string_view, 10> kAdjectiveEndings = {"",   "",    "al",   "ive",  "ous",
                                                                "ic", "ful", "able", "less", "y"};

// Frequent words are short. Endings that make a word long come with rank.
std::uint32_t syllables_at(std::size_t rank) {
  if (rank < 800) return 1;
  return rank < 20'000 ? 2 : 3;
}

template <std::size_t Count>
std::string stem_at(std::size_t rank, const std::array<std::string_view, Count>& endings,
                    WordForge& forge) {
  // Ranks go round the endings, so that the words of a class depend on the forge alone.
  return forge.make(syllables_at(rank), rank < 200 ? "" : endings[rank % Count]);
}

std::vector<Noun> make_nouns(WordForge& forge) {
  std::vector<Noun> nouns;
  nouns.reserve(kNouns);
  for (std::size_t rank = 0; rank < kNouns; ++rank) {
    const std::string stem = stem_at(rank, kNounEndings, forge);
    nouns.push_back({stem, with_s(stem)});
  }
  return nouns;
}

std::vector<Verb> make_verbs(WordForge& forge) {
  std::vector<Verb> verbs;
  verbs.reserve(kVerbs);
  for (std::size_t rank = 0; rank < kVerbs; ++rank) {
    const std::string stem = stem_at(rank, kVerbEndings, forge);
    verbs.push_back({stem, with_s(stem), with_ed(stem), with_ing(stem)});
  }
  return verbs;
}

std::vector<Adjective> make_adjectives(WordForge& forge) {
  std::vector<Adjective> adjectives;
  adjectives.reserve(kAdjectives);
  for (std::size_t rank = 0; rank < kAdjectives; ++rank) {
    const std::string stem = stem_at(rank, kAdjectiveEndings, forge);
    adjectives.push_back({stem, with_ly(stem)});
  }
  return adjectives;
}

}  // namespace

FunctionWords::FunctionWords(WordForge& forge) {
  for (const std::span<const WeightedWord> words : kFunctionWords) {
    std::vector<double> weights;
    for (const WeightedWord& word : words) {
      forge.reserve(word.word);
      weights.push_back(word.weight);
    }
    choices_.emplace_back(weights);
  }
}

std::string_view FunctionWords::draw(FunctionClass kind, Random& random) const {
  const auto number = static_cast<std::size_t>(kind);
  return kFunctionWords[number][choices_[number].pick(random)].word;
}

Vocabulary::Vocabulary(WordForge& forge)
    : function_words(forge),
      nouns(make_nouns(forge), kNounShift, kNounKernel),
      verbs(make_verbs(forge), kVerbShift, kVerbKernel),
      adjectives(make_adjectives(forge), kAdjectiveShift, kAdjectiveKernel) {}

}  // namespace newsdex::benchmarks
