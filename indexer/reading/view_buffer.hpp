// Bytes in memory as a stream, without a copy (std::ispanstream comes with C++23).
#pragma once

#include <string_view>

#include "reading/byte_source.hpp"

namespace newsdex {

/// The bytes must outlive it.
class ViewBuffer : public ByteSource {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    // streambuf's pointers are not const, but reading never writes through them.
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }

  std::string_view peek() override { return {gptr(), static_cast<std::size_t>(egptr() - gptr())}; }
  [[nodiscard]] const std::string& error() const override { return error_; }

 protected:
  pos_type seekoff(off_type offset, std::ios_base::seekdir from,
                   std::ios_base::openmode /*which*/) override {
    const off_type size = egptr() - eback();
    const off_type base = from == std::ios_base::beg   ? 0
                          : from == std::ios_base::cur ? gptr() - eback()
                                                       : size;
    if (offset < -base || offset > size - base) return {off_type(-1)};
    setg(eback(), eback() + base + offset, egptr());
    return {base + offset};
  }

 private:
  std::string error_;  // never anything
};

}  // namespace newsdex
