#include "ranking.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "newsdex/index_builder.hpp"
#include "newsdex/index_searcher.hpp"
#include "ranking_measures.hpp"

namespace newsdex::evaluation {
namespace {

constexpr std::uint32_t kDepth = 1000;  // of a ranking, as TREC takes it

struct Options {
  std::vector<std::string> files;  // documents, topics, judgments
  std::map<std::string, double> gains;
  std::string topics;
  bool list = false;
  bool expand = false;
};

double number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::runtime_error(fmt::format("`{}` is not a number", text));
  }
  return value;
}

struct GradeScale {
  std::string_view name;
  std::string_view gains;
};

/// Scales of collections whose grades are no gains. Cranfield's 1 is a complete answer, its 4 of
/// minimum interest; the -1 stands for the document that a topic was made from.
constexpr std::array<GradeScale, 1> kScales = {{{"cranfield", "1:4,2:3,3:2,4:1,-1:0"}}};

std::map<std::string, double> parse_gains(std::string_view text) {
  for (const GradeScale& scale : kScales) {
    if (text == scale.name) text = scale.gains;
  }
  std::map<std::string, double> gains;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t colon = pair.find(':');
    if (colon == std::string_view::npos) {
      throw std::runtime_error(
          fmt::format("`{}` should be GRADE:GAIN or the name of a scale", pair));
    }
    gains[std::string(pair.substr(0, colon))] = number(pair.substr(colon + 1));
  }
  return gains;
}

Options parse(std::span<const std::string> arguments) {
  constexpr std::string_view kGains = "--gains=";
  constexpr std::string_view kTopics = "--topics=";
  Options options;
  for (const std::string& argument : arguments) {
    if (argument.starts_with(kGains)) {
      options.gains = parse_gains(std::string_view(argument).substr(kGains.size()));
    } else if (argument.starts_with(kTopics)) {
      options.topics = argument.substr(kTopics.size());
    } else if (argument == "--list") {
      options.list = true;
    } else if (argument == "--expand") {
      options.expand = true;
    } else {
      options.files.push_back(argument);
    }
  }
  if (options.files.size() != 3) {
    throw std::runtime_error("ranking takes three files: documents, topics, judgments");
  }
  return options;
}

std::ifstream opened(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", path));
  return in;
}

std::map<std::string, Judgments> read_judgments(const Options& options) {
  std::map<std::string, Judgments> out;
  std::ifstream in = opened(options.files[2]);
  std::string topic;
  std::string iteration;
  std::string document;
  std::string grade;
  while (in >> topic >> iteration >> document >> grade) {
    const auto gain = options.gains.find(grade);
    out[topic][document] = gain != options.gains.end() ? gain->second : number(grade);
  }
  return out;
}

/// The index of the documents, in a folder that goes with it.
class TemporaryIndex {
 public:
  explicit TemporaryIndex(const std::string& documents) {
    std::string name = std::filesystem::temp_directory_path() / "newsdex-evaluate-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    BuildOptions options;
    options.sources = {documents};
    options.index = folder_ / "index";
    options.discovery = false;
    build_index(options);
  }
  TemporaryIndex(const TemporaryIndex&) = delete;
  TemporaryIndex& operator=(const TemporaryIndex&) = delete;
  ~TemporaryIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string path() const { return folder_ / "index"; }

 private:
  std::filesystem::path folder_;
};

Query any_word_of(const std::string& text, Analyzer& analyzer) {
  TokenStream words;
  analyzer.analyze(text, "en", words);
  OrQuery any;
  for (const Token& token : words.tokens()) {
    if (any.operands.size() == kMaxQueryLeaves) break;
    any.operands.push_back({WordQuery{std::string(token.form), Field::text}, 0});
  }
  return {std::move(any), 0};
}

std::vector<std::string> ranking_of(const Query& query, bool expand, IndexSearcher& searcher) {
  SearchRequest request;
  request.query = query;
  request.expand = expand;
  request.limit = kDepth;
  request.highlight = false;
  const auto result = searcher.search(request);
  if (!result) throw std::runtime_error(result.error().message);
  std::vector<std::string> ids;
  for (const Hit& hit : result->hits) ids.push_back(hit.id);
  return ids;
}

bool is_chosen(const std::string& topic, std::string_view half) {
  if (half.empty()) return true;
  const bool odd = (topic.back() - '0') % 2 != 0;
  return odd == (half == "odd");
}

void print(std::string_view what, const RankingMeasures& measures) {
  fmt::print("{:<8} nDCG@10 {:.4f}  MAP {:.4f}  P@10 {:.4f}  recall@100 {:.4f}\n", what,
             measures.ndcg10, measures.average_precision, measures.precision10, measures.recall100);
}

}  // namespace

int evaluate_ranking(std::span<const std::string> arguments) {
  const Options options = parse(arguments);
  const std::map<std::string, Judgments> judgments = read_judgments(options);
  const TemporaryIndex index(options.files[0]);
  IndexSearcher searcher(index.path());
  Analyzer analyzer;
  RankingMeasures sum;
  int topics = 0;
  std::ifstream in = opened(options.files[1]);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    const std::string topic = line.substr(0, tab);
    const auto judged = judgments.find(topic);
    if (tab == std::string::npos || judged == judgments.end()) continue;
    if (!is_chosen(topic, options.topics)) continue;
    const Query query = any_word_of(line.substr(tab + 1), analyzer);
    const RankingMeasures measures =
        measure(ranking_of(query, options.expand, searcher), judged->second);
    if (options.list) print(topic, measures);
    sum += measures;
    ++topics;
  }
  if (topics == 0) throw std::runtime_error("no topic has judgments");
  sum /= topics;
  print(fmt::format("{} topics", topics), sum);
  return 0;
}

}  // namespace newsdex::evaluation
