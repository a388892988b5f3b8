// The formats that articles come in. Each has a file of its own, which tells whether bytes are of
// it and reads them; the table of them is in formats.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reading/article_reader.hpp"
#include "reading/byte_source.hpp"

namespace newsdex {

/// What has been unpacked so far of an archive that lies in no other.
struct Unpacking {
  unsigned depth = 0;          // archives that are open, one in another
  std::uint64_t packed = 0;    // bytes of the outermost
  std::uint64_t unpacked = 0;  // bytes that came out of all of them
};

/// Bytes to be read in one format as they come.
struct StreamInput {
  ByteSource& source;
  const std::string& path;
  const ReadOptions& options;
  const ArticleHandlers& handlers;
  Unpacking* around = nullptr;  // of the archive that this is a member of
};

/// A text to be read in one format: valid UTF-8, lines ended by \n.
struct TextInput {
  std::string_view text;
  const std::string& path;
  const ReadOptions& options;
  const ArticleHandlers& handlers;
};

/// What is known of a file besides its bytes.
struct FileHints {
  const std::string& path;
  const FieldMapping* mapping = nullptr;  // the user's; or none
  ByteSource* source = nullptr;           // of the bytes, to look elsewhere in it if it can seek
};

/// One way to read articles.
struct Format {
  std::string_view name;  // as `--format` takes it
  bool is_wrapping;       // holds files, which may be of any format
  bool by_bytes;          // told by the first bytes of a file, before they are known to be text
  // Gets the beginning of the bytes, or all of the text; may not trust either.
  bool (*looks_right)(std::string_view text, const FileHints& hints);
  // One of these is given. What is read as text is held in memory as a whole.
  void (*read_stream)(const StreamInput& input);
  void (*read_text)(const TextInput& input);
};

/// All formats; the first that looks right reads the file.
std::span<const Format> formats();

/// Reads a source of any format.
void read_source(const StreamInput& input);

/// Whether the text begins with one of the objects of JSON Lines, or the file's name says so. Needs
/// only the first two lines that are not blank.
bool looks_like_json_lines(std::string_view text, const FileHints& hints);
void read_json_lines_stream(const StreamInput& input);

/// One object, or an array of objects, over many lines.
bool looks_like_json_document(std::string_view text, const FileHints& hints);
void read_json_document(const TextInput& input);

/// A text after YAML between two lines `---` (the second may be `...`).
bool looks_like_front_matter(std::string_view text, const FileHints& hints);
void read_front_matter_text(const TextInput& input);

/// Articles one after another, each with a title line, a lead marked by ◢, paragraphs, a photo
/// credit.
bool looks_like_wire_dump(std::string_view text, const FileHints& hints);
void read_wire_dump(const TextInput& input);

/// A name list or a text with labels, known by its first line "# newsdex names ..." or "# newsdex
/// labels ...", which gives no articles.
bool looks_like_name_list(std::string_view text, const FileHints& hints);
void read_name_list(const TextInput& input);

/// A page with an article in it, by its doctype or by what its first elements are.
bool looks_like_html(std::string_view text, const FileHints& hints);
void read_html_page(const TextInput& input);

/// RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom.
bool looks_like_feed(std::string_view text, const FileHints& hints);
void read_feed(const TextInput& input);

/// XML of no kind that holds articles, which is refused: as plain text its tags would be indexed.
bool looks_like_other_xml(std::string_view text, const FileHints& hints);
void refuse_other_xml(const TextInput& input);

/// A table with the names of its columns in the first row, fields apart by comma, semicolon or
/// tab. Told by names that fields of articles have.
bool looks_like_table(std::string_view text, const FileHints& hints);
void read_table_stream(const StreamInput& input);

/// Files in one: tar, zip, and what gzip, zstd or bzip2 made of one file or of a tar archive.
bool looks_like_archive(std::string_view bytes, const FileHints& hints);
void read_archive(const StreamInput& input);

/// A book of pages; each page with text is an article.
bool looks_like_epub(std::string_view bytes, const FileHints& hints);
void read_epub(const StreamInput& input);

/// What Word, Writer and their like make, which is refused.
bool looks_like_office_document(std::string_view bytes, const FileHints& hints);
void refuse_office_document(const StreamInput& input);

/// Read by the program pdftotext, where it is installed.
bool looks_like_pdf(std::string_view bytes, const FileHints& hints);
void read_pdf(const StreamInput& input);

/// Messages one after another, each after a line "From ...".
bool looks_like_mailbox(std::string_view text, const FileHints& hints);
void read_mailbox(const StreamInput& input);

/// One message: headers, among them its sender, and a date or subject.
bool looks_like_mail(std::string_view text, const FileHints& hints);
void read_mail(const StreamInput& input);

/// SGML of the Reuters-21578 collection.
bool looks_like_reuters(std::string_view text, const FileHints& hints);
void read_reuters(const TextInput& input);

/// Everything else: a title line and the text below it.
bool looks_like_plain_text(std::string_view text, const FileHints& hints);
void read_plain_text(const TextInput& input);

/// The title and body that a text without any marks has; `first_line` is the number of its first
/// line. Both are empty when the text is blank.
Article article_of_plain_text(std::string_view text, std::uint32_t first_line);

/// What is left of the source, but no more than shows that it is beyond `limit` bytes.
std::string read_rest(ByteSource& source, std::uint64_t limit);

/// "larger than the limit of 64 MiB (--max-file-size)"
std::string too_large(const ReadLimits& limits);

/// Reasons that say that what was read holds no article, rather than that it could not be read.
inline constexpr std::string_view kNoText = "no text";
inline constexpr std::string_view kNoBody = R"(no "body" or "text")";
inline constexpr std::string_view kNoMappedText = "no text under the names of the mapping";

/// An error that is `blank` if its reason is one of these.
ReadError unread(const std::string& path, std::uint64_t line, std::string reason);

/// Bytes for a message: "64 MiB" where it is a whole number of them, else "1000 bytes".
std::string size_in_words(std::uint64_t bytes);

/// `value`, or the largest number there is room for.
std::uint32_t saturate(std::uint64_t value);

}  // namespace newsdex
