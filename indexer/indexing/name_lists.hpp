// The name lists of an index: read for a build, kept with it, read again for an update.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "newsdex/gazetteer.hpp"
#include "storage/generation.hpp"

namespace newsdex {

/// The built-in list, if wanted, and the user's own files. Throws Error{usage} for what is no
/// regular file or larger than 256 MiB.
std::vector<NameListFile> read_name_lists(const std::vector<std::string>& paths,
                                          bool built_in = true);

/// The lists that a generation was tagged with; throws Error{bad_index}.
std::vector<NameListFile> stored_name_lists(const GenerationHandle& handle);

/// The built-in list and the user's own files in their present state; a file that is gone is taken
/// as it was when the generation was made.
std::vector<NameListFile> current_name_lists(const GenerationHandle& handle);

/// The files of a generation made from its names, by file name: see kNamesFile and kNameListsFile.
std::map<std::string, std::string> name_files(const Gazetteer& gazetteer,
                                              const std::vector<NameListFile>& lists);

}  // namespace newsdex
