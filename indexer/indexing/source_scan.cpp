#include "indexing/source_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

#include "indexing/segment_merging.hpp"
#include "indexing/shared_dates.hpp"
#include "newsdex/error.hpp"
#include "reading/standard_input.hpp"

namespace newsdex {
namespace {

// A file may change again unnoticed by its stamp within the grain of the kernel's clock, ten
// milliseconds at most. Once that has passed its stamp stands for what is then read.
constexpr std::int64_t kStampGrainNs = 20'000'000;

bool lies_under(std::string_view path, std::string_view root) {
  return path.starts_with(root) &&
         (path.size() == root.size() || path[root.size()] == '/' || root.ends_with('/'));
}

bool has_articles_under(const Catalog* known, std::string_view root) {
  if (known == nullptr) return false;
  for (Catalog::EntryNumber entry = 0; entry < known->entries().size(); ++entry) {
    if (lies_under(known->path(entry), root)) return true;
  }
  return false;
}

ReadOptions read_options(const BuildOptions& options) {
  ReadOptions read;
  read.format = options.format;
  read.limits.max_text_bytes = options.max_file_bytes;
  return read;
}

}  // namespace

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

SourceScan::SourceScan(const BuildOptions& options, IdRegistry& ids, CopyRegistry& copies,
                       DateCorrections& corrections, const Catalog* known)
    : options_(options),
      read_(read_options(options)),
      ids_(ids),
      copies_(copies),
      corrections_(corrections),
      known_(known) {
  if (!options.mapping.empty()) {
    mapping_ = read_field_mapping(options.mapping);
    read_.mapping = &*mapping_;
  }
  std::vector<std::string> present;
  for (const std::string& source : options.sources) {
    if (source == kStandardInputPath) {
      standard_input_ = true;
      continue;
    }
    roots_.push_back(absolute_path(source));
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(source, error))) {
      present.push_back(source);
    } else if (!has_articles_under(known, roots_.back())) {
      throw Error(ErrorCode::usage, fmt::format("no such file or folder: {}", source));
    }
  }
  walk_sources(present, {[&](const SourceFile& file) {
                           stop_if_asked(options_);
                           if (corrections_.is_own_file(file.path)) return;
                           files_.push_back(file);
                           progress_.bytes_total += file.size;
                         },
                         [&](const ReadError& error) {
                           unwalked_.push_back(absolute_path(error.path));
                           report(error);
                         },
                         [&](const std::string& folder) {
                           // The index may lie among the articles, but is none of them.
                           std::error_code ignored;
                           return std::filesystem::equivalent(folder, options.index, ignored);
                         }});
}

void SourceScan::run(const std::function<bool(const SourceFile&)>& skip,
                     const std::function<void(IncomingArticle)>& take) {
  share_dates();
  std::uint64_t bytes = 0;
  for (const SourceFile& file : files_) {
    stop_if_asked(options_);
    if (!skip(file)) {
      wait_for_stamp(file);
      read(file, take);
    }
    bytes += file.size;
    progress_.bytes_done = bytes;
    show_progress();
  }
  if (standard_input_) read_standard_input(take);
}

void SourceScan::wait_for_stamp(const SourceFile& file) {
  const std::int64_t wait = file.ctime_ns + kStampGrainNs - now_ns();
  if (wait > 0 && wait <= kStampGrainNs)
    std::this_thread::sleep_for(std::chrono::nanoseconds(wait));
  has_stamp_ = file.ctime_ns <= now_ns() - kStampGrainNs;
}

// A line of the user's file of dates may name what turns out to be a copy, when the article was
// taken long since: the files that it names are read before all.
void SourceScan::share_dates() {
  if (corrections_.empty()) return;
  std::set<std::string_view> unread;  // files that need not be read for it
  for (const SourceFile& file : files_) {
    const bool named = corrections_.names(file.path) || corrections_.names(file.display);
    const FileStamp stamp = {file.size, file.mtime_ns, file.ctime_ns};
    if (!named || copies_.is_untouched(file.path, stamp)) {
      unread.insert(file.path);
    } else {
      share_dates_of(file);
    }
  }
  if (known_ == nullptr) return;
  share_known_dates(corrections_, *known_, copies_.places(),
                    [&](std::string_view path) { return unread.contains(path) || !covers(path); });
}

void SourceScan::share_dates_of(const SourceFile& file) {
  const auto share = [&](Article&& article) {
    stop_if_asked(options_);
    const IncomingArticle read = incoming(std::move(article), file);
    const std::string id =
        read.article.id.empty() ? ids_.made_id(read.article, file.display) : read.article.id;
    corrections_.share(id, read.article.path, read.article.record, key_of(read));
  };
  read_file(file, read_, {share, [](const ReadError&) {}});
}

