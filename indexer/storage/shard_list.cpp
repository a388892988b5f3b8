#include "storage/shard_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <sstream>

#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/shard_exchange.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kThisMachine = "127.0.0.1";
constexpr double kMostSeconds = 3600;

std::optional<ShardAddress> parse_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  std::string_view host = colon == std::string_view::npos ? "" : text.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;  // an IPv6 address without brackets: where does it end?
  }
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc() || end != port.data() + port.size() || number == 0) return std::nullopt;
  return ShardAddress{std::string(host.empty() ? kThisMachine : host), number};
}

// A path may have the character within.
std::string without_comment(const std::string& line) {
  std::size_t at = line.find('#');
  while (at != std::string::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t')
    at = line.find('#', at + 1);
  return line.substr(0, at);
}

[[noreturn]] void throw_refusal(std::string_view place, std::string_view why) {
  throw Error(ErrorCode::usage, fmt::format("{}: {}", place, why),
              "a list of shards has lines like \"local shard-0\" and \"remote HOST:PORT\"");
}

class ShardListParser {
 public:
  explicit ShardListParser(const std::string& path) : path_(path) {}

  ShardList parse(std::string_view text) {
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      read_line(without_comment(line));
    }
    if (list_.shards.empty()) throw_refusal(path_, "it names no shard");
    return std::move(list_);
  }

 private:
  void read_line(const std::string& line) {
    std::istringstream words(line);
    std::string word;
    if (!(words >> word)) return;
    if (word == "local") return read_local(words);
    if (word == "remote") return read_remote(words);
    if (word == "timeout") return read_timeout(words);
    refuse(fmt::format("\"{}\" is none of local, remote and timeout", word));
  }

  void read_local(std::istringstream& words) {
    ShardEntry entry;
    std::getline(words >> std::ws, entry.name);
    entry.name.erase(entry.name.find_last_not_of(" \t\r") + 1);
    if (entry.name.empty()) refuse("local needs the path of an index");
    entry.folder = (fs::path(path_).parent_path() / entry.name).string();
    add(std::move(entry));
  }

  void read_remote(std::istringstream& words) {
    ShardEntry entry;
    for (std::string word; words >> word;) {
      const auto address = parse_address(word);
      if (!address) refuse(fmt::format("\"{}\" is no address like HOST:PORT", word));
      const bool known =
          std::any_of(entry.addresses.begin(), entry.addresses.end(),
                      [&](const ShardAddress& each) { return each.text() == address->text(); });
      if (known) refuse(fmt::format("{} stands there twice", address->text()));
      entry.addresses.push_back(*address);
    }
    if (entry.addresses.empty()) refuse("remote needs an address like HOST:PORT");
    entry.name = entry.addresses.front().text();
    add(std::move(entry));
  }

  void read_timeout(std::istringstream& words) {
    double seconds = 0;
    if (!(words >> seconds) || !(seconds > 0) || seconds > kMostSeconds)
      refuse("timeout needs a number of seconds");
    if (std::string rest; words >> rest)
      refuse("timeout takes a number of seconds and nothing else");
    list_.timeout = std::chrono::milliseconds(
        std::max<std::int64_t>(1, static_cast<std::int64_t>(seconds * 1000)));
  }

  void add(ShardEntry entry) {
    const bool known = std::any_of(list_.shards.begin(), list_.shards.end(),
                                   [&](const ShardEntry& each) { return each.name == entry.name; });
    if (known) refuse(fmt::format("{} stands there twice", entry.name));
    list_.shards.push_back(std::move(entry));
  }

  [[noreturn]] void refuse(std::string_view why) const {
    throw_refusal(fmt::format("{}:{}", path_, line_), why);
  }

  const std::string& path_;
  std::size_t line_ = 0;
  ShardList list_;
};

}  // namespace

std::optional<std::string> shard_list_at(const std::string& index) {
  std::error_code ignored;
  if (fs::is_regular_file(index, ignored)) return index;
  std::string list = fmt::format("{}/{}", index, kShardListFile);
  if (has_index(index)) return std::nullopt;
  if (fs::is_regular_file(list, ignored) || exchange_in(index)) return list;
  return std::nullopt;
}

void throw_holds_shards(const std::string& index) {
  throw Error(ErrorCode::usage, fmt::format("{} holds shards of an index", index),
              "to look into one, name it, as in --db DIR/shard-0; to write them, build all anew: "
              "newsdex-index build SOURCE... --shards N");
}

ShardList parse_shard_list(std::string_view text, const std::string& path) {
  return ShardListParser(path).parse(text);
}

std::vector<std::string> local_shards(const std::string& index) {
  const auto path = shard_list_at(index);
  if (!path) return {};
  std::vector<std::string> folders;
  for (ShardEntry& shard : parse_shard_list(read_shard_list(*path), *path).shards) {
    if (shard.addresses.empty()) folders.push_back(std::move(shard.folder));
  }
  if (*path == index || folders.empty()) throw_holds_shards(index);
  return folders;
}

}  // namespace newsdex
