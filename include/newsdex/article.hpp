// An article as its source gives it, before anything is made of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "newsdex/byte_range.hpp"

namespace newsdex {

/// All texts are valid UTF-8. Empty means "not given".
struct Article {
  std::string id;  // the record's own, else made from the path by the indexer
  std::string title;
  std::string body;    // paragraphs separated by line feeds
  std::string date;    // as the metadata gives it, not yet understood; of several, a line each
  std::string source;  // outlet or agency
  std::string url;
  std::string author;
  std::string language;        // BCP 47 primary subtag, lower case ("en", "fa")
  std::string path;            // absolute path of its file; "-" for standard input
  std::uint32_t record = 0;    // 1-based place in a file of several articles; 0 in a file of one
  std::uint32_t line = 0;      // 1-based line of its file where it begins
  std::string record_key;      // what tells it apart within its file, where places shift: the
                               // address of a feed's item, the path in an archive; record is then 0
  bool id_is_made = false;     // the id was not the record's own
  std::string corrected_date;  // what the user's file of dates gives it; "none" for no date
  std::string file_date;       // when its file was changed, where that is to count

  std::vector<ByteRange> boilerplate;  // of the body: stored and shown, but not what it is about;
                                       // ascending and apart; made by analysis, not by readers

  std::uint32_t named_folders = 0;  // how many of the last folders of its path the user named, or
                                    // lie in one that was named: these may tell its date

  bool operator==(const Article&) const = default;
};

/// What could not be read, and why. Counted and reported; never ends a run.
struct ReadError {
  std::string path;
  std::uint64_t line = 0;   // 1-based; 0 when the whole file is meant
  std::string reason;       // a phrase in lower case, without a full stop
  bool blank = false;       // nothing is missing for it: a record that has no text, or what was
                            // found odd of a file that was read
  std::string member = {};  // of an archive at `path`; line counts in it then
};

}  // namespace newsdex
