// update: only what is new, changed or vanished.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include "indexing/merge_policy.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"
#include "indexing/segment_merging.hpp"
#include "indexing/shared_dates.hpp"
#include "indexing/source_scan.hpp"
#include "indexing/stored_articles.hpp"
#include "indexing/value_merging.hpp"
#include "newsdex/date_tagger.hpp"
#include "newsdex/error.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/segment.hpp"

namespace newsdex {
namespace {

class IndexUpdate {
 public:
  IndexUpdate(const BuildOptions& options, const GenerationHandle& handle, IndexLock& index)
      : options_(carried_on(options, handle.generation())),
        handle_(handle),
        index_(index),
        catalog_(handle),
        ids_(&catalog_),
        copies_(catalog_, known_places(handle)),
        lists_(current_name_lists(handle)),
        date_file_(current_corrections(handle, options.date_corrections)),
        corrections_(date_file_),
        troubled_(troubled_files(handle)),
        seen_(catalog_.entries().size()),
        dropped_(catalog_.entries().size()) {
    copies_.set_hooks({[this](Catalog::EntryNumber entry, const Article& article) {
                         return stays(entry, article);
                       },
                       [this](const OtherPlace& place) { drop_what_became_copy(place); }});
  }

  BuildReport run() {
    report_lost_dates();
    SourceScan scan(options_, ids_, copies_, corrections_, &catalog_);
    scan.run([&](const SourceFile& file) { return keep_if_untouched(file); },
             [&](IncomingArticle article) { take(std::move(article), scan); });
    drop_vanished(scan);
    hand_on_to_copies(scan);
    report_.unread = scan.errors();
    note_troubles(scan);
    if (tagging_changed()) {
      retag();
    } else {
      redate();
    }
    publish();
    return report_;
  }

  // Tags what the index has by the present name lists and `further` ones; no source is looked at.
  BuildReport run_retag(const std::vector<NameListFile>& further) {
    for (const NameListFile& list : further) {
      const auto known = std::find_if(lists_.begin(), lists_.end(), [&](const NameListFile& one) {
        return one.path == list.path;
      });
      if (known == lists_.end()) {
        lists_.push_back(list);
      } else {
        *known = list;
      }
    }
    report_.unchanged = catalog_.entries().size();
    if (tagging_changed()) retag();
    publish();
    return report_;
  }

 private:
  // A file with the stamp it was indexed with holds what it held: it is not even opened.
  bool keep_if_untouched(const SourceFile& file) {
    const auto entries = catalog_.in_file(file.path);
    if (troubled_.contains(file.path) ||
        !copies_.is_untouched(file.path, {file.size, file.mtime_ns, file.ctime_ns})) {
      return false;
    }
    // Another file of this run has an id of this one: it must be read, so that this is reported.
    const auto is_lost = [&](Catalog::EntryNumber entry) {
      return dropped_[entry] || ids_.is_taken(catalog_.id(entry));
    };
    if (std::any_of(entries.begin(), entries.end(), is_lost)) return false;
    for (const Catalog::EntryNumber entry : entries) {
      ids_.keep(catalog_.id(entry), file.display);
      seen_[entry] = true;
      ++report_.unchanged;
    }
    copies_.keep_file(file.path);
    return true;
  }

  // What the index has may turn out gone or changed later on; but a copy that the same file has
  // further down is one that moved up.
  [[nodiscard]] bool stays(Catalog::EntryNumber entry, const Article& article) const {
    return !dropped_[entry] && (seen_[entry] || catalog_.path(entry) != article.path);
  }

  // An article of the index that now says what another does.
  void drop_what_became_copy(const OtherPlace& place) {
    const auto entry = catalog_.with_id(place.id);
    if (!entry || catalog_.path(*entry) != place.path || catalog_.record(*entry) != place.record)
      return;
    seen_[*entry] = true;
    if (dropped_[*entry]) return;
    dropped_[*entry] = true;
    ++report_.changed;
  }

  // Where an article has gone of which there are copies, one of these takes its place: with what
  // is stored of it, which is the same but for white space.
  void hand_on_to_copies(SourceScan& scan) {
    std::map<Catalog::EntryNumber, OtherPlace> heirs;
    for (OtherPlace& heir :
         copies_.settle([&](std::string_view path) { return scan.covers(path); },
                        [&](Catalog::EntryNumber entry) { return dropped_[entry]; })) {
      heirs[*catalog_.with_copy_key(heir.key)] = std::move(heir);
    }
    if (heirs.empty()) return;
    for_each_stored_article(
        handle_, catalog_,
        [&](Catalog::EntryNumber entry, StoredArticle&& stored) {
          index_from(heirs.at(entry), entry, std::move(stored.article), scan);
        },
        [&](Catalog::EntryNumber entry) { return heirs.contains(entry); });
  }

