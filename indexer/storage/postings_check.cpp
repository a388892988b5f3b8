// What `check` finds out about an inverted index beyond what every reading of it does.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "storage/glass/position_list.hpp"
#include "storage/postings_files.hpp"
#include "storage/postings_reader.hpp"
#include "storage/xapian_bridge.hpp"

namespace newsdex {
namespace {

using glass::Table;

constexpr std::array<Table, 4> kTables = {Table::postlist, Table::docdata, Table::termlist,
                                          Table::position};

// Of a row's counts, having read all of it.
std::uint64_t sum_of(PostingCursor cursor) {
  std::uint64_t sum = 0;
  for (std::span<const Posting> block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& posting : block) sum += posting.count;
  }
  return sum;
}

}  // namespace

void PostingsReader::check(const std::string& path) {
  const PostingsReader reader(path);
  for (const Table table : kTables) reader.files_->table(table).check();
  reader.check_terms();
  reader.check_positions();
  reader.check_articles();
  check_with_xapian(path);
}

void PostingsReader::check_terms() const {
  for (TermCursor cursor = terms(); cursor.next();) {
    if (sum_of(cursor.postings()) == cursor.total()) continue;
    files_->table(Table::postlist).damaged("a term's counts are not what it says they sum up to");
  }
}

void PostingsReader::check_positions() const {
  const glass::TableReader& table = files_->table(Table::position);
  std::vector<char> buffer;
  std::vector<std::uint32_t> positions;
  std::optional<glass::Place> place = table.first_from("");
  while (place && table.advance(*place)) {  // past the null item
    glass::read_positions(table.tag(*place, buffer), table.path(), positions);
  }
}

void PostingsReader::check_articles() const {
  std::uint64_t total = 0;
  PostingCursor cursor = lengths();
  for (std::span<const Posting> block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& posting : block) {
      if (has_term_lists()) check_term_list(posting.article, posting.count);
      total += posting.count;
      (void)stored(posting.article);
    }
  }
  if (total != total_length()) {
    files_->table(Table::postlist).damaged("the lengths of its articles have another sum");
  }
}

void PostingsReader::check_term_list(std::uint32_t article, std::uint32_t length) const {
  const ArticleTerms terms = terms_of(article);
  std::uint64_t sum = 0;
  for (const TermCount& term : terms) sum += term.count;
  if (sum == length && sum == terms.length()) return;
  files_->table(Table::termlist)
      .damaged(fmt::format("the counts of article {} do not sum up to its length", article));
}

}  // namespace newsdex
