#include "linking.hpp"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <vector>

#include "document_truth.hpp"
#include "indexing/document_builder.hpp"
#include "indexing/name_lists.hpp"
#include "reading/article_reader.hpp"

namespace newsdex::evaluation {
namespace {

constexpr int kUsage = 2;

enum class Half { both, train, report };

struct Options {
  std::string table;
  Half half = Half::both;
  bool list = false;
};

Options parse(std::span<const std::string> arguments) {
  Options options;
  for (const std::string& argument : arguments) {
    if (argument == "--list") {
      options.list = true;
    } else if (argument == "--half=train") {
      options.half = Half::train;
    } else if (argument == "--half=report") {
      options.half = Half::report;
    } else {
      options.table = argument;
    }
  }
  return options;
}

struct Scores {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missing = 0;
  std::size_t unlisted =
      0;  // expected, but not in the name list, and nothing else was to find them

  void print(std::string_view what) const {
    const auto share = [](std::size_t part, std::size_t whole) {
      return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    fmt::print("{:<10} precision {:.4f}  recall {:.4f}  F1 {:.4f}  ({} right, {} wrong, {} missing",
               what, share(right, right + wrong), share(right, right + missing),
               share(2 * right, 2 * right + wrong + missing), right, wrong, missing);
    if (unlisted > 0) fmt::print("; {} more are not in the name list", unlisted);
    fmt::print(")\n");
  }
};

class Comparison {
 public:
  // With `discovery` names that the list does not hold are to be found as well.
  Comparison(const Gazetteer& gazetteer, EntityType type, bool discovery, bool list)
      : discovery_(discovery), list_(list) {
    for (const Entity& entity : gazetteer.entities()) {
      if (entity.type == type) listed_.insert(entity.name);
    }
  }

  void add(std::string_view label, const ExpectedNames& expected,
           const std::set<std::string>& found) {
    for (const std::string& name : expected.required) {
      if (found.contains(name)) {
        ++scores_.right;
      } else if (!discovery_ && !listed_.contains(name)) {
        ++scores_.unlisted;
      } else {
        ++scores_.missing;
        show(label, "missing", name);
      }
    }
    for (const std::string& name : found) {
      if (expected.required.contains(name) || expected.optional.contains(name)) continue;
      ++scores_.wrong;
      show(label, "wrong", name);
    }
  }

  [[nodiscard]] const Scores& scores() const { return scores_; }

 private:
  void show(std::string_view label, std::string_view what, const std::string& name) const {
    if (list_) fmt::print("{}: {} {}\n", label, what, name);
  }

  std::set<std::string> listed_;
  bool discovery_;
  bool list_;
  Scores scores_;
};

std::string read_table(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

// The files of the table, each read once.
class Articles {
 public:
  explicit Articles(std::filesystem::path root) : root_(std::move(root)) {}

  const Article& of(const DocumentTruth& truth) {
    const auto [place, is_new] = files_.try_emplace(truth.path);
    if (is_new) place->second = read(truth.path);
    const std::size_t number = truth.article == 0 ? 0 : truth.article - std::size_t{1};
    if (number >= place->second.size())
      throw std::runtime_error(truth.label() + ": no such article");
    return place->second[number];
  }

 private:
  [[nodiscard]] std::vector<Article> read(const std::string& path) const {
    std::vector<Article> articles;
    const std::string file = (root_ / path).string();
    read_file({file, path, 0, 0, 0}, ReadOptions{},
              {[&](Article&& article) { articles.push_back(std::move(article)); },
               [](const ReadError&) {}});
    return articles;
  }

  std::filesystem::path root_;
  std::map<std::string, std::vector<Article>> files_;
};

std::set<std::string> names_of(const TaggedArticle& tagged, const Gazetteer& gazetteer,
                               EntityType type) {
  std::set<std::string> names;
  for (const Mention& mention : tagged.recognition.mentions) {
    if (mention.type != type || mention.rule == MentionRule::role) continue;
    names.insert(gazetteer.entities()[mention.entity].name);
  }
  for (const DiscoveredName& name : tagged.discovered) {
    if (name.type == type && name.standing == Standing::counted) names.insert(name.name);
  }
  return names;
}

// Persons whom a title alone stands for, and who are not named: the table does not judge them.
std::size_t count_by_title_only(const TaggedArticle& tagged, const Gazetteer& gazetteer) {
  const std::set<std::string> named = names_of(tagged, gazetteer, EntityType::person);
  std::set<std::string> others;
  for (const Mention& mention : tagged.recognition.mentions) {
    const std::string& name = gazetteer.entities()[mention.entity].name;
    if (mention.rule == MentionRule::role && !named.contains(name)) others.insert(name);
  }
  return others.size();
}

bool is_chosen(Half half, std::size_t row) {
  return half == Half::both || (half == Half::train) == (row % 2 == 0);
}

// Measures as the product tags: with discovery or without.
void measure(const Options& options, std::span<const DocumentTruth> truths, bool discovery) {
  const std::vector<NameListFile> lists = read_name_lists({});
  const Taggers taggers(lists, discovery);
  const Gazetteer& gazetteer = taggers.gazetteer;
  DocumentBuilder builder(taggers);
  // The paths of corpus/labelled/articles.tsv begin with corpus/.
  Articles articles(std::filesystem::absolute(options.table).parent_path().parent_path() / "..");
  Comparison actors(gazetteer, EntityType::person, discovery, options.list);
  Comparison platforms(gazetteer, EntityType::platform, discovery, options.list);
  std::size_t by_title_only = 0;
  fmt::print("{}\n", discovery ? "with discovery" : "without discovery");
  for (std::size_t row = 0; row < truths.size(); ++row) {
    if (!is_chosen(options.half, row)) continue;
    const DocumentTruth& truth = truths[row];
    const TaggedArticle tagged = builder.tag(articles.of(truth));
    actors.add(truth.label(), truth.actors, names_of(tagged, gazetteer, EntityType::person));
    by_title_only += count_by_title_only(tagged, gazetteer);
    platforms.add(truth.label(), truth.platforms,
                  names_of(tagged, gazetteer, EntityType::platform));
  }
  actors.scores().print("actors");
  platforms.scores().print("platforms");
  fmt::print("{} more actors by title alone, not judged\n", by_title_only);
}

}  // namespace

int evaluate_linking(std::span<const std::string> arguments) {
  const Options options = parse(arguments);
  if (options.table.empty()) return kUsage;
  const std::vector<DocumentTruth> truths = read_document_truths(read_table(options.table));
  measure(options, truths, false);
  measure(options, truths, true);
  return 0;
}

}  // namespace newsdex::evaluation
