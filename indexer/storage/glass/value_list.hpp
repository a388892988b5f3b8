// Values of documents, slot by slot, as the postlist table has them.
//
// A slot's statistics are packed how many documents have a value in it, the least of the values as
// a packed string, and the greatest as it is, unless it is the same. The values themselves stand in
// chunks whose keys have the first document id: its value as a packed string, then for each further
// one the distance to the document id before less one, packed, and the value. The termlist table
// has, for every document with values, which slots they are in: packed the distances less one,
// starting from slot -1.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/posting.hpp"

namespace newsdex::glass {

/// Gathers the values of all slots: their entries' keys do not ascend as slots do.
class ValueCollector {
 public:
  /// Slots ascend from call to call, articles within one; false when they do not. Empty values
  /// are left out.
  bool add(std::uint32_t slot, std::span<const ArticleValue> values);

  /// All entries of the postlist table by their keys. To be called once.
  std::vector<std::pair<std::string, std::string>> take_entries();

  /// The slots that `article` uses, encoded; empty for none. Articles ascend from call to call.
  std::string used_slots(std::uint32_t article);

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
  std::vector<std::uint64_t> uses_;  // article in the upper half, slot in the lower
  std::size_t next_use_ = 0;
  bool sorted_ = true;
  std::int64_t last_slot_ = -1;
};

/// The value of `article` in a chunk that begins with article `first`. Throws Error{bad_index}
/// naming `path`.
std::optional<std::string_view> find_value(std::string_view chunk, std::uint32_t first,
                                           std::uint32_t article, std::string_view path);

/// The slots that used_slots() encoded. Throws Error{bad_index} naming `path`.
std::vector<std::uint32_t> read_used_slots(std::string_view bytes, std::string_view path);

}  // namespace newsdex::glass