void SourceScan::read(const SourceFile& file, const std::function<void(IncomingArticle)>& take) {
  const ArticleHandlers uses = handlers(file, take);
  if (file.size == 0 && was_collection(file.path)) {
    return uses.error({file.display, 0, "empty, though the index has articles of it"});
  }
  ReadOptions options = read_;
  options.was_longer = was_longer(file);
  const bool lost_its_form = options.was_longer && was_collection(file.path);
  // A table that is cut within its first line is a text like any other.
  const auto take_record = [&](Article&& article) {
    if (lost_its_form && article.record == 0 && article.record_key.empty()) {
      return uses.error({file.display, 0, "one text, where a longer file had several articles"});
    }
    uses.article(std::move(article));
  };
  read_file(file, options, {take_record, uses.error});
}

bool SourceScan::was_longer(const SourceFile& file) const {
  if (known_ == nullptr) return false;
  const auto entries = known_->in_file(file.path);
  return std::any_of(entries.begin(), entries.end(), [&](Catalog::EntryNumber entry) {
    return known_->stamp(entry).size > file.size;
  });
}

// A file of several articles that is empty now is about to be written anew, or was; one of a single
// article says no more than that it has none.
bool SourceScan::was_collection(std::string_view path) const {
  if (known_ == nullptr) return false;
  const auto entries = known_->in_file(path);
  return entries.size() > 1 ||
         std::any_of(entries.begin(), entries.end(),
                     [&](Catalog::EntryNumber entry) { return known_->record(entry) != 0; });
}

void SourceScan::read_standard_input(const std::function<void(IncomingArticle)>& take) {
  const SourceFile input = {std::string(kStandardInputPath), "stdin", 0, 0, 0};
  const ArticleHandlers uses = handlers(input, take);
  newsdex::read_standard_input(read_, false, options_.stop, uses);
  stop_if_asked(options_);  // it ends the input like its own end
}

ArticleHandlers SourceScan::handlers(const SourceFile& file,
                                     const std::function<void(IncomingArticle)>& take) {
  return {[&](Article&& article) {
            stop_if_asked(options_);
            ++progress_.articles;
            progress_.bytes_done += article.body.size();
            show_progress();
            identified(incoming(std::move(article), file), file.display, take);
          },
          [&](const ReadError& error) {
            stop_if_asked(options_);
            troubled_.insert(file.path);
            if (!error.blank) partly_read_.insert(file.path);
            report(error);
          }};
}

IncomingArticle SourceScan::incoming(Article&& article, const SourceFile& file) {
  if (options_.file_dates && file.mtime_ns != 0) {
    article.file_date = to_string(local_minute(file.mtime_ns));
  }
  const ContentIdentity identity = hasher_.identify(article);
  return {std::move(article), identity, stamp_of(file)};
}

void SourceScan::identified(IncomingArticle incoming, const std::string& display,
                            const std::function<void(IncomingArticle)>& take) {
  Article& article = incoming.article;
  if (copies_.is_copy(incoming)) {
    std::string id = article.id.empty() ? ids_.made_id(article, display) : article.id;
    corrections_.note(id, article.path, article.record);
    copies_.add(incoming, std::move(id));
    return;
  }
  if (const auto error = ids_.claim(article, display)) {
    troubled_.insert(article.path);
    report(*error);
    return;
  }
  corrections_.correct(article, key_of(incoming));
  take(std::move(incoming));
}

FileStamp SourceScan::stamp_of(const SourceFile& file) const {
  return has_stamp_ ? FileStamp{file.size, file.mtime_ns, file.ctime_ns} : FileStamp{};
}

bool SourceScan::covers(std::string_view path) const {
  const auto holds = [&](const std::string& root) { return lies_under(path, root); };
  return std::any_of(roots_.begin(), roots_.end(), holds) && !is_partly_read(path) &&
         std::none_of(unwalked_.begin(), unwalked_.end(), holds);
}

bool SourceScan::is_partly_read(std::string_view path) const {
  return partly_read_.contains(path);
}

void SourceScan::refuse(const Article& article, std::string reason) {
  troubled_.insert(article.path);
  report({article.path, article.line, std::move(reason)});
}

void SourceScan::report(const ReadError& error) {
  ++errors_;
  if (options_.read_error) options_.read_error(error);
}

void SourceScan::show_progress() const {
  if (options_.progress) options_.progress(progress_);
}

}  // namespace newsdex