  void index_from(const OtherPlace& place, Catalog::EntryNumber entry, Article article,
                  SourceScan& scan) {
    const bool same_bytes = catalog_.identity(entry).spelling == place.spelling;
    article.id = place.id;
    article.id_is_made = place.id_is_made;
    article.path = place.path;
    article.record = place.record;
    article.line = place.line;
    if (const auto error = ids_.claim_again(article)) return scan.refuse(article, error->reason);
    corrections_.correct(article, place.key);
    count_heir(place, entry);
    // White space may decide what is a paragraph: the next update compares it with the file.
    const FileStamp stamp = same_bytes ? place.stamp : FileStamp{};
    const std::uint64_t spelling = same_bytes ? place.spelling : 0;
    workshop().pipeline.add(
        {std::move(article), {catalog_.identity(entry).content, spelling}, stamp});
  }

  // An article under the id of its record has only changed its place; a place that had an article
  // of its own was counted when that was dropped.
  void count_heir(const OtherPlace& place, Catalog::EntryNumber entry) {
    const auto own = catalog_.with_id(place.id);
    if (!place.id_is_made && own == entry) {
      --report_.vanished;
      ++report_.changed;
    } else if (!own || catalog_.path(*own) != place.path) {
      ++report_.added;
    }
  }

  // Troubles of this run, and those of files that were not among its sources.
  void note_troubles(const SourceScan& scan) {
    std::erase_if(troubled_, [&](const std::string& path) { return scan.covers(path); });
    troubled_.insert(scan.troubled_files().begin(), scan.troubled_files().end());
  }

  // Whether the known article lies in a source that was not given, which stays as it is.
  [[nodiscard]] bool is_elsewhere(Catalog::EntryNumber known, const Article& article,
                                  const SourceScan& scan) const {
    return catalog_.path(known) != article.path && !scan.covers(catalog_.path(known));
  }

  void take(IncomingArticle incoming, SourceScan& scan) {
    const auto entry = catalog_.with_id(incoming.article.id);
    if (!entry) {
      ++report_.added;
    } else if (is_elsewhere(*entry, incoming.article, scan)) {
      return scan.refuse(incoming.article, fmt::format("id \"{}\" is already that of {}",
                                                       incoming.article.id, catalog_.path(*entry)));
    } else {
      seen_[*entry] = true;
      if (catalog_.identity(*entry) == incoming.identity &&
          catalog_.path(*entry) == incoming.article.path &&
          catalog_.record(*entry) == incoming.article.record) {
        ++report_.unchanged;
        return;
      }
      dropped_[*entry] = true;
      ++report_.changed;
    }
    copies_.take(incoming);
    workshop().pipeline.add(std::move(incoming));
  }

  void drop_vanished(const SourceScan& scan) {
    for (Catalog::EntryNumber entry = 0; entry < seen_.size(); ++entry) {
      if (seen_[entry]) continue;
      if (scan.is_partly_read(catalog_.path(entry))) ++report_.kept;
      if (!scan.covers(catalog_.path(entry))) continue;
      dropped_[entry] = true;
      ++report_.vanished;
    }
  }

  // The workshop is opened for the first article that needs it: reading two thousand names takes
  // longer than finding that nothing has changed.
  Workshop& workshop() {
    if (!workshop_) workshop_.emplace(index_, lists_, plan_update(options_));
    return *workshop_;
  }

  // Whether articles would be tagged otherwise today.
  bool tagging_changed() {
    const Generation& old = handle_.generation();
    if (old.analyzer != kAnalyzerFingerprint) return true;
    if (old.discovery != wanted_discovery(options_)) return true;
    if (old.dates != date_tagger_fingerprint()) return true;
    return lists_ != stored_name_lists(handle_) &&
           workshop().taggers.gazetteer.fingerprint() != old.gazetteer;
  }

  // The user's file of dates is read anew by every run, unless it is gone.
  void report_lost_dates() const {
    std::error_code ignored;
    if (date_file_.path.empty() || std::filesystem::exists(date_file_.path, ignored)) return;
    report_doubts(options_, {{date_file_.path, 0,
                              "this file of dates is gone: what it said still counts, until "
                              "--dates names another, which may be empty"}});
  }

  // Tags every article that stays anew.
  void retag() {
    report_.retagged = true;
    index_again([](Catalog::EntryNumber) { return true; });
  }

  // Indexes those anew of which the user's file of dates now says something else.
  void redate() {
    const CorrectionFile stored = stored_corrections(handle_);
    DateCorrections before(stored);
    share_known_dates(before, catalog_, known_places(handle_),
                      [](std::string_view) { return true; });
    date_file_changed_ = stored != date_file_;
    if (before.empty() && corrections_.empty()) return;
    index_again([&](Catalog::EntryNumber entry) {
      if (date_of(before, catalog_, entry) == date_of(corrections_, catalog_, entry)) return false;
      ++report_.changed;
      if (seen_[entry]) --report_.unchanged;
      return true;
    });
  }

