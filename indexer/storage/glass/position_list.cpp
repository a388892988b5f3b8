#include "storage/glass/position_list.hpp"

#include "storage/glass/bits.hpp"
#include "storage/glass/packed.hpp"

namespace newsdex::glass {
namespace {

// How many values the middle one of first..last can have, given that all between differ.
std::uint64_t freedom(std::span<const std::uint32_t> list, std::size_t first, std::size_t last) {
  return std::uint64_t{list[last]} - list[first] - (last - first) + 1;
}

std::size_t middle_of(std::size_t first, std::size_t last) {
  return first + (last - first) / 2;
}

// Recursion takes the first half only, so that it is as deep as the list can be halved.
void put_between(BitWriter& bits, std::span<const std::uint32_t> list, std::size_t first,
                 std::size_t last) {
  while (first + 1 < last) {
    const std::size_t middle = middle_of(first, last);
    const std::uint64_t least = std::uint64_t{list[first]} + (middle - first);
    bits.put(list[middle] - least, freedom(list, first, last));
    put_between(bits, list, first, middle);
    first = middle;
  }
}

void get_between(BitReader& bits, std::span<std::uint32_t> list, std::size_t first,
                 std::size_t last) {
  while (first + 1 < last) {
    const std::size_t middle = middle_of(first, last);
    const std::uint64_t least = std::uint64_t{list[first]} + (middle - first);
    list[middle] = static_cast<std::uint32_t>(least + bits.get(freedom(list, first, last)));
    get_between(bits, list, first, middle);
    first = middle;
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_packed(out, positions.back());
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.put(positions.front(), positions.back());
  bits.put(positions.size() - 2, positions.back() - positions.front());
  put_between(bits, positions, 0, positions.size() - 1);
  bits.finish();
}

void read_positions(std::string_view bytes, std::string_view path,
                    std::vector<std::uint32_t>& out) {
  PackedReader in(bytes, path);
  const std::uint32_t last = in.packed();
  if (in.left().empty()) {
    out.assign(1, last);
    return;
  }
  BitReader bits(in.left());
  if (last == 0) in.damaged("a list of positions does not ascend");
  const auto first = static_cast<std::uint32_t>(bits.get(last));
  const std::uint64_t between = bits.get(std::uint64_t{last} - first);
  if (between + 2 > kMaxPositions) in.damaged("a list of positions is too long");
  out.resize(between + 2);
  out.front() = first;
  out.back() = last;
  get_between(bits, out, 0, out.size() - 1);
  if (bits.is_exhausted()) in.damaged("a list of positions ends early");
}

}  // namespace newsdex::glass
