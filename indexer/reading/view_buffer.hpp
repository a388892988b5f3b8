// Bytes in memory as a stream, without a copy (std::ispanstream comes with C++23).
#pragma once

#include <streambuf>
#include <string_view>

namespace newsdex {

/// The bytes must outlive it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    // streambuf's pointers are not const, but reading never writes through them.
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

}  // namespace newsdex
