#include "storage/glass/term_list.hpp"

#include <algorithm>

#include "storage/glass/block.hpp"
#include "storage/glass/packed.hpp"

namespace newsdex::glass {
namespace {

char to_byte(std::size_t value) {
  return static_cast<char>(static_cast<std::uint8_t>(value));
}

void append_further(std::string& out, std::string_view before, const TermCount& next) {
  const auto [at, other] =
      std::mismatch(before.begin(), before.end(), next.term.begin(), next.term.end());
  const auto shared = static_cast<std::size_t>(at - before.begin());
  const std::uint64_t joint = (std::uint64_t{next.count} + 1) * (before.size() + 1) + shared;
  const bool fits = joint <= UINT8_MAX;
  out += to_byte(fits ? joint : shared);
  out += to_byte(next.term.size() - shared);
  out += next.term.substr(shared);
  if (!fits) append_packed(out, next.count);
}

// Takes a term that shares the end of `bytes`, from `before` on, and appends it whole.
std::uint32_t take_further(PackedReader& in, std::vector<char>& bytes, std::size_t before) {
  const std::size_t before_size = bytes.size() - before;
  const std::size_t joint = in.byte();
  const bool fits = joint > before_size;
  const std::size_t shared = fits ? joint % (before_size + 1) : joint;
  const std::string_view others = in.bytes(in.byte());
  bytes.resize(bytes.size() + shared);
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(before), shared,
              bytes.end() - static_cast<std::ptrdiff_t>(shared));
  bytes.insert(bytes.end(), others.begin(), others.end());
  return fits ? static_cast<std::uint32_t>(joint / (before_size + 1) - 1) : in.packed();
}

// Terms point into `bytes` from now on: it no longer moves. Until here they had only a length.
void place_terms(DecodedTerms& decoded, std::span<const std::size_t> sizes, PackedReader& in) {
  const char* at = decoded.bytes.data();
  std::string_view before;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    decoded.terms[i].term = {at, sizes[i]};
    if (decoded.terms[i].term <= before) in.damaged("a list of terms does not ascend");
    before = decoded.terms[i].term;
    at += sizes[i];
  }
}

}  // namespace

bool append_term_list(std::string& out, std::span<const TermCount> terms, std::uint32_t length) {
  if (terms.empty()) return true;
  append_packed(out, length);
  append_packed(out, terms.size());
  std::string_view before;
  for (const TermCount& term : terms) {
    if (term.term <= before || term.term.size() > kMaxKeyBytes) return false;
    if (before.empty()) {
      out += to_byte(term.term.size());
      out += term.term;
      append_packed(out, term.count);
    } else {
      append_further(out, before, term);
    }
    before = term.term;
  }
  return true;
}

DecodedTerms read_term_list(std::string_view bytes, std::string_view path) {
  DecodedTerms decoded;
  if (bytes.empty()) return decoded;
  PackedReader in(bytes, path);
  decoded.length = in.packed();
  const std::uint32_t count = in.packed();
  if (count > in.left().size()) in.damaged("a list of terms ends early");
  std::vector<std::size_t> sizes;
  sizes.reserve(count);
  decoded.terms.reserve(count);
  std::size_t before = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t begin = decoded.bytes.size();
    if (i == 0) {
      const std::string_view first = in.bytes(in.byte());
      decoded.bytes.assign(first.begin(), first.end());
      decoded.terms.push_back({{}, in.packed()});
    } else {
      decoded.terms.push_back({{}, take_further(in, decoded.bytes, before)});
    }
    sizes.push_back(decoded.bytes.size() - begin);
    before = begin;
  }
  if (!in.left().empty()) in.damaged("a list of terms has too many bytes");
  place_terms(decoded, sizes, in);
  return decoded;
}

}  // namespace newsdex::glass
