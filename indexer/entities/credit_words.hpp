// How bylines, photo credits and agency lines are worded.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace newsdex::credit_words {

// In lower case, sorted. A line that begins so is a credit to its end, and so is what is in
// brackets.
inline constexpr auto kCredits = std::to_array<std::string_view>({"(c)",
                                                                  "additional reporting",
                                                                  "afp photo",
                                                                  "ap photo",
                                                                  "author:",
                                                                  "compiled by",
                                                                  "contributor:",
                                                                  "contributors:",
                                                                  "copyright",
                                                                  "correspondent:",
                                                                  "credit:",
                                                                  "edited by",
                                                                  "editing by",
                                                                  "editing:",
                                                                  "editor:",
                                                                  "file photo",
                                                                  "graphic by",
                                                                  "graphic:",
                                                                  "handout photo",
                                                                  "illustration by",
                                                                  "illustration:",
                                                                  "image by",
                                                                  "image credit",
                                                                  "image:",
                                                                  "photo by",
                                                                  "photo courtesy",
                                                                  "photo credit",
                                                                  "photo from",
                                                                  "photo:",
                                                                  "photograph by",
                                                                  "photograph:",
                                                                  "photographer:",
                                                                  "photographs by",
                                                                  "photographs:",
                                                                  "photos by",
                                                                  "photos:",
                                                                  "picture by",
                                                                  "picture credit",
                                                                  "picture:",
                                                                  "pictures by",
                                                                  "report by",
                                                                  "reported by",
                                                                  "reporter:",
                                                                  "reporters:",
                                                                  "reporting and writing by",
                                                                  "reporting by",
                                                                  "reporting:",
                                                                  "reuters photo",
                                                                  "source:",
                                                                  "sources:",
                                                                  "story by",
                                                                  "text by",
                                                                  "translated by",
                                                                  "translation by",
                                                                  "video by",
                                                                  "video:",
                                                                  "with additional reporting",
                                                                  "with agencies",
                                                                  "with agency input",
                                                                  "with files from",
                                                                  "with input from",
                                                                  "with inputs from",
                                                                  "with reporting by",
                                                                  "words by",
                                                                  "writing by",
                                                                  "writing:",
                                                                  "written by",
                                                                  "©",
                                                                  "خبرنگار:",
                                                                  "عکاس:",
                                                                  "عکس:",
                                                                  "مترجم:",
                                                                  "منبع:",
                                                                  "نویسنده:",
                                                                  "گزارش از",
                                                                  "گزارش:"});
static_assert(std::is_sorted(kCredits.begin(), kCredits.end()));

// Of those, the ones that captions begin with, too: "Photo: Rouhani speaks in Qom" says who is
// seen.
inline constexpr auto kCaptions = std::to_array<std::string_view>(
    {"(c)",           "afp photo",     "ap photo",      "copyright", "file photo",
     "graphic:",      "handout photo", "illustration:", "image:",    "photo from",
     "photo:",        "photograph:",   "photographs:",  "photos:",   "picture:",
     "reuters photo", "source:",       "sources:",      "video:",    "©"});

// "This undated handout photo shows": words before the kind of a picture, kinds, and pictures.
inline constexpr auto kBeforePictures = std::to_array<std::string_view>(
    {"a", "afp", "an", "ap", "combination", "reuters", "the", "this"});
inline constexpr auto kPictureKinds = std::to_array<std::string_view>(
    {"archive", "archival", "courtesy", "file", "handout", "pool", "released", "undated"});
inline constexpr auto kPictures =
    std::to_array<std::string_view>({"image", "photo", "photograph", "picture", "screengrab"});

// A sentence that begins so, with a name and "on Twitter" behind, invites readers to follow
// somebody.
inline constexpr auto kInvitations =
    std::to_array<std::string_view>({"Also follow", "Follow", "Please follow", "You can follow"});

// A line of these and a name is a byline.
inline constexpr auto kBy = std::to_array<std::string_view>({"by ", "par ", "text: ", "words: "});

// Who signs behind a name: "Jane Doe, The Associated Press", "Jane Doe/AFP/Getty Images".
inline constexpr auto kAgencies = std::to_array<std::string_view>({"AAP",
                                                                   "AFP",
                                                                   "AP",
                                                                   "Agence France-Presse",
                                                                   "Alamy",
                                                                   "Anadolu",
                                                                   "Anadolu Agency",
                                                                   "ANSA",
                                                                   "Associated Press",
                                                                   "BBC News",
                                                                   "Bloomberg",
                                                                   "Bloomberg News",
                                                                   "CNN",
                                                                   "DPA",
                                                                   "EFE",
                                                                   "EPA",
                                                                   "Getty",
                                                                   "Getty Images",
                                                                   "IRNA",
                                                                   "ISNA",
                                                                   "Kyodo",
                                                                   "Kyodo News",
                                                                   "NurPhoto",
                                                                   "PA",
                                                                   "PA Media",
                                                                   "Press Association",
                                                                   "Reuters",
                                                                   "Shutterstock",
                                                                   "Sipa USA",
                                                                   "TASS",
                                                                   "The Associated Press",
                                                                   "The Canadian Press",
                                                                   "The Guardian",
                                                                   "The New York Times",
                                                                   "The Washington Post",
                                                                   "UPI",
                                                                   "Xinhua",
                                                                   "Zuma Press",
                                                                   "dpa",
                                                                   "epa"});

// "This story was written by Jane Doe."
inline constexpr auto kWorks = std::to_array<std::string_view>(
    {"analysis", "article", "dispatch", "feature", "interview", "piece", "post", "report", "story",
     "text", "translation", "video"});
inline constexpr auto kMade = std::to_array<std::string_view>(
    {"authored", "compiled", "edited", "filed", "prepared", "produced", "published", "reported",
     "translated", "updated", "written"});

// What is said of those who helped.
inline constexpr auto kHelped = std::to_array<std::string_view>(
    {"contributed additional", "contributed reporting", "contributed to reporting",
     "contributed to the report", "contributed to this"});

// Words in lower case that stand in credits.
inline constexpr auto kJoiners = std::to_array<std::string_view>(
    {"additional", "and", "at", "by", "editing", "for", "from", "in", "of", "photo", "reporting",
     "the", "via", "with", "writing"});

}  // namespace newsdex::credit_words
