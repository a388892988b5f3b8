// What could not be read, on standard error, without floods.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "newsdex/article.hpp"

namespace newsdex {

/// Prints the first complaints about each file as they come, and at its end how many more there
/// were.
class ReadErrorList {
 public:
  ReadErrorList() = default;
  ~ReadErrorList();
  ReadErrorList(const ReadErrorList&) = delete;
  ReadErrorList& operator=(const ReadErrorList&) = delete;

  void add(const ReadError& error);

 private:
  std::map<std::string, std::uint64_t> counts_;  // of complaints, by path
};

}  // namespace newsdex