  // Indexes chosen ones of the articles that stay, from what the index stores of them.
  void index_again(const std::function<bool(Catalog::EntryNumber)>& chosen) {
    const auto wanted = [&](Catalog::EntryNumber entry) {
      if (dropped_[entry]) return false;
      corrections_.note(catalog_.id(entry), catalog_.path(entry), catalog_.record(entry));
      return chosen(entry);
    };
    const auto add = [&](Catalog::EntryNumber entry, StoredArticle&& stored) {
      const std::uint64_t before = stored_hash(encode(stored));
      corrections_.correct(stored.article, catalog_.copy_key_of(entry));
      workshop().pipeline.add(
          {std::move(stored.article), catalog_.identity(entry), catalog_.stamp(entry), before});
      dropped_[entry] = true;
    };
    for_each_stored_article(handle_, catalog_, add, wanted);
  }

  void publish() {
    Generation generation = handle_.generation();
    auto tombstones = bury_dropped(generation);
    std::size_t added = 0;
    if (workshop_) {
      const std::vector<BuiltSegment> built = workshop_->pipeline.finish();
      added = built.size();
      add_segments(generation, built);
      report_doubts(options_, doubts_of(built));
      for (const BuiltSegment& segment : built)
        report_.tagged_otherwise += segment.tagged_otherwise;
      generation.gazetteer = workshop_->taggers.gazetteer.fingerprint();
    }
    generation.analyzer = kAnalyzerFingerprint;
    generation.discovery = wanted_discovery(options_);
    generation.dates = date_tagger_fingerprint();
    if (!options_.date_corrections.empty()) report_doubts(options_, corrections_.doubts());
    report_.articles = generation.articles();
    report_.copies = copies_.places().size();
    if (nothing_changed()) return;
    merge_into_one(segments_to_merge(generation.segments, added), index_, options_, generation,
                   tombstones);
    auto files = name_files(workshop().taggers.gazetteer, lists_);
    files[std::string(kTroubledFile)] = encode_paths(troubled_);
    files[std::string(kDatesFile)] = encode_corrections(date_file_);
    add_copy_files(files, copies_.places(), index_.layout(), generation, tombstones, options_);
    files[std::string(kMergesFile)] =
        merges_of(index_.layout(), generation, tombstones, workshop().taggers.gazetteer);
    add_ordinals(files, index_.layout(), generation);
    index_.publish(std::move(generation), files, tombstones);
  }

  // Takes the dropped articles out of the generation's counts and returns the tombstones of
  // all segments; segments without a live article are left out.
  std::map<std::string, Tombstones> bury_dropped(Generation& generation) {
    std::vector<Tombstones> deleted;
    for (std::uint32_t s = 0; s < generation.segments.size(); ++s)
      deleted.push_back(catalog_.tombstones(s));
    for (Catalog::EntryNumber entry = 0; entry < dropped_.size(); ++entry) {
      if (dropped_[entry]) bury(generation, catalog_.entries()[entry], deleted);
    }
    std::map<std::string, Tombstones> by_name;
    for (std::uint32_t s = 0; s < deleted.size(); ++s)
      by_name[generation.segments[s].name] = std::move(deleted[s]);
    std::erase_if(generation.segments,
                  [](const auto& segment) { return segment.live_articles == 0; });
    return by_name;
  }

  void bury(Generation& generation, CatalogEntry place, std::vector<Tombstones>& deleted) {
    GenerationSegment& segment = generation.segments[place.segment];
    const SegmentColumns& columns = catalog_.columns(place.segment);
    mark_deleted(deleted[place.segment], place.article, segment.articles);
    --segment.live_articles;
    segment.live_tokens -= columns.lengths()[place.article];
    const FacetColumn& languages = columns.facet(Field::language);
    for (const std::uint32_t ordinal : languages.of(place.article)) {
      const auto found = generation.languages.find(std::string(languages.values[ordinal]));
      if (found != generation.languages.end() && --found->second == 0)
        generation.languages.erase(found);
    }
  }

  [[nodiscard]] bool nothing_changed() const {
    return report_.added + report_.changed + report_.vanished == 0 && !report_.retagged &&
           !date_file_changed_ && !copies_.changed() && troubled_ == troubled_files(handle_);
  }

  const BuildOptions options_;
  const GenerationHandle& handle_;
  IndexLock& index_;
  Catalog catalog_;
  IdRegistry ids_;
  CopyRegistry copies_;
  std::vector<NameListFile> lists_;
  CorrectionFile date_file_;
  DateCorrections corrections_;
  bool date_file_changed_ = false;
  std::optional<Workshop> workshop_;
  std::set<std::string> troubled_;
  std::vector<bool> seen_;
  std::vector<bool> dropped_;
  BuildReport report_;
};

}  // namespace

BuildReport update_index(const BuildOptions& options) {
  const bool whole = is_whole_for_update(GenerationHandle(options.index));
  const std::uint64_t lost = whole ? 0 : repair_index(options).unread;
  IndexLock index(options.index);
  const GenerationHandle handle(options.index);
  refuse_shard(handle);
  BuildReport report = IndexUpdate(options, handle, index).run();
  report.unread += lost;
  return report;
}

BuildReport retag_index(const BuildOptions& options) {
  const std::vector<NameListFile> further = read_name_lists(options.name_lists, false);
  IndexLock index(options.index);
  const GenerationHandle handle(options.index);
  refuse_shard(handle);
  return IndexUpdate(options, handle, index).run_retag(further);
}

}  // namespace newsdex
