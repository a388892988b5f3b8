// The terms of a document as the termlist table has them, ascending by bytes.
//
// Packed the length of the document and the number of its terms, then the terms: the length of the
// first one (u8), its bytes and its count packed. Of each further term a byte says how many bytes
// it shares with the one before; then come the number of the others (u8), they, and the packed
// count. Where (count + 1) * (length of the term before + 1) + shared fits in a byte, that byte
// stands in the place of the first and of the count. Nothing at all stands for a document without
// terms.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/posting.hpp"

namespace newsdex::glass {

/// Appends the form of a list of ascending terms of 1 to 255 bytes; `length` is the sum of their
/// counts. False when they are not that; `out` is of no use then.
bool append_term_list(std::string& out, std::span<const TermCount> terms, std::uint32_t length);

struct DecodedTerms {
  std::uint32_t length = 0;
  std::vector<char> bytes;
  std::vector<TermCount> terms;  // views of `bytes`
};

/// Throws Error{bad_index} naming `path`.
DecodedTerms read_term_list(std::string_view bytes, std::string_view path);

}  // namespace newsdex::glass
