#include "comparison.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

namespace newsdex::testing {
namespace {

constexpr std::uint32_t kSlots = 400;

struct Difference {
  std::string what;
};

template <typename A, typename B, typename... Names>
void same(const A& a, const B& b, const Names&... names) {
  if (a == b) return;
  std::string what;
  ((what += fmt::format("{} ", names)), ...);
  if constexpr (fmt::is_formattable<A>::value && fmt::is_formattable<B>::value) {
    what += fmt::format("({} / {})", a, b);
  }
  throw Difference{what};
}

template <typename Compare>
std::string first_of(Compare&& compare) {
  try {
    compare();
  } catch (const Difference& difference) {
    return difference.what;
  }
  return {};
}

void compare_statistics(const Xapian::Database& a, const Xapian::Database& b) {
  same(a.get_doccount(), b.get_doccount(), "doccount");
  same(a.get_lastdocid(), b.get_lastdocid(), "lastdocid");
  same(a.get_avlength(), b.get_avlength(), "avlength");
  same(a.get_total_length(), b.get_total_length(), "total_length");
  same(a.get_doclength_lower_bound(), b.get_doclength_lower_bound(), "doclength_lower_bound");
  same(a.get_doclength_upper_bound(), b.get_doclength_upper_bound(), "doclength_upper_bound");
  same(a.has_positions(), b.has_positions(), "has_positions");
}

void compare_metadata(const Xapian::Database& a, const Xapian::Database& b) {
  auto i = a.metadata_keys_begin();
  auto j = b.metadata_keys_begin();
  for (; i != a.metadata_keys_end() && j != b.metadata_keys_end(); ++i, ++j) {
    same(*i, *j, "metadata key");
    same(a.get_metadata(*i), b.get_metadata(*j), "metadata");
  }
  same(i == a.metadata_keys_end(), j == b.metadata_keys_end(), "metadata keys");
}

std::vector<std::uint32_t> positions_at(const Xapian::PostingIterator& posting) {
  return {posting.positionlist_begin(), posting.positionlist_end()};
}

void compare_postings(const Xapian::Database& a, const Xapian::Database& b,
                      const std::string& term) {
  auto i = a.postlist_begin(term);
  auto j = b.postlist_begin(term);
  for (; i != a.postlist_end(term) && j != b.postlist_end(term); ++i, ++j) {
    same(*i, *j, "docid of", term);
    same(i.get_wdf(), j.get_wdf(), "wdf of", term, *i);
    same(i.get_doclength(), j.get_doclength(), "doclength of", *i);
    same(positions_at(i), positions_at(j), "positions of", term, *i);
  }
  same(i == a.postlist_end(term), j == b.postlist_end(term), "postings of", term);
}

void compare_terms(const Xapian::Database& a, const Xapian::Database& b) {
  auto i = a.allterms_begin();
  auto j = b.allterms_begin();
  for (; i != a.allterms_end() && j != b.allterms_end(); ++i, ++j) {
    same(*i, *j, "term");
    same(i.get_termfreq(), j.get_termfreq(), "termfreq of", *i);
    same(a.get_collection_freq(*i), b.get_collection_freq(*i), "collection freq of", *i);
    same(a.get_wdf_upper_bound(*i), b.get_wdf_upper_bound(*i), "wdf upper bound of", *i);
    compare_postings(a, b, *i);
  }
  same(i == a.allterms_end(), j == b.allterms_end(), "terms");
}

void compare_values(const Xapian::Database& a, const Xapian::Database& b) {
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    same(a.get_value_freq(slot), b.get_value_freq(slot), "value freq", slot);
    same(a.get_value_lower_bound(slot), b.get_value_lower_bound(slot), "value lower bound", slot);
    same(a.get_value_upper_bound(slot), b.get_value_upper_bound(slot), "value upper bound", slot);
    auto i = a.valuestream_begin(slot);
    auto j = b.valuestream_begin(slot);
    for (; i != a.valuestream_end(slot) && j != b.valuestream_end(slot); ++i, ++j) {
      same(i.get_docid(), j.get_docid(), "docid with value", slot);
      same(*i, *j, "value", slot, i.get_docid());
    }
    same(i == a.valuestream_end(slot), j == b.valuestream_end(slot), "values", slot);
  }
}

using Values = std::map<std::uint32_t, std::string>;
using Terms = std::vector<std::pair<std::string, std::uint32_t>>;

Values values_of(const Xapian::Document& document) {
  Values values;
  for (auto i = document.values_begin(); i != document.values_end(); ++i) {
    values[i.get_valueno()] = *i;
  }
  return values;
}

Terms terms_of(const Xapian::Document& document) {
  Terms terms;
  for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
    terms.emplace_back(*i, i.get_wdf());
  }
  return terms;
}

