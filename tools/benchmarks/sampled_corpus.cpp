#include "sampled_corpus.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <xxhash.h>

#include <memory>

#include "generator/random.hpp"

namespace newsdex::benchmarks {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Words of ASCII letters; one with anything else in it is left out and ends the run.
void add_runs(std::string_view text, std::vector<std::vector<std::string>>& runs) {
  std::vector<std::string> run;
  const auto end_run = [&] {
    if (!run.empty()) runs.push_back(std::move(run));
    run.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::string word;
    for (; at < text.size() && is_letter(text[at]); ++at) word += lower(text[at]);
    const bool whole = at == text.size() || text[at] == ' ' || text[at] == '.' || text[at] == ',';
    if (whole && word.size() > 1) run.push_back(word);
    if (!whole || word.size() == 1) end_run();
    if (at < text.size() && text[at] != ' ') {
      end_run();
      while (at < text.size() && text[at] != ' ') ++at;
    }
  }
  end_run();
}

std::string text_of(simdjson::dom::element record, const char* key) {
  std::string_view text;
  return record[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<std::string> list_of(simdjson::dom::element record, const char* key) {
  std::vector<std::string> values;
  simdjson::dom::array array;
  if (record[key].get(array) != simdjson::SUCCESS) return values;
  for (const simdjson::dom::element value : array) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) values.emplace_back(text);
  }
  return values;
}

SampledArticle sampled(simdjson::dom::element record, const std::string& body) {
  SampledArticle article;
  add_runs(body, article.runs);
  article.date = text_of(record, "date");
  article.actors = list_of(record, "actor");
  article.platforms = list_of(record, "platform");
  return article;
}

}  // namespace

SampledCorpus read_corpus(std::istream& in, std::size_t sample_size) {
  SampledCorpus corpus;
  Random random(0, 0);
  simdjson::dom::parser parser;
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> hash(XXH3_createState(),
                                                                      XXH3_freeState);
  XXH3_64bits_reset(hash.get());
  for (std::string line; std::getline(in, line);) {
    line += '\n';
    corpus.bytes += line.size();
    XXH3_64bits_update(hash.get(), line.data(), line.size());
    simdjson::dom::element record;
    if (parser.parse(line).get(record) != simdjson::SUCCESS || !record.is_object()) continue;
    std::string body = text_of(record, "body");
    if (body.empty()) body = text_of(record, "text");
    corpus.text_bytes += text_of(record, "title").size() + body.size();
    ++corpus.articles;
    if (corpus.sample.size() < sample_size) {
      corpus.sample.push_back(sampled(record, body));
    } else if (const std::uint64_t place = random.next() % corpus.articles; place < sample_size) {
      corpus.sample[place] = sampled(record, body);
    }
  }
  corpus.checksum = fmt::format("{:016x}", XXH3_64bits_digest(hash.get()));
  return corpus;
}

}  // namespace newsdex::benchmarks
