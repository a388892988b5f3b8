// Stock Xapian's side of the search protocol (tools/benchmarks/driver/search_protocol.py), over a
// database that scriptindex built: QueryParser, Enquire, ValueCountMatchSpy and MSet::snippet.
//
// usage: newsdex-xapian-search DATABASE QUERIES REPEAT [PARTS]

#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

namespace {

constexpr Xapian::doccount kHits = 10;
constexpr Xapian::valueno kDaySlot = 0;
constexpr std::array<Xapian::valueno, 2> kFacetSlots = {1, 2};
constexpr std::size_t kSnippetBytes = 500;

struct Line {
  std::string text, actor, platform, since, until;
};

Line parse_line(const std::string& line) {
  Line query;
  std::istringstream in(line);
  for (std::string* column :
       {&query.text, &query.actor, &query.platform, &query.since, &query.until}) {
    std::getline(in, *column, '\t');
  }
  return query;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

Xapian::Query term(std::string prefix, const std::string& value) {
  return Xapian::Query(prefix.append(lower(value)));
}

std::string compact(std::string day) {
  std::erase(day, '-');
  return day;
}

class Searcher {
 public:
  Searcher(const std::string& path, const std::string& parts)
      : database_(path),
        facets_(parts.find('f') != std::string::npos),
        snippets_(parts.find('s') != std::string::npos) {
    parser_.set_database(database_);
    parser_.set_stemmer(stem_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_AND);
  }

  Xapian::doccount search(const Line& line) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query(line));
    std::array<Xapian::ValueCountMatchSpy, 2> spies = {Xapian::ValueCountMatchSpy(kFacetSlots[0]),
                                                       Xapian::ValueCountMatchSpy(kFacetSlots[1])};
    if (facets_) {
      for (Xapian::ValueCountMatchSpy& spy : spies) enquire.add_matchspy(&spy);
    }
    const Xapian::MSet hits = enquire.get_mset(0, kHits, database_.get_doccount());
    if (facets_) {
      for (const Xapian::ValueCountMatchSpy& spy : spies) count(spy);
    }
    show(hits);
    return hits.get_matches_estimated();
  }

 private:
  Xapian::Query query(const Line& line) {
    Xapian::Query query = parser_.parse_query(line.text);
    const auto filter = [&](const Xapian::Query& by) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, by);
    };
    if (!line.actor.empty()) filter(term("XA", line.actor));
    if (!line.platform.empty()) filter(term("XP", line.platform));
    if (!line.since.empty()) {
      filter(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kDaySlot, compact(line.since),
                           compact(line.until)));
    }
    return query;
  }

  // A slot holds an article's whole set of values: take the counted sets apart.
  static void count(const Xapian::ValueCountMatchSpy& spy) {
    std::map<std::string, Xapian::doccount> counts;
    for (auto set = spy.values_begin(); set != spy.values_end(); ++set) {
      std::istringstream values(*set);
      for (std::string value; std::getline(values, value, '\t');) {
        counts[value] += set.get_termfreq();
      }
    }
  }

  void show(const Xapian::MSet& hits) {
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      const std::string data = hit.get_document().get_data();
      if (!snippets_) continue;
      const std::size_t body = data.find("body=");
      if (body != std::string::npos) hits.snippet(data.substr(body + 5), kSnippetBytes, stem_);
    }
  }

  Xapian::Database database_;
  Xapian::Stem stem_{"english"};
  Xapian::QueryParser parser_;
  bool facets_;
  bool snippets_;
};

void time_query(Searcher& searcher, const Line& line, int repeat) {
  using Clock = std::chrono::steady_clock;
  Xapian::doccount total = searcher.search(line);
  std::string times;
  for (int i = 0; i < repeat; ++i) {
    const auto start = Clock::now();
    total = searcher.search(line);
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    if (i > 0) times += ',';
    times += std::to_string(took.count());
  }
  std::cout << total << '\t' << times << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: newsdex-xapian-search DATABASE QUERIES REPEAT [PARTS]\n", stderr);
    return 2;
  }
  try {
    Searcher searcher(argv[1], argc > 4 ? argv[4] : "");
    std::ifstream queries(argv[2]);
    for (std::string line; std::getline(queries, line);) {
      time_query(searcher, parse_line(line), std::atoi(argv[3]));
    }
  } catch (const Xapian::Error& error) {
    std::cerr << "newsdex-xapian-search: " << error.get_description() << '\n';
    return 2;
  }
  return 0;
}
