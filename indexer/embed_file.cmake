# Writes a C++ source that holds a file's bytes: cmake -DFILE=... -DFUNCTION=...
# -DHEADER=... -DOUTPUT=... -P embed_file.cmake
# No path goes into it, so that none of the build machine's folders end up in the program.
file(READ "${FILE}" bytes HEX)
string(REGEX REPLACE "(................................................)" "\\1\"\n    \"" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"${HEADER}\"

// Compilers need only take 65,536 bytes; both that are used take what memory holds.
#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace newsdex {

std::string_view ${FUNCTION}() {
  static constexpr char kBytes[] =
    \"${bytes}\";
  return {kBytes, sizeof kBytes - 1};
}

}  // namespace newsdex
")
