#include "reading/archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMemberBlockBytes = std::size_t{64} << 10;
constexpr std::uint64_t kNeverBomb = std::uint64_t{16} << 20;  // bytes that may come from anything

constexpr std::array kSignatures = {
    "\x1F\x8B"sv,          // gzip
    "\x28\xB5\x2F\xFD"sv,  // zstd
    "BZh"sv,               // bzip2
    "PK\x03\x04"sv,        // zip
    "PK\x05\x06"sv,        // zip without members
};
constexpr std::size_t kTarMarkAt = 257;
constexpr std::string_view kTarMark = "ustar";

struct ArchiveDeleter {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, ArchiveDeleter>;

std::string reason_of(archive* handle) {
  const char* const text = archive_error_string(handle);
  return fmt::format("a damaged archive: {}", text == nullptr ? "no reason given" : text);
}

// Refuses what unpacks to too much.
std::string excess(const Unpacking& unpacking, const ReadLimits& limits) {
  if (unpacking.unpacked > limits.max_unpacked_bytes) {
    return fmt::format("an archive of more than {}", size_in_words(limits.max_unpacked_bytes));
  }
  const bool bomb = unpacking.unpacked > kNeverBomb &&
                    unpacking.unpacked / limits.max_unpacked_ratio > unpacking.packed;
  return bomb ? fmt::format("an archive that unpacks to more than {} times its size",
                            limits.max_unpacked_ratio)
              : std::string();
}

/// One member as it comes out.
class ArchiveMember : public ByteSource {
 public:
  ArchiveMember(archive* handle, Unpacking& unpacking, const ReadLimits& limits)
      : handle_(handle), unpacking_(unpacking), limits_(limits), block_(kMemberBlockBytes) {}

  std::string_view peek() override {
    if (gptr() == egptr()) fill();
    return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
  }
  [[nodiscard]] const std::string& error() const override { return error_; }
  /// Whether nothing more can come out of the archive.
  [[nodiscard]] bool ends_archive() const { return fatal_; }

