#include "reading/html_metadata.hpp"

#include <algorithm>
#include <array>

#include "dates/stated_date.hpp"
#include "reading/html_dates.hpp"
#include "reading/json_ld.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct MetaName {
  std::string_view name;  // of the attribute `name`, `property` or `itemprop`, in lower case
  std::string Article::*field;
};

// Of a field the first that the page has counts.
constexpr auto kMetaNames = std::to_array<MetaName>({
    {"og:title", &Article::title},
    {"twitter:title", &Article::title},
    {"dc.title", &Article::title},
    {"dcterms.title", &Article::title},
    {"sailthru.title", &Article::title},
    {"headline", &Article::title},
    {"article:published_time", &Article::date},
    {"og:article:published_time", &Article::date},
    {"og:published_time", &Article::date},
    {"datepublished", &Article::date},
    {"parsely-pub-date", &Article::date},
    {"sailthru.date", &Article::date},
    {"dc.date.issued", &Article::date},
    {"dcterms.issued", &Article::date},
    {"dc.date", &Article::date},
    {"dcterms.date", &Article::date},
    {"dcterms.created", &Article::date},
    {"citation_publication_date", &Article::date},
    {"article_date_original", &Article::date},
    {"publish-date", &Article::date},
    {"publishdate", &Article::date},
    {"pubdate", &Article::date},
    {"published_at", &Article::date},
    {"date", &Article::date},
    {"author", &Article::author},
    {"parsely-author", &Article::author},
    {"sailthru.author", &Article::author},
    {"dc.creator", &Article::author},
    {"dcterms.creator", &Article::author},
    {"article:author", &Article::author},
    {"og:site_name", &Article::source},
    {"dc.publisher", &Article::source},
    {"dcterms.publisher", &Article::source},
    {"publisher", &Article::source},
    {"application-name", &Article::source},
    {"og:url", &Article::url},
    {"language", &Article::language},
    {"dc.language", &Article::language},
    {"dcterms.language", &Article::language},
    {"inlanguage", &Article::language},
    {"og:locale", &Article::language},
});

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//");
}

class MetadataSearch {
 public:
  explicit MetadataSearch(const MarkupTree& tree) : tree_(tree), places_(tree) {}

  PageMetadata run() {
    for (NodeNumber node = 1; node < tree_.size(); ++node) look_at(node);
    const std::vector<std::string> addresses = addresses_of_page();
    for (const NodeNumber script : scripts_) look_at_script(script, addresses);
    Article& article = page_.article;
    for (const auto& field :
         {&Article::title, &Article::author, &Article::source, &Article::url, &Article::language}) {
      choose(article, field);
    }
    if (article.language.empty()) article.language = page_language_;
    if (article.url.empty()) article.url = canonical_;
    choose_date(article);
    return std::move(page_);
  }

 private:
  void look_at(NodeNumber node) {
    const std::string_view name = tree_.name(node);
    if (name == "meta") {
      look_at_meta(node);
    } else if (name == "script") {
      scripts_.push_back(node);
    } else if (name == "html" && page_language_.empty()) {
      page_language_ = tree_.attribute(node, "lang");
      if (page_language_.empty()) page_language_ = tree_.attribute(node, "xml:lang");
    } else if (name == "title" && page_.title_element.empty()) {
      page_.title_element = single_spaced(trim_spaces(tree_.all_text(node)));
    } else if (name == "link" && tree_.attribute(node, "rel") == "canonical") {
      canonical_ = tree_.attribute(node, "href");
    } else {
      look_at_text(node);
    }
  }

