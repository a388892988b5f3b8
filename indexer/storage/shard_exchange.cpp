#include "storage/shard_exchange.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <deque>
#include <filesystem>

#include "newsdex/error.hpp"
#include "storage/current_pointer.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_list.hpp"
#include "storage/surplus_shards.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

std::string shard_name(std::size_t number) {
  return fmt::format("shard-{}", number);
}

std::string exchange_path(const std::string& folder) {
  return fmt::format("{}/{}", folder, kExchangeFile);
}

// A line for each shard: its name, and what CURRENT says.
std::string encode(const ShardExchange& exchange) {
  std::string text;
  for (std::size_t i = 0; i < exchange.size(); ++i)
    text += fmt::format("{} {}", shard_name(i), exchange[i]);
  return text;
}

// Nothing for a file of other people's that has the name.
std::optional<ShardExchange> parse(std::string_view text) {
  ShardExchange exchange;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string name = shard_name(exchange.size()) + " ";
    if (end == std::string_view::npos || !text.starts_with(name)) return std::nullopt;
    std::string current(text.substr(name.size(), end + 1 - name.size()));
    if (!parse_current(current)) return std::nullopt;
    exchange.push_back(std::move(current));
    text.remove_prefix(end + 1);
  }
  return exchange.empty() ? std::nullopt : std::optional(std::move(exchange));
}

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0) throw_io_error("cannot remove", path);
}

std::string text_of_shard_list(std::size_t shards) {
  std::string text =
      "# Shards of one collection. Where one is served by another machine, write its address:\n"
      "# remote HOST:PORT, and further addresses behind it that hold the same.\n";
  for (std::size_t i = 0; i < shards; ++i) text += fmt::format("local {}\n", shard_name(i));
  return text;
}

bool is_of_a_build(const std::string& list) {
  std::size_t shards = 0;
  while (list.find(fmt::format("local {}\n", shard_name(shards))) != std::string::npos) ++shards;
  return list == text_of_shard_list(shards);
}

// A list that a user has changed, with addresses and a time-out, is not lost.
void replace_list(const std::string& folder, std::size_t shards) {
  const std::string path = fmt::format("{}/{}", folder, kShardListFile);
  const auto former = try_read_file(path);
  if (former && !is_of_a_build(*former)) replace_file(former_shard_list(folder), *former);
  replace_file(path, text_of_shard_list(shards));
}

bool is_prepared(const IndexLayout& layout, const std::string& current) {
  const auto pointer = parse_current(current);
  const auto manifest = try_read_file(layout.manifest(pointer->generation));
  return manifest && checksum(*manifest) == pointer->manifest_checksum;
}

// All that readers and servers see comes first, one rename beside the other.
void put_in_place(const std::string& folder, const ShardExchange& exchange) {
  std::vector<IndexLayout> shards;
  for (unsigned i = 0; i < exchange.size(); ++i) shards.push_back({shard_folder(folder, i)});
  for (std::size_t i = 0; i < shards.size(); ++i)
    put_file_in_place(shards[i].current(), exchange[i]);
  for (std::size_t i = 0; i < shards.size(); ++i) put_served_copy_in_place(shards[i], exchange[i]);
  for (const IndexLayout& shard : shards) sync_folder(shard.folder);
  replace_list(folder, exchange.size());
  remove_surplus_shards(folder, static_cast<unsigned>(exchange.size()));
  remove_file(exchange_path(folder));
  sync_folder(folder);
}

}  // namespace

std::string shard_folder(const std::string& index, unsigned number) {
  return fmt::format("{}/{}", index, shard_name(number));
}

std::string former_shard_list(const std::string& index) {
  return fmt::format("{}/{}.old", index, kShardListFile);
}

bool has_own_shard_list(const std::string& index) {
  const auto list = try_read_file(fmt::format("{}/{}", index, kShardListFile));
  return list && !is_of_a_build(*list);
}

std::optional<ShardExchange> exchange_in(const std::string& folder) {
  const auto text = try_read_file(exchange_path(folder));
  return text ? parse(*text) : std::nullopt;
}

std::optional<std::string> next_current(const std::string& folder) {
  const auto exchange = exchange_in(folder + "/..");
  if (!exchange) return std::nullopt;
  std::error_code ignored;
  const std::string name = fs::canonical(folder, ignored).filename().string();
  for (std::size_t i = 0; i < exchange->size(); ++i) {
    if (name == shard_name(i)) return (*exchange)[i];
  }
  return std::nullopt;
}

void exchange_shards(const std::string& folder, const ShardExchange& exchange) {
  for (unsigned i = 0; i < exchange.size(); ++i) sync_folder(shard_folder(folder, i));
  sync_folder(folder);
  replace_file(exchange_path(folder), encode(exchange));
  put_in_place(folder, exchange);
}

void complete_exchange(const IndexLock& index) {
  const std::string& folder = index.layout().folder;
  const auto exchange = exchange_in(folder);
  if (!exchange) return;
  std::deque<IndexLock> locks;
  for (unsigned i = 0; i < exchange->size(); ++i) {
    const IndexLayout shard{shard_folder(folder, i)};
    if (!is_prepared(shard, (*exchange)[i])) {
      throw Error(
          ErrorCode::bad_index,
          fmt::format("{} does not have any more what a build was to publish", shard.folder),
          fmt::format("build all anew: newsdex-index build SOURCE... --shards {}",
                      exchange->size()));
    }
    locks.emplace_back(shard.folder);
  }
  put_in_place(folder, *exchange);
}

void drop_exchange(const IndexLock& index) {
  remove_file(exchange_path(index.layout().folder));
}

std::string read_shard_list(const std::string& path) {
  const fs::path list(path);
  const bool is_in_folder = list.filename() == kShardListFile;
  const auto exchange =
      is_in_folder ? exchange_in((list.parent_path() / ".").string()) : std::nullopt;
  return exchange ? text_of_shard_list(exchange->size()) : read_whole_file(path);
}

}  // namespace newsdex