 protected:
  int_type underflow() override {
    if (gptr() == egptr()) fill();
    return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

 private:
  void fill() {
    std::size_t filled = 0;
    while (filled < block_.size() && error_.empty()) {
      const la_ssize_t got =
          archive_read_data(handle_, block_.data() + filled, block_.size() - filled);
      if (got == 0) break;
      if (got < 0) {
        error_ = reason_of(handle_);
        fatal_ = got == ARCHIVE_FATAL;
        break;
      }
      filled += static_cast<std::size_t>(got);
      unpacking_.unpacked += static_cast<std::uint64_t>(got);
      error_ = excess(unpacking_, limits_);
    }
    setg(block_.data(), block_.data(), block_.data() + filled);
  }

  archive* handle_;
  Unpacking& unpacking_;
  const ReadLimits& limits_;
  std::vector<char> block_;
  std::string error_;
  bool fatal_ = false;
};

class ArchiveReader {
 public:
  ArchiveReader(const StreamInput& input, Unpacking& unpacking,
                const std::function<void(const ArchivedFile&)>& use)
      : input_(input),
        unpacking_(unpacking),
        use_(use),
        outermost_(unpacking.depth <= 1),
        block_(kMemberBlockBytes),
        handle_(archive_read_new()) {
    archive* const handle = handle_.get();
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_zstd(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_format_tar(handle);
    archive_read_support_format_zip(handle);
    archive_read_support_format_empty(handle);
    archive_read_support_format_raw(handle);
    archive_read_set_read_callback(handle, on_read);
    if (input.source.pubseekoff(0, std::ios_base::cur, std::ios_base::in) != off_type(-1)) {
      archive_read_set_seek_callback(handle, on_seek);
    }
    archive_read_set_callback_data(handle, this);
  }

  void read() {
    if (archive_read_open1(handle_.get()) != ARCHIVE_OK) return fail(reason_of(handle_.get()));
    archive_entry* entry = nullptr;
    for (int status = next(&entry); status != ARCHIVE_EOF; status = next(&entry)) {
      if (status < ARCHIVE_WARN) return fail(reason_of(handle_.get()));
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      if (!read_member(entry)) return;
    }
    if (members_ == 0) input_.handlers.error({input_.path, 0, "an archive without files"});
  }

 private:
  using off_type = std::streambuf::off_type;

  static la_ssize_t on_read(archive* /*handle*/, void* data, const void** block) {
    auto& self = *static_cast<ArchiveReader*>(data);
    *block = self.block_.data();
    const std::streamsize got = self.input_.source.sgetn(
        self.block_.data(), static_cast<std::streamsize>(self.block_.size()));
    if (self.outermost_) self.unpacking_.packed += static_cast<std::uint64_t>(got);
    return got;
  }

  static la_int64_t on_seek(archive* /*handle*/, void* data, la_int64_t offset, int whence) {
    auto& self = *static_cast<ArchiveReader*>(data);
    const auto from = whence == SEEK_SET   ? std::ios_base::beg
                      : whence == SEEK_CUR ? std::ios_base::cur
                                           : std::ios_base::end;
    const off_type place = self.input_.source.pubseekoff(offset, from, std::ios_base::in);
    return place == off_type(-1) ? ARCHIVE_FATAL : place;
  }

  int next(archive_entry** entry) { return archive_read_next_header(handle_.get(), entry); }

  // Whether the rest of the archive may still be read.
  bool read_member(archive_entry* entry) {
    ++members_;
    const std::string name = name_of(entry);
    if (archive_entry_is_encrypted(entry) == 1) {
      input_.handlers.error({input_.path, 0, "encrypted", false, name});
      return true;
    }
    const bool lone = archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW;
    if (!lone && is_hidden(name)) return true;
    ArchiveMember member(handle_.get(), unpacking_, input_.options.limits);
    use_({name, member, lone});
    return !member.ends_archive() && excess(unpacking_, input_.options.limits).empty();
  }

  // Names in no encoding that is known get U+FFFD.
  [[nodiscard]] std::string name_of(archive_entry* entry) const {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? fmt::format("member {}", members_) : to_valid_utf8(name);
  }

  // As folders have hidden files; and Macs put theirs beside each.
  static bool is_hidden(std::string_view name) {
    if (name.starts_with("__MACOSX/")) return true;
    while (!name.empty()) {
      const std::string_view part = name.substr(0, name.find('/'));
      if (part.starts_with('.') && part != "." && part != "..") return true;
      name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
    return false;
  }

  void fail(std::string reason) { input_.handlers.error({input_.path, 0, std::move(reason)}); }

  const StreamInput& input_;
  Unpacking& unpacking_;
  const std::function<void(const ArchivedFile&)>& use_;
  bool outermost_;
  std::vector<char> block_;
  ArchiveHandle handle_;
  std::uint64_t members_ = 0;
};

}  // namespace

bool has_archive_signature(std::string_view bytes) {
  const auto begins = [&](std::string_view signature) { return bytes.starts_with(signature); };
  if (std::any_of(kSignatures.begin(), kSignatures.end(), begins)) {
    // "BZh" may begin a text, too.
    if (!begins("BZh")) return true;
    constexpr std::size_t kBlockAt = 4;
    const std::string_view block = bytes.substr(std::min(kBlockAt, bytes.size()));
    return block.starts_with("1AY&"sv) || block.starts_with("\x17\x72"sv);
  }
  return bytes.size() > kTarMarkAt && bytes.substr(kTarMarkAt).starts_with(kTarMark);
}

void for_each_member(const StreamInput& input, Unpacking& unpacking,
                     const std::function<void(const ArchivedFile&)>& use) {
  ArchiveReader(input, unpacking, use).read();
}

}  // namespace newsdex