  void look_at_meta(NodeNumber node) {
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = tree_.attribute(node, key);
      if (name.empty()) continue;
      if (ascii_lower(name) == "content-language" && page_language_.empty()) {
        page_language_ = tree_.attribute(node, "content");
      }
      if (ascii_lower(name) == "og:type" && tree_.attribute(node, "content") == "article") {
        page_.is_article = true;
      }
      const bool other = key == "itemprop" && lies_elsewhere(node);
      if (!other) offer(ascii_lower(name), tree_.attribute(node, "content"));
    }
  }

  [[nodiscard]] bool lies_elsewhere(NodeNumber node) const {
    return places_.place_of(node) == DatePlace::elsewhere;
  }

  void offer(std::string_view name, std::string_view value) {
    value = trim_spaces(value);
    if (value.empty()) return;
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
      if (kMetaNames[i].name != name) continue;
      if (kMetaNames[i].field == &Article::date) dates_.push_back({i, std::string(value)});
      if (!found_[i].empty()) continue;
      // Facebook wants the address of the author's page.
      if (kMetaNames[i].field == &Article::author && is_address(value)) continue;
      found_[i] = value;
    }
  }

  // Of several articles that scripts describe, it is the page's own that has one of these.
  [[nodiscard]] std::vector<std::string> addresses_of_page() const {
    std::vector<std::string> addresses;
    if (!canonical_.empty()) addresses.push_back(canonical_);
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
      const bool given = kMetaNames[i].field == &Article::url && !found_[i].empty();
      if (given) addresses.push_back(found_[i]);
    }
    return addresses;
  }

  void look_at_script(NodeNumber node, const std::vector<std::string>& addresses) {
    const std::string type = ascii_lower(trim_spaces(tree_.attribute(node, "type")));
    if (!type.starts_with("application/ld+json")) return;
    if (auto linked = read_json_ld(tree_.all_text(node), addresses)) {
      if (!has_json_ld_ || linked->score > json_ld_.score) json_ld_ = std::move(*linked);
      has_json_ld_ = true;
      page_.is_article = true;
    }
  }

  // Microdata and `time`.
  void look_at_text(NodeNumber node) {
    const std::string item = ascii_lower(tree_.attribute(node, "itemprop"));
    const bool is_time = tree_.name(node) == "time";
    if (item.empty() && !is_time && tree_.attribute(node, "rel") != "author") return;
    const std::string text = text_of_item(node);
    constexpr std::size_t kLongest = 300;
    if (text.empty() || text.size() > kLongest) return;
    if (tree_.attribute(node, "rel") == "author") offer("author", text);
    if (item.starts_with("date") || is_time) return look_at_date(node, item, text);
    if (!item.empty()) offer(item, text);
  }

  [[nodiscard]] std::string text_of_item(NodeNumber node) const {
    node = name_within(node);
    const bool is_time = tree_.name(node) == "time";
    const std::string_view stated = tree_.attribute(node, is_time ? "datetime" : "content");
    return stated.empty() ? single_spaced(trim_spaces(tree_.all_text(node))) : std::string(stated);
  }

  // Of a thing with properties of its own, such as a publisher, the property that names it.
  [[nodiscard]] NodeNumber name_within(NodeNumber node) const {
    constexpr NodeNumber kMostNodes = 100;
    if (!tree_.has_attribute(node, "itemscope")) return node;
    const NodeNumber end = std::min(tree_.end_of(node), node + kMostNodes);
    for (NodeNumber each = node + 1; each < end; ++each) {
      if (tree_.attribute(each, "itemprop") == "name") return each;
    }
    return node;
  }

  void look_at_date(NodeNumber node, const std::string& item, const std::string& text) {
    const DatePlace place = places_.place_of(node);
    if (place == DatePlace::elsewhere) return;
    if (is_date_of_change(tree_, node)) {
      changes_.push_back(text);
    } else if (item == "datepublished" || tree_.has_attribute(node, "pubdate")) {
      offer("datepublished", text);
    } else if (place == DatePlace::header) {
      times_.push_back(text);
    }
  }

  void choose(Article& article, std::string Article::*field) {
    if (has_json_ld_) article.*field = json_ld_.article.*field;
    for (std::size_t i = 0; i < kMetaNames.size() && (article.*field).empty(); ++i) {
      if (kMetaNames[i].field == field) article.*field = found_[i];
    }
    if (has_json_ld_) page_.article_body = json_ld_.article.body;
  }

  // All that state when the page was published, the most trusted first; where none can be read,
  // the first date beside the title, else the one of a change.
  void choose_date(Article& article) {
    std::stable_sort(dates_.begin(), dates_.end(),
                     [](const StatedText& a, const StatedText& b) { return a.rank < b.rank; });
    StatedTexts stated;
    if (has_json_ld_) stated.add(json_ld_.article.date);
    for (const StatedText& each : dates_) {
      if (kMetaNames[each.rank].name != kCreated || !stated.any_read()) stated.add(each.text);
    }
    for (const auto* weaker : {&times_, &changes_}) {
      for (const std::string& text : *weaker) {
        if (!stated.any_read()) stated.add(text);
      }
    }
    article.date = std::move(stated).joined();
  }

  struct StatedText {
    std::size_t rank;  // in kMetaNames
    std::string text;
  };
  static constexpr std::string_view kCreated = "dcterms.created";

  const MarkupTree& tree_;
  PageMetadata page_;
  std::array<std::string, kMetaNames.size()> found_;
  DatePlaces places_;
  std::vector<StatedText> dates_;
  std::vector<std::string> times_;    // beside the title
  std::vector<std::string> changes_;  // said to be of a change
  std::vector<NodeNumber> scripts_;
  std::string page_language_;
  std::string canonical_;
  LinkedArticle json_ld_;
  bool has_json_ld_ = false;
};

constexpr auto kSeparators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « "});

}  // namespace

PageMetadata page_metadata(const MarkupTree& tree) {
  return MetadataSearch(tree).run();
}

std::string without_site_name(const std::string& title, const std::string& site) {
  for (const std::string_view separator : kSeparators) {
    const std::size_t last = title.rfind(separator);
    if (last == std::string::npos) continue;
    const std::string_view all = title;
    const std::string_view tail = all.substr(last + separator.size());
    if (!site.empty() && ascii_lower(tail) == ascii_lower(site)) {
      return std::string(all.substr(0, last));
    }
    const std::size_t first = title.find(separator);
    if (!site.empty() && ascii_lower(all.substr(0, first)) == ascii_lower(site)) {
      return std::string(all.substr(first + separator.size()));
    }
  }
  return title;
}

}  // namespace newsdex