// Xapian lists a document's terms, and which slots have values of it, only if there are lists.
bool has_term_lists(const Xapian::Database& database) {
  try {
    if (database.get_doccount() > 0) (void)database.termlist_begin(*database.postlist_begin(""));
  } catch (const Xapian::FeatureUnavailableError&) {
    return false;
  }
  return true;
}

// All documents, deleted ones left out.
std::vector<Xapian::docid> docids(const Xapian::Database& database) {
  return {database.postlist_begin(""), database.postlist_end("")};
}

void compare_documents(const Xapian::Database& a, const Xapian::Database& b) {
  same(docids(a), docids(b), "documents");
  const bool lists = has_term_lists(a);
  same(lists, has_term_lists(b), "whether there are lists of terms");
  for (const Xapian::docid docid : docids(a)) {
    const Xapian::Document in_a = a.get_document(docid);
    const Xapian::Document in_b = b.get_document(docid);
    same(in_a.get_data(), in_b.get_data(), "data of", docid);
    if (!lists) continue;
    same(values_of(in_a), values_of(in_b), "values of", docid);
    same(terms_of(in_a), terms_of(in_b), "terms of", docid);
  }
}

// What the own reader finds.

void compare_postings(PostingCursor cursor, const Xapian::Database& database,
                      const std::string& term) {
  auto i = database.postlist_begin(term);
  for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& posting : block) {
      if (i == database.postlist_end(term)) throw Difference{"too many postings of " + term};
      same(posting.article + 1, *i, "article of", term);
      same(posting.count, term.empty() ? i.get_doclength() : i.get_wdf(), "count of", term, *i);
      ++i;
    }
  }
  same(i == database.postlist_end(term), true, "postings of", term);
}

void compare_positions(const PostingsReader& reader, const Xapian::Database& database,
                       const std::string& term) {
  std::vector<std::uint32_t> positions;
  for (auto i = database.postlist_begin(term); i != database.postlist_end(term); ++i) {
    const bool found = reader.positions(term, *i - 1, positions);
    same(positions, positions_at(i), "positions of", term, *i);
    same(found, !positions.empty(), "whether there are positions of", term, *i);
  }
}

void compare_terms(const PostingsReader& reader, const Xapian::Database& database) {
  TermCursor cursor = reader.terms();
  for (auto i = database.allterms_begin(); i != database.allterms_end(); ++i) {
    same(cursor.next(), true, "whether there is a term", *i);
    same(std::string(cursor.term()), *i, "term");
    same(cursor.frequency(), i.get_termfreq(), "frequency of", *i);
    same(reader.frequency(*i), i.get_termfreq(), "frequency, asked for, of", *i);
    same(cursor.total(), database.get_collection_freq(*i), "total of", *i);
    compare_postings(cursor.postings(), database, *i);
    compare_postings(reader.postings(*i), database, *i);
    compare_positions(reader, database, *i);
  }
  same(cursor.next(), false, "whether there are more terms");
}

void compare_documents(const PostingsReader& reader, const Xapian::Database& database) {
  const bool has_documents = database.get_doccount() > 0;
  same(reader.has_term_lists(), has_documents && has_term_lists(database),
       "whether there are lists of terms");
  for (const Xapian::docid docid : docids(database)) {
    const Xapian::Document document = database.get_document(docid);
    same(reader.stored(docid - 1), document.get_data(), "data of", docid);
    for (const std::uint32_t slot : {0u, 1u, 2u, 3u, 4u, 128u, 129u, 256u, 300u}) {
      same(reader.value(docid - 1, slot), document.get_value(slot), "value of", docid, slot);
    }
    if (!reader.has_term_lists()) continue;
    Terms terms;
    for (const TermCount& term : reader.terms_of(docid - 1)) {
      terms.emplace_back(term.term, term.count);
    }
    same(terms, terms_of(document), "terms of", docid);
    same(reader.terms_of(docid - 1).length(), database.get_doclength(docid), "length of", docid);
  }
}

}  // namespace

std::string first_difference(const Xapian::Database& a, const Xapian::Database& b) {
  return first_of([&] {
    compare_statistics(a, b);
    compare_metadata(a, b);
    compare_terms(a, b);
    compare_values(a, b);
    compare_documents(a, b);
  });
}

std::string first_difference(const PostingsReader& reader, const Xapian::Database& database) {
  return first_of([&] {
    same(reader.articles(), database.get_lastdocid(), "articles");
    same(reader.total_length(), database.get_total_length(), "total length");
    for (auto i = database.metadata_keys_begin(); i != database.metadata_keys_end(); ++i) {
      same(reader.metadata(*i), database.get_metadata(*i), "metadata", *i);
    }
    compare_postings(reader.lengths(), database, "");
    compare_terms(reader, database);
    compare_documents(reader, database);
  });
}

}  // namespace newsdex::testing
