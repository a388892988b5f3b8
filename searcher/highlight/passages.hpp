// A text cut into passages short enough to show.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// Holds ICU's sentence rules, which take long to make ready: meant to be kept.
class PassageSplitter {
 public:
  /// Throws Error{io} when ICU's data cannot be loaded, as does split().
  PassageSplitter();
  ~PassageSplitter();
  PassageSplitter(const PassageSplitter&) = delete;
  PassageSplitter& operator=(const PassageSplitter&) = delete;

  /// The sentences of `text` (ICU's sentence boundaries within lines), without the white space
  /// around them; sentences longer than `max_bytes` are cut at spaces into parts that are not.
  [[nodiscard]] std::vector<ByteRange> split(std::string_view text, std::size_t max_bytes);

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;  // made when first needed
};

}  // namespace newsdex
