// Archives: each member is read as a file of any format would be.
#include <fmt/format.h>

#include <utility>

#include "reading/archive_members.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kLongestKey = 512;

class MemberReader {
 public:
  MemberReader(const StreamInput& input, Unpacking& unpacking)
      : input_(input), unpacking_(unpacking) {}

  void read(const ArchivedFile& file) {
    if (file.is_lone) {
      // As if it were not packed.
      return read_source({file.content, input_.path, input_.options, input_.handlers, &unpacking_});
    }
    const ArticleHandlers handlers = handlers_for(file.name);
    read_source({file.content, file.name, input_.options, handlers, &unpacking_});
  }

 private:
  ArticleHandlers handlers_for(const std::string& name) {
    return {[this, &name](Article&& article) {
              article.path = input_.path;
              take_key(article, name);
              input_.handlers.article(std::move(article));
            },
            [this, &name](ReadError error) {
              error.path = input_.path;
              error.member =
                  error.member.empty() ? name : fmt::format("{}: {}", name, error.member);
              input_.handlers.error(error);
            }};
  }

  // Where the archive has new members, those after them keep their ids.
  void take_key(Article& article, const std::string& name) {
    std::string key = name;
    if (!article.record_key.empty()) {
      key += fmt::format("#{}", article.record_key);
    } else if (article.record != 0) {
      key += fmt::format("#{}", article.record);
    }
    ++articles_;
    article.line = 0;
    const bool long_key = key.size() > kLongestKey;
    article.record = long_key ? saturate(articles_) : 0;
    article.record_key = long_key ? std::string() : std::move(key);
  }

  const StreamInput& input_;
  Unpacking& unpacking_;
  std::uint64_t articles_ = 0;
};

}  // namespace

bool looks_like_archive(std::string_view bytes, const FileHints& /*hints*/) {
  return has_archive_signature(bytes);
}

void read_archive(const StreamInput& input) {
  Unpacking own;
  Unpacking& unpacking = input.around == nullptr ? own : *input.around;
  const unsigned most = input.options.limits.max_archive_depth;
  if (unpacking.depth >= most) {
    return input.handlers.error(
        {input.path, 0, fmt::format("more than {} archives in one another", most)});
  }
  ++unpacking.depth;
  MemberReader reader(input, unpacking);
  for_each_member(input, unpacking, [&](const ArchivedFile& file) { reader.read(file); });
  --unpacking.depth;
}

}  // namespace newsdex
