// Verifies the files of one segment.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "storage/generation.hpp"

namespace newsdex {

/// One line for each file of a folder that has not the checksum it should have.
std::vector<std::string> checksum_problems(const std::string& folder,
                                           const std::map<std::string, std::string>& checksums);

/// What is wrong with a segment's files; empty when nothing is. Reads all of them.
std::vector<std::string> segment_problems(const IndexLayout& layout,
                                          const GenerationSegment& segment);

}  // namespace newsdex
