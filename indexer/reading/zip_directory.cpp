// The record at the end and those of the members are of APPNOTE.TXT, 4.3.16 and 4.3.12.
#include "reading/zip_directory.hpp"

#include <algorithm>
#include <ios>
#include <string>

namespace newsdex {
namespace {

using namespace std::string_view_literals;

constexpr std::streamoff kNowhere = -1;
constexpr std::streamoff kMostTail = std::streamoff{4} << 20;  // tens of thousands of members

constexpr std::string_view kEndMark = "PK\x05\x06"sv;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kDirectoryBytesAt = 12;

constexpr std::string_view kMemberMark = "PK\x01\x02"sv;
constexpr std::size_t kMemberBytes = 46;
constexpr std::size_t kNameBytesAt = 28;  // then those of two further fields

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::size_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

std::string tail_of(ByteSource& source) {
  const std::streamoff here = source.pubseekoff(0, std::ios_base::cur, std::ios_base::in);
  if (here == kNowhere) return {};
  const std::streamoff size = source.pubseekoff(0, std::ios_base::end, std::ios_base::in);
  const std::streamoff bytes = std::clamp(size, std::streamoff{0}, kMostTail);
  std::string tail(static_cast<std::size_t>(bytes), '\0');
  std::streamsize got = 0;
  if (source.pubseekoff(-bytes, std::ios_base::end, std::ios_base::in) != kNowhere) {
    got = source.sgetn(tail.data(), bytes);
  }
  tail.resize(static_cast<std::size_t>(got));
  source.pubseekoff(here, std::ios_base::beg, std::ios_base::in);
  return tail;
}

// The records of the members, or as much of them as stands before the end.
std::string_view directory_in(std::string_view tail) {
  const std::size_t end = tail.rfind(kEndMark);
  if (end == std::string_view::npos || tail.size() - end < kEndBytes) return {};
  const std::size_t bytes = number_at(tail, end + kDirectoryBytesAt, 4);
  return bytes <= end ? tail.substr(end - bytes, bytes) : std::string_view();
}

}  // namespace

bool zip_lists(ByteSource& source, std::string_view member) {
  const std::string tail = tail_of(source);
  std::string_view directory = directory_in(tail);
  while (directory.size() >= kMemberBytes && directory.starts_with(kMemberMark)) {
    const std::size_t name = number_at(directory, kNameBytesAt, 2);
    if (directory.substr(kMemberBytes, name) == member) return true;
    const std::size_t more =
        number_at(directory, kNameBytesAt + 2, 2) + number_at(directory, kNameBytesAt + 4, 2);
    directory.remove_prefix(std::min(kMemberBytes + name + more, directory.size()));
  }
  return false;
}

}  // namespace newsdex
