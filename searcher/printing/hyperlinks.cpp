#include "printing/hyperlinks.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace newsdex {
namespace {

struct NamedFormat {
  std::string_view name;
  std::string_view format;
};

constexpr std::array<NamedFormat, 6> kFormats = {{
    {"default", "file://{host}{path}#{line}"},
    {"file", "file://{host}{path}"},
    {"vscode", "vscode://file{path}:{line}"},
    {"macvim", "mvim://open?url=file://{path}&line={line}"},
    {"textmate", "txmt://open?url=file://{path}&line={line}"},
    {"none", ""},
}};

// What stands for something of a hit.
constexpr std::array<std::string_view, 3> kPlaces = {"{path}", "{line}", "{host}"};

// Beside letters and digits (RFC 3986).
constexpr std::string_view kPathSigns = "-._~/";
constexpr std::string_view kAddressSigns = "-._~/:?#[]@!$&'()*+,;=%";

std::string percent_encoded(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       signs.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

// Why a text that names no format is none; empty if it is one. Without a path all links would lead
// to one place: rather it is a format's name that is not known.
std::string fault_of(std::string_view format) {
  if (format.find("{path}") == std::string_view::npos) return "has no {path}";
  for (std::size_t at = format.find('{'); at != std::string_view::npos;
       at = format.find('{', at + 1)) {
    const std::size_t end = std::min(format.find('}', at), format.size() - 1);
    const std::string_view place = format.substr(at, end - at + 1);
    if (std::find(kPlaces.begin(), kPlaces.end(), place) == kPlaces.end())
      return fmt::format("has {}, which stands for nothing", place);
  }
  return {};
}

std::string host_name() {
  std::array<char, 256> name = {};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : "";
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace

tl::expected<HyperlinkFormat, std::string> hyperlink_format(std::string_view name_or_format) {
  for (const NamedFormat& known : kFormats) {
    if (known.name == name_or_format) return HyperlinkFormat(known.format);
  }
  if (name_or_format.empty()) return HyperlinkFormat();
  if (auto fault = fault_of(name_or_format); !fault.empty())
    return tl::unexpected(std::move(fault));
  return HyperlinkFormat(name_or_format);
}

std::string list_hyperlink_formats() {
  std::string names;
  for (const NamedFormat& known : kFormats) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", known.name);
  }
  return names;
}

std::string file_link(const HyperlinkFormat& format, std::string_view absolute_path,
                      std::uint32_t line, std::string_view host) {
  std::string link = format;
  // The path last: it may hold what looks like a place to fill in.
  replace_all(link, "{host}", percent_encoded(host, kPathSigns));
  replace_all(link, "{line}", fmt::format("{}", line == 0 ? 1 : line));
  replace_all(link, "{path}", percent_encoded(absolute_path, kPathSigns));
  return link;
}

std::string link_of(const Hit& hit, const HyperlinkFormat& format) {
  if (format.empty()) return "";
  std::error_code failed;
  const std::filesystem::path path = std::filesystem::absolute(hit.path, failed);
  if (!hit.path.empty() && !failed && std::filesystem::is_regular_file(path, failed)) {
    static const std::string kHost = host_name();
    return file_link(format, path.lexically_normal().string(), hit.line, kHost);
  }
  return is_web_address(hit.url) ? percent_encoded(hit.url, kAddressSigns) : "";
}

std::string begin_link(std::string_view link) {
  return fmt::format("\x1B]8;;{}\x1B\\", link);
}

}  // namespace newsdex
