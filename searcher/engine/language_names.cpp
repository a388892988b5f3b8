#include "engine/language_names.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace newsdex {

std::vector<std::string> language_names(std::string_view code) {
  const icu::Locale language((std::string(code)).c_str());
  std::vector<std::string> names;
  for (const icu::Locale& reader : {icu::Locale::getEnglish(), language}) {
    icu::UnicodeString shown;
    std::string name;
    language.getDisplayLanguage(reader, shown).toUTF8String(name);
    // A language without a name is shown by its code.
    if (!name.empty() && name != code) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace newsdex
